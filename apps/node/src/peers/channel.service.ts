import assert from 'node:assert/strict';
import type { Work } from '@passerelle/doors';
import {
  type Ahead,
  type AnswerFrame,
  type ChannelState,
  type DataFrame,
  type Evidence,
  type Frame,
  type FrameFault,
  type HelloFrame,
  type Keyring,
  type Message,
  type Numbered,
  type Receipt,
  type ReceiptReading,
  type ReceivedBatch,
  type Stored,
  answerFrame,
  answerSchema,
  close,
  dataFrame,
  helloFrame,
  helloSchema,
  holds,
  inboxRowNeeded,
  isHelloDue,
  limits,
  newChannel,
  nextOfTheirs,
  nextToSend,
  nothingAhead,
  numberAll,
  onAnswer,
  onHello,
  onReceipt,
  openDocument,
  openFrame,
  openRun,
  outboxRowNeeded,
  readFrame,
  receiveAll,
  reopen,
  replayAhead,
  rowsForHello,
  start,
  withOurs,
  withTheirs,
  withoutTaken,
} from '@passerelle/protocol';
import { Acceptance } from './acceptance.js';
import { ChannelKeys } from './channel-keys.js';
import type { ChannelParts } from './channel-parts.js';
import type { KeptIntent, Taken } from './channels.js';
import type { NodeId } from './received.js';

export { type ChannelParts, Dispatch } from './channel-parts.js';

/** Messages numbered in one transaction at most. */
const batchMax = 200;

/** Messages on their way at most: a peer that is away must not have its mailbox filled with what it cannot take yet. */
const windowMax = 1024n;

/** At most one unasked hello in this time, however many strange frames arrive. */
const greetingPauseMs = 1000;

/**
 * One node's end of the channel to one peer. Everything that changes its state happens one after the other; the state
 * in memory follows the committed one, so that a failed transaction changes nothing. Only `pump` uses the network.
 */
export class Channel {
  /** Highest number handed to the broker since the peer let us in; the peer's receipts decide, not this. */
  private sentUpto = 0n;
  private receiptOwed = false;
  private isHelloWanted = true;
  private greetedAtMs = 0;
  /** The last hello of the peer that we have not answered yet. */
  private answerOwed: { readonly asked: string; readonly returns: Range | null } | null = null;
  /** A transaction failed, and nobody knows whether it was committed: what is kept is read again first. */
  private isDoubtful = false;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly acceptance: Acceptance;
  /** A person holds the channel: nothing new is said, while what the peer says is taken in and confirmed. */
  isHeld = false;
  /** After a restore: what came and waits for its turn. */
  private ahead: Ahead = nothingAhead;
  /** The last number the peer has shown us, applied or not. */
  private shownUpto = 0n;
  lastHeardAt: Date | null = null;
  lastSentAt: Date | null = null;

  private constructor(
    private readonly parts: ChannelParts,
    private current: ChannelState,
    private readonly keys: ChannelKeys,
  ) {
    this.acceptance = new Acceptance(parts, keys, current.peer);
  }

  /** Begins a new session with what is kept of the channel, and ends every earlier one. */
  static async begin(
    parts: ChannelParts,
    of: { readonly net: string; readonly me: NodeId; readonly peer: NodeId; readonly session: string },
  ): Promise<Channel> {
    const { net, me, peer, session } = of;
    return parts.database.transact(async (work) => {
      const begun = start(await parts.store.begin(work, newChannel({ net, me, peer }), session), session);
      await parts.store.save(work, begun);
      const keys = new ChannelKeys(parts, { me, peer });
      await keys.read(work);
      return new Channel(parts, begun, keys);
    });
  }

  get state(): ChannelState {
    return this.current;
  }

  /** Numbers what was decided, greets and answers where that is due, and sends what the peer does not have yet. */
  pump(): Promise<void> {
    return this.alone(async () => {
      if (this.current.status === 'open' && !this.isHeld) await this.numberIntents();
      if (this.isHelloWanted) await this.sayHello();
      if (this.answerOwed) await this.answerHello();
      await this.sendWaiting();
    });
  }

  /** Nothing was confirmed for a while, or the way was broken: what is not confirmed goes out once more. */
  sendAgain(): Promise<void> {
    return this.alone(async () => {
      this.sentUpto = this.current.delivered;
      this.isHelloWanted = isHelloDue(this.current);
    });
  }

