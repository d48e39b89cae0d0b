import { setTimeout as pause } from 'node:timers/promises';
import {
  AckPolicy,
  DiscardPolicy,
  type JetStreamManager,
  type JsMsg,
  RetentionPolicy,
  StorageType,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import { type NatsConnection, connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { inboxStream, inboxSubject } from '@passerelle/protocol';
import type { Taken } from './channels.js';
import type { NodeId } from './received.js';

export interface MailboxOptions {
  readonly net: string;
  readonly me: NodeId;
  readonly peers: readonly NodeId[];
  /** The node's own NATS server. */
  readonly url: string;
  readonly seed: string;
  readonly take: (peer: NodeId, bytes: Uint8Array) => Promise<Taken>;
  readonly onFailure: (peer: NodeId, error: unknown) => void;
}

const consumer = 'node';
const retryMs = 500;

/** A flood of one peer fills only that peer's own stream; the largest frame is 48 KiB. */
const streamLimits = { max_msgs: 20_000, max_bytes: 256 * 1024 * 1024, max_msg_size: 64 * 1024 };

/**
 * The node's own mailbox: one JetStream stream for each peer. A frame lies there only until it is committed. Streams
 * are made again whenever they are gone; their senders still have everything.
 */
export class Mailbox {
  private connection: NatsConnection | null = null;
  private stopping = false;
  private readonly loops: Promise<void>[] = [];

  constructor(private readonly options: MailboxOptions) {}

  get isConnected(): boolean {
    return this.connection !== null && !this.connection.isClosed();
  }

  start(): void {
    this.stopping = false;
    this.loops.push(this.keepOpen());
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.connection?.close().catch(() => undefined);
    await Promise.all(this.loops.splice(0));
  }

  private async keepOpen(): Promise<void> {
    const { url, me, seed, peers, onFailure } = this.options;
    while (!this.stopping) {
      try {
        this.connection = await connect({
          servers: url,
          name: `node ${me}`,
          authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
          maxReconnectAttempts: -1,
          reconnectTimeWait: 250,
          noAsyncTraces: true,
        });
        const connection = this.connection;
        await Promise.all(peers.map((peer) => this.keepReading(connection, peer)));
      } catch (error) {
        onFailure(me, error);
      }
      this.connection = null;
      if (!this.stopping) await pause(retryMs);
    }
  }

  private async keepReading(connection: NatsConnection, peer: NodeId): Promise<void> {
    while (!this.stopping && !connection.isClosed()) {
      try {
        await this.read(connection, peer);
      } catch (error) {
        this.options.onFailure(peer, error);
      }
      if (!this.stopping) await pause(retryMs);
    }
  }

  /** Reads one peer's stream until it ends or is gone. */
  private async read(connection: NatsConnection, peer: NodeId): Promise<void> {
    const manager = await jetstreamManager(connection);
    await this.ensureStream(manager, peer);
    const reader = await jetstream(connection).consumers.get(inboxStream(peer), consumer);
    const messages = await reader.consume({ max_messages: 64, expires: 5_000, abort_on_missing_resource: true });
    for await (const message of messages) {
      if (this.stopping) break;
      await this.takeOne(peer, message);
    }
  }

  /** Only what is committed is acknowledged; what cannot be applied yet comes again, and its sender sends it too. */
  private async takeOne(peer: NodeId, message: JsMsg): Promise<void> {
    try {
      const taken = await this.options.take(peer, message.data);
      if (taken === 'taken') message.ack();
      else message.nak(retryMs);
    } catch (error) {
      this.options.onFailure(peer, error);
      message.nak(retryMs);
    }
  }

  private async ensureStream(manager: JetStreamManager, peer: NodeId): Promise<void> {
    const { net, me } = this.options;
    const name = inboxStream(peer);
    const isThere = await manager.streams.info(name).then(
      () => true,
      () => false,
    );
    if (!isThere)
      await manager.streams.add({
        name,
        subjects: [inboxSubject({ net, me, peer })],
        storage: StorageType.File,
        retention: RetentionPolicy.Workqueue,
        discard: DiscardPolicy.New,
        deny_purge: true,
        ...streamLimits,
      });
    await manager.consumers.add(name, {
      durable_name: consumer,
      ack_policy: AckPolicy.Explicit,
      ack_wait: 30_000_000_000,
      max_ack_pending: 256,
    });
  }
}
