import { approvalsOf, isApprovedByAll, lastAbort, locksOn } from './cycle.js';
import type { Signatures } from './cycle-messages.js';
import { type NodeId, coordinatorOf } from './federation.js';
import { type Proposal, partiesOf, proposalOf, proposeParts, wholeOf } from './proposal.js';
import { type CoSigned, isCoSigned, isSound } from './statement.js';
import type { Turn } from './turn.js';

/** What the coordinator of a round does: it proposes, asks for locks, carries on. It has no power over amounts. */

/** Proposes once everybody is there or the time has come: in round 0 the submissions, later the votes before it. */
export function proposeWhenReady(turn: Turn): void {
  const { state, context } = turn;
  const { round } = state;
  if (state.abstains || coordinatorOf(round, context.federation) !== turn.me) return;
  if (round > 0 && lastAbort(state, context.federation) !== round - 1) return;
  const { members, netting } = context.federation;
  if (netting.mode === 'one-currency' && state.fixing === null) return;
  const present = round === 0 ? submitters(turn) : votersIn(turn, round - 1);
  if (state.proposeBy < round && present.length < members.length) return;
  if (!turn.once(`acted:${round}`)) return;
  const { cycle, fixing } = state;
  const statements = isEmptyRound(turn) ? [] : statementsAmong(turn, answering(turn, present));
  const proposal = proposalOf({ cycle, round, fixing, statements }, context.federation, context.digest);
  if (proposal !== null) publish(turn, proposal);
}

/** With approvals of all nodes in the own proposal, asks all members to lock. */
export function askForLocks(turn: Turn): void {
  const { round, proposed, proposals } = turn.state;
  if (coordinatorOf(round, turn.context.federation) !== turn.me) return;
  const proposal = proposals[proposed[`${round}`] ?? ''];
  if (proposal === undefined || !isApprovedByAll(turn.state, proposal)) return;
  if (turn.once(`ask:${round}`)) askToLock(turn, turn.context.federation.members, round, proposal);
}

/**
 * The round before was split: some have locked, too few for a final, and too few skipped for an abort. The same result
 * is carried into this round; the others may still join those who locked it.
 */
export function carry(turn: Turn, proposal: Proposal): void {
  const { round } = turn.state;
  if (coordinatorOf(round, turn.context.federation) !== turn.me || !turn.once(`acted:${round}`)) return;
  publish(turn, proposal);
  askToLock(turn, turn.context.federation.members, round, proposal);
}

/**
 * The result that a split round leaves to be carried on: of those approved by all, the one with the most locks since the
 * last abort. One that nobody is known to have locked is not: its round will be aborted, perhaps is already, and another
 * result may have been locked after that. Two results with locks would hold up each other for ever.
 */
export function carriable(turn: Turn): Proposal | null {
  const { state, context } = turn;
  const aborted = lastAbort(state, context.federation);
  const locks = ({ result }: Proposal) => locksOn(state, result).filter(({ round }) => round > aborted).length;
  const open = Object.values(state.proposals)
    .filter((proposal) => isApprovedByAll(state, proposal))
    .filter((proposal) => locks(proposal) > 0)
    .sort((x, y) => locks(y) - locks(x) || (x.result < y.result ? -1 : 1));
  return open[0] ?? null;
}

/** Everything somebody needs who has seen nothing of the result: why the round began, its parts, the question. */
export function helpWith(turn: Turn, to: NodeId, proposal: Proposal, round: number): void {
  showAbort(turn, [to], proposal.round - 1);
  for (const body of proposeParts(proposal)) turn.send(to, { type: 'cycle.propose', body });
  askToLock(turn, [to], round, proposal);
}

/** The proof that a round is over, for those who have not seen all of its skips. */
export function showAbort(turn: Turn, to: readonly NodeId[], round: number): void {
  const { cycle, votes } = turn.state;
  const skips = votes.filter((one) => one.vote === 'skip' && one.round === round).map(({ node, sig }) => [node, sig]);
  if (skips.length < turn.context.federation.quorum.skip) return;
  const body = { cycle, round: `${round}`, skips: Object.fromEntries(skips) as Signatures };
  for (const node of to) turn.send(node, { type: 'cycle.abort', body });
}

function publish(turn: Turn, proposal: Proposal): void {
  const { members } = turn.context.federation;
  showAbort(turn, members, proposal.round - 1);
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
      if (isAmong && isSound(statement, state.cycle) && isCoSigned(statement, context.check))
        pairs.set(`${statement.a} ${statement.b}`, statement);
    }
  return [...pairs.values()];
}
