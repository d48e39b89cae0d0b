import type { Work } from '@passerelle/doors';
import {
  type Ahead,
  type Announced,
  type ChannelState,
  type Message,
  close,
  nothingAhead,
  reopen,
} from '@passerelle/protocol';
import type { ChannelKeys } from './channel-keys.js';
import type { ChannelParts } from './channel-parts.js';
import { MessageTraces } from './message-traces.js';

/** Messages numbered in one transaction at most. */
export const batchMax = 200;

/** At most one unasked hello in this time, however many strange frames arrive. */
const greetingPauseMs = 1000;

/** Numbers of messages, both ends included. */
export interface Range {
  readonly from: bigint;
  readonly upto: bigint;
}

/**
 * What one end of a channel remembers while it runs: its state, which follows the committed one, so that a failed
 * transaction changes nothing, and what it still owes the peer. Whoever speaks and whoever hears share it.
 */
export class ChannelMemory {
  /** Highest number handed to the broker since the peer let us in; the peer's receipts decide, not this. */
  sentUpto = 0n;
  isReceiptOwed = false;
  isHelloWanted = true;
  greetedAtMs = 0;
  /** The last hello of the peer that we have not answered yet. */
  answerOwed: { readonly asked: string; readonly returns: Range | null } | null = null;
  /** After a restore: what came and waits for its turn. */
  ahead: Ahead = nothingAhead;
  /** The last number the peer has shown us, applied or not. */
  shownUpto = 0n;
  /** A person holds the channel: nothing new is said, while what the peer says is taken in and confirmed. */
  isHeld = false;
  readonly traces = new MessageTraces();
  /** What the peer has told of its program since our start. */
  announced: Announced | null = null;
  lastHeardAt: Date | null = null;
  lastSentAt: Date | null = null;
  /** A transaction failed, and nobody knows whether it was committed: what is kept is read again first. */
  isDoubtful = false;

  constructor(
    readonly parts: ChannelParts,
    public current: ChannelState,
    readonly keys: ChannelKeys,
  ) {}

  async commit<T>(use: (work: Work) => Promise<T>): Promise<T> {
    try {
      return await this.parts.database.transact(use);
    } catch (error) {
      this.isDoubtful = true;
      throw error;
    }
  }

  /** @throws Superseded when this is no longer the channel's only writer */
  async readAgain(): Promise<void> {
    const { database, store } = this.parts;
    const kept = await database.transact(async (work) => {
      const channel = await store.kept(work, this.current);
      await this.keys.read(work);
      return channel;
    });
    this.current = { ...this.current, ...kept };
    this.isDoubtful = false;
  }

  wantHelloSometime(): void {
    if (Math.abs(this.parts.now().getTime() - this.greetedAtMs) >= greetingPauseMs) this.isHelloWanted = true;
  }

  /**
   * Once both have said that they leave, nothing new is said. What is on its way still arrives, and may be the word that
   * one of them has not left.
   */
  async parted(work: Work, state: ChannelState, said: readonly Message[]): Promise<ChannelState> {
    const deciding = state.status === 'closed' ? 'refuse' : 'channel.close';
    return said.some(({ content }) => content.type === deciding) ? this.endedOrNot(work, state) : state;
  }

  async endedOrNot(work: Work, state: ChannelState): Promise<ChannelState> {
    const { store } = this.parts;
    if (state.status !== 'open' && state.status !== 'closed') return state;
    const haveLeft = await store.haveBothLeft(work, state.peer);
    if (state.status === 'closed') return haveLeft ? state : reopen(state);
    if (!haveLeft) return state;
    // A restored node may have decided something before its own last word was back.
    const unsaid = await store.intents(work, state.peer, batchMax);
    const ids = unsaid.map(({ id }) => id);
    await store.dropIntents(work, state.peer, ids);
    return close(state);
  }
}