  /** True while the peer has not confirmed all that was sent. */
  get isUnconfirmed(): boolean {
    return this.sentUpto > this.current.delivered || isHelloDue(this.current);
  }

  /** Messages the peer has shown us that we could not apply yet. */
  get gap(): number {
    const { seq } = this.current.in;
    return this.shownUpto > seq ? Number(this.shownUpto - seq) : 0;
  }

  /** Takes a frame of the peer in. Resolves after the commit, so that the broker may then forget it. */
  take(bytes: Uint8Array): Promise<Taken> {
    const read = readFrame(bytes);
    const early = read.ok && 'rcpt' in read.value ? this.openEarly(read.value) : null;
    return this.alone(async () => {
      if (!read.ok) return this.refuseFrame(read.refusal.kind, '', bytes);
      const frame = read.value;
      if ('hello' in frame) return this.takeHello(frame, bytes);
      if ('answer' in frame) return this.takeAnswer(frame, bytes);
      return this.takeData(frame, bytes, early);
    });
  }

  /** Signatures are verified while the frame before this one still waits for the database. */
  private openEarly(frame: DataFrame): EarlyOpened {
    return { session: this.current.session, ring: this.keys.theirs, opened: this.openData(frame) };
  }

  private openData(frame: DataFrame): EarlyOpened['opened'] {
    return openFrame(this.current, frame, this.keys.theirs);
  }

  /** Tries once more to handle a message that failed before. */
  retry(stored: Stored): Promise<void> {
    return this.alone(() => this.acceptance.retry(stored));
  }

  private alone<T>(act: () => Promise<T>): Promise<T> {
    const result = this.turn.then(async () => {
      if (this.isDoubtful) await this.readAgain();
      return act();
    });
    this.turn = result.catch(() => undefined);
    return result;
  }

  // --- what is kept

  private async commit<T>(use: (work: Work) => Promise<T>): Promise<T> {
    try {
      return await this.parts.database.transact(use);
    } catch (error) {
      this.isDoubtful = true;
      throw error;
    }
  }

  /** @throws Superseded when this is no longer the channel's only writer */
  private async readAgain(): Promise<void> {
    const { database, store } = this.parts;
    const kept = await database.transact(async (work) => {
      const channel = await store.kept(work, this.current);
      await this.keys.read(work);
      return channel;
    });
    this.current = { ...this.current, ...kept };
    this.isDoubtful = false;
  }

  // --- what we say

  private async sayHello(): Promise<void> {
    await this.carry(helloFrame(this.current, this.parts.key));
    this.isHelloWanted = false;
    this.greetedAtMs = this.parts.now().getTime();
  }

  private wantHelloSometime(): void {
    if (Math.abs(this.parts.now().getTime() - this.greetedAtMs) >= greetingPauseMs) this.isHelloWanted = true;
  }

  private async answerHello(): Promise<void> {
    const { database, store, key } = this.parts;
    const { asked, returns } = this.answerOwed!;
    const lost = returns ? await store.inbox(database.reading, this.current.peer, returns.from, returns.upto) : [];
    const texts = lost.map(({ sealed }) => sealed);
    await this.carry(answerFrame(this.current, asked, texts, key));
    this.answerOwed = null;
  }

  private async numberIntents(): Promise<void> {
    for (;;) {
      const numbered = await this.commit((work) => this.numberSome(work));
      if (!numbered) return;
      this.current = numbered.state;
      this.keys.said(numbered.messages);
    }
  }

  /** What is numbered together is signed with one key: the announcement of a new key is the last that the old one signs. */
  private async numberSome(work: Work): Promise<Numbered | null> {
    const { store, now } = this.parts;
    const { peer, out } = this.current;
    const intents = uptoNewKey(await store.intents(work, peer, batchMax));
    if (intents.length === 0) return null;
    const key = this.keys.signing(out.seq + 1n);
    const { refusal, messages, state } = numberAll(this.current, intents, { key, at: now().toISOString() });
    assert(!refusal, `an intent cannot be sent: ${JSON.stringify(refusal)}`);
    await store.addOutbox(work, peer, messages);
    const ids = intents.map(({ id }) => id);
    await store.dropIntents(work, peer, ids);
    const after = await this.parted(work, state, messages);
    await store.save(work, after);
    return { state: after, messages };
  }

