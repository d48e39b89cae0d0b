import type { Work } from '@passerelle/doors';
import type { CycleEvidence, CycleId, Final, Vote } from '@passerelle/settlement';
import type { CycleRecord } from './cycle-record.js';

/** Where cycles are kept. Votes, finals and proofs are only added. */
export abstract class CyclesStore {
  abstract find(work: Work, id: CycleId): Promise<CycleRecord | null>;
  /** Adds or replaces. */
  abstract save(work: Work, record: CycleRecord): Promise<void>;
  /** Those that are not closed, the oldest first. */
  abstract open(work: Work): Promise<readonly CycleRecord[]>;
  /** The newest first. */
  abstract latest(work: Work, limit: number): Promise<readonly CycleRecord[]>;
  /** The newest cycle that this node has cut, or null. */
  abstract lastCut(work: Work): Promise<CycleId | null>;
  /** The newest cycle that is applied or closed here, or null. */
  abstract lastApplied(work: Work): Promise<CycleId | null>;
  /** One vote for each round, ever: throws when the round has one. */
  abstract addVote(work: Work, cycle: CycleId, vote: Vote): Promise<void>;
  abstract addFinal(work: Work, final: Final): Promise<void>;
  abstract addEvidence(work: Work, cycle: CycleId, evidence: CycleEvidence): Promise<void>;
}
