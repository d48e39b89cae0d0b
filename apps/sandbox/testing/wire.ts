import { readFileSync } from 'node:fs';
import { type Msg, type NatsConnection, connect, headers, nkeyAuthenticator } from '@nats-io/transport-node';
import type { Running } from '../federation.js';

/** Logs in to the NATS server of `where` with the login of `who`. */
export function logIn(where: Running, who: Running): Promise<NatsConnection> {
  const seed = readFileSync(who.keys.natsSeedFile, 'utf8').trim();
  return connect({
    servers: where.natsUrl,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    inboxPrefix: `_INBOX_${who.id}`,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
    // A busy machine takes its time, and a spec that waits is better than one that fails.
    timeout: 60_000,
  });
}

const again = 'Again';

/** A broker that repeats: everything that arrives at `where` is delivered `times` times more. Stop it by closing. */
export async function repeater(where: Running, times: number): Promise<NatsConnection> {
  const connection = await logIn(where, where);
  const repeat = (_: unknown, message: Msg): void => {
    if (message.headers?.has(again)) return;
    const mark = headers();
    mark.set(again, 'yes');
    for (let time = 0; time < times; time += 1) connection.publish(message.subject, message.data, { headers: mark });
  };
  connection.subscribe('fed.>', { callback: repeat });
  await connection.flush();
  return connection;
}

/** A frame of messages as it lies on the wire. */
export interface WireFrame {
  readonly s: readonly [string, string];
  readonly msgs: readonly { readonly m: string; readonly sig: string }[];
  readonly rcpt: { readonly m: string; readonly sig: string };
}

/** Resolves with the next frame that carries a message from `from` to `where`. */
export async function nextFrame(where: Running, from: Running): Promise<() => Promise<WireFrame>> {
  const connection = await logIn(where, where);
  const caught = new Promise<WireFrame>((resolve) => {
    connection.subscribe(`fed.*.${where.id}.in.${from.id}`, {
      callback: (_, message) => {
        const frame = message.json<Partial<WireFrame>>();
        if (frame.s && frame.msgs && frame.msgs.length > 0) resolve(frame as WireFrame);
      },
    });
  });
  await connection.flush();
  return async () => {
    const frame = await caught;
    await connection.close();
    return frame;
  };
}
