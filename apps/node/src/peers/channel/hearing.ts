import { isDeepStrictEqual } from 'node:util';
import type { Work } from '@passerelle/doors';
import {
  type Answer,
  type AnswerFrame,
  type ChannelState,
  type DataFrame,
  type Evidence,
  type FrameFault,
  type Hello,
  type HelloFrame,
  type Keyring,
  type Message,
  type ReceivedBatch,
  type Stored,
  announcedIn,
  answerSchema,
  helloSchema,
  holds,
  isHelloDue,
  limits,
  nextOfTheirs,
  nothingAhead,
  onAnswer,
  onHello,
  openDocument,
  openFrame,
  openRun,
  readFrame,
  replayAhead,
  rowsForHello,
  withOurs,
  withTheirs,
  withoutTaken,
} from '@passerelle/protocol';
import type { ChannelMemory } from './channel-memory.js';
import type { Taken } from './channels.js';
import type { Intake } from './intake.js';

/** What one end of a channel hears: greetings, answers and messages of the peer, each taken in or refused. */
export class Hearing {
  constructor(
    private readonly end: ChannelMemory,
    private readonly intake: Intake,
  ) {}

  /** Reads a frame. What it holds is taken in when `turn` says so; only signatures are verified before. */
  async take({ bytes, beside }: Arrived, turn: (act: () => Promise<Taken>) => Promise<Taken>): Promise<Taken> {
    const read = readFrame(bytes);
    const early = read.ok && 'rcpt' in read.value ? this.openEarly(read.value) : null;
    return turn(async () => {
      if (!read.ok) return this.refuseFrame(read.refusal.kind, '', bytes);
      const frame = read.value;
      if ('hello' in frame) return this.takeHello(frame, bytes);
      if ('answer' in frame) return this.takeAnswer(frame, bytes);
      return this.takeData(frame, { bytes, beside }, early);
    });
  }

  private async takeHello(frame: HelloFrame, bytes: Uint8Array): Promise<Taken> {
    const { store } = this.end.parts;
    const hello = openDocument(helloSchema, frame.hello, this.end.keys.theirs, limits.messageBytes);
    if (!hello.ok) return this.refuseFrame(`hello-${hello.refusal.kind}`, '', bytes);
    this.end.lastHeardAt = this.end.parts.now();
    await this.noteAnnounced(hello.value);
    const heard = onHello(this.end.current, hello.value, await this.comparedRows(hello.value));
    if (heard.kind === 'outside') return this.refuseFrame(`hello-${heard.why}`, '', bytes);
    await this.end.commit((work) => store.save(work, heard.state));
    // A peer that has started anew may have lost what was on its way; one that only asks for more has not.
    const isNewStart =
      heard.state.session.theirs !== this.end.current.session.theirs || heard.state.session.pass === null;
    this.end.current = heard.state;
    if (isNewStart) this.end.sentUpto = heard.state.delivered;
    this.end.answerOwed = heard;
    if (isHelloDue(this.end.current)) this.end.isHelloWanted = true;
    return 'taken';
  }

  private async takeAnswer(frame: AnswerFrame, bytes: Uint8Array): Promise<Taken> {
    const answer = openDocument(answerSchema, frame.answer, this.end.keys.theirs, limits.messageBytes);
    if (!answer.ok) return this.refuseFrame(`answer-${answer.refusal.kind}`, '', bytes);
    this.end.lastHeardAt = this.end.parts.now();
    await this.noteAnnounced(answer.value);
    const returned = openRun(frame.msgs, this.end.keys.mine);
    if (!returned.ok) return this.refuseFrame(`returned-${returned.refusal.why.kind}`, '', bytes);
    const heard = onAnswer(this.end.current, answer.value, returned.value, await this.comparedRows(answer.value));
    if (heard.kind === 'outside') return this.refuseFrame(`answer-${heard.why}`, '', bytes);
    if (heard.kind === 'proof') return this.keepProof(heard);
    // The peer has answered an earlier start of ours, perhaps because it heard that one last.
    if (heard.kind === 'stale') {
      this.end.wantHelloSometime();
      return 'taken';
    }
    const held = BigInt(answer.value.content.have.yours.seq);
    await this.takeBack(heard.replayed, heard.state, held);
    if (heard.fault) return this.refuseFrame(`answer-${heard.fault.kind}`, '', bytes);
    this.end.ahead = withOurs(this.end.ahead, this.end.current, returned.value, held);
    return this.takeTurns({ isFurther: heard.replayed.length > 0 });
  }

