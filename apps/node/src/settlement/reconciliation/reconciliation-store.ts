import type { Work } from '@passerelle/doors';
import type { CycleId, Difference } from '@passerelle/settlement';
import type { PlainDate } from '@passerelle/values';
import type { NodeId } from '../../peers/received.js';

/** The last day on which a peer and this node named the same heads. */
export interface Agreed {
  readonly peer: NodeId;
  readonly day: PlainDate;
  /** Up to which message of ours, and of the peer's. */
  readonly ours: bigint;
  readonly theirs: bigint;
}

/** Where it is kept that histories are equal, and which debts two nodes see differently. */
export abstract class ReconciliationStore {
  abstract saveAgreed(work: Work, agreed: Agreed): Promise<void>;
  abstract agreed(work: Work): Promise<readonly Agreed[]>;
  /** The same again changes nothing. */
  abstract addDifference(
    work: Work,
    of: { readonly cycle: CycleId; readonly peer: NodeId },
    found: Difference,
  ): Promise<void>;
  abstract differences(work: Work, cycle: CycleId, peer: NodeId): Promise<readonly Difference[]>;
}
