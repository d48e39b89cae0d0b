import { jetstream } from '@nats-io/jetstream';
import { type MsgHdrs, headers } from '@nats-io/transport-node';
import { inboxSubject, replyPrefix } from '@passerelle/protocol';
import { Line } from './line.js';
import { tracesHeader } from './message-traces.js';
import type { NodeId } from '../received.js';

export interface CourierRoute {
  readonly net: string;
  readonly me: NodeId;
  readonly peer: NodeId;
  /** The peer's NATS server. */
  readonly url: string;
  readonly seed: string;
}

const timeoutMs = 3_000;

/**
 * Carries frames to one peer's NATS server, where this node may publish to exactly one subject. The broker's answer is
 * a hint that keeps the pace; only the peer's signed receipt says that something arrived.
 */
export class Courier {
  private line: Line | null = null;
  private connecting: Promise<void> | null = null;
  private closed = false;
  /** The last reason why the peer's server was not reached, for people. */
  lastError: string | null = null;

  /** `onConnected` hears of each time the way is open again: what was on it before may be lost. */
  constructor(
    private readonly route: CourierRoute,
    private readonly onConnected: () => void,
  ) {}

  get isConnected(): boolean {
    return this.line?.isUp ?? false;
  }

  /** Hands the bytes to the peer's server, and `beside` them what names their traces; rejects, at once if it is away, when it does not take them. */
  async carry(bytes: Uint8Array, beside = ''): Promise<void> {
    const { net, me, peer } = this.route;
    if (!this.line || this.line.isOver) this.connect();
    if (!this.line?.isUp) throw new Error(this.lastError ?? `the NATS server of ${peer} is not reached`);
    const subject = inboxSubject({ net, me: peer, peer: me });
    await jetstream(this.line.connection).publish(subject, bytes, {
      timeout: timeoutMs,
      ...(beside !== '' && { headers: headersOf(beside) }),
    });
  }

  /** Connects in the background; once that worked the line is kept up by itself. */
  connect(): void {
    if (this.connecting || this.closed) return;
    this.connecting = this.open().finally(() => (this.connecting = null));
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.connecting;
    await this.line?.close();
  }

  private async open(): Promise<void> {
    const { me, url, seed, peer } = this.route;
    try {
      const options = { url, seed, name: `node ${me}`, inboxPrefix: replyPrefix(me), timeoutMs };
      this.line = await Line.open(options, this.onConnected);
      this.lastError = null;
      this.onConnected();
    } catch (error) {
      this.lastError = `cannot reach the NATS server of ${peer}: ${String(error)}`;
    }
  }
}

function headersOf(beside: string): MsgHdrs {
  const all = headers();
  all.set(tracesHeader, beside);
  return all;
}
