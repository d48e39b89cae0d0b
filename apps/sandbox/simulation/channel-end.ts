import {
  type Ahead,
  type AnswerFrame,
  type ChannelState,
  type DataFrame,
  type Frame,
  type HelloFrame,
  type Keyring,
  type Message,
  type Receipt,
  type ReceiptReading,
  type ReceivedBatch,
  type Session,
  type SigningKey,
  type Stored,
  answerSchema,
  close,
  dataFrame,
  helloSchema,
  holds,
  isHelloDue,
  limits,
  nextOfTheirs,
  nothingAhead,
  openDocument,
  openRun,
  outboxRowNeeded,
  readFrame,
  reopen,
  replayAhead,
  rowsForHello,
  withOurs,
  withTheirs,
  withoutTaken,
  writeFrame,
} from '@passerelle/protocol';
import type { NodeId } from '@passerelle/settlement';
import type { Taken } from './broker.js';
import type { Core } from './core.js';
import type { Disk, Draft } from './disk.js';
import type { KeptChannel } from './kept.js';
import { haveBothLeft } from './parting.js';
import type { World } from './world.js';

/** What a channel needs of the node it belongs to. */
export interface Ends {
  readonly me: NodeId;
  readonly core: Core;
  readonly world: World;
  readonly disk: Disk;
  documentKey(): SigningKey;
  ring(node: NodeId, peer: NodeId): Keyring;
  carry(peer: NodeId, bytes: Uint8Array): void;
  /** Gives numbers to what was decided for the peer, as far as it still makes sense; false when nothing waited. */
  number(draft: Draft, peer: NodeId, state: ChannelState): ChannelState | null;
  theirs(draft: Draft, peer: NodeId, message: Message): void;
  ours(draft: Draft, peer: NodeId, message: Message): void;
  /** The peer has given back all that it holds of ours. */
  givenBack(draft: Draft, peer: NodeId): void;
}

const greetingPause = 6;

/** One end of the channel to one peer: what it remembers of its session, around the pure rules of the protocol. */
export class ChannelEnd {
  private session: Session;
  private sentUpto = 0n;
  private isReceiptOwed = false;
  private isHelloWanted = true;
  private greetedAt = -greetingPause;
  /** After a restore: what came and waits for its turn. */
  private ahead: Ahead = nothingAhead;
  private answerOwed: { readonly asked: string; readonly returns: { from: bigint; upto: bigint } | null } | null = null;

  constructor(
    private readonly ends: Ends,
    readonly peer: NodeId,
    session: string,
  ) {
    this.session = ends.disk.transact((draft) => {
      const begun = ends.core.start(draft.kept.channels[peer]!.stored, session);
      this.save(draft, begun);
      return begun.session;
    });
  }

  get state(): ChannelState {
    return { ...this.kept.stored, session: this.session };
  }

  get kept(): KeptChannel {
    return this.ends.disk.kept.channels[this.peer]!;
  }

  /** Numbers, greets, answers and sends whatever is due. */
  pump(): void {
    if (this.state.status === 'open') this.number();
    if (this.isHelloWanted) this.sayHello();
    if (this.answerOwed) this.answerHello();
    this.sendWaiting();
  }

  get isUnconfirmed(): boolean {
    return this.sentUpto > this.state.delivered || isHelloDue(this.state);
  }

  /** Nothing was confirmed for a while. */
  sendAgain(): void {
    this.sentUpto = this.state.delivered;
    this.isHelloWanted = isHelloDue(this.state);
  }

  take(bytes: Uint8Array): Taken {
    const read = readFrame(bytes);
    if (!read.ok) return 'taken';
    if ('hello' in read.value) return this.takeHello(read.value);
    if ('answer' in read.value) return this.takeAnswer(read.value);
    return this.takeData(read.value);
  }

  // --- what we say

  private number(): void {
    const { disk } = this.ends;
    const numbered = disk.transact((draft) => {
      const state = this.ends.number(draft, this.peer, this.state);
      return state && this.save(draft, this.parted(draft, state));
    });
    if (numbered) this.session = numbered.session;
  }

  private sayHello(): void {
    this.carry(this.ends.core.helloFrame(this.state, this.ends.documentKey()));
    this.isHelloWanted = false;
    this.greetedAt = this.ends.world.now;
  }