  /**
   * What was sent ahead is taken in as both histories grew: a word of ours, the peer's answer to it, our answer to that.
   * When no more of ours is at hand, the peer is asked at once, unless what came brought us no further.
   */
  private async takeTurns({ isFurther }: { readonly isFurther: boolean }): Promise<Taken> {
    const before = this.end.current;
    for (let taken: Taken | null = null; taken === null;) taken = await this.takeTurn();
    const { status, out, in: heard } = this.end.current;
    const isWaiting = status === 'waiting';
    this.end.ahead = isWaiting ? withoutTaken(this.end.ahead, this.end.current) : nothingAhead;
    const hasGrown = isFurther || out.seq > before.out.seq || heard.seq > before.in.seq;
    if (isWaiting && hasGrown && this.end.ahead.ours.length === 0) this.end.isHelloWanted = true;
    return 'taken';
  }

  /** As much of ours and then of theirs as can be taken in; null when another turn may bring more. */
  private async takeTurn(): Promise<Taken | null> {
    const { replayed, state, fault } = replayAhead(this.end.ahead, this.end.current);
    if (replayed.length > 0 || fault) await this.takeBack(replayed, state, this.end.ahead.held);
    if (fault) return this.refuseFrame(`answer-${fault.kind}`, '', Buffer.of());
    const theirs = nextOfTheirs(this.end.ahead, this.end.current);
    if (theirs.length === 0) return 'taken';
    const batch = await this.intake.takeIn(theirs, null);
    if (batch.stoppedBy && batch.stoppedBy.kind !== 'wait') this.end.ahead = nothingAhead;
    return batch.accepted.length > 0 ? null : this.afterBatch(batch, Buffer.of());
  }

  /** Our own words, given back after a restore: into the outbox, and into the rooms that once decided them. */
  private async takeBack(replayed: readonly Message[], state: ChannelState, held: bigint): Promise<void> {
    const { store, dispatch } = this.end.parts;
    const { peer, out, status } = this.end.current;
    let after = state;
    await this.end.commit(async (work) => {
      if (held > out.seq) await dispatch.restored(work, peer);
      if (replayed.length > 0) await this.takeIntoRooms(work, replayed);
      after = await this.end.endedOrNot(work, state);
      await store.save(work, after);
      if (status === 'waiting' && state.status === 'open') await dispatch.givenBack(work, peer);
    });
    this.end.current = after;
    this.end.keys.said(replayed);
    this.end.sentUpto = state.delivered;
  }

  /** What was decided before the backup and waited as an intent is known to its room. */
  private async takeIntoRooms(work: Work, replayed: readonly Message[]): Promise<void> {
    const { store, dispatch } = this.end.parts;
    const { peer: to } = this.end.current;
    await store.addOutbox(work, to, replayed);
    const ids = replayed.map(({ content }) => content.id);
    const known = await store.dropIntents(work, to, ids);
    for (const { content, hash } of replayed.filter((each) => !known.includes(each.content.id))) {
      const { type, body, seq, ack } = content;
      await dispatch.ours(type, body, { work, to, seq: BigInt(seq), ack: BigInt(ack), hash });
    }
  }

