import type { Work } from '@passerelle/doors';
import type {
  Announced,
  ChannelState,
  Evidence,
  Intent,
  Message,
  Sealed,
  Stored,
  StoredChannel,
} from '@passerelle/protocol';
import type { Bar } from '../bar.js';
import type { NodeId, Verdict } from '../received.js';

/** Beside a message of ours: the `traceparent` of the request it came of, if there was one. */
export interface Traced {
  readonly trace: string | null;
}

/** An intent as it is kept until it is numbered; `row` tells the order in which intents were decided. */
export type KeptIntent = Intent & Traced & { readonly row: bigint };

/** A message of ours or of a peer's with what became of it, for people. */
export interface LoggedMessage {
  readonly seq: bigint;
  readonly type: string;
  readonly hash: string;
  readonly at: string;
  readonly verdict: string | null;
}

export interface MessagesPage {
  /** Only messages before this number. */
  readonly before: bigint | null;
  readonly limit: number;
  /** Only those of the peer that were answered with no. */
  readonly verdict?: 'refused' | undefined;
}

/** What became of a frame: taken in, or not yet because something before it is missing. */
export type Taken = 'taken' | 'later';

/** A message of the peer with what became of it. */
export interface Heard {
  readonly message: Message;
  readonly verdict: Verdict | { readonly verdict: 'failed' };
}

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
export interface SetAside extends Traced {
  readonly peer: NodeId;
  readonly seq: bigint;
  readonly error: string;
  /** What it is about: later messages about the same wait behind it. */
  readonly concerns: readonly string[];
}

export interface Parked extends SetAside {
  readonly attempts: number;
  readonly stored: Stored;
}

/** What was refused and what waits for people, in numbers. */
export interface Counts {
  /** Frames that were not believed. */
  readonly invalid: number;
  /** Messages that were answered with no. */
  readonly refused: number;
  /** Messages that are set aside because their room failed. */
  readonly failed: number;
}

/** Another replica has taken the channel over; what this one was about to change is not changed. */
export class Superseded extends Error {
  constructor(peer: NodeId) {
    super(`the channel to ${peer} is run by another replica now`);
    this.name = 'Superseded';
  }
}

/** Where the channels of a node are kept. Outbox, inbox and evidence are only ever added to. */
export abstract class ChannelStore {
  /** The channel to that peer; the given one when the two have never spoken. */
  abstract channel(work: Work, fresh: StoredChannel): Promise<StoredChannel>;
  /** Takes the channel over: from the commit on, only this session can save it. */
  abstract begin(work: Work, fresh: StoredChannel, session: string): Promise<StoredChannel>;
  /** What this session has saved last. @throws Superseded */
  abstract kept(work: Work, state: ChannelState): Promise<StoredChannel>;
  /** Whether the peer has answered since the last start, also in the midst of the transaction in which it does. */
  abstract status(work: Work, peer: NodeId): Promise<StoredChannel['status']>;
  /** Before anything is decided after a start: what a backup says about open channels is not so. */
  abstract doubtAll(work: Work): Promise<void>;
  /** `receipt` is the peer's signature under what it has got. @throws Superseded when another session has taken over */
  abstract save(work: Work, state: ChannelState, receipt?: Sealed): Promise<void>;
  /** The newest receipt of the peer that moved what is delivered, null before the first. */
  abstract receipt(work: Work, peer: NodeId): Promise<Sealed | null>;
  /** Why this node begins nothing new with the peer, by its own decision or because one of the two has left. */
  abstract setBar(work: Work, fresh: StoredChannel, bar: Bar | null): Promise<void>;
  abstract bar(work: Work, peer: NodeId): Promise<Bar | null>;
  /** What the peer's program has announced last. */
  abstract setAnnounced(work: Work, peer: NodeId, announced: Announced): Promise<void>;
  /** Null before the first greeting. */
  abstract announced(work: Work, peer: NodeId): Promise<Announced | null>;
  /** Whether both have said `channel.close`, and neither was told no. */
  abstract haveBothLeft(work: Work, peer: NodeId): Promise<boolean>;
  /** Runs part of a transaction so that its failure leaves what came before. */
  abstract apart<T>(work: Work, act: (part: Work) => Promise<T>): Promise<T>;

  /**
   * How many messages of the peer are applied, also in the midst of the transaction that applies one. Asked again in one
   * transaction it may say the same although others were applied meanwhile.
   */
  abstract applied(work: Work, peer: NodeId): Promise<bigint>;
  abstract setApplied(work: Work, peer: NodeId, upto: StoredChannel['in']): Promise<void>;

  /** The intent belongs to the trace of the transaction. */
  abstract addIntent(work: Work, peer: NodeId, intent: Intent): Promise<void>;
  /** Committed intents in the order of their rows, at most `limit`. */
  abstract intents(work: Work, peer: NodeId, limit: number): Promise<readonly KeptIntent[]>;
  /** Answers which of them there were. */
  abstract dropIntents(work: Work, peer: NodeId, ids: readonly string[]): Promise<readonly string[]>;

  abstract addOutbox(work: Work, peer: NodeId, messages: readonly (Message & Partial<Traced>)[]): Promise<void>;
  abstract outbox(work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly (Stored & Traced)[]>;
  /** The types of our messages after a number, in order: `after + 1` is the first. */
  abstract types(
    work: Work,
    peer: NodeId,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly string[]>;
  /** The announcements of new keys that were said and heard on the channel, each in their order. */
  abstract rotations(
    work: Work,
    peer: NodeId,
  ): Promise<{ readonly said: readonly Stored[]; readonly heard: readonly Stored[] }>;
  abstract addInbox(work: Work, peer: NodeId, heard: readonly Heard[]): Promise<void>;
  abstract inbox(work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly Stored[]>;

  /** Sets a message of the inbox aside, or notes that it failed once more. */
  abstract park(work: Work, message: SetAside): Promise<void>;
  /** What the messages set aside are about. */
  abstract heldUp(work: Work, peer: NodeId): Promise<readonly string[]>;
  /** Those that are due to be tried again: after a while that grows, and none before an earlier one about the same. */
  abstract parked(work: Work): Promise<readonly Parked[]>;
  /** The message was handled at last. Rejects when somebody else was quicker. */
  abstract settle(work: Work, peer: NodeId, seq: bigint, verdict: Verdict): Promise<void>;

  abstract addEvidence(work: Work, peer: NodeId, evidence: Evidence): Promise<void>;
  abstract refuse(work: Work, frame: RefusedFrame): Promise<void>;
  abstract refusals(work: Work, peer: NodeId, limit: number): Promise<readonly RefusalRow[]>;
  abstract counts(work: Work, peer: NodeId): Promise<Counts>;
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
    page: MessagesPage,
  ): Promise<readonly LoggedMessage[]>;
}
