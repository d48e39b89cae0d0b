import type { CycleState } from './cycle.js';
import type { Lock, Vote } from './declarations.js';
import type { Federation, NodeId } from './federation.js';
import type { Proposal } from './proposal.js';

/**
 * What the votes of a round let the next one do. A quorum of skips, S, and a quorum of locks have an honest member in
 * common; whoever votes in a round votes in none before it any more. So among the votes of S members of one round, the
 * newest lock that any of them holds is the only result that can be final already, and without any there is none.
 */

/** What a vote says its node has locked last: the result itself, or what a skip names. */
const heldBy = ({ vote, round, result, held }: Vote): Lock | null =>
  vote === 'lock' ? { round, result } : (held ?? null);

/** The newest round in which S members have voted, however: it may be left. −1 for none. */
export const lastLeavable = (state: CycleState, federation: Federation): number =>
  newestWith(state.votes, federation.quorum.skip);

/** The newest round that S members have skipped: it can have no result any more, and nobody has to wait. −1 for none. */
export const lastSkipped = (state: CycleState, federation: Federation): number =>
  newestWith(
    state.votes.filter(({ vote }) => vote === 'skip'),
    federation.quorum.skip,
  );

/** True when S members had locked nothing when they left the round before: a fresh result may be proposed. */
export const isFree = ({ votes }: CycleState, round: number, { quorum }: Federation): boolean =>
  round === 0 || votersOf(votes, round - 1, (held) => held === null).size >= quorum.skip;

/**
 * True when the result may be locked in this round: in its own, if that is free; in a later one, if S votes of the round
 * before hold nothing newer than a lock on it which was itself allowed.
 */
export function isAllowed(state: CycleState, of: Proposal, round: number, federation: Federation): boolean {
  if (round <= of.round) return round === of.round && isFree(state, round, federation);
  const isIt = (held: Lock | null): held is Lock => held?.result === of.result;
  const levels = [...votesOf(state.votes, round - 1)].flatMap((one) => {
    const held = heldBy(one);
    return isIt(held) && held.round < round ? [held.round] : [];
  });
  return [...new Set(levels)].some((level) => {
    const voters = votersOf(state.votes, round - 1, (held) =>
      held === null || held.round < level ? true : held.round === level && isIt(held),
    );
    return voters.size >= federation.quorum.skip && isAllowed(state, of, level, federation);
  });
}

const votesOf = (votes: readonly Vote[], round: number): Vote[] => votes.filter((one) => one.round === round);

/** Each member once, whatever else a liar among them has said. */
const votersOf = (votes: readonly Vote[], round: number, isFit: (held: Lock | null) => boolean): Set<NodeId> =>
  new Set(votesOf(votes, round).flatMap((one) => (isFit(heldBy(one)) ? [one.node] : [])));

function newestWith(votes: readonly Vote[], quorum: number): number {
  const voters = new Map<number, Set<NodeId>>();
  for (const { round, node } of votes) voters.set(round, (voters.get(round) ?? new Set()).add(node));
  return [...voters].reduce((newest, [round, { size }]) => (size >= quorum && round > newest ? round : newest), -1);
}
