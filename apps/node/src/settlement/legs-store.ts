import type { Work } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import type { KeptLeg, PaymentWord } from './kept-leg.js';

/** Where the legs of this node are kept, and what was said about them. */
export abstract class LegsStore {
  abstract find(work: Work, id: string): Promise<KeptLeg | null>;
  /** Adds or replaces. */
  abstract save(work: Work, leg: KeptLeg): Promise<void>;
  abstract ofCycle(work: Work, cycle: CycleId): Promise<readonly KeptLeg[]>;
  /** Those of cycles that are applied and not closed. */
  abstract open(work: Work): Promise<readonly KeptLeg[]>;
  /** The larger amount stands: a word says all that was ordered or seen so far. */
  abstract addWord(work: Work, word: PaymentWord): Promise<void>;
  abstract words(work: Work, leg: string): Promise<readonly PaymentWord[]>;
}
