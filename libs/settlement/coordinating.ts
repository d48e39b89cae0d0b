import { approvalsOf, isApprovedByAll, isLocked } from './cycle.js';
import type { AbortBody } from './cycle-messages.js';
import { type NodeId, coordinatorOf } from './federation.js';
import { isAllowed, isFree } from './passage.js';
import { type Proposal, partiesOf, proposalOf, proposeParts, wholeOf } from './proposal.js';
import { type CoSigned, isCoSigned, isSound } from './statement.js';
import type { Turn } from './turn.js';

/** What the coordinator of a round does: it proposes, asks for locks, carries on. It has no power over amounts. */

/**
 * Carries on what may be final already. Otherwise, once everybody is there or the time has come, proposes anew: in round
 * 0 the submissions, later the votes before it.
 */
export function proposeWhenReady(turn: Turn): void {
  const { state, context } = turn;
  const { round } = state;
  if (state.abstains || coordinatorOf(round, context.federation) !== turn.me) return;
  const locked = carriable(turn);
  if (locked !== null) return carry(turn, locked);
  if (!isFree(state, round, context.federation)) return;
  const { members, netting } = context.federation;
  if (netting.mode === 'one-currency' && state.fixing === null) return;
  const present = round === 0 ? submitters(turn) : votersIn(turn, round - 1);
  if (state.proposeBy < round && present.length < members.length) return;
  if (!turn.once(`acted:${round}`)) return;
  const { cycle, fixing } = state;
  const statements = isEmptyRound(turn) ? [] : statementsAmong(turn, answering(turn, present));
  const proposal = proposalOf({ cycle, round, fixing, statements }, context.federation, context.digest);
  if (proposal !== null) publish(turn, round, proposal);
}

/** With approvals of all nodes in the own proposal, asks all members to lock. */
export function askForLocks(turn: Turn): void {
  const { round, proposed, proposals } = turn.state;
  if (coordinatorOf(round, turn.context.federation) !== turn.me) return;
  const proposal = proposals[proposed[`${round}`] ?? ''];
  if (proposal === undefined || !isApprovedByAll(turn.state, proposal)) return;
  if (turn.once(`ask:${round}`)) askToLock(turn, turn.context.federation.members, round, proposal);
}

/** Some may have locked it, too few for a final; the same result is carried into this round, and the others may join. */
function carry(turn: Turn, proposal: Proposal): void {
  const { round } = turn.state;
  if (!turn.once(`acted:${round}`)) return;
  publish(turn, round, proposal);
  askToLock(turn, turn.context.federation.members, round, proposal);
}

/** The result that the votes of the round before allow, approved by all; of several, which only liars can bring about, one. */
function carriable({ state, context }: Turn): Proposal | null {
  const open = Object.values(state.proposals)
    .filter(({ round }) => round < state.round)
    .filter((proposal) => isLocked(state, proposal.result) && isApprovedByAll(state, proposal))
    .filter((proposal) => isAllowed(state, proposal, state.round, context.federation))
    .sort((x, y) => (x.result < y.result ? -1 : 1));
  return open[0] ?? null;
}

/** Everything somebody needs who has seen nothing of the result: why it may be locked, its parts, the question. */
export function helpWith(turn: Turn, to: NodeId, proposal: Proposal, round: number): void {
  showVotes(turn, [to], round);
  for (const body of proposeParts(proposal)) turn.send(to, { type: 'cycle.propose', body });
  askToLock(turn, [to], round, proposal);
}

/** How members have voted in the rounds before this one, to those who may not have seen all of it. */
export function showVotes(turn: Turn, to: readonly NodeId[], round: number): void {
  for (const before of [...new Set(turn.state.votes.map((one) => one.round))].sort((x, y) => x - y)) {
    if (before >= round) return;
    const body = votesBody(turn, before);
    const count = Object.keys(body.skips).length + Object.keys(body.bound ?? {}).length;
    // Fewer allow nothing, so nobody has anything of them.
    if (count < turn.context.federation.quorum.skip) continue;
    const mark = `${before}:${count}`;
    for (const node of to) if (turn.once(`shown:${node}:${mark}`)) turn.send(node, { type: 'cycle.abort', body });
  }
}

function votesBody({ state: { cycle, votes } }: Turn, round: number): AbortBody {
  const cast = votes.filter((one) => one.round === round);
  const skips = cast.filter(({ vote, held }) => vote === 'skip' && held === undefined);
  const bound = cast.flatMap(({ node, vote, result, held, sig }) => {
    const lock = vote === 'lock' ? { round, result } : held;
    return lock ? [[node, { round: `${lock.round}`, result: lock.result, signature: sig }] as const] : [];
  });
  const free = Object.fromEntries(skips.map(({ node, sig }) => [node, sig]));
  return { cycle, round: `${round}`, skips: free, ...(bound.length > 0 ? { bound: Object.fromEntries(bound) } : {}) };
}

function publish(turn: Turn, round: number, proposal: Proposal): void {
  const { members } = turn.context.federation;
  showVotes(
    turn,
    members.filter((node) => node !== turn.me),
    round,
  );
  for (const body of proposeParts(proposal))
    for (const node of members) turn.send(node, { type: 'cycle.propose', body });
}

function askToLock(turn: Turn, to: readonly NodeId[], round: number, proposal: Proposal): void {
  const approvals = approvalsOf(turn.state, proposal);
  const body = { cycle: proposal.cycle, round: `${round}`, result: proposal.result, approvals };
  for (const node of to) turn.send(node, { type: 'cycle.ask', body });
}

const isEmptyRound = ({ state, context }: Turn): boolean => state.round >= context.federation.emptyFromRound;

const submitters = ({ state }: Turn): string[] =>
  Object.entries(state.submissions).flatMap(([node, collected]) => (wholeOf(collected) === null ? [] : [node]));

const votersIn = ({ state }: Turn, round: number): string[] => [
  ...new Set(state.votes.filter((vote) => vote.round === round).map(({ node }) => node)),
];

/** Those present, without the nodes that were asked in the round before and did not approve while others did. */
function answering({ state }: Turn, present: readonly string[]): string[] {
  const before = state.proposals[state.proposed[`${state.round - 1}`] ?? ''];
  if (before === undefined) return [...present];
  const approvals = approvalsOf(state, before);
  if (Object.keys(approvals).length === 0) return [...present];
  const silent = partiesOf(before).filter((node) => approvals[node] === undefined);
  return present.filter((node) => !silent.includes(node));
}

/** The statements among these nodes, each pair once, as either of the two has submitted it. */
function statementsAmong({ state, context }: Turn, nodes: readonly string[]): CoSigned[] {
  const pairs = new Map<string, CoSigned>();
  for (const collected of Object.values(state.submissions))
    for (const statement of wholeOf(collected) ?? []) {
      const isAmong = nodes.includes(statement.a) && nodes.includes(statement.b) && statement.n !== '0';
      if (isAmong && isSound(statement, state.cycle) && isCoSigned(statement, context.checkNow))
        pairs.set(`${statement.a} ${statement.b}`, statement);
    }
  return [...pairs.values()];
}
