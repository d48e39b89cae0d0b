import assert from 'node:assert/strict';
import type { Work } from '@passerelle/doors';
import {
  type AnswerFrame,
  type ChannelState,
  type DataFrame,
  type Frame,
  type FrameFault,
  type HelloFrame,
  type JsonObject,
  type Keyring,
  type Message,
  type Receipt,
  type ReceivedBatch,
  type SigningKey,
  type Stored,
  alreadySent,
  answerFrame,
  answerSchema,
  dataFrame,
  freeze,
  helloFrame,
  helloSchema,
  inboxRowNeeded,
  isHelloDue,
  limits,
  newChannel,
  nextToSend,
  numberAll,
  onAnswer,
  onHello,
  onReceipt,
  open,
  openDocument,
  openFrame,
  outboxRowNeeded,
  readBody,
  readFrame,
  receiveAll,
  refusalOf,
  rowsForHello,
  start,
} from '@passerelle/protocol';
import type { Transactions } from '../database/transactions.js';
import type { ChannelStore, Taken } from './channels.js';
import { type NodeId, type Received, type Verdict, refused } from './received.js';

/** Hands a message to the room it belongs to, in the transaction of its acceptance. */
export abstract class Dispatch {
  abstract theirs(type: string, body: JsonObject, received: Received): Promise<Verdict>;
  /** A message of ours that a peer gave back after a restore: the room takes in again what it then said. */
  abstract ours(type: string, body: JsonObject, received: Received): Promise<void>;
}

export interface ChannelParts {
  readonly database: Transactions;
  readonly store: ChannelStore;
  readonly dispatch: Dispatch;
  readonly key: SigningKey;
  /** The keys of a node by the roster in force. */
  readonly keyring: (node: NodeId) => Keyring;
  /** Takes a frame to the peer's server. May fail or lose it: what is not confirmed is sent again. */
  readonly carry: (frame: Frame) => Promise<void>;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Runs part of a transaction so that its failure leaves the rest. */
  readonly apart: <T>(work: Work, act: () => Promise<T>) => Promise<T>;
}

/** Messages numbered or taken in one transaction at most. */
const batchMax = 200;

/**
 * One node's end of the channel to one peer. Everything that changes its state happens one after the other; the state
 * in memory follows the committed one, so that a failed transaction changes nothing.
 */
export class Channel {
  /** Highest number handed to the broker since the peer let us in; the peer's receipts decide, not this. */
  private sentUpto = 0n;
  private receiptOwed = false;
  private saidHelloAt = 0;
  private turn: Promise<unknown> = Promise.resolve();
  lastHeardAt: Date | null = null;
  lastSentAt: Date | null = null;

  private constructor(
    private readonly parts: ChannelParts,
    private current: ChannelState,
  ) {}

  /** Begins a new session with what is kept of the channel. */
  static async begin(
    parts: ChannelParts,
    of: { readonly net: string; readonly me: NodeId; readonly peer: NodeId; readonly session: string },
  ): Promise<Channel> {
    const kept = await parts.database.transact((work) => parts.store.channel(work, newChannel(of)));
    return new Channel(parts, start(kept, of.session));
  }

  get state(): ChannelState {
    return this.current;
  }

  /** Says hello when the peer has to hear one, numbers what was decided, and sends what the peer does not have yet. */
  pump(): Promise<void> {
    return this.alone(async () => {
      if (isHelloDue(this.current)) await this.sayHello();
      if (this.current.status === 'open') await this.numberIntents();
      await this.sendWaiting();
    });
  }

  /** Nothing was confirmed for a while: what is not confirmed goes out once more. */
  sendAgain(): Promise<void> {
    return this.alone(async () => {
      this.sentUpto = this.current.delivered;
      this.saidHelloAt = 0;
    });
  }

  /** True while the peer has not confirmed all that was sent. */
  get isUnconfirmed(): boolean {
    return this.sentUpto > this.current.delivered || isHelloDue(this.current);
  }

