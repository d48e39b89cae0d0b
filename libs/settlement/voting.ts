import { type Final, areApprovalsComplete } from './certificates.js';
import type { CycleMessage } from './cycle-messages.js';
import { approvalsOf, coSignedOf, isApprovedByAll, locksOn } from './cycle.js';
import { helpWith, showVotes } from './coordinating.js';
import { type Vote, signApproval, signVote } from './declarations.js';
import { type CycleId, type NodeId, coordinatorOf } from './federation.js';
import { submitWhenReady } from './pairing.js';
import { isAllowed, isFree, lastLeavable, lastSkipped } from './passage.js';
import { type Proposal, partiesOf } from './proposal.js';
import { isCoSigned, isSameStatement, peerIn } from './statement.js';
import type { Turn } from './turn.js';

/** Steps 4 to 6 of a cycle, as every member does them: approve, lock or skip, recognise a final. */

/** Follows into the round after one that nobody can end any more, and submits to that round's coordinator. */
export function followRound(turn: Turn): void {
  const fresh = lastSkipped(turn.state, turn.context.federation) + 1;
  if (fresh > turn.state.round) enter(turn, fresh);
  const { round } = turn.state;
  submitWhenReady(turn, round, coordinatorOf(round, turn.context.federation));
}

/** Step 4. One approval for each round, of what the round's own coordinator proposed first. */
export function approveWhenSound(turn: Turn): void {
  const { state, context } = turn;
  const { round, cycle } = state;
  const proposal = state.proposals[state.proposed[`${round}`] ?? ''];
  if (proposal === undefined || proposal.round !== round || state.abstains) return;
  if (hasVotedFrom(turn, round) || !isFree(state, round, context.federation)) return;
  if (!turn.once(`judged:${round}`)) return;
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
 * This node has waited long enough. What it has locked or knows to be final it passes on, because whoever should have
 * done so may be gone. It skips if it has not voted, and says what it has locked before; then, or once others have voted
 * too, it goes on.
 */
export function roundOver(turn: Turn, round: number): void {
  if (turn.state.final !== null) return passOnFinal(turn, turn.state.final);
  if (round !== turn.state.round) return;
  passOnLock(turn);
  if (!turn.state.abstains && !hasVotedFrom(turn, round)) return skip(turn, round);
  const left = lastLeavable(turn.state, turn.context.federation);
  if (left < round) return;
  showVotes(turn, others(turn), left + 1);
  enter(turn, left + 1);
}

/** One vote for each round, ever, and none below a round it has voted in. */
const hasVotedFrom = ({ state, me }: Turn, round: number): boolean =>
  state.votes.some((one) => one.node === me && one.round >= round);

/** Whatever this node has locked before, it may lock what the votes of the round before allow: nothing else can be final. */
const mayLock = (turn: Turn, round: number, proposal: Proposal): boolean =>
  !turn.state.abstains &&
  !hasVotedFrom(turn, round) &&
  isAllowed(turn.state, proposal, round, turn.context.federation) &&
  (round > proposal.round || hasGoodKeys(turn, proposal));

/** A fresh result needs keys that nobody has stolen. One that may be final already is carried on with those it had. */
const hasGoodKeys = ({ state, context }: Turn, proposal: Proposal): boolean =>
  proposal.statements.every((statement) => isCoSigned(statement, context.checkNow)) &&
  areApprovalsComplete(proposal, approvalsOf(state, proposal), context.checkNow);

function skip(turn: Turn, round: number): void {
  submitWhenReady(turn, round + 1, coordinatorOf(round + 1, turn.context.federation));
  // Others may miss the one vote that ended the round before.
  showVotes(turn, others(turn), round);
  const newest = ownLocks(turn)[0];
  const held = newest ? { held: { round: newest.round, result: newest.result } } : {};
  vote(turn, { round, node: turn.me, vote: 'skip', result: '', ...held });
}

/** The newest first. */
const ownLocks = ({ state, me }: Turn): Vote[] =>
  state.votes.filter((one) => one.node === me && one.vote === 'lock').sort((x, y) => y.round - x.round);

function vote(turn: Turn, of: Omit<Vote, 'sig'>): void {
  const cast = signVote(turn.state.cycle, of, turn.context.sign);
  turn.effects.push({ kind: 'store-vote', vote: cast });
  turn.change({ votes: [...turn.state.votes, cast] });
  const message = messageOf(turn.state.cycle, cast);
  for (const node of others(turn)) turn.send(node, message);
}

function messageOf(cycle: CycleId, { vote: kind, round, result, held, sig }: Vote): CycleMessage {
  const body = { cycle, round: `${round}`, signature: sig };
  if (kind === 'lock') return { type: 'cycle.lock', body: { ...body, result } };
  const holds = held ? { held: { round: `${held.round}`, result: held.result } } : {};
  return { type: 'cycle.skip', body: { ...body, ...holds } };
}

function enter(turn: Turn, round: number): void {
  turn.change({ round });
  turn.effects.push({ kind: 'round-began', round, coordinator: coordinatorOf(round, turn.context.federation) });
}

/** Why this node does not approve, or null. The proposal is sound by itself; here it is held against what it signed. */
function objectionTo(turn: Turn, { statements, fixing }: Proposal): string | null {
  const own = coSignedOf(turn.state);
  const revoked = statements.find((statement) => !isCoSigned(statement, turn.context.checkNow));
  if (revoked) return `a key under the statement of ${revoked.a} and ${revoked.b} was revoked`;
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
  const { state } = turn;
  const mine = ownLocks(turn)[0];
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
    // Without the locks nobody takes a proposal from a node whose round it is not.
    showVotes(turn, [node], final.round + 1);
    if (isCoordinator || !locked.includes(node)) helpWith(turn, node, final.proposal, final.round);
    tellFinal(turn, node, final);
  }
}

function tellFinal(turn: Turn, to: NodeId, { cycle, round, proposal, approvals, locks }: Final): void {
  const body = { cycle, round: `${round}`, result: proposal.result, approvals, locks };
  turn.send(to, { type: 'cycle.final', body });
}

const others = ({ me, context }: Turn): NodeId[] => context.federation.members.filter((node) => node !== me);
