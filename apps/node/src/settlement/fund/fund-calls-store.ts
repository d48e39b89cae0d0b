import type { Work } from '@passerelle/doors';
import type { CycleId } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';
import type { FundWord, KeptCall } from './fund-call.js';

/** Where defaults are kept, and what was said of those that are not known here yet. */
export abstract class FundCallsStore {
  abstract find(work: Work, result: string): Promise<KeptCall | null>;
  /** The call that a member has given this id. */
  abstract named(work: Work, id: string): Promise<KeptCall | null>;
  abstract ofCycle(work: Work, cycle: CycleId): Promise<readonly KeptCall[]>;
  /** The newest cycle first. */
  abstract all(work: Work, limit: number): Promise<readonly KeptCall[]>;
  /** Adds or replaces. */
  abstract save(work: Work, kept: KeptCall): Promise<void>;
  /** Keeps what cannot be judged yet. Two payments of the same amount are said with the same words, so each is kept. */
  abstract addWord(work: Work, word: FundWord): Promise<void>;
  /** Gives what waited for it, and forgets it. */
  abstract takeWords(work: Work, waitsFor: string): Promise<readonly FundWord[]>;
  abstract countWords(work: Work, by: NodeId): Promise<number>;
}
