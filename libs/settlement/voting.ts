import type { Final } from './certificates.js';
import { approvalsOf, coSignedOf, isApprovedByAll, lastAbort, locksOn } from './cycle.js';
import { carriable, carry, helpWith, showAbort } from './coordinating.js';
import { type Vote, signApproval, signVote } from './declarations.js';
import { type NodeId, coordinatorOf } from './federation.js';
import { submitWhenReady } from './pairing.js';
import { type Proposal, partiesOf } from './proposal.js';
import { isSameStatement, peerIn } from './statement.js';
import type { Turn } from './turn.js';

/** Steps 4 to 6 of a cycle, as every member does them: approve, lock or skip, recognise a final. */

/**
 * Follows a new abort into the round after it, also back from rounds that only carried what it has undone, and submits
 * to that round's coordinator.
 */
export function followRound(turn: Turn): void {
  const aborted = lastAbort(turn.state, turn.context.federation);
  const fresh = aborted + 1;
  if (aborted > turn.state.aborted) {
    turn.change({ aborted });
    const voted = turn.state.votes.filter(({ node }) => node === turn.me).map((one) => one.round);
    enter(turn, Math.max(fresh, ...voted));
  }
  submitWhenReady(turn, fresh, coordinatorOf(fresh, turn.context.federation));
}

/** Step 4. One approval for each round, of what the round's own coordinator proposed first. */
export function approveWhenSound(turn: Turn): void {
  const { state, context } = turn;
  const { round, cycle } = state;
  const proposal = state.proposals[state.proposed[`${round}`] ?? ''];
  if (proposal === undefined || proposal.round !== round || state.abstains) return;
  if (hasVotedFrom(turn, round) || !isPassageTo(turn, round) || !turn.once(`judged:${round}`)) return;
  reportLeftOut(turn, proposal);
  if (!partiesOf(proposal).includes(turn.me)) return;
  const why = objectionTo(turn, proposal);
  if (why !== null) {
    turn.effects.push({ kind: 'not-approved', round, why });
    return;
  }
  const { result } = proposal;
  const { sig } = signApproval(cycle, { node: turn.me, round, result }, context.sign);
  // To whoever may have to go on from here, so that a successor knows who answered.
  for (const coordinator of new Set([coordinatorOf(round, context.federation), ...context.federation.coordinators]))
    turn.send(coordinator, {
      type: 'cycle.approve',
      body: { cycle, round: `${round}`, result, signature: sig },
    });
}

/** Step 5. Locks the newest result it was asked for, if it may. */
export function lockWhenAsked(turn: Turn): void {
  const asks = [...turn.state.asks].sort((x, y) => y.round - x.round);
  for (const { round, result } of asks) {
    const proposal = turn.state.proposals[result];
    if (proposal === undefined || !mayLock(turn, round, proposal)) continue;
    if (round > turn.state.round) enter(turn, round);
    vote(turn, { round, node: turn.me, vote: 'lock', result });
    return;
  }
}

/** Step 6. A quorum of locks on a result that all its nodes have approved cannot be undone by anybody. */
export function recogniseFinal(turn: Turn): void {
  const { state, context } = turn;
  for (const proposal of Object.values(state.proposals)) {
    if (!isApprovedByAll(state, proposal)) continue;
    const locks = locksOn(state, proposal.result);
    for (const round of new Set(locks.map((lock) => lock.round))) {
      const sigs = locks.filter((lock) => lock.round === round).map(({ node, sig }) => [node, sig] as const);
      if (sigs.length < context.federation.quorum.lock) continue;
      const approvals = approvalsOf(state, proposal);
      const final = { cycle: state.cycle, round, proposal, approvals, locks: Object.fromEntries(sigs) };
      turn.change({ final });
      turn.effects.push({ kind: 'final', final });
      if (coordinatorOf(round, context.federation) === turn.me)
        for (const node of others(turn)) tellFinal(turn, node, final);
      return;
    }
  }
}

/**
 * This node has waited long enough. It skips if it has not voted and may; otherwise the round is split, and it moves on
 * with the result that can be carried. What it has locked or knows to be final it passes on, because whoever should
 * have done so may be gone.
 */
export function roundOver(turn: Turn, round: number): void {
  if (turn.state.final !== null) return passOnFinal(turn, turn.state.final);
  if (round !== turn.state.round) return;
  passOnLock(turn);
  if (maySkip(turn, round)) return skip(turn, round);
  const proposal = carriable(turn);
  if (proposal === null || isWaitingForLocks(turn, round)) return;
  enter(turn, round + 1);
  carry(turn, proposal);
}

/** Into a round that carries a result nobody skips: once it is locked there, the others only have to come back. */
const isWaitingForLocks = (turn: Turn, round: number): boolean =>
  hasVotedFrom(turn, round) && !isPassageTo(turn, round);

/** One vote for each round, ever, and none below a round it has voted in. */
const hasVotedFrom = ({ state, me }: Turn, round: number): boolean =>
  state.votes.some((one) => one.node === me && one.round >= round);

