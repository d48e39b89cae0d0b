import { traceIdOf } from '@passerelle/doors';
import type { Message, Stored } from '@passerelle/protocol';
import type { Traced } from './channels.js';
import type { NodeId, Verdict } from './received.js';

/**
 * The trace of a message that no request caused. Both ends know the hash, so they find each other's log without a word
 * more between them.
 */
export function traceOfHash(hash: string): string {
  const digits = Buffer.from(hash, 'base64url').toString('hex');
  return `00-${digits.slice(0, 32)}-${digits.slice(32, 48)}-01`;
}

/** What goes beside a frame: a `traceparent` for each of its messages in their order, or nothing when no request caused any. */
export const tracesOf = (rows: readonly (Stored & Traced)[]): readonly string[] =>
  rows.some(({ trace }) => trace !== null) ? rows.map(({ trace, hash }) => trace ?? traceOfHash(hash)) : [];

/** The traces that came beside messages. They are unsigned: good for finding lines in a log, and nothing else rests on them. */
export class MessageTraces {
  private readonly known = new WeakMap<Message, string>();

  note(messages: readonly Message[], traces: readonly string[]): void {
    if (traces.length !== messages.length) return;
    for (const [at, message] of messages.entries()) {
      const trace = traces[at]!;
      if (traceIdOf(trace) !== undefined) this.known.set(message, trace);
    }
  }

  /** The trace that came beside the message, or null. */
  given(message: Message): string | null {
    return this.known.get(message) ?? null;
  }
}

/** One line of the log: a message was numbered here, or one of the peer became part of the history. */
export interface MessageEvent {
  readonly msg: 'message said' | 'message heard';
  readonly traceId: string;
  readonly peer: NodeId;
  readonly seq: string;
  readonly type: string;
  readonly verdict?: Verdict['verdict'] | 'failed';
}

export const traceIdFor = ({ hash }: Message, trace: string | null): string => traceIdOf(trace ?? traceOfHash(hash))!;
