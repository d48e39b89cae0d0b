import assert from 'node:assert/strict';
import type { Work } from '@passerelle/doors';
import {
  type ChannelState,
  type Frame,
  type Message,
  answerFrame,
  dataFrame,
  helloFrame,
  nextToSend,
  numberAll,
} from '@passerelle/protocol';
import { type ChannelMemory, type Range, batchMax } from './channel-memory.js';
import type { KeptIntent, Traced } from './channels.js';
import { besideFrame, eventsOf } from './message-traces.js';

/** Messages on their way at most: a peer that is away must not have its mailbox filled with what it cannot take yet. */
const windowMax = 1024n;

interface NumberedNow {
  readonly state: ChannelState;
  readonly messages: readonly (Message & Traced)[];
}

/** What one end of a channel says: greetings, answers, and the messages that were decided here. */
export class Saying {
  constructor(private readonly end: ChannelMemory) {}

  /** Numbers what was decided, greets and answers where that is due, and sends what the peer does not have yet. */
  async whatIsDue(): Promise<void> {
    const { end } = this;
    if (end.current.status === 'open' && !end.isHeld) await this.numberIntents();
    if (end.isHelloWanted) await this.sayHello();
    if (end.answerOwed) await this.answerHello();
    await this.sendWaiting();
  }

  private async sayHello(): Promise<void> {
    await this.carry(helloFrame(this.end.current, this.end.parts.key, this.end.parts.release));
    this.end.isHelloWanted = false;
    this.end.greetedAtMs = this.end.parts.now().getTime();
  }

  private async answerHello(): Promise<void> {
    const { database, store, key, release } = this.end.parts;
    const { asked, returns } = this.end.answerOwed!;
    const lost = returns ? await store.inbox(database.reading, this.end.current.peer, returns.from, returns.upto) : [];
    const texts = lost.map(({ sealed }) => sealed);
    await this.carry(answerFrame(this.end.current, asked, texts, key, release));
    this.end.answerOwed = null;
  }

  private async numberIntents(): Promise<void> {
    for (;;) {
      const numbered = await this.end.commit((work) => this.numberSome(work));
      if (!numbered) return;
      this.end.current = numbered.state;
      this.end.keys.said(numbered.messages);
      this.note(numbered.messages);
    }
  }

  private note(messages: readonly (Message & Traced)[]): void {
    const noted = messages.map((message) => ({ message, trace: message.trace }));
    for (const event of eventsOf('messages said', this.end.current.peer, noted)) this.end.parts.note(event);
  }

  /** What is numbered together is signed with one key: the announcement of a new key is the last that the old one signs. */
  private async numberSome(work: Work): Promise<NumberedNow | null> {
    const { store, now } = this.end.parts;
    const { peer, out } = this.end.current;
    const intents = uptoNewKey(await store.intents(work, peer, batchMax));
    if (intents.length === 0) return null;
    const key = this.end.keys.signing(out.seq + 1n);
    const { refusal, messages, state } = numberAll(this.end.current, intents, { key, at: now().toISOString() });
    assert(!refusal, `an intent cannot be sent: ${JSON.stringify(refusal)}`);
    const traced = messages.map((message, at) => ({ ...message, trace: intents[at]!.trace }));
    await store.addOutbox(work, peer, traced);
    const ids = intents.map(({ id }) => id);
    await store.dropIntents(work, peer, ids);
    const after = await this.end.parted(work, state, messages);
    await store.save(work, after);
    return { state: after, messages: traced };
  }

  private async sendWaiting(): Promise<void> {
    const { database, store, key } = this.end.parts;
    for (;;) {
      const next = this.nextInWindow();
      if (!next && !this.end.isReceiptOwed) return;
      const rows = next ? await store.outbox(database.reading, this.end.current.peer, next.from, next.upto) : [];
      const made = dataFrame(this.end.current, rows, key);
      if (!made) return;
      await this.carry(made.frame, besideFrame(rows.slice(0, made.sent)));
      this.end.isReceiptOwed = false;
      if (!next) return;
      this.end.sentUpto = next.from + BigInt(made.sent) - 1n;
    }
  }

  private nextInWindow(): Range | null {
    const next = this.end.isHeld ? null : nextToSend(this.end.current, this.end.sentUpto);
    return next && next.from <= this.end.current.delivered + windowMax ? next : null;
  }

  private async carry(frame: Frame, beside = ''): Promise<void> {
    await this.end.parts.carry(frame, beside);
    this.end.lastSentAt = this.end.parts.now();
  }
}

/** The intents up to and including the first that announces a new key. */
function uptoNewKey(intents: readonly KeptIntent[]): readonly KeptIntent[] {
  const at = intents.findIndex(({ type }) => type === 'key.rotate');
  return at < 0 ? intents : intents.slice(0, at + 1);
}