  /** Takes a frame of the peer in. Resolves after the commit, so that the broker may then forget it. */
  take(bytes: Uint8Array): Promise<Taken> {
    return this.alone(async () => {
      const read = readFrame(bytes);
      if (!read.ok) return this.refuseFrame(read.refusal.kind, '', bytes);
      this.lastHeardAt = this.parts.now();
      const frame = read.value;
      if ('hello' in frame) return this.takeHello(frame, bytes);
      if ('answer' in frame) return this.takeAnswer(frame, bytes);
      return this.takeData(frame, bytes);
    });
  }

  /** Tries once more to handle a message that failed before. */
  retry(stored: Stored): Promise<void> {
    return this.alone(async () => {
      const opened = open(stored.sealed, this.parts.keyring(this.current.peer));
      assert(opened.ok, 'a message that was taken in can be opened again');
      const message = opened.value;
      const { store, database } = this.parts;
      const seq = BigInt(message.content.seq);
      try {
        await database.transact(async (work) => {
          const verdict = await this.verdictOn(work, message);
          await this.answerRefusal(work, message, verdict);
          await store.unpark(work, this.current.peer, seq);
        });
      } catch (error) {
        await database.transact((work) => store.park(work, { peer: this.current.peer, seq, error: String(error) }));
      }
    });
  }

  private alone<T>(act: () => Promise<T>): Promise<T> {
    const result = this.turn.then(act);
    this.turn = result.catch(() => undefined);
    return result;
  }

  // --- what we say

  private async sayHello(): Promise<void> {
    const nowMs = this.parts.now().getTime();
    if (Math.abs(nowMs - this.saidHelloAt) < 1000) return;
    this.saidHelloAt = nowMs;
    await this.carry(helloFrame(this.current, this.parts.key));
  }

  private async numberIntents(): Promise<void> {
    const { database, store, key, now } = this.parts;
    for (;;) {
      const numbered = await database.transact(async (work) => {
        const intents = await store.intents(work, this.current.peer, batchMax);
        if (intents.length === 0) return null;
        const result = numberAll(this.current, intents, { key, at: now().toISOString() });
        assert(!result.refusal, `an intent cannot be sent: ${JSON.stringify(result.refusal)}`);
        await store.addOutbox(work, this.current.peer, result.messages);
        await store.dropIntents(
          work,
          this.current.peer,
          intents.map(({ id }) => id),
        );
        await store.save(work, result.state);
        return result.state;
      });
      if (!numbered) return;
      this.current = numbered;
    }
  }

  private async sendWaiting(): Promise<void> {
    const { database, store, key } = this.parts;
    for (;;) {
      const next = nextToSend(this.current, this.sentUpto);
      if (!next && !this.receiptOwed) return;
      const rows = next ? await store.outbox(database.reading, this.current.peer, next.from, next.upto) : [];
      const made = dataFrame(this.current, rows, key);
      if (!made) return;
      await this.carry(made.frame);
      this.receiptOwed = false;
      if (!next) return;
      this.sentUpto = next.from + BigInt(made.sent) - 1n;
    }
  }

  private async carry(frame: Frame): Promise<void> {
    await this.parts.carry(frame);
    this.lastSentAt = this.parts.now();
  }

  // --- what we hear

  private async takeHello(frame: HelloFrame, bytes: Uint8Array): Promise<Taken> {
    const { database, store, keyring, key } = this.parts;
    const { peer } = this.current;
    const hello = openDocument(helloSchema, frame.hello, keyring(peer), limits.messageBytes);
    if (!hello.ok) return this.refuseFrame(`hello-${hello.refusal.kind}`, '', bytes);
    const rows = await this.comparedRows(hello.value);
    const heard = onHello(this.current, hello.value, rows);
    if (heard.kind === 'outside') return this.refuseFrame(`hello-${heard.why}`, '', bytes);
    await database.transact((work) => store.save(work, heard.state));
    this.current = heard.state;
    this.sentUpto = heard.state.delivered;
    const { returns } = heard;
    const lost = returns ? await store.inbox(database.reading, peer, returns.from, returns.upto) : [];
    const answer = answerFrame(
      this.current,
      heard.asked,
      lost.map(({ sealed }) => sealed),
      key,
    );
    await this.carry(answer);
    return 'taken';
  }