  private async sendWaiting(): Promise<void> {
    const { database, store, key } = this.parts;
    for (;;) {
      const next = this.nextInWindow();
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

  private nextInWindow(): Range | null {
    const next = this.isHeld ? null : nextToSend(this.current, this.sentUpto);
    return next && next.from <= this.current.delivered + windowMax ? next : null;
  }

  private async carry(frame: Frame): Promise<void> {
    await this.parts.carry(frame);
    this.lastSentAt = this.parts.now();
  }

  // --- what we hear

  private async takeHello(frame: HelloFrame, bytes: Uint8Array): Promise<Taken> {
    const { store } = this.parts;
    const hello = openDocument(helloSchema, frame.hello, this.keys.theirs, limits.messageBytes);
    if (!hello.ok) return this.refuseFrame(`hello-${hello.refusal.kind}`, '', bytes);
    this.lastHeardAt = this.parts.now();
    const heard = onHello(this.current, hello.value, await this.comparedRows(hello.value));
    if (heard.kind === 'outside') return this.refuseFrame(`hello-${heard.why}`, '', bytes);
    await this.commit((work) => store.save(work, heard.state));
    // A peer that has started anew may have lost what was on its way; one that only asks for more has not.
    const isNewStart = heard.state.session.theirs !== this.current.session.theirs || heard.state.session.pass === null;
    this.current = heard.state;
    if (isNewStart) this.sentUpto = heard.state.delivered;
    this.answerOwed = heard;
    if (isHelloDue(this.current)) this.isHelloWanted = true;
    return 'taken';
  }

  private async takeAnswer(frame: AnswerFrame, bytes: Uint8Array): Promise<Taken> {
    const answer = openDocument(answerSchema, frame.answer, this.keys.theirs, limits.messageBytes);
    if (!answer.ok) return this.refuseFrame(`answer-${answer.refusal.kind}`, '', bytes);
    this.lastHeardAt = this.parts.now();
    const returned = openRun(frame.msgs, this.keys.mine);
    if (!returned.ok) return this.refuseFrame(`returned-${returned.refusal.why.kind}`, '', bytes);
    const heard = onAnswer(this.current, answer.value, returned.value, await this.comparedRows(answer.value));
    if (heard.kind === 'outside') return this.refuseFrame(`answer-${heard.why}`, '', bytes);
    if (heard.kind === 'proof') return this.keepProof(heard);
    // The peer has answered an earlier start of ours, perhaps because it heard that one last.
    if (heard.kind === 'stale') {
      this.wantHelloSometime();
      return 'taken';
    }
    const held = BigInt(answer.value.content.have.yours.seq);
    await this.takeBack(heard.replayed, heard.state, held);
    if (heard.fault) return this.refuseFrame(`answer-${heard.fault.kind}`, '', bytes);
    this.ahead = withOurs(this.ahead, this.current, returned.value, held);
    return this.takeTurns({ isFurther: heard.replayed.length > 0 });
  }

  /**
   * What was sent ahead is taken in as both histories grew: a word of ours, the peer's answer to it, our answer to that.
   * When no more of ours is at hand, the peer is asked at once, unless what came brought us no further.
   */
  private async takeTurns({ isFurther }: { readonly isFurther: boolean }): Promise<Taken> {
    const before = this.current;
    for (let taken: Taken | null = null; taken === null;) taken = await this.takeTurn();
    const { status, out, in: heard } = this.current;
    const isWaiting = status === 'waiting';
    this.ahead = isWaiting ? withoutTaken(this.ahead, this.current) : nothingAhead;
    const hasGrown = isFurther || out.seq > before.out.seq || heard.seq > before.in.seq;
    if (isWaiting && hasGrown && this.ahead.ours.length === 0) this.isHelloWanted = true;
    return 'taken';
  }

  /** As much of ours and then of theirs as can be taken in; null when another turn may bring more. */
  private async takeTurn(): Promise<Taken | null> {
    const { replayed, state, fault } = replayAhead(this.ahead, this.current);
    if (replayed.length > 0 || fault) await this.takeBack(replayed, state, this.ahead.held);
    if (fault) return this.refuseFrame(`answer-${fault.kind}`, '', Buffer.of());
    const theirs = nextOfTheirs(this.ahead, this.current);
    if (theirs.length === 0) return 'taken';
    const batch = await this.takeIn(theirs, null);
    if (batch.stoppedBy && batch.stoppedBy.kind !== 'wait') this.ahead = nothingAhead;
    return batch.accepted.length > 0 ? null : this.afterBatch(batch, Buffer.of());
  }

  /** Our own words, given back after a restore: into the outbox, and into the rooms that once decided them. */
  private async takeBack(replayed: readonly Message[], state: ChannelState, held: bigint): Promise<void> {
    const { store, dispatch } = this.parts;
    const { peer, out, status } = this.current;
    let after = state;
    await this.commit(async (work) => {
      if (held > out.seq) await dispatch.restored(work, peer);
      if (replayed.length > 0) await this.takeIntoRooms(work, replayed);
      after = await this.endedOrNot(work, state);
      await store.save(work, after);
      if (status === 'waiting' && state.status === 'open') await dispatch.givenBack(work, peer);
    });
    this.current = after;
    this.keys.said(replayed);
    this.sentUpto = state.delivered;
  }

  /** What was decided before the backup and waited as an intent is known to its room. */
  private async takeIntoRooms(work: Work, replayed: readonly Message[]): Promise<void> {
    const { store, dispatch } = this.parts;
    const { peer: to } = this.current;
    await store.addOutbox(work, to, replayed);
    const ids = replayed.map(({ content }) => content.id);
    const known = await store.dropIntents(work, to, ids);
    for (const { content, hash } of replayed.filter((each) => !known.includes(each.content.id))) {
      const { type, body, seq, ack } = content;
      await dispatch.ours(type, body, { work, to, seq: BigInt(seq), ack: BigInt(ack), hash });
    }
  }

  private async takeData(frame: DataFrame, bytes: Uint8Array, early: EarlyOpened | null): Promise<Taken> {
    const isStillSo = early?.session === this.current.session && early.ring === this.keys.theirs;
    const opened = early && isStillSo ? early.opened : this.openData(frame);
    if (!opened.ok) return this.afterFault(opened.refusal, bytes);
    const { receipt, messages } = opened.value;
    this.lastHeardAt = this.parts.now();
    this.shownUpto = BigInt(messages.at(-1)?.content.seq ?? this.shownUpto);
    const batch = await this.takeIn(messages, receipt);
    if (messages.length > 0) this.receiptOwed = true;
    if (this.current.status !== 'waiting') return this.afterBatch(batch, bytes);
    this.ahead = withTheirs(this.ahead, this.current, messages);
    const turned = await this.takeTurns({ isFurther: batch.accepted.length > 0 });
    return holds(this.ahead, this.current, messages) ? turned : this.afterBatch(batch, bytes);
  }

  private async afterBatch({ stoppedBy }: ReceivedBatch, bytes: Uint8Array): Promise<Taken> {
    if (stoppedBy?.kind === 'gap' || stoppedBy?.kind === 'wait') return 'later';
    const isForeign =
      stoppedBy?.kind === 'outside' && ['another-channel', 'broken-chain', 'channel-closed'].includes(stoppedBy.why);
    return isForeign ? this.refuseFrame(stoppedBy.why, '', bytes) : 'taken';
  }

  /**
   * Commits all of a frame at once. When that fails although no single message did (a check at the end of the
   * transaction), each is committed alone and the one that fails is set aside.
   */
  private async takeIn(messages: readonly Message[], receipt: Receipt | null): Promise<ReceivedBatch> {
    try {
      return await this.takeTogether(messages, receipt);
    } catch (failure) {
      await this.readAgain();
      if (messages.length <= 1) return this.takeTogether(messages, receipt, failure);
    }
    let batch: ReceivedBatch = { state: this.current, accepted: [], repeats: 0 };
    for (const message of messages) {
      const { accepted, ...one } = await this.takeIn([message], receipt);
      batch = { ...one, accepted: [...batch.accepted, ...accepted] };
      if (batch.stoppedBy) break;
    }
    return batch;
  }

  private async takeTogether(
    messages: readonly Message[],
    receipt: Receipt | null,
    failure?: unknown,
  ): Promise<ReceivedBatch> {
    const rows = await this.knownRows(messages);
    const batch = receiveAll(this.current, messages, (seq) => rows.get(seq));
    this.current = await this.commit(async (work) => {
      await this.acceptance.takeAll(work, batch.accepted, failure);
      return this.keep(work, batch, receipt);
    });
    this.keys.heard(batch.accepted);
    return batch;
  }

  /** What a frame says about both directions, beside its messages. */
  private async keep(
    work: Work,
    { state, stoppedBy, accepted }: ReceivedBatch,
    receipt: Receipt | null,
  ): Promise<ChannelState> {
    const { store } = this.parts;
    const { peer } = this.current;
    if (stoppedBy?.kind === 'proof') await store.addEvidence(work, peer, stoppedBy.evidence);
    const confirmed = receipt && (await this.confirmed(work, state, receipt));
    const heard = confirmed && 'state' in confirmed ? confirmed.state : state;
    const after = await this.parted(work, heard, accepted);
    const news = confirmed?.kind === 'delivered' ? receipt?.sealed : undefined;
    if (after !== this.current) await store.save(work, after, news);
    return after;
  }

  private async confirmed(work: Work, state: ChannelState, receipt: Receipt): Promise<ReceiptReading> {
    const { store } = this.parts;
    const { peer } = state;
    const needed = outboxRowNeeded(state, receipt);
    const [ours] = needed === undefined ? [] : await store.outbox(work, peer, needed, needed);
    const confirmed = onReceipt(state, receipt, ours);
    if (confirmed.kind === 'proof') await store.addEvidence(work, peer, confirmed.evidence);
    return confirmed;
  }

  /**
   * Once both have said that they leave, nothing new is said. What is on its way still arrives, and may be the word that
   * one of them has not left.
   */
  private async parted(work: Work, state: ChannelState, said: readonly Message[]): Promise<ChannelState> {
    const deciding = state.status === 'closed' ? 'refuse' : 'channel.close';
    return said.some(({ content }) => content.type === deciding) ? this.endedOrNot(work, state) : state;
  }

  private async endedOrNot(work: Work, state: ChannelState): Promise<ChannelState> {
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

  private async afterFault(fault: FrameFault, bytes: Uint8Array): Promise<Taken> {
    if (fault.kind !== 'another-session') {
      const why = 'why' in fault ? `${fault.kind}: ${fault.why.kind}` : '';
      return this.refuseFrame(fault.kind, why, bytes);
    }
    // Some queue kept it from before a start, or the peer has not heard of our start yet: hello tells it.
    this.wantHelloSometime();
    return 'taken';
  }

  private async keepProof(proof: { readonly state: ChannelState; readonly evidence: Evidence }): Promise<Taken> {
    const { store } = this.parts;
    await this.commit(async (work) => {
      await store.addEvidence(work, proof.state.peer, proof.evidence);
      await store.save(work, proof.state);
    });
    this.current = proof.state;
    return 'taken';
  }

  private async refuseFrame(reason: string, detail: string, bytes: Uint8Array): Promise<Taken> {
    const { database, store } = this.parts;
    const begin = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    const start = begin.replaceAll(/[^\x20-\x7e]/g, '.');
    await database.transact((work) => store.refuse(work, { peer: this.current.peer, reason, detail, start }));
    return 'taken';
  }

  /** The rows a frame's messages are compared with. They mostly follow each other, so a stretch is read at once. */
  private async knownRows(messages: readonly Message[]): Promise<ReadonlyMap<bigint, Stored>> {
    const { database, store } = this.parts;
    const found = new Map<bigint, Stored>();
    for (const message of messages) {
      const from = inboxRowNeeded(this.current, message);
      if (from === undefined || found.has(from)) continue;
      const upto = from + BigInt(limits.frameMessages);
      const rows = await store.inbox(database.reading, this.current.peer, from, upto);
      for (const [at, row] of rows.entries()) found.set(from + BigInt(at), row);
    }
    return found;
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

/** The intents up to and including the first that announces a new key. */
function uptoNewKey(intents: readonly KeptIntent[]): readonly KeptIntent[] {
  const at = intents.findIndex(({ type }) => type === 'key.rotate');
  return at < 0 ? intents : intents.slice(0, at + 1);
}

/** A frame that was opened before its turn, and the pairing and the keys for which that holds. */
interface EarlyOpened {
  readonly session: ChannelState['session'];
  readonly ring: Keyring;
  readonly opened: ReturnType<typeof openFrame>;
}

/** Numbers of messages, both ends included. */
interface Range {
  readonly from: bigint;
  readonly upto: bigint;
}
