import { areApprovalsComplete } from './certificates.js';
import type { AbortBody, AskBody, CycleMessage, FinalBody, ProposeBody, SkipBody, VoteBody } from './cycle-messages.js';
import { isLocked } from './cycle.js';
import {
  type Approval,
  type Declared,
  type Vote,
  approvalPayload,
  isApproval,
  isVote,
  votePayload,
} from './declarations.js';
import { type NodeId, coordinatorOf, takesPart } from './federation.js';
import { hearCut, hearState, hearSubmission } from './pairing.js';
import { type Proposal, collect, faultOf, partiesOf, wholeOf } from './proposal.js';
import type { Turn } from './turn.js';

/** Takes in what another node says. Nothing is decided here: knowledge is checked and kept, and repeats change nothing. */
export function hear(turn: Turn, from: NodeId, message: CycleMessage): void {
  if (message.body.cycle !== turn.state.cycle)
    return turn.refuse('not-this-cycle', `this is ${turn.state.cycle}, not ${message.body.cycle}`);
  for (const node of [from, turn.me])
    if (!takesPart(turn.context.federation, node))
      return turn.refuse('not-a-member', `${node} takes no part in this cycle`);
  switch (message.type) {
    case 'cycle.cut':
      return hearCut(turn, from);
    case 'cycle.state':
      return hearState(turn, from, message.body);
    case 'cycle.submit':
      return hearSubmission(turn, from, message.body);
    case 'cycle.propose':
      return hearProposal(turn, from, message.body);
    case 'cycle.approve':
      return hearApproval(turn, from, message.body);
    case 'cycle.ask':
      return hearAsk(turn, message.body);
    case 'cycle.lock':
      return hearVote(turn, lockOf(from, message.body));
    case 'cycle.skip':
      return hearVote(turn, skipOf(from, message.body));
    case 'cycle.abort':
      return hearAbort(turn, message.body);
    case 'cycle.final':
      return hearFinal(turn, message.body);
  }
}

/** Whoever waits longer with each round never gets here; a liar that invents far rounds is not remembered. */
const roundsMax = 1000;

const lockOf = (node: NodeId, { round, result, signature }: Omit<VoteBody, 'cycle'>): Vote => ({
  round: Number(round),
  node,
  vote: 'lock',
  result,
  sig: signature,
});

const skipOf = (node: NodeId, { round, held, signature }: Omit<SkipBody, 'cycle'>): Vote => ({
  round: Number(round),
  node,
  vote: 'skip',
  result: '',
  ...(held ? { held: { round: Number(held.round), result: held.result } } : {}),
  sig: signature,
});

function hearProposal(turn: Turn, from: NodeId, body: ProposeBody): void {
  const round = Number(body.round);
  const isOwn = coordinatorOf(round, turn.context.federation) === from;
  if (isTooFar(round)) return turn.refuse('too-far', `there is no round ${round}`);
  if (turn.state.proposals[body.result] !== undefined) return;
  // One proposal a round, from its coordinator. Any other is of use only when somebody has locked it.
  if ((!isOwn || turn.state.proposed[body.round] !== undefined) && !isLocked(turn.state, body.result))
    return turn.refuse('not-coordinator', `round ${round} has its proposal, or belongs to another coordinator`);
  const collected = collect(turn.state.incoming[from], `${body.round} ${body.result}`, body);
  turn.change({ incoming: { ...turn.state.incoming, [from]: collected } });
  const statements = wholeOf(collected);
  if (statements !== null)
    keepProposal(turn, isOwn, {
      cycle: body.cycle,
      round,
      fixing: body.fixing ?? null,
      statements,
      result: body.result,
    });
}

function keepProposal(turn: Turn, isOwn: boolean, proposal: Proposal): void {
  const fault = faultOf(proposal, turn.context.federation, turn.context);
  if (fault !== null) return turn.refuse('unsound', fault);
  const { proposals, proposed } = turn.state;
  const isFirst = isOwn && proposed[`${proposal.round}`] === undefined;
  turn.change({
    proposals: { ...proposals, [proposal.result]: proposal },
    proposed: isFirst ? { ...proposed, [`${proposal.round}`]: proposal.result } : proposed,
  });
}

function hearApproval(turn: Turn, from: NodeId, { round, result, signature }: VoteBody): void {
  const approval = { round: Number(round), node: from, result, sig: signature };
  if (isTooFar(approval.round)) return turn.refuse('too-far', `there is no round ${round}`);
  if (!isApproval(turn.state.cycle, approval, turn.context.check))
    return turn.refuse('bad-signature', `the approval is not signed by ${from}`);
  keepApproval(turn, approval);
}

