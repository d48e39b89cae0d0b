import { jetstream } from '@nats-io/jetstream';
import { connect, type NatsConnection, nkeyAuthenticator } from '@nats-io/transport-node';
import { replyPrefix, reportSubject } from '@passerelle/protocol';

export interface ReportRoute {
  readonly net: string;
  readonly node: string;
  /** The federation's NATS server. */
  readonly url: string;
  readonly seed: string;
}

const timeoutMs = 3_000;

/** Carries reports to the federation's NATS server, where this node may publish to exactly one subject. */
export class ReportCourier {
  private connection: NatsConnection | null = null;

  constructor(private readonly route: ReportRoute) {}

  /** Rejects when the server cannot be reached or does not answer; the next report tries again. */
  async carry(bytes: Uint8Array): Promise<void> {
    const { net, node } = this.route;
    const connection = await this.connected();
    await jetstream(connection).publish(reportSubject({ net, node }), bytes, { timeout: timeoutMs });
  }

  async close(): Promise<void> {
    await this.connection?.close().catch(() => undefined);
    this.connection = null;
  }

  private async connected(): Promise<NatsConnection> {
    if (this.connection && !this.connection.isClosed()) return this.connection;
    const { node, url, seed } = this.route;
    this.connection = await connect({
      servers: url,
      name: `reports of ${node}`,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
      inboxPrefix: replyPrefix(node),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 1_000,
      timeout: timeoutMs,
      noAsyncTraces: true,
    });
    return this.connection;
  }
}
