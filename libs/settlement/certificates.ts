import { type Result, ok, refuse } from '@passerelle/values';
import type { CycleRefusal, Signatures } from './cycle-messages.js';
import { isApproval, isVote } from './declarations.js';
import type { CycleId, Digest, Federation, NodeId, SignatureCheck } from './federation.js';
import { type Proposal, faultOf, partiesOf } from './proposal.js';

/** A result that nothing can change: the proposal, all approvals and a quorum of locks. It checks with the roster alone. */
export interface Final {
  readonly cycle: CycleId;
  /** The round in which it was locked: that of the proposal, or a later one into which it was carried. */
  readonly round: number;
  readonly proposal: Proposal;
  readonly approvals: Signatures;
  readonly locks: Signatures;
}

/** The proof that a round ended without a result: a quorum of skips. */
export interface Abort {
  readonly cycle: CycleId;
  readonly round: number;
  readonly skips: Signatures;
}

export interface Verifier {
  readonly federation: Federation;
  readonly digest: Digest;
  readonly check: SignatureCheck;
}

export function verifyFinal(final: Final, verifier: Verifier): Result<Final, CycleRefusal> {
  const { cycle, round, proposal, approvals, locks } = final;
  const { federation, check } = verifier;
  if (proposal.cycle !== cycle || proposal.round > round)
    return refuse({ code: 'not-this-cycle', detail: `a proposal of ${proposal.cycle}, round ${proposal.round}` });
  const fault = faultOf(proposal, federation, verifier);
  if (fault !== null) return refuse({ code: 'unsound', detail: fault });
  if (!areApprovalsComplete(proposal, approvals, check))
    return refuse({ code: 'not-approved-by-all', detail: 'an approval is missing or not signed by its node' });
  const lock = { round, vote: 'lock' as const, result: proposal.result };
  const lockers = signersOf(locks, federation, (node, sig) => isVote(cycle, { ...lock, node, sig }, check));
  return lockers.length >= federation.quorum.lock
    ? ok(final)
    : refuse({ code: 'not-a-quorum', detail: `${lockers.length} locks of ${federation.quorum.lock}` });
}

export function verifyAbort(
  abort: Abort,
  { federation, check }: Pick<Verifier, 'federation' | 'check'>,
): Result<Abort, CycleRefusal> {
  const { cycle, round, skips } = abort;
  const skip = { round, vote: 'skip' as const, result: '' };
  const skippers = signersOf(skips, federation, (node, sig) => isVote(cycle, { ...skip, node, sig }, check));
  return skippers.length >= federation.quorum.skip
    ? ok(abort)
    : refuse({ code: 'not-a-quorum', detail: `${skippers.length} skips of ${federation.quorum.skip}` });
}

/** True when every node of the proposal has approved it. */
export const areApprovalsComplete = (proposal: Proposal, approvals: Signatures, check: SignatureCheck): boolean =>
  partiesOf(proposal).every((node) =>
    isApproval(
      proposal.cycle,
      { node, round: proposal.round, result: proposal.result, sig: approvals[node] ?? '' },
      check,
    ),
  );

/** The members whose signature is good, each once. */
const signersOf = (
  sigs: Signatures,
  { members }: Federation,
  isGood: (node: NodeId, sig: string) => boolean,
): NodeId[] =>
  Object.entries(sigs).flatMap(([node, sig]) => (members.includes(node) && isGood(node, sig) ? [node] : []));
