import type { Message } from '../envelope.js';
import type { ChannelState } from './state.js';

/** Why messages that carry our own signature could not be taken back. */
export type ReplayFault =
  /** They are not ours, or of another channel: the peer sent something else. */
  | { readonly kind: 'not-ours' }
  /** We have signed two histories: both ends had lost the same messages. People decide. */
  | { readonly kind: 'forked'; readonly at: bigint };

export interface Replay {
  readonly state: ChannelState;
  readonly replayed: readonly Message[];
  readonly fault?: ReplayFault;
}

/**
 * Takes back our own messages in order. One that had seen messages of the peer which are not applied again yet stays
 * out, with all after it: the peer sends those first, and returns these again at the next hello.
 */
export function replay(state: ChannelState, returned: readonly Message[]): Replay {
  const replayed: Message[] = [];
  let now = state;
  for (const message of returned) {
    const { net, from, to, seq, prev, ack } = message.content;
    if (net !== now.net || from !== now.me || to !== now.peer)
      return { state: now, replayed, fault: { kind: 'not-ours' } };
    if (BigInt(seq) <= now.out.seq) continue;
    if (BigInt(seq) !== now.out.seq + 1n || BigInt(ack) > now.in.seq) break;
    if (prev !== now.out.head)
      return { state: { ...now, status: 'frozen' }, replayed, fault: { kind: 'forked', at: BigInt(seq) } };
    now = { ...now, out: { seq: BigInt(seq), head: message.hash } };
    replayed.push(message);
  }
  return { state: now, replayed };
}

/** Intents of the old backup that turn out to have been sent already: they are deleted, not sent twice. */
export const alreadySent = (
  intents: readonly { readonly id: string }[],
  replayed: readonly Message[],
): readonly string[] => {
  const sent = new Set(replayed.map((message) => message.content.id));
  return intents.map((intent) => intent.id).filter((id) => sent.has(id));
};
