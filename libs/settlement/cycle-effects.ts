import type { Final } from './certificates.js';
import type { CycleMessage } from './cycle-messages.js';
import type { Declared, Vote } from './declarations.js';
import type { NodeId } from './federation.js';
import type { Fixing } from './fixing.js';
import type { Statement } from './statement.js';

/** What can happen to a cycle on one node. Time comes in from outside, as moments that have passed. */
export type CycleInput =
  | { readonly kind: 'message'; readonly from: NodeId; readonly message: CycleMessage }
  /**
   * The moment has come to send the cuts; to submit what there is; as coordinator of the running round, to propose with
   * whoever has answered. The last one comes on the roster's day, and in later rounds well before the others give up.
   */
  | { readonly kind: 'due'; readonly what: 'cut-off' | 'statements' | 'proposal' }
  /** This node has waited long enough for a round. Comes again and again until the cycle is final. */
  | { readonly kind: 'round-over'; readonly round: number }
  /** The answer to the effect `state-pair`: the statement of the frozen set. */
  | { readonly kind: 'statement'; readonly peer: NodeId; readonly statement: Statement }
  /** All earlier cycles are applied here, so the sets of this one can be stated. */
  | { readonly kind: 'earlier-closed' }
  | { readonly kind: 'fixing'; readonly fixing: Fixing }
  /** This node once said it to the peer and has forgotten it; the peer gave it back after a restore. */
  | { readonly kind: 'remembered'; readonly peer: NodeId; readonly message: CycleMessage }
  /** After a restore all other members have given back what they hold of this node's words: it need not abstain. */
  | { readonly kind: 'all-remembered' }
  | { readonly kind: 'legs'; readonly standing: 'closed' | 'defaulted' | 'resolved' };

/** What the caller has to do, in this order, in the transaction that stores the new state. */
export type CycleEffect =
  | { readonly kind: 'send'; readonly to: NodeId; readonly message: CycleMessage }
  /** Stands before the sending: a vote that was sent and forgotten could be given twice. */
  | { readonly kind: 'store-vote'; readonly vote: Vote }
  | { readonly kind: 'state-pair'; readonly peer: NodeId }
  | { readonly kind: 'pair-differs'; readonly peer: NodeId; readonly mine: Statement; readonly theirs: Statement }
  | { readonly kind: 'round-began'; readonly round: number; readonly coordinator: NodeId }
  | { readonly kind: 'left-out'; readonly peer: NodeId; readonly round: number }
  | { readonly kind: 'not-approved'; readonly round: number; readonly why: string }
  | { readonly kind: 'final'; readonly final: Final }
  | { readonly kind: 'evidence'; readonly evidence: CycleEvidence };

/** Two declarations of one node on one round, with its signatures: any third party can check them. */
export interface CycleEvidence {
  readonly proof: 'two-votes' | 'two-approvals';
  readonly node: NodeId;
  readonly first: Declared;
  readonly second: Declared;
}
