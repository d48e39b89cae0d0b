import { jetstream } from '@nats-io/jetstream';
import { type NatsConnection, connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { inboxSubject, replyPrefix } from '@passerelle/protocol';
import type { NodeId } from './received.js';

export interface CourierRoute {
  readonly net: string;
  readonly me: NodeId;
  readonly peer: NodeId;
  /** The peer's NATS server. */
  readonly url: string;
  readonly seed: string;
}

const publishTimeoutMs = 3_000;

/**
 * Carries frames to one peer's NATS server, where this node may publish to exactly one subject. The broker's answer is
 * a hint that keeps the pace; only the peer's signed receipt says that something arrived.
 */
export class Courier {
  private connection: NatsConnection | null = null;
  private connecting: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly route: CourierRoute,
    private readonly onConnected: () => void,
  ) {}

  get isConnected(): boolean {
    return this.connection !== null && !this.connection.isClosed();
  }

  /** Hands the bytes to the peer's server; rejects when it cannot be reached or does not answer. */
  async carry(bytes: Uint8Array): Promise<void> {
    const { net, me, peer } = this.route;
    if (!this.connection) {
      this.connect();
      throw new Error(`the NATS server of ${peer} is not reached yet`);
    }
    const subject = inboxSubject({ net, me: peer, peer: me });
    await jetstream(this.connection).publish(subject, bytes, { timeout: publishTimeoutMs });
  }

  /** Keeps trying in the background, for ever. */
  connect(): void {
    if (this.connecting || this.closed) return;
    this.connecting = this.open().finally(() => (this.connecting = null));
  }

  async close(): Promise<void> {
    this.closed = true;
    const connection = this.connection;
    this.connection = null;
    await connection?.close().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const { me, url, seed, peer } = this.route;
    try {
      const connection = await connect({
        servers: url,
        name: `node ${me}`,
        authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
        inboxPrefix: replyPrefix(me),
        maxReconnectAttempts: -1,
        reconnectTimeWait: 500,
        reconnectJitter: 250,
        timeout: publishTimeoutMs,
        noAsyncTraces: true,
      });
      if (this.closed) return void connection.close();
      this.connection = connection;
      void this.watch(connection);
      this.onConnected();
    } catch (error) {
      this.lastError = `cannot reach the NATS server of ${peer}: ${String(error)}`;
    }
  }

  /** The last reason why the peer's server was not reached, for people. */
  lastError: string | null = null;

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) if (status.type === 'reconnect') this.onConnected();
    if (this.connection === connection) this.connection = null;
  }
}
