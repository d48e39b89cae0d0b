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
import { inboxStream, inboxSubject } from '@passerelle/protocol';
import { Bell } from '../../facts/bell.js';
import type { Taken } from './channels.js';
import { Line } from './line.js';
import { tracesHeader } from './message-traces.js';
import type { NodeId } from '../received.js';

export interface MailboxOptions {
  readonly net: string;
  readonly me: NodeId;
  readonly peers: readonly NodeId[];
  /** The node's own NATS server. */
  readonly url: string;
  readonly seed: string;
  /** How many servers of the own cluster keep each letter. */
  readonly replicas: number;
  /** `beside` is what the sender has said of the traces of the messages. */
  readonly take: (peer: NodeId, bytes: Uint8Array, beside: string) => Promise<Taken>;
  readonly onFailure: (about: string, error: unknown) => void;
}

const consumer = 'node';
/** Frames of one peer in work: the channel takes one after the other, and looks at the next while it waits. */
const inHandMax = 4;
const timeoutMs = 5_000;
const retryMs = 500;
const redeliverAtMostMs = 30_000;
const nanosecondsIn = { second: 1_000_000_000, minute: 60_000_000_000 };

/**
 * A flood of one peer fills only that peer's own stream; the largest frame is 48 KiB. What is older than ten minutes
 * has been sent again since, so a node that was away for days does not begin by reading days of repeats.
 */
const streamLimits = {
  max_msgs: 20_000,
  max_bytes: 256 * 1024 * 1024,
  max_msg_size: 64 * 1024,
  max_age: 10 * nanosecondsIn.minute,
};

/**
 * The node's own mailbox: one JetStream stream for each peer. A frame lies there only until it is committed. Streams
 * are made again whenever they are gone; their senders still have everything.
 */
export class Mailbox {
  private line: Line | null = null;
  private stopping = false;
  private running: Promise<void> | null = null;
  private readonly rest = new Bell();

  constructor(private readonly options: MailboxOptions) {}

  get isConnected(): boolean {
    return this.line?.isUp ?? false;
  }

  start(): void {
    this.stopping = false;
    this.running = this.keepOpen();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.rest.ring();
    await this.line?.close();
    await this.running;
  }

  private async keepOpen(): Promise<void> {
    const { url, me, seed, peers, onFailure } = this.options;
    while (!this.stopping) {
      try {
        const line = await Line.open({ url, seed, name: `node ${me}`, timeoutMs }, () => undefined);
        this.line = line;
        if (!this.stopping) await Promise.all(peers.map((peer) => this.keepReading(line, peer)));
        await line.close();
      } catch (error) {
        onFailure('the own mailbox', error);
      }
      this.line = null;
      if (!this.stopping) await this.rest.wait(retryMs);
    }
  }

  private async keepReading(line: Line, peer: NodeId): Promise<void> {
    const rest = new Bell();
    while (!this.stopping && !line.isOver) {
      try {
        await this.read(line, peer);
      } catch (error) {
        if (!this.stopping) this.options.onFailure(`the mailbox of ${peer}`, error);
      }
      if (!this.stopping) await rest.wait(retryMs);
    }
  }

  /** Reads one peer's stream until it ends or is gone. */
  private async read({ connection }: Line, peer: NodeId): Promise<void> {
    const manager = await jetstreamManager(connection, { timeout: timeoutMs });
    await this.ensureStream(manager, peer);
    const reader = await jetstream(connection).consumers.get(inboxStream(peer), consumer);
    const messages = await reader.consume({ max_messages: 64, expires: 5_000, abort_on_missing_resource: true });
    const inHand = new Set<Promise<void>>();
    for await (const message of messages) {
      if (this.stopping) break;
      const taking = this.takeOne(peer, message).finally(() => inHand.delete(taking));
      inHand.add(taking);
      if (inHand.size >= inHandMax) await Promise.race(inHand);
    }
    await Promise.all(inHand);
  }

  /** Only what is committed is acknowledged; what cannot be applied yet comes again, and its sender sends it too. */
  private async takeOne(peer: NodeId, message: JsMsg): Promise<void> {
    try {
      const taken = await this.options.take(peer, message.data, message.headers?.get(tracesHeader) ?? '');
      if (taken === 'taken') message.ack();
      else message.nak(redeliverAfterMs(message));
    } catch (error) {
      this.options.onFailure(`a frame of ${peer}`, error);
      message.nak(redeliverAfterMs(message));
    }
  }

  private async ensureStream(manager: JetStreamManager, peer: NodeId): Promise<void> {
    const { net, me, replicas } = this.options;
    const name = inboxStream(peer);
    const settings = {
      subjects: [inboxSubject({ net, me, peer })],
      num_replicas: replicas,
      discard: DiscardPolicy.New,
      ...streamLimits,
    };
    if (await isThere(manager, name)) await manager.streams.update(name, settings);
    else
      await manager.streams.add({
        name,
        storage: StorageType.File,
        retention: RetentionPolicy.Workqueue,
        deny_purge: true,
        ...settings,
      });
    await manager.consumers.add(name, {
      durable_name: consumer,
      ack_policy: AckPolicy.Explicit,
      ack_wait: 30 * nanosecondsIn.second,
      max_ack_pending: 256,
    });
  }
}

const isThere = (manager: JetStreamManager, stream: string): Promise<boolean> =>
  manager.streams.info(stream).then(
    () => true,
    () => false,
  );

/** Longer each time: a peer that sends what never fits must not keep us busy. */
const redeliverAfterMs = ({ info }: JsMsg): number =>
  Math.min(retryMs * 2 ** Math.min(info.deliveryCount - 1, 16), redeliverAtMostMs);