  private async takeAnswer(frame: AnswerFrame, bytes: Uint8Array): Promise<Taken> {
    const { keyring } = this.parts;
    const { peer, me } = this.current;
    const answer = openDocument(answerSchema, frame.answer, keyring(peer), limits.messageBytes);
    if (!answer.ok) return this.refuseFrame(`answer-${answer.refusal.kind}`, '', bytes);
    const returned: Message[] = [];
    for (const sealed of frame.msgs) {
      const opened = open(sealed, keyring(me));
      if (!opened.ok) return this.refuseFrame(`returned-${opened.refusal.kind}`, '', bytes);
      returned.push(opened.value);
    }
    const heard = onAnswer(this.current, answer.value, returned, await this.comparedRows(answer.value));
    if (heard.kind === 'stale') return 'taken';
    if (heard.kind === 'outside') return this.refuseFrame(`answer-${heard.why}`, '', bytes);
    if (heard.kind === 'proof') return this.keepProof(heard);
    await this.takeBack(heard.replayed, heard.state);
    this.sentUpto = this.current.delivered;
    if (!heard.isComplete) this.saidHelloAt = 0;
    return 'taken';
  }

  /** Our own words, given back after a restore: into the outbox, and into the rooms that once decided them. */
  private async takeBack(replayed: readonly Message[], state: ChannelState): Promise<void> {
    const { database, store, dispatch } = this.parts;
    const { peer } = state;
    await database.transact(async (work) => {
      if (replayed.length > 0) {
        await store.addOutbox(work, peer, replayed);
        const waiting = await store.intents(work, peer, Number.MAX_SAFE_INTEGER);
        await store.dropIntents(work, peer, alreadySent(waiting, replayed));
        for (const message of replayed) {
          const { type, body, seq, ack } = message.content;
          const received = { work, from: state.me, seq: BigInt(seq), ack: BigInt(ack), hash: message.hash };
          await dispatch.ours(type, body, received);
        }
      }
      await store.save(work, state);
    });
    this.current = state;
  }

  private async takeData(frame: DataFrame, bytes: Uint8Array): Promise<Taken> {
    const opened = openFrame(this.current, frame, this.parts.keyring(this.current.peer));
    if (!opened.ok) return this.afterFault(opened.refusal, bytes);
    const { receipt, messages } = opened.value;
    const rows = await this.knownRows(messages);
    const batch = receiveAll(this.current, messages, (seq) => rows.get(seq));
    const after = await this.parts.database.transact((work) => this.apply(work, batch, receipt));
    this.current = after;
    if (messages.length > 0) this.receiptOwed = true;
    const stop = batch.stoppedBy;
    if (stop?.kind === 'outside') return this.refuseFrame(stop.why, '', bytes);
    return stop?.kind === 'gap' || stop?.kind === 'wait' ? 'later' : 'taken';
  }

  /** Everything of a frame that must become true together. */
  private async apply(work: Work, batch: ReceivedBatch, receipt: Receipt): Promise<ChannelState> {
    const { store } = this.parts;
    const { peer } = this.current;
    for (const message of batch.accepted) await this.accept(work, message);
    let state = batch.state;
    if (batch.stoppedBy?.kind === 'proof') await store.addEvidence(work, peer, batch.stoppedBy.evidence);
    const needed = outboxRowNeeded(state, receipt);
    const [ours] = needed === undefined ? [] : await store.outbox(work, peer, needed, needed);
    const confirmed = onReceipt(state, receipt, ours);
    if (confirmed.kind === 'delivered') state = confirmed.state;
    if (confirmed.kind === 'proof') {
      await store.addEvidence(work, peer, confirmed.evidence);
      state = confirmed.state;
    }
    await store.save(work, state);
    return state;
  }

