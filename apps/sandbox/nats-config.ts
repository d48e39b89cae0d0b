import { inboxSubject, replyPrefix } from '@passerelle/protocol';

/** A caller of somebody else's mailbox: it may drop letters into one slot and hear the answers to them. */
export interface Caller {
  readonly name: string;
  /** The public nkey it logs in with. */
  readonly natsPublicKey: string;
}

export interface Mailbox {
  /** The federation's name, the second word of every subject. */
  readonly net: string;
  readonly owner: Caller;
  readonly callers: readonly Caller[];
  readonly port: number;
  /** Where JetStream keeps letters until the owner has taken them. */
  readonly storeDir: string;
}

/** The largest frame is 48 KiB; a broker that takes more than 64 KiB only helps those who want to fill it. */
const maxPayload = 64 * 1024;

/**
 * The configuration of one program's own NATS server. The owner may do everything on it; a caller may publish to
 * exactly one subject and listen to exactly one inbox, so it can read, empty, create and list nothing. There are no
 * leaf nodes, gateways or routes: servers of different owners are never joined.
 */
export function natsConfig(box: Mailbox): string {
  const users = [ownerOf(box), ...box.callers.map((caller) => callerOf(box, caller))];
  return `# Written at every start of the sandbox.
server_name: ${quoted(box.owner.name)}
listen: "127.0.0.1:${box.port}"
max_payload: ${maxPayload}
max_control_line: 4096
jetstream {
  store_dir: ${quoted(box.storeDir)}
  max_memory_store: 33554432
  max_file_store: 1073741824
}
authorization {
  timeout: 15
  users: [
${users.join('\n')}
  ]
}
`;
}

const ownerOf = ({ owner }: Mailbox): string =>
  `    { nkey: ${quoted(owner.natsPublicKey)}, allowed_connection_types: ["STANDARD"] }`;

const callerOf = ({ net, owner }: Mailbox, caller: Caller): string => `    {
      nkey: ${quoted(caller.natsPublicKey)}
      allowed_connection_types: ["STANDARD"]
      permissions {
        publish { allow: [${quoted(inboxSubject({ net, me: owner.name, peer: caller.name }))}] }
        subscribe { allow: [${quoted(`${replyPrefix(caller.name)}.>`)}] }
      }
    }`;

const quoted = (text: string): string => JSON.stringify(text);