  private async takeData(frame: DataFrame, { bytes, beside }: Arrived, early: EarlyOpened | null): Promise<Taken> {
    const isStillSo = early?.session === this.end.current.session && early.ring === this.end.keys.theirs;
    const opened = early && isStillSo ? early.opened : this.openData(frame);
    if (!opened.ok) return this.afterFault(opened.refusal, bytes);
    const { receipt, messages } = opened.value;
    this.end.traces.note(messages, beside);
    this.end.lastHeardAt = this.end.parts.now();
    this.end.shownUpto = BigInt(messages.at(-1)?.content.seq ?? this.end.shownUpto);
    const batch = await this.intake.takeIn(messages, receipt);
    if (messages.length > 0) this.end.isReceiptOwed = true;
    if (this.end.current.status !== 'waiting') return this.afterBatch(batch, bytes);
    this.end.ahead = withTheirs(this.end.ahead, this.end.current, messages);
    const turned = await this.takeTurns({ isFurther: batch.accepted.length > 0 });
    return holds(this.end.ahead, this.end.current, messages) ? turned : this.afterBatch(batch, bytes);
  }

  private async afterBatch({ stoppedBy }: ReceivedBatch, bytes: Uint8Array): Promise<Taken> {
    if (stoppedBy?.kind === 'gap' || stoppedBy?.kind === 'wait') return 'later';
    const isForeign =
      stoppedBy?.kind === 'outside' && ['another-channel', 'broken-chain', 'channel-closed'].includes(stoppedBy.why);
    return isForeign ? this.refuseFrame(stoppedBy.why, '', bytes) : 'taken';
  }

  private async afterFault(fault: FrameFault, bytes: Uint8Array): Promise<Taken> {
    if (fault.kind !== 'another-session') {
      const why = 'why' in fault ? `${fault.kind}: ${fault.why.kind}` : '';
      return this.refuseFrame(fault.kind, why, bytes);
    }
    // Some queue kept it from before a start, or the peer has not heard of our start yet: hello tells it.
    this.end.wantHelloSometime();
    return 'taken';
  }

  /** Also what speaks no version of ours says which it speaks: people have to hear of that. */
  private async noteAnnounced(greeting: Hello | Answer): Promise<void> {
    const { database, store } = this.end.parts;
    const announced = announcedIn(greeting);
    if (isDeepStrictEqual(announced, this.end.announced)) return;
    await database.transact((work) => store.setAnnounced(work, this.end.current.peer, announced));
    this.end.announced = announced;
  }

  private async keepProof(proof: { readonly state: ChannelState; readonly evidence: Evidence }): Promise<Taken> {
    const { store } = this.end.parts;
    await this.end.commit(async (work) => {
      await store.addEvidence(work, proof.state.peer, proof.evidence);
      await store.save(work, proof.state);
    });
    this.end.current = proof.state;
    return 'taken';
  }

  private async refuseFrame(reason: string, detail: string, bytes: Uint8Array): Promise<Taken> {
    const { database, store } = this.end.parts;
    const begin = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    const start = begin.replaceAll(/[^\x20-\x7e]/g, '.');
    await database.transact((work) => store.refuse(work, { peer: this.end.current.peer, reason, detail, start }));
    return 'taken';
  }

  private async comparedRows(greeting: Parameters<typeof rowsForHello>[1]) {
    const { database, store } = this.end.parts;
    const { peer } = this.end.current;
    const { outbox, inbox } = rowsForHello(this.end.current, greeting);
    const one = async (seq: bigint | undefined, box: 'outbox' | 'inbox'): Promise<Stored | undefined> =>
      seq === undefined ? undefined : (await store[box](database.reading, peer, seq, seq))[0];
    return { outbox: await one(outbox, 'outbox'), inbox: await one(inbox, 'inbox') };
  }
  /** Signatures are verified while the frame before this one still waits for the database. */
  private openEarly(frame: DataFrame): EarlyOpened {
    return { session: this.end.current.session, ring: this.end.keys.theirs, opened: this.openData(frame) };
  }

  private openData(frame: DataFrame): EarlyOpened['opened'] {
    return openFrame(this.end.current, frame, this.end.keys.theirs);
  }
}

/** A frame as it came, and what was said of traces beside it. */
interface Arrived {
  readonly bytes: Uint8Array;
  readonly beside: string;
}

/** A frame that was opened before its turn, and the pairing and the keys for which that holds. */
interface EarlyOpened {
  readonly session: ChannelState['session'];
  readonly ring: Keyring;
  readonly opened: ReturnType<typeof openFrame>;
}