  /** A message enters the chain whatever its content; a room that fails on it does not hold up the channel. */
  private async accept(work: Work, message: Message): Promise<void> {
    const { store, apart } = this.parts;
    const { peer } = this.current;
    const seq = BigInt(message.content.seq);
    await store.setApplied(work, peer, { seq, head: message.hash });
    try {
      const verdict = await apart(work, async () => {
        const given = await this.verdictOn(work, message);
        await this.answerRefusal(work, message, given);
        return given;
      });
      await store.addInbox(work, peer, message, verdict);
    } catch (error) {
      await store.addInbox(work, peer, message, { verdict: 'failed' });
      await store.park(work, { peer, seq, error: String(error) });
    }
  }

  private async verdictOn(work: Work, message: Message): Promise<Verdict> {
    const body = readBody(message);
    if (!body.ok) return refused(body.refusal.kind, body.refusal.detail);
    const { type, seq, ack, from } = message.content;
    const received: Received = { work, from, seq: BigInt(seq), ack: BigInt(ack), hash: message.hash };
    return this.parts.dispatch.theirs(type, message.content.body, received);
  }

  private async answerRefusal(work: Work, message: Message, verdict: Verdict): Promise<void> {
    if (verdict.verdict !== 'refused') return;
    const answer = refusalOf(message, verdict);
    if (!answer) return;
    const ack = BigInt(message.content.seq);
    const intent = { id: this.parts.newId(), type: answer.type, body: answer.body, ack };
    await this.parts.store.addIntent(work, this.current.peer, intent);
  }

  private async afterFault(fault: FrameFault, bytes: Uint8Array): Promise<Taken> {
    // Some queue kept it from before a start, or the peer has not heard of our start yet: hello tells it.
    if (fault.kind === 'another-session') {
      await this.sayHello();
      return 'taken';
    }
    const why = 'why' in fault ? `${fault.kind}: ${fault.why.kind}` : '';
    return this.refuseFrame(fault.kind, why, bytes);
  }

  private async keepProof({
    state,
    evidence,
  }: {
    state: ChannelState;
    evidence: Parameters<ChannelStore['addEvidence']>[2];
  }) {
    const { database, store } = this.parts;
    await database.transact(async (work) => {
      await store.addEvidence(work, state.peer, evidence);
      await store.save(work, freeze(state));
    });
    this.current = freeze(state);
    return 'taken' as const;
  }

  private async refuseFrame(reason: string, detail: string, bytes: Uint8Array): Promise<Taken> {
    const { database, store } = this.parts;
    const start = Buffer.from(bytes.subarray(0, 200))
      .toString('latin1')
      .replaceAll(/[^\x20-\x7e]/g, '.');
    await database.transact((work) => store.refuse(work, { peer: this.current.peer, reason, detail, start }));
    return 'taken';
  }

  private async knownRows(messages: readonly Message[]): Promise<ReadonlyMap<bigint, Stored>> {
    const { database, store } = this.parts;
    const needed = messages.map((message) => inboxRowNeeded(this.current, message)).filter((seq) => seq !== undefined);
    const rows = new Map<bigint, Stored>();
    for (const seq of new Set(needed)) {
      const [row] = await store.inbox(database.reading, this.current.peer, seq, seq);
      if (row) rows.set(seq, row);
    }
    return rows;
  }

  private async comparedRows(greeting: Parameters<typeof rowsForHello>[1]) {
    const { database, store } = this.parts;
    const { peer } = this.current;
    const { outbox, inbox } = rowsForHello(this.current, greeting);
    const one = async (seq: bigint | undefined, box: 'outbox' | 'inbox'): Promise<Stored | undefined> =>
      seq === undefined ? undefined : (await store[box](database.reading, peer, seq, seq))[0];
    return { outbox: await one(outbox, 'outbox'), inbox: await one(inbox, 'inbox') };
  }
}