/** A fresh result, an approval and a skip need to know that the round before ended without one. */
const isPassageTo = ({ state, context }: Turn, round: number): boolean =>
  round === 0 || lastAbort(state, context.federation) >= round - 1;

/**
 * Locking a fresh result needs an abort of the round before. Locking one that is carried on needs none, because it is
 * the same result; but whoever has locked another one since the last abort is bound to that one.
 */
function mayLock(turn: Turn, round: number, proposal: Proposal): boolean {
  const { state, context, me } = turn;
  const aborted = lastAbort(state, context.federation);
  if (state.abstains || hasVotedFrom(turn, round) || round <= aborted || round < proposal.round) return false;
  if (round === proposal.round && !isPassageTo(turn, round)) return false;
  return state.votes.every(
    (one) => one.node !== me || one.vote === 'skip' || one.round <= aborted || one.result === proposal.result,
  );
}

const maySkip = (turn: Turn, round: number): boolean =>
  !turn.state.abstains && !hasVotedFrom(turn, round) && isPassageTo(turn, round);

function skip(turn: Turn, round: number): void {
  submitWhenReady(turn, round + 1, coordinatorOf(round + 1, turn.context.federation));
  // Others may miss the one skip that ended the round before, and could not follow this vote without it.
  showAbort(turn, others(turn), round - 1);
  vote(turn, { round, node: turn.me, vote: 'skip', result: '' });
}

function vote(turn: Turn, of: Omit<Vote, 'sig'>): void {
  const cast = signVote(turn.state.cycle, of, turn.context.sign);
  turn.effects.push({ kind: 'store-vote', vote: cast });
  turn.change({ votes: [...turn.state.votes, cast] });
  const body = { cycle: turn.state.cycle, round: `${cast.round}`, signature: cast.sig };
  for (const node of others(turn))
    turn.send(
      node,
      cast.vote === 'lock'
        ? { type: 'cycle.lock', body: { ...body, result: cast.result } }
        : { type: 'cycle.skip', body },
    );
}

function enter(turn: Turn, round: number): void {
  turn.change({ round });
  turn.effects.push({ kind: 'round-began', round, coordinator: coordinatorOf(round, turn.context.federation) });
}

/** Why this node does not approve, or null. The proposal is sound by itself; here it is held against what it signed. */
function objectionTo(turn: Turn, { statements, fixing }: Proposal): string | null {
  const own = coSignedOf(turn.state);
  for (const statement of statements) {
    const peer = peerIn(statement, turn.me);
    if (peer === null) continue;
    const mine = own[peer];
    if (mine === undefined || !isSameStatement(mine, statement, turn.context.digest))
      return `the statement with ${peer} is not the one this node signed`;
  }
  return fixing === null || turn.context.isFixingRight(fixing) ? null : 'the fixing is not what its source says';
}

function reportLeftOut(turn: Turn, { statements, round }: Proposal): void {
  const named = statements.flatMap((statement) => peerIn(statement, turn.me) ?? []);
  for (const peer of Object.keys(coSignedOf(turn.state)))
    if (!named.includes(peer)) turn.effects.push({ kind: 'left-out', peer, round });
}

/** To whoever has not been seen to lock the same, everything needed to do so. */
function passOnLock(turn: Turn): void {
  const { state, me } = turn;
  const mine = state.votes.filter((one) => one.node === me && one.vote === 'lock').sort((x, y) => y.round - x.round)[0];
  const proposal = state.proposals[mine?.result ?? ''];
  // After a restore a lock may be back before the result that it locked.
  if (mine === undefined || proposal === undefined) return;
  const locked = locksOn(state, mine.result).filter(({ round }) => round === mine.round);
  for (const node of others(turn))
    if (!locked.some((one) => one.node === node) && turn.once(`helped:${node}:${mine.round}`))
      helpWith(turn, node, proposal, mine.round);
}

/**
 * A member that locked may still lack the votes of others, and one that did not may lack the proposal too. So may one
 * that locked and was restored from a backup since, when who proposed it is gone: coordinators show it to everybody.
 */
function passOnFinal(turn: Turn, final: Final): void {
  const locked = locksOn(turn.state, final.proposal.result).map(({ node }) => node);
  const isCoordinator = turn.context.federation.coordinators.includes(turn.me);
  for (const node of others(turn).filter((one) => turn.once(`told:${one}`))) {
    if (isCoordinator || !locked.includes(node)) helpWith(turn, node, final.proposal, final.round);
    tellFinal(turn, node, final);
  }
}

function tellFinal(turn: Turn, to: NodeId, { cycle, round, proposal, approvals, locks }: Final): void {
  const body = { cycle, round: `${round}`, result: proposal.result, approvals, locks };
  turn.send(to, { type: 'cycle.final', body });
}

const others = ({ me, context }: Turn): NodeId[] => context.federation.members.filter((node) => node !== me);
