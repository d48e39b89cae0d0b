import type { Work } from '@passerelle/doors';
import type { CycleId, ObligationState } from '@passerelle/settlement';
import type { MissionId } from '../../missions/mission.js';
import type { NodeId } from '../../peers/received.js';
import type { KeptObligation, ObligationId } from './obligation.js';
import type { Pair } from './pair.js';

export interface ObligationsPage {
  readonly after: ObligationId | null;
  /** Null for all. */
  readonly limit: number | null;
  readonly peer: NodeId | null;
  readonly state: ObligationState | null;
}

export interface Learned {
  readonly upto: bigint;
  readonly words: number;
}

/** What is owed for a mission and cannot be proposed yet. */
export interface Blocked {
  readonly mission: MissionId;
  readonly code: string;
  readonly detail: string;
}

/** Where obligations are kept. PostgreSQL in a node, memory in a simulation. */
export abstract class ObligationsStore {
  /** Decisions of this room follow each other: held until the end of the transaction. */
  abstract turn(work: Work): Promise<void>;

  /** The pair with that peer, a new one when the two never had anything to do with each other. */
  abstract pair(work: Work, peer: NodeId): Promise<Pair>;
  abstract savePair(work: Work, pair: Pair): Promise<void>;

  /** Says which will be asked for soon, so that they are found together. */
  abstract expect(work: Work, ids: readonly ObligationId[]): Promise<void>;
  abstract find(work: Work, id: ObligationId): Promise<KeptObligation | null>;
  /** Adds or replaces. */
  abstract save(work: Work, kept: KeptObligation): Promise<void>;
  abstract ofMission(work: Work, mission: MissionId): Promise<readonly KeptObligation[]>;
  /** Proposals of the peer that this node has neither accepted nor rejected. */
  abstract unanswered(work: Work, peer: NodeId): Promise<readonly KeptObligation[]>;
  /** Agreed for this cycle or an earlier one and not settled; holds are for the caller to judge. */
  abstract countable(work: Work, peer: NodeId, cycle: CycleId): Promise<readonly KeptObligation[]>;
  abstract settledIn(work: Work, cycle: CycleId): Promise<readonly KeptObligation[]>;
  /** All of a pair, by id; with a cycle only those that a cut of it holds or that it settled. */
  abstract ofPair(work: Work, peer: NodeId, cycle: CycleId | null): Promise<readonly KeptObligation[]>;
  /** Money of a default that goes back to the peer, or comes from it, by the reference that its proposer gave. */
  abstract repaying(work: Work, peer: NodeId, reference: string): Promise<readonly KeptObligation[]>;
  /** Newest first. */
  abstract count(work: Work, states: readonly ObligationState[]): Promise<number>;
  abstract page(work: Work, page: ObligationsPage): Promise<readonly KeptObligation[]>;

  abstract block(work: Work, blocked: Blocked): Promise<void>;
  abstract unblock(work: Work, mission: MissionId): Promise<void>;
  abstract blocked(work: Work): Promise<readonly Blocked[]>;

  /** Up to which message of ours to the peer the words are known, and how many those are. */
  abstract learned(work: Work, peer: NodeId): Promise<Learned>;
  /** Remembers which of our messages after the last known one, up to `upto`, were words. */
  abstract learn(work: Work, peer: NodeId, words: readonly bigint[], upto: bigint): Promise<void>;
  /** How many words are among our first `seq` messages to the peer. */
  abstract wordsUpto(work: Work, peer: NodeId, seq: bigint): Promise<number>;
}