  private answerHello(): void {
    const { asked, returns } = this.answerOwed!;
    const lost = returns ? this.kept.inbox.slice(Number(returns.from) - 1, Number(returns.upto)) : [];
    const texts = lost.map(({ sealed }) => sealed);
    this.carry(this.ends.core.answerFrame(this.state, asked, texts, this.ends.documentKey()));
    this.answerOwed = null;
  }

  private sendWaiting(): void {
    for (;;) {
      const next = this.ends.core.nextToSend(this.state, this.sentUpto);
      if (!next && !this.isReceiptOwed) return;
      const rows: readonly Stored[] = next ? this.kept.outbox.slice(Number(next.from) - 1, Number(next.upto)) : [];
      const made = dataFrame(this.state, rows, this.ends.documentKey());
      if (!made || (next && rows.length === 0)) return;
      this.carry(made.frame);
      this.isReceiptOwed = false;
      if (!next) return;
      this.sentUpto = next.from + BigInt(made.sent) - 1n;
    }
  }

  private carry(frame: Frame): void {
    this.ends.disk.point();
    this.ends.carry(this.peer, writeFrame(frame));
  }

  // --- what we hear

  private takeHello(frame: HelloFrame): Taken {
    const { core, disk } = this.ends;
    const hello = openDocument(helloSchema, frame.hello, this.ring(this.peer), limits.messageBytes);
    if (!hello.ok) return 'taken';
    const heard = core.onHello(this.state, hello.value, this.comparedRows(hello.value));
    if (heard.kind === 'outside') return 'taken';
    disk.transact((draft) => this.save(draft, heard.state));
    const { theirs, pass } = heard.state.session;
    const isNewStart = theirs !== this.session.theirs || pass === null;
    this.session = heard.state.session;
    if (isNewStart) this.sentUpto = heard.state.delivered;
    this.answerOwed = heard;
    if (isHelloDue(this.state)) this.isHelloWanted = true;
    return 'taken';
  }

  private takeAnswer(frame: AnswerFrame): Taken {
    const { core, me } = this.ends;
    const answer = openDocument(answerSchema, frame.answer, this.ring(this.peer), limits.messageBytes);
    const returned = openRun(frame.msgs, this.ring(me));
    if (!answer.ok || !returned.ok) return 'taken';
    const heard = core.onAnswer(this.state, answer.value, returned.value, this.comparedRows(answer.value));
    if (heard.kind === 'stale') this.wantHelloSometime();
    if (heard.kind === 'proof')
      this.ends.disk.transact((draft) => {
        this.keep(draft, { evidence: [...draft.kept.channels[this.peer]!.evidence, heard.evidence] });
        this.save(draft, heard.state);
      });
    if (heard.kind !== 'answered') return 'taken';
    this.takeBack(heard.replayed, heard.state, heard.isComplete);
    if (heard.fault) return 'taken';
    this.ahead = withOurs(this.ahead, this.state, returned.value, BigInt(answer.value.content.have.yours.seq));
    this.takeTurns(heard.replayed.length > 0);
    return 'taken';
  }

  /** What was sent ahead is taken in as both histories grew, and more of ours is asked for when none is left. */
  private takeTurns(isFurther: boolean): void {
    const before = this.state;
    while (this.takeTurn());
    const { status, out, in: heard } = this.state;
    this.ahead = status === 'waiting' ? withoutTaken(this.ahead, this.state) : nothingAhead;
    const hasGrown = isFurther || out.seq > before.out.seq || heard.seq > before.in.seq;
    if (status === 'waiting' && hasGrown && this.ahead.ours.length === 0) this.isHelloWanted = true;
  }

  private takeTurn(): boolean {
    const { replayed, state, fault } = replayAhead(this.ahead, this.state);
    if (replayed.length > 0 || fault) this.takeBack(replayed, state, false);
    const theirs = fault ? [] : nextOfTheirs(this.ahead, this.state);
    return theirs.length > 0 && this.receive(theirs, null).accepted.length > 0;
  }

  private takeBack(replayed: readonly Message[], state: ChannelState, isComplete: boolean): void {
    this.ends.disk.transact((draft) => {
      const { outbox, intents } = draft.kept.channels[this.peer]!;
      const ids = new Set(replayed.map(({ content }) => content.id));
      this.keep(draft, { outbox: [...outbox, ...replayed], intents: intents.filter(({ id }) => !ids.has(id)) });
      this.save(draft, this.parted(draft, state));
      for (const message of replayed) this.ends.ours(draft, this.peer, message);
      if (isComplete) this.ends.givenBack(draft, this.peer);
    });
    this.session = state.session;
    this.sentUpto = state.delivered;
  }

