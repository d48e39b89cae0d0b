import { inboxSubject, replyPrefix } from './subjects.js';

/** A caller of somebody else's mailbox: it may drop letters into one slot and hear the answers to them. */
export interface Caller {
  readonly name: string;
  /** The public nkey it logs in with. */
  readonly natsPublicKey: string;
}

/** One program's own NATS server, and who may drop letters there. */
export interface NatsServer {
  /** The federation's name, the second word of every subject. */
  readonly net: string;
  readonly owner: Caller;
  readonly callers: readonly Caller[];
  /** Host and port to listen on, "0.0.0.0:4222". */
  readonly listen: string;
  /** Where JetStream keeps letters until the owner has taken them. */
  readonly storeDir: string;
  /** Host and port at which the server's own figures may be asked for. */
  readonly monitor?: string | undefined;
  /** Several servers of the same owner that keep each letter together. */
  readonly cluster?: NatsCluster | undefined;
  /** Files in PEM. Without them what is carried can be read on the way, though not changed: every message is signed. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string } | undefined;
}

/** One server's place among those of its owner. */
export interface NatsCluster {
  /** This server, as the others call it: each has another name. */
  readonly serverName: string;
  /** Host and port at which the others reach it, in a network that nobody else reaches. */
  readonly listen: string;
  /** Host and port of each of the others. */
  readonly others: readonly string[];
  /** What all of them know and nobody else does. */
  readonly secret: string;
}

/** The largest frame is 48 KiB; a broker that takes more than 64 KiB only helps those who want to fill it. */
const maxPayload = 64 * 1024;

/**
 * The configuration of one program's own NATS server. The owner may do everything on it; a caller may publish to
 * exactly one subject and listen to exactly one inbox, so it can read, empty, create and list nothing. There are no
 * leaf nodes or gateways, and routes only among the servers of one owner: those of different owners are never joined.
 */
export function natsServerConfig(server: NatsServer): string {
  const { owner, callers, listen, storeDir, monitor, tls, cluster } = server;
  const users = [ownerOf(server), ...callers.map((caller) => callerOf(server, caller))];
  return [
    '# Written by the program: who may do what follows from the roster. Change that, and write it again.',
    `server_name: ${quoted(cluster?.serverName ?? owner.name)}`,
    `listen: ${quoted(listen)}`,
    ...(monitor === undefined ? [] : [`http: ${quoted(monitor)}`]),
    `max_payload: ${maxPayload}`,
    'max_control_line: 4096',
    ...(tls === undefined ? [] : tlsOf(tls)),
    ...(cluster === undefined ? [] : clusterOf(owner.name, cluster)),
    'jetstream {',
    `  store_dir: ${quoted(storeDir)}`,
    '  max_memory_store: 33554432',
    '  max_file_store: 1073741824',
    '}',
    'authorization {',
    '  timeout: 15',
    '  users: [',
    ...users,
    '  ]',
    '}',
    '',
  ].join('\n');
}

const tlsOf = ({ certFile, keyFile }: NonNullable<NatsServer['tls']>): readonly string[] => [
  'tls {',
  `  cert_file: ${quoted(certFile)}`,
  `  key_file: ${quoted(keyFile)}`,
  '}',
];

const clusterOf = (name: string, { listen, others, secret }: NatsCluster): readonly string[] => [
  'cluster {',
  `  name: ${quoted(name)}`,
  `  listen: ${quoted(listen)}`,
  `  authorization { user: "route", password: ${quoted(secret)}, timeout: 5 }`,
  `  routes: [${others.map((other) => quoted(`nats://route:${secret}@${other}`)).join(', ')}]`,
  '}',
];

const ownerOf = ({ owner }: NatsServer): string =>
  `    { nkey: ${quoted(owner.natsPublicKey)}, allowed_connection_types: ["STANDARD"] }`;

const callerOf = ({ net, owner }: NatsServer, caller: Caller): string => `    {
      nkey: ${quoted(caller.natsPublicKey)}
      allowed_connection_types: ["STANDARD"]
      permissions {
        publish { allow: [${quoted(inboxSubject({ net, me: owner.name, peer: caller.name }))}] }
        subscribe { allow: [${quoted(`${replyPrefix(caller.name)}.>`)}] }
      }
    }`;

const quoted = (text: string): string => JSON.stringify(text);
