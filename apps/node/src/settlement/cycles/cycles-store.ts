import type { Work } from '@passerelle/doors';
import type { CycleEvidence, CycleId, Final, Vote } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';
import type { CycleRecord } from './cycle-record.js';

/** A node restored from a backup may have voted in any cycle up to the month in which it was restored. */
export interface Abstention {
  readonly upto: CycleId;
  readonly missing: readonly NodeId[];
}

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
  /** After a restore: which peers have not given back all our words yet, and up to which cycle this node abstains. */
  abstract abstention(work: Work): Promise<Abstention | null>;
  /** Null when this node abstains no longer. */
  abstract setAbstention(work: Work, abstention: Abstention | null): Promise<void>;
  /** One vote for each round, ever: throws when the round has one. */
  abstract addVote(work: Work, cycle: CycleId, vote: Vote): Promise<void>;
  abstract addFinal(work: Work, final: Final): Promise<void>;
  abstract addEvidence(work: Work, cycle: CycleId, evidence: CycleEvidence): Promise<void>;
}
