import type { Result } from '@passerelle/values';
import { type Dispute, type DisputeOutcome, type Hold, isHeldIn } from './dispute.js';
import { type CycleId, type Digest, type NodeId, firstAfter, nextCycle } from './federation.js';
import type { ObligationTerms } from './terms.js';

export type ObligationState = 'proposed' | 'agreed' | 'held' | 'rejected' | 'withdrawn' | 'settled' | 'void';

/** From each state, the states that may follow. A correction is a new obligation, so nothing leaves an end. */
export const obligationMoves: Readonly<Record<ObligationState, readonly ObligationState[]>> = {
  proposed: ['agreed', 'rejected', 'withdrawn'],
  // Only for an answer that had not seen the withdrawal.
  withdrawn: ['agreed', 'rejected'],
  agreed: ['held', 'settled'],
  // A dispute opened after the cut comes too late for that cycle, which may still settle what is held for later ones.
  held: ['agreed', 'void', 'settled'],
  rejected: [],
  settled: [],
  void: [],
};

/** What one branch owes another. `seq` and `ack` are message numbers of the pair's two directions. */
export interface Obligation {
  readonly terms: ObligationTerms;
  /** The hash of the terms, which the acceptor repeats. */
  readonly hash: string;
  readonly proposer: NodeId;
  readonly state: ObligationState;
  readonly proposeSeq: number;
  readonly withdrawSeq: number | null;
  readonly answerSeq: number | null;
  /** The first cycle in which it counts; null until it is agreed. */
  readonly cycle: CycleId | null;
  readonly settledIn: string | null;
  readonly holds: readonly Hold[];
  readonly dispute: Dispute | null;
  /** The two messages that ended the last dispute. */
  readonly disputeEnded: Readonly<Record<NodeId, number>> | null;
}

export type ObligationMessage =
  | { readonly type: 'obligation.propose'; readonly body: ObligationTerms }
  | { readonly type: 'obligation.accept'; readonly body: Accept }
  | { readonly type: 'obligation.reject'; readonly body: { readonly obligation: string; readonly code: string } }
  | { readonly type: 'obligation.withdraw'; readonly body: { readonly obligation: string } }
  | { readonly type: 'dispute.open'; readonly body: DisputeOpen }
  | { readonly type: 'dispute.close'; readonly body: DisputeClose };

export interface Accept {
  readonly obligation: string;
  readonly terms: string;
  readonly cycle: CycleId;
}

export interface DisputeOpen {
  readonly obligation: string;
  readonly code: string;
  readonly evidence: string;
}

export interface DisputeClose {
  readonly obligation: string;
  readonly outcome: DisputeOutcome;
}

/** A message of one side, with its number and how many messages of the other side its sender had applied. */
export type Said<M = ObligationMessage> = M & { readonly from: NodeId; readonly seq: number; readonly ack: number };

/** What the message is judged against. `lastCut` is the newest cycle cut by that node in the messages before. */
export interface PairContext {
  readonly parties: readonly [NodeId, NodeId];
  readonly lastCut: (node: NodeId) => CycleId | null;
  readonly obligation: (id: string) => Obligation | undefined;
  readonly digest: Digest;
}

/** What became true with the message; nothing when it changed nothing. */
export type ObligationEffect =
  'proposed' | 'agreed' | 'rejected' | 'withdrawn' | 'held' | 'resumed' | 'voided' | 'settled';

export interface Decided {
  readonly next: Obligation;
  readonly effects: readonly ObligationEffect[];
}

/** Why a message entered the chain but changed nothing; the code is answered to its sender. */
export interface ObligationRefusal {
  readonly code:
    | 'wrong-party'
    | 'nonsense'
    | 'wrong-reversal'
    | 'other-terms'
    | 'unknown-obligation'
    | 'wrong-terms'
    | 'no-cycle'
    | 'not-agreed'
    | 'no-dispute'
    | ObligationState;
  readonly detail: string;
}

export type Decision = Result<Decided, ObligationRefusal>;

/**
 * True when the obligation counts in a cycle. What was said after a cut never changes a set that was cut, so both sides
 * get the same set whenever they ask.
 */
export const countsIn = ({ cycle: first, settledIn, holds }: Obligation, cycle: CycleId): boolean =>
  first !== null && first <= cycle && settledIn === null && !isHeldIn(holds, cycle);

/**
 * Whether this node may say that a dispute is void: not while the obligation counts in any cycle that it has cut and
 * that is not closed here, because that cycle may still settle it. The newest cut alone does not tell: the dispute may
 * hold the obligation back from that one, and an older cycle may still be open.
 */
export function mayVoid(current: Obligation, cut: CycleId | null, closed: CycleId | null): boolean {
  if (cut === null || current.cycle === null) return true;
  const open = firstAfter(closed);
  for (let cycle = open > current.cycle ? open : current.cycle; cycle <= cut; cycle = nextCycle(cycle))
    if (countsIn(current, cycle)) return false;
  return true;
}
