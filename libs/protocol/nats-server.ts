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
  /** Files in PEM. Without them what is carried can be read on the way, though not changed: every message is signed. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string } | undefined;
}

/** The largest frame is 48 KiB; a broker that takes more than 64 KiB only helps those who want to fill it. */
const maxPayload = 64 * 1024;

/**
 * The configuration of one program's own NATS server. The owner may do everything on it; a caller may publish to
 * exactly one subject and listen to exactly one inbox, so it can read, empty, create and list nothing. There are no
 * leaf nodes, gateways or routes: servers of different owners are never joined.
 */
export function natsServerConfig(server: NatsServer): string {
  const { owner, callers, listen, storeDir, monitor, tls } = server;
  const users = [ownerOf(server), ...callers.map((caller) => callerOf(server, caller))];
  return [
    '# Written by the program: who may do what follows from the roster. Change that, and write it again.',
    `server_name: ${quoted(owner.name)}`,
    `listen: ${quoted(listen)}`,
    ...(monitor === undefined ? [] : [`http: ${quoted(monitor)}`]),
    `max_payload: ${maxPayload}`,
    'max_control_line: 4096',
    ...(tls === undefined ? [] : tlsOf(tls)),
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