  private takeData(frame: DataFrame): Taken {
    const opened = this.ends.core.openFrame(this.state, frame, this.ring(this.peer));
    if (!opened.ok) {
      const { kind } = opened.refusal;
      // Some queue kept it from before a start, or the peer has not heard of our start yet: hello tells it.
      if (kind === 'another-session') this.wantHelloSometime();
      else this.ends.world.note(this.ends.me, `cannot open a frame of ${this.peer}: ${kind}`);
      // A frame before it may bring the key that it is signed with.
      return kind === 'bad-message' ? 'later' : 'taken';
    }
    const { receipt, messages } = opened.value;
    const { accepted, stoppedBy } = this.receive(messages, receipt);
    if (messages.length > 0) this.isReceiptOwed = true;
    if (this.state.status === 'waiting') {
      this.ahead = withTheirs(this.ahead, this.state, messages);
      this.takeTurns(accepted.length > 0);
      if (holds(this.ahead, this.state, messages)) return 'taken';
    }
    return stoppedBy?.kind === 'gap' || stoppedBy?.kind === 'wait' ? 'later' : 'taken';
  }

  private receive(messages: readonly Message[], receipt: Receipt | null): ReceivedBatch {
    const batch = this.ends.core.receiveAll(this.state, messages, (seq) => this.kept.inbox[Number(seq) - 1]);
    this.session = this.ends.disk.transact((draft) => this.takeIn(draft, batch, receipt)).session;
    return batch;
  }

  private takeIn(draft: Draft, batch: ReceivedBatch, receipt: Receipt | null): ChannelState {
    for (const message of batch.accepted) {
      const { stored, inbox } = draft.kept.channels[this.peer]!;
      const position = { seq: BigInt(message.content.seq), head: message.hash };
      this.keep(draft, { stored: { ...stored, in: position }, inbox: [...inbox, message] });
      this.ends.theirs(draft, this.peer, message);
    }
    const proofs = batch.stoppedBy?.kind === 'proof' ? [batch.stoppedBy.evidence] : [];
    const confirmed = receipt && this.confirmed(draft, batch.state, receipt);
    if (confirmed?.kind === 'proof') proofs.push(confirmed.evidence);
    const after = this.parted(draft, confirmed && 'state' in confirmed ? confirmed.state : batch.state);
    if (proofs.length > 0) this.keep(draft, { evidence: [...draft.kept.channels[this.peer]!.evidence, ...proofs] });
    this.save(draft, after);
    return after;
  }

  private confirmed(draft: Draft, state: ChannelState, receipt: Receipt): ReceiptReading {
    const needed = outboxRowNeeded(state, receipt);
    const ours = needed === undefined ? undefined : draft.kept.channels[this.peer]!.outbox[Number(needed) - 1];
    return this.ends.core.onReceipt(state, receipt, ours);
  }

  // --- how

  private wantHelloSometime(): void {
    if (this.ends.world.now - this.greetedAt >= greetingPause) this.isHelloWanted = true;
  }

  private ring(node: NodeId): Keyring {
    return this.ends.ring(node, this.peer);
  }

  private comparedRows(greeting: Parameters<typeof rowsForHello>[1]) {
    const { outbox, inbox } = rowsForHello(this.state, greeting);
    const { kept } = this;
    return {
      outbox: outbox === undefined ? undefined : kept.outbox[Number(outbox) - 1],
      inbox: inbox === undefined ? undefined : kept.inbox[Number(inbox) - 1],
    };
  }

  /** Once both have left nothing new is said, unless a word that was on its way says that one of them has not. */
  private parted(draft: Draft, state: ChannelState): ChannelState {
    const haveLeft = haveBothLeft(draft.kept.channels[this.peer]!);
    if (state.status === 'closed' && !haveLeft) return reopen(state);
    if (state.status !== 'open' || !haveLeft) return state;
    // A restored node may have decided something before its own last word was back.
    this.keep(draft, { intents: [] });
    return close(state);
  }

  private save(draft: Draft, state: ChannelState): ChannelState {
    const { net, me, peer, out, in: applied, delivered, status } = state;
    this.keep(draft, { stored: { net, me, peer, out, in: applied, delivered, status } });
    return state;
  }

  private keep(draft: Draft, change: Partial<KeptChannel>): void {
    const { channels } = draft.kept;
    draft.put({ channels: { ...channels, [this.peer]: { ...channels[this.peer]!, ...change } } });
  }
}