function hearAsk(turn: Turn, { round, result, approvals }: Omit<AskBody, 'cycle'>): void {
  const proposal = turn.state.proposals[result];
  const at = Number(round);
  if (isTooFar(at)) return turn.refuse('too-far', `there is no round ${round}`);
  if (proposal === undefined) return turn.refuse('unknown-result', `no sound proposal of ${result} is known here`);
  if (!areApprovalsComplete(proposal, approvals, turn.context.check))
    return turn.refuse('not-approved-by-all', 'an approval is missing or not signed by its node');
  // Only those of its nodes were checked. One of anybody else would be kept unread, and could accuse the innocent.
  for (const node of partiesOf(proposal))
    keepApproval(turn, { round: proposal.round, node, result, sig: approvals[node]! });
  const { asks } = turn.state;
  if (!asks.some((one) => one.round === at && one.result === result))
    turn.change({ asks: [...asks, { round: at, result }] });
}

function hearVote(turn: Turn, vote: Vote): void {
  if (isTooFar(vote.round) || isTooFar(vote.held?.round ?? 0))
    return turn.refuse('too-far', `there is no round ${vote.round}`);
  if (!isVote(turn.state.cycle, vote, turn.context.check))
    return turn.refuse('bad-signature', `the vote is not signed by ${vote.node}`);
  keepVote(turn, vote);
}

function hearAbort(turn: Turn, { round, skips, bound = {} }: AbortBody): void {
  const free = Object.entries(skips).map(([node, signature]) => skipOf(node, { round, signature }));
  const others = Object.entries(bound).map(([node, { signature, ...held }]) =>
    held.round === round ? lockOf(node, { ...held, signature }) : skipOf(node, { round, held, signature }),
  );
  hearVotes(turn, [...free, ...others]);
}

function hearFinal(turn: Turn, { round, result, approvals, locks }: FinalBody): void {
  hearAsk(turn, { round, result, approvals });
  if (turn.refusal !== null) return;
  hearVotes(
    turn,
    Object.entries(locks).map(([node, signature]) => lockOf(node, { round, result, signature })),
  );
}

function hearVotes(turn: Turn, votes: readonly Vote[]): void {
  for (const vote of votes) if (turn.context.federation.members.includes(vote.node)) hearVote(turn, vote);
}

function keepApproval(turn: Turn, approval: Approval): void {
  const { approvals, cycle } = turn.state;
  const declared = ({ round, result, sig }: Approval): Declared => ({
    payload: approvalPayload(cycle, round, result),
    sig,
  });
  const same = approvals.filter(({ node, round }) => node === approval.node && round === approval.round);
  if (same.some(({ result }) => result === approval.result) || isIdle(turn, same, approval.result)) return;
  turn.change({ approvals: [...approvals, approval] });
  if (same.length === 1) accuse(turn, 'two-approvals', approval.node, declared(same[0]!), declared(approval));
}

function keepVote(turn: Turn, vote: Vote): void {
  const { votes, cycle } = turn.state;
  const declared = (of: Vote): Declared => ({ payload: votePayload(cycle, of), sig: of.sig });
  const same = votes.filter(({ node, round }) => node === vote.node && round === vote.round);
  const payload = JSON.stringify(votePayload(cycle, vote));
  if (same.some((known) => JSON.stringify(votePayload(cycle, known)) === payload)) return;
  const result = vote.vote === 'lock' ? vote.result : vote.held?.result;
  if (result !== undefined && isIdle(turn, same, result)) return;
  turn.change({ votes: [...votes, vote] });
  if (same.length === 1) accuse(turn, 'two-votes', vote.node, declared(same[0]!), declared(vote));
}

/**
 * Two different ones are a proof; more prove nothing further and only fill the memory. But one on a result that is known
 * here may be what others have counted in its final: whoever says three things must not keep us from seeing it.
 */
const isIdle = (turn: Turn, same: readonly unknown[], result: string): boolean =>
  same.length > 1 && turn.state.proposals[result] === undefined;

function accuse(
  turn: Turn,
  proof: 'two-votes' | 'two-approvals',
  node: NodeId,
  first: Declared,
  second: Declared,
): void {
  turn.effects.push({ kind: 'evidence', evidence: { proof, node, first, second } });
}

const isTooFar = (round: number): boolean => !Number.isSafeInteger(round) || round < 0 || round > roundsMax;
