import type { CycleId, SettlePairBody } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';

/** One side's word to settle a co-signed statement between the two, with the last cut of its sender at that moment. */
export interface PairWord {
  readonly body: SettlePairBody;
  readonly lastCut: CycleId | null;
}

/** A pair that settles directly what a cycle left out. */
export interface KeptPairSettlement {
  readonly cycle: CycleId;
  readonly peer: NodeId;
  readonly words: Readonly<Record<NodeId, PairWord>>;
  /** `settled`: both have said so and it is booked. `closed`: its payments have arrived. */
  readonly status: 'offered' | 'settled' | 'closed';
  /** What stands in the obligations that it settled; null before. */
  readonly label: string | null;
}
