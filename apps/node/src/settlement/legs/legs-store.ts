import type { Work } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';
import type { KeptLeg, PaymentWord } from './kept-leg.js';

/** Where the legs of this node are kept, and what was said about them. */
export abstract class LegsStore {
  abstract find(work: Work, id: string): Promise<KeptLeg | null>;
  /** Adds or replaces. */
  abstract save(work: Work, leg: KeptLeg): Promise<void>;
  abstract ofCycle(work: Work, cycle: CycleId): Promise<readonly KeptLeg[]>;
  /** Those that are not received in full. */
  abstract open(work: Work): Promise<readonly KeptLeg[]>;
  /** The larger amount stands: a word says all that was ordered or seen so far. */
  abstract addWord(work: Work, word: PaymentWord): Promise<void>;
  abstract words(work: Work, leg: string): Promise<readonly PaymentWord[]>;
  /** How many legs a node has spoken of that are none of this node's, as far as it knows. */
  abstract spokenOf(work: Work, by: NodeId): Promise<number>;
}
