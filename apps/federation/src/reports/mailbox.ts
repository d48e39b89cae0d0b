import { setTimeout as pause } from 'node:timers/promises';
import {
  AckPolicy,
  DiscardPolicy,
  jetstream,
  type JetStreamManager,
  jetstreamManager,
  type JsMsg,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { connect, type NatsConnection, nkeyAuthenticator } from '@nats-io/transport-node';
import { inboxStream, reportSubject } from '@passerelle/protocol';

export interface MailboxOptions {
  readonly net: string;
  readonly nodes: readonly string[];
  /** The federation's own NATS server. */
  readonly url: string;
  readonly seed: string;
  /** Resolves after the commit; what it rejects comes again. */
  readonly take: (slot: string, message: JsMsg) => Promise<void>;
  readonly onFailure: (about: string, error: unknown) => void;
}

const consumer = 'federation';
const retryMs = 500;

/** A new report makes the ones before it worthless, so a stream that is full drops its oldest; one node fills only its own. */
const streamLimits = { max_msgs: 256, max_bytes: 16 * 1024 * 1024, max_msg_size: 64 * 1024 };

/** The federation's mailbox: one small stream for each node. A report lies there only until it is committed. */
export class ReportsMailbox {
  private connection: NatsConnection | null = null;
  private isStanding = false;
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly options: MailboxOptions) {}

  get isConnected(): boolean {
    return this.isStanding && this.connection !== null && !this.connection.isClosed();
  }

  start(): void {
    this.stopping = false;
    this.loop = this.keepOpen();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.connection?.close().catch(() => undefined);
    await this.loop;
  }

  private async keepOpen(): Promise<void> {
    const { url, seed, nodes, onFailure } = this.options;
    while (!this.stopping) {
      try {
        const connection = await connect({
          servers: url,
          name: 'federation',
          authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
          maxReconnectAttempts: -1,
          reconnectTimeWait: 250,
          pingInterval: 10_000,
        });
        this.connection = connection;
        void this.watch(connection);
        await Promise.all(nodes.map((node) => this.keepReading(connection, node)));
      } catch (error) {
        onFailure('the NATS server', error);
      }
      await this.connection?.close().catch(() => undefined);
      this.connection = null;
      if (!this.stopping) await pause(retryMs);
    }
  }

  /** A connection that is lost is made again by itself, and does not stand until then. */
  private async watch(connection: NatsConnection): Promise<void> {
    this.isStanding = true;
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') this.isStanding = false;
      if (type === 'reconnect') this.isStanding = true;
    }
  }

  private async keepReading(connection: NatsConnection, node: string): Promise<void> {
    while (!this.stopping && !connection.isClosed()) {
      try {
        await this.read(connection, node);
      } catch (error) {
        this.options.onFailure(`the stream of ${node}`, error);
      }
      if (!this.stopping) await pause(retryMs);
    }
  }

  /** Reads one node's stream until it ends or is gone; nodes send again, so a lost stream is simply made again. */
  private async read(connection: NatsConnection, node: string): Promise<void> {
    await this.ensureStream(await jetstreamManager(connection), node);
    const reader = await jetstream(connection).consumers.get(inboxStream(node), consumer);
    const messages = await reader.consume({ max_messages: 32, expires: 5_000, abort_on_missing_resource: true });
    for await (const message of messages) {
      if (this.stopping) break;
      try {
        await this.options.take(node, message);
        message.ack();
      } catch (error) {
        this.options.onFailure(`a report of ${node}`, error);
        message.nak(retryMs);
      }
    }
  }

  private async ensureStream(manager: JetStreamManager, node: string): Promise<void> {
    const name = inboxStream(node);
    const isThere = await manager.streams.info(name).then(
      () => true,
      () => false,
    );
    if (!isThere)
      await manager.streams.add({
        name,
        subjects: [reportSubject({ net: this.options.net, node })],
        storage: StorageType.File,
        retention: RetentionPolicy.Limits,
        discard: DiscardPolicy.Old,
        ...streamLimits,
      });
    await manager.consumers.add(name, {
      durable_name: consumer,
      ack_policy: AckPolicy.Explicit,
      ack_wait: 30_000_000_000,
      max_ack_pending: 64,
    });
  }
}
