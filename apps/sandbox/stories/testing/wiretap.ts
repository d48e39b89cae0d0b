import type { Federation } from '../../federation.js';
import { logIn, type WireFrame } from '../../testing/wire.js';

/** One message as it lay on the wire, without its signature. */
export interface OnTheWire {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly body: object;
}

/** Everything that nodes say to each other, as their own brokers see it, for as long as a story is told. */
export interface Wiretap {
  readonly said: () => readonly OnTheWire[];
  close(): Promise<void>;
}

export async function wiretap({ nodes }: Federation): Promise<Wiretap> {
  const texts = new Set<string>();
  const connections: Awaited<ReturnType<typeof logIn>>[] = [];
  for (const node of nodes) {
    const connection = await logIn(node, node);
    connection.subscribe('fed.>', {
      callback: (_, message) => {
        for (const { m } of message.json<Partial<WireFrame>>().msgs ?? []) texts.add(m);
      },
    });
    await connection.flush();
    connections.push(connection);
  }
  return {
    said: () => [...texts].map((text) => JSON.parse(text) as OnTheWire),
    close: async () => {
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
}
