import { type CycleId, type NodeId, firstAfter } from './federation.js';

/** Cycles in which an obligation does not count: from the first one, until another one or for good (null). */
export interface Hold {
  readonly from: CycleId;
  readonly until: CycleId | null;
}

export type DisputeOutcome = 'upheld' | 'void';

/** One side's answer to how the dispute should end, and the cycle it had cut when it said so. */
interface Word {
  readonly outcome: DisputeOutcome;
  readonly seq: number;
  readonly lastCut: CycleId | null;
}

/** An open dispute: who opened it with which message, and what each side has said since. */
export interface Dispute {
  readonly opened: Readonly<Record<NodeId, number>>;
  readonly words: Readonly<Record<NodeId, readonly Word[]>>;
}

/** Who speaks, with which number, having applied how many messages of the other side, after which cut. */
export interface Speaker {
  readonly from: NodeId;
  readonly other: NodeId;
  readonly seq: number;
  readonly ack: number;
  readonly lastCut: CycleId | null;
}

/** How a dispute ended, and the two messages that ended it. */
export interface Resolution {
  readonly outcome: DisputeOutcome;
  readonly seqs: Readonly<Record<NodeId, number>>;
  /** The first cycle after what either side had cut when it said its word. */
  readonly from: CycleId;
}

export const openDispute = ({ from, seq }: Speaker): Dispute => ({ opened: { [from]: seq }, words: {} });

export const joinDispute = (dispute: Dispute, { from, seq }: Speaker): Dispute => ({
  ...dispute,
  opened: { [from]: seq, ...dispute.opened },
});

/**
 * A second opening counts only before its speaker has said how the dispute should end: on the other side the word may
 * already have ended it.
 */
export const mayJoin = ({ opened, words }: Dispute, { from }: Speaker): boolean =>
  opened[from] === undefined && words[from] === undefined;

/** False for a word that was meant for an earlier dispute: its speaker had neither opened nor seen this one. */
export function knowsOf(dispute: Dispute, { from, other, ack }: Speaker): boolean {
  const opening = dispute.opened[other];
  return dispute.opened[from] !== undefined || (opening !== undefined && ack >= opening);
}

/**
 * Adds a word. Both sides must say the same: the n-th word of one is held against the n-th of the other, and the first
 * equal ones end the dispute. So words that cross on their way end it alike on both sides, or on neither.
 */
export function sayWord(
  dispute: Dispute,
  speaker: Speaker,
  outcome: DisputeOutcome,
): { readonly dispute: Dispute; readonly resolution: Resolution | null } {
  const { from, other, seq, lastCut } = speaker;
  const mine = [...(dispute.words[from] ?? []), { outcome, seq, lastCut }];
  const next = { ...dispute, words: { ...dispute.words, [from]: mine } };
  const theirs = dispute.words[other] ?? [];
  const at = mine.findIndex((word, index) => word.outcome === theirs[index]?.outcome);
  if (at < 0) return { dispute: next, resolution: null };
  const [ours, others] = [mine[at]!, theirs[at]!];
  const back = [firstAfter(ours.lastCut), firstAfter(others.lastCut)].sort()[1]!;
  return { dispute: next, resolution: { outcome, seqs: { [from]: ours.seq, [other]: others.seq }, from: back } };
}

/** Holds an obligation from the first cycle that the one who opened the dispute had not cut. */
export function hold(holds: readonly Hold[], { lastCut }: Speaker): Hold[] {
  const from = firstAfter(lastCut);
  const last = holds.at(-1);
  if (last === undefined || last.until !== null) return [...holds, { from, until: null }];
  return from < last.from ? [...holds.slice(0, -1), { from, until: null }] : [...holds];
}

/** Ends the running hold: the obligation counts again from that cycle on. */
export const release = (holds: readonly Hold[], until: CycleId): Hold[] =>
  holds.map((one) => (one.until === null ? { ...one, until } : one));

/** A hold that would begin and end in the same cycle holds nothing. */
export const isHeldIn = (holds: readonly Hold[], cycle: CycleId): boolean =>
  holds.some(({ from, until }) => from <= cycle && (until === null || cycle < until));
