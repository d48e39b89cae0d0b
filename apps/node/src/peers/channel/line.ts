import { type NatsConnection, connect, nkeyAuthenticator } from '@nats-io/transport-node';

export interface LineOptions {
  /** One server's address, or those of a cluster with commas between. */
  readonly url: string;
  /** As the server's log calls us. */
  readonly name: string;
  /** The nkey seed we log in with. */
  readonly seed: string;
  /** Where answers come, for a server that lets us listen to one place only. */
  readonly inboxPrefix?: string;
  readonly timeoutMs: number;
}

/** A connection to a NATS server that is made again for ever once it stood, and that knows whether it stands now. */
export class Line {
  private isStanding = true;

  private constructor(
    readonly connection: NatsConnection,
    onUp: () => void,
  ) {
    void this.watch(onUp);
  }

  /** Connects, or rejects when the server is not there. `onUp` hears of each time the line stands again. */
  static async open({ url, name, seed, inboxPrefix, timeoutMs }: LineOptions, onUp: () => void): Promise<Line> {
    const connection = await connect({
      servers: url.split(','),
      name,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
      ...(inboxPrefix === undefined ? {} : { inboxPrefix }),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      reconnectJitter: 250,
      pingInterval: 10_000,
      timeout: timeoutMs,
      noAsyncTraces: true,
    });
    return new Line(connection, onUp);
  }

  get isUp(): boolean {
    return this.isStanding && !this.connection.isClosed();
  }

  /** True when it will not stand again: the server has turned our key away, or we have closed it. */
  get isOver(): boolean {
    return this.connection.isClosed();
  }

  async close(): Promise<void> {
    await this.connection.close().catch(() => undefined);
  }

  private async watch(onUp: () => void): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === 'disconnect') this.isStanding = false;
      if (type !== 'reconnect') continue;
      this.isStanding = true;
      onUp();
    }
  }
}
