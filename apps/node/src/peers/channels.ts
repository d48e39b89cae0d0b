import type { Work } from '@passerelle/doors';
import type { Evidence, Intent, Message, Stored, StoredChannel } from '@passerelle/protocol';
import type { NodeId, Verdict } from './received.js';

/** An intent as it is kept until it is numbered; `row` tells the order in which intents were decided. */
export type KeptIntent = Intent & { readonly row: bigint };

/** A message of ours or of a peer's with what became of it, for people. */
export interface LoggedMessage {
  readonly seq: bigint;
  readonly type: string;
  readonly hash: string;
  readonly at: string;
  readonly verdict: string | null;
}

/** What became of a frame: taken in, or not yet because something before it is missing. */
export type Taken = 'taken' | 'later';

/** Something that arrived and was not believed. Kept so that people see what was refused, why, and from whom. */
export interface RefusedFrame {
  readonly peer: NodeId;
  readonly reason: string;
  readonly detail: string;
  /** The first bytes, as text. */
  readonly start: string;
}

export interface RefusalRow extends RefusedFrame {
  readonly at: Date;
}

/** A message that was accepted but could not be handled; it is tried again, alone, while the channel goes on. */
export interface Parked {
  readonly peer: NodeId;
  readonly seq: bigint;
  readonly attempts: number;
  readonly error: string;
  readonly stored: Stored;
}

/** Where the channels of a node are kept. Outbox, inbox and evidence are only ever added to. */
export abstract class ChannelStore {
  /** The channel to that peer; a new one when the two have never spoken. */
  abstract channel(work: Work, fresh: StoredChannel): Promise<StoredChannel>;
  abstract save(work: Work, channel: StoredChannel): Promise<void>;
  /** How many of the peer's messages are applied, in the eyes of this transaction. */
  abstract applied(work: Work, peer: NodeId): Promise<bigint>;
  abstract setApplied(work: Work, peer: NodeId, upto: StoredChannel['in']): Promise<void>;

  abstract addIntent(work: Work, peer: NodeId, intent: Intent): Promise<void>;
  /** Committed intents in the order of their rows, at most `limit`. */
  abstract intents(work: Work, peer: NodeId, limit: number): Promise<readonly KeptIntent[]>;
  abstract dropIntents(work: Work, peer: NodeId, ids: readonly string[]): Promise<void>;

  abstract addOutbox(work: Work, peer: NodeId, messages: readonly Message[]): Promise<void>;
  abstract outbox(work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly Stored[]>;
  abstract addInbox(
    work: Work,
    peer: NodeId,
    message: Message,
    verdict: Verdict | { verdict: 'failed' },
  ): Promise<void>;
  abstract inbox(work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly Stored[]>;

  abstract park(work: Work, parked: Omit<Parked, 'attempts' | 'stored'>): Promise<void>;
  abstract parked(work: Work): Promise<readonly Parked[]>;
  abstract unpark(work: Work, peer: NodeId, seq: bigint): Promise<void>;

  abstract addEvidence(work: Work, peer: NodeId, evidence: Evidence): Promise<void>;
  abstract refuse(work: Work, frame: RefusedFrame): Promise<void>;
  abstract refusals(work: Work, peer: NodeId, limit: number): Promise<readonly RefusalRow[]>;
  /** Counts of what was refused: frames that were not believed, and messages that were answered with no. */
  abstract counts(work: Work, peer: NodeId): Promise<{ readonly invalid: number; readonly refused: number }>;
  /** Intents not yet numbered, and when the oldest message without receipt was made. */
  abstract waiting(
    work: Work,
    peer: NodeId,
    delivered: bigint,
  ): Promise<{ readonly intents: number; readonly oldest: Date | null }>;
  abstract messages(
    work: Work,
    peer: NodeId,
    direction: 'out' | 'in',
    page: { readonly before: bigint | null; readonly limit: number },
  ): Promise<readonly LoggedMessage[]>;
}
