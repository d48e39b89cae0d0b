import { traceIdOf } from '@passerelle/doors';
import type { Message } from '@passerelle/protocol';
import type { Traced } from './channels.js';
import type { NodeId, Verdict } from '../received.js';

/** The header of NATS in which the traces of a frame's messages stand. */
export const tracesHeader = 'Passerelle-Traces';

/**
 * The trace of a message that no request caused. Both ends know the hash, so they find each other's log without a word
 * more between them.
 */
export function traceOfHash(hash: string): string {
  const digits = Buffer.from(hash, 'base64url').toString('hex');
  return `00-${digits.slice(0, 32)}-${digits.slice(32, 48)}-01`;
}

/**
 * What goes beside a frame: the `traceparent` of its messages in their order, each with a star and how many in a row have
 * it, with commas between. Empty when no request caused any.
 */
export function besideFrame(rows: readonly Traced[]): string {
  if (rows.every(({ trace }) => trace === null)) return '';
  const runs = runsOf(rows, (one, next) => one.trace === next.trace);
  return runs.map((run) => `${run[0]!.trace ?? ''}*${run.length}`).join(',');
}

/** The traces of `count` messages from what came beside them. Whatever is not such a text names none. */
export function tracesBeside(text: string, count: number): readonly (string | null)[] {
  const traces: (string | null)[] = [];
  for (const run of text.split(',')) {
    const [trace, length] = run.split('*');
    const repeats = Number(length);
    if (!Number.isInteger(repeats) || repeats < 1 || traces.length + repeats > count) return [];
    for (let left = repeats; left > 0; left -= 1) traces.push(traceIdOf(trace) === undefined ? null : trace!);
  }
  return traces.length === count ? traces : [];
}

/** The traces that came beside messages. They are unsigned: good for finding lines in a log, and nothing else rests on them. */
export class MessageTraces {
  private readonly known = new WeakMap<Message, string>();

  note(messages: readonly Message[], beside: string): void {
    if (beside === '') return;
    for (const [at, trace] of tracesBeside(beside, messages.length).entries())
      if (trace !== null) this.known.set(messages[at]!, trace);
  }

  /** The trace that came beside the message, or null. */
  given(message: Message): string | null {
    return this.known.get(message) ?? null;
  }
}

/** One line of the log: messages of one kind and request, `from` to `upto`, were numbered here or became part of the history. */
export interface MessageEvent {
  readonly msg: 'messages said' | 'messages heard';
  readonly traceId: string;
  readonly peer: NodeId;
  readonly from: string;
  readonly upto: string;
  readonly type: string;
  readonly verdict?: Verdict['verdict'] | 'failed';
}

type Noted = Traced & { readonly message: Message; readonly verdict?: MessageEvent['verdict'] };

/** The lines for messages in their order. Those that no request caused have one each, as they have a trace each. */
export function eventsOf(msg: MessageEvent['msg'], peer: NodeId, noted: readonly Noted[]): readonly MessageEvent[] {
  const isSame = (one: Noted, next: Noted): boolean =>
    one.trace !== null &&
    one.trace === next.trace &&
    one.message.content.type === next.message.content.type &&
    one.verdict === next.verdict;
  return runsOf(noted, isSame).map((run) => {
    const [{ message, trace, verdict }] = run as [Noted];
    const [from, upto] = [message.content.seq, run.at(-1)!.message.content.seq];
    const traceId = traceIdOf(trace ?? traceOfHash(message.hash))!;
    return { msg, traceId, peer, from, upto, type: message.content.type, ...(verdict && { verdict }) };
  });
}

/** Neighbours that are alike, together. */
function runsOf<T>(all: readonly T[], isSame: (one: T, next: T) => boolean): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const each of all) {
    const run = runs.at(-1);
    if (run && isSame(run[0]!, each)) run.push(each);
    else runs.push([each]);
  }
  return runs;
}
