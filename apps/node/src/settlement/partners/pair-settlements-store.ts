import type { Work } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';
import type { KeptPairSettlement } from './pair-settlement.js';

/** Where direct settlements of pairs are kept. */
export abstract class PairSettlementsStore {
  abstract find(work: Work, cycle: CycleId, peer: NodeId): Promise<KeptPairSettlement | null>;
  /** Adds or replaces. */
  abstract save(work: Work, kept: KeptPairSettlement): Promise<void>;
  /** Those that are not closed, the oldest cycle first. */
  abstract open(work: Work): Promise<readonly KeptPairSettlement[]>;
}
