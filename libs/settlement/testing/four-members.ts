import type { CycleInput } from '../cycle-effects.js';
import type { CycleState } from '../cycle.js';
import { signApproval, signVote } from '../declarations.js';
import type { Federation, NodeId } from '../federation.js';
import { type Proposal, proposalOf, proposeParts } from '../proposal.js';
import { quorumOf } from '../quorum.js';
import { type CycleStep, stepCycle } from '../step.js';
import { digest, signerOf } from './canonical.js';
import { contextFor, readyState, statementsAmongAll } from './liar.js';

/** Four members who have co-signed everything, seen from Paris. */

export const cycle = '2026-08';

export const members = ['be', 'de', 'fr', 'se'];
export const statements = statementsAmongAll(members);
export const federation: Federation = {
  members,
  coordinators: members,
  quorum: quorumOf(4),
  netting: { mode: 'per-currency' },
  emptyFromRound: 9,
};
export const context = contextFor('fr', federation);
export const ready = readyState('fr', members, statements);
export const proposal = (round: number, of = statements): Proposal =>
  proposalOf({ cycle, round, fixing: null, statements: of }, federation, digest)!;
export const approvals = (of: Proposal) =>
  Object.fromEntries(
    members.map((node) => [
      node,
      signApproval(cycle, { node, round: of.round, result: of.result }, signerOf(node)).sig,
    ]),
  );
export const votes = (vote: 'lock' | 'skip', round: number, result: string, nodes: readonly NodeId[]) =>
  Object.fromEntries(nodes.map((node) => [node, signVote(cycle, { node, vote, round, result }, signerOf(node)).sig]));

export function take(state: CycleState, ...inputs: readonly CycleInput[]) {
  let last = { state, effects: [], refusal: null } as CycleStep;
  for (const input of inputs) last = stepCycle(last.state, input, context);
  return last;
}

export const propose = (of: Proposal, from: NodeId): CycleInput[] =>
  proposeParts(of).map((body) => ({ kind: 'message', from, message: { type: 'cycle.propose', body } }));
export const ask = (of: Proposal, round: number, from: NodeId): CycleInput => ({
  kind: 'message',
  from,
  message: { type: 'cycle.ask', body: { cycle, round: `${round}`, result: of.result, approvals: approvals(of) } },
});
export const abort = (round: number, nodes = ['be', 'de', 'se']): CycleInput => ({
  kind: 'message',
  from: 'de',
  message: { type: 'cycle.abort', body: { cycle, round: `${round}`, skips: votes('skip', round, '', nodes) } },
});
/** The vote of one member; a skip may name a lock. */
export function voted(
  from: NodeId,
  vote: 'lock' | 'skip',
  round: number,
  lock?: { round: number; of: Proposal },
): CycleInput {
  const result = vote === 'lock' ? lock!.of.result : '';
  const held = vote === 'skip' && lock ? { held: { round: lock.round, result: lock.of.result } } : {};
  const { sig } = signVote(cycle, { node: from, vote, round, result, ...held }, signerOf(from));
  const body = { cycle, round: `${round}`, signature: sig };
  if (vote === 'lock') return { kind: 'message', from, message: { type: 'cycle.lock', body: { ...body, result } } };
  const holds = lock ? { held: { round: `${lock.round}`, result: lock.of.result } } : {};
  return { kind: 'message', from, message: { type: 'cycle.skip', body: { ...body, ...holds } } };
}
export const roundOver = (round: number): CycleInput => ({ kind: 'round-over', round });
export const said = (step: CycleStep) =>
  step.effects.map((effect) => (effect.kind === 'send' ? effect.message.type : effect.kind));
