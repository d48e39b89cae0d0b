import type { Message } from '../envelope.js';
import { limits } from '../limits.js';
import { type Replay, replay } from './restoring.js';
import type { ChannelState } from './state.js';

/**
 * What a restored node was sent and cannot take in yet. Its own forgotten words had heard words of the peer, and those
 * had heard some of its own: both histories grow in turns, and asking the peer at every turn would take a journey each.
 * Held in memory only; what a start forgets comes again.
 */
export interface Ahead {
  /** Our own words as the peer gave them back, in order. */
  readonly ours: readonly Message[];
  /** Words of the peer by their number. */
  readonly theirs: ReadonlyMap<bigint, Message>;
  /** The last word of ours that the peer said it holds. */
  readonly held: bigint;
}

export const nothingAhead: Ahead = { ours: [], theirs: new Map(), held: 0n };

/** Words of the peer that are held at most: more than a peer has on its way at once. */
const heldMax = 2048;

/** Keeps what the peer gave back beyond our own last word. */
export const withOurs = (ahead: Ahead, state: ChannelState, returned: readonly Message[], held: bigint): Ahead => ({
  ...ahead,
  held,
  ours: returned.filter(({ content }) => BigInt(content.seq) > state.out.seq),
});

/** Keeps what the peer said beyond its last word that is applied here; the first to come under a number stays. */
export function withTheirs(ahead: Ahead, state: ChannelState, messages: readonly Message[]): Ahead {
  const theirs = new Map(ahead.theirs);
  for (const message of messages) {
    const seq = BigInt(message.content.seq);
    if (seq > state.in.seq && !theirs.has(seq) && theirs.size < heldMax) theirs.set(seq, message);
  }
  return { ...ahead, theirs };
}

/** What is still ahead of the state; a state goes back when its transaction has failed, so nothing else is dropped. */
export const withoutTaken = ({ ours, theirs, held }: Ahead, state: ChannelState): Ahead => ({
  ours: ours.filter(({ content }) => BigInt(content.seq) > state.out.seq),
  theirs: new Map([...theirs].filter(([seq]) => seq > state.in.seq)),
  held,
});

/** True when each of the messages is applied or held, so that none of them has to be sent again. */
export const holds = ({ theirs }: Ahead, state: ChannelState, messages: readonly Message[]): boolean =>
  messages.map(({ content }) => BigInt(content.seq)).every((seq) => seq <= state.in.seq || theirs.has(seq));

/** The words of the peer that follow the last applied one without a gap, as many as a frame may carry. */
export function nextOfTheirs({ theirs }: Ahead, state: ChannelState): readonly Message[] {
  const next: Message[] = [];
  for (let seq = state.in.seq + 1n; next.length < limits.frameMessages; seq += 1n) {
    const message = theirs.get(seq);
    if (!message) break;
    next.push(message);
  }
  return next;
}

/** Takes back those of our own held words whose time has come. */
export function replayAhead({ ours, held }: Ahead, state: ChannelState): Replay {
  const { replayed, fault, state: after } = replay(state, ours);
  const delivered = held < after.out.seq ? held : after.out.seq;
  return { replayed, state: { ...after, delivered }, ...(fault ? { fault } : {}) };
}
