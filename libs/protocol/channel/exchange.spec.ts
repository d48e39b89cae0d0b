import { strict as assert } from 'node:assert';
import type { DataFrame } from '../frame.js';
import { readFrame, writeFrame } from '../frame.js';
import { openDocument } from '../document.js';
import { type Message, open } from '../envelope.js';
import type { Evidence } from '../evidence.js';
import { answerSchema, helloSchema } from '../hello.js';
import { limits } from '../limits.js';
import type { SigningKey } from '../signature.js';
import { be, fr, net, ringOf } from '../testing/federation.js';
import { type Intent, numberAll } from './numbering.js';
import { dataFrame, nextToSend, onReceipt, openFrame, outboxRowNeeded } from './receipts.js';
import { receiveAll } from './receiving.js';
import { alreadySent } from './restoring.js';
import { answerFrame, helloFrame, isHelloDue, onAnswer, onHello, rowsForHello } from './sessions.js';
import { type ChannelState, type StoredChannel, newChannel, start } from './state.js';

/** A small generator with one seed (mulberry32), so that a run that failed can be told by its number. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Kept {
  readonly channel: StoredChannel;
  readonly outbox: readonly Message[];
  readonly inbox: readonly Message[];
  readonly intents: readonly Intent[];
}

/** One node's end with its tables in memory, as an adapter would run it. */
class End {
  outbox: readonly Message[] = [];
  inbox: readonly Message[] = [];
  intents: readonly Intent[] = [];
  state: ChannelState;
  sent = 0n;
  isGreeting = true;
  readonly proofs: Evidence[] = [];
  mostHeard = 0;
  private starts = 0;
  private decided = 0;

  constructor(
    readonly key: SigningKey,
    readonly peer: SigningKey,
  ) {
    this.state = start(newChannel({ net, me: key.node, peer: peer.node }), this.nextSession());
  }

  decide(): void {
    const tail = String((this.decided += 1)).padStart(12, '0');
    const id = `0198f5c1-8f2a-7c3b-9a41-${tail}`;
    this.intents = [...this.intents, { id, type: 'cycle.cut', body: { cycle: '2026-04' }, ack: this.state.in.seq }];
  }

  /** What the node does when nothing happens: greet, number, send, confirm. */
  tick(rollBack: boolean): Uint8Array[] {
    if (rollBack) this.sent = this.state.delivered;
    const frames: Uint8Array[] = [];
    if (isHelloDue(this.state) || this.isGreeting) frames.push(writeFrame(helloFrame(this.state, this.key)));
    this.isGreeting = false;
    if (this.state.status === 'open') this.numberIntents();
    const next = nextToSend(this.state, this.sent);
    const rows = next ? this.outbox.slice(Number(next.from) - 1, Number(next.upto)) : [];
    const packed = dataFrame(this.state, rows, this.key);
    if (packed) frames.push(writeFrame(packed.frame));
    if (packed && next) this.sent = next.from - 1n + BigInt(packed.sent);
    return frames;
  }

  take(bytes: Uint8Array): Uint8Array[] {
    const frame = readFrame(bytes);
    if (!frame.ok) return [];
    if ('hello' in frame.value) return this.takeHello(frame.value.hello);
    if ('answer' in frame.value) this.takeAnswer(frame.value.answer, frame.value.msgs);
    else this.takeData(frame.value);
    return [];
  }

  keep(): Kept {
    return { channel: this.state, outbox: this.outbox, inbox: this.inbox, intents: this.intents };
  }

  /** Starts again from what was kept: all of it after a crash, less of it after a restore. */
  restart(kept: Kept): void {
    this.outbox = kept.outbox;
    this.inbox = kept.inbox;
    this.intents = kept.intents;
    this.sent = 0n;
    this.state = start(kept.channel, this.nextSession());
  }

  private numberIntents(): void {
    const batch = numberAll(this.state, this.intents, { key: this.key, at: '2026-03-24T09:00:00.000Z' });
    assert(!batch.refusal, batch.refusal?.kind);
    this.state = batch.state;
    this.outbox = [...this.outbox, ...batch.messages];
    this.intents = [];
  }

  private takeHello(sealed: { m: string; sig: string }): Uint8Array[] {
    const hello = openDocument(helloSchema, sealed, ringOf(this.peer), limits.messageBytes);
    assert(hello.ok);
    const read = onHello(this.state, hello.value, this.rows(rowsForHello(this.state, hello.value)));
    if (read.kind !== 'answer') return [];
    this.state = read.state;
    this.sent = read.state.delivered;
    const returned = read.returns
      ? this.inbox.slice(Number(read.returns.from) - 1, Number(read.returns.upto)).map((message) => message.sealed)
      : [];
    return [writeFrame(answerFrame(this.state, read.asked, returned, this.key))];
  }

  private takeAnswer(sealed: { m: string; sig: string }, msgs: readonly { m: string; sig: string }[]): void {
    const answer = openDocument(answerSchema, sealed, ringOf(this.peer), limits.messageBytes);
    assert(answer.ok);
    const returned = msgs.map((message) => {
      const opened = open(message, ringOf(this.key));
      assert(opened.ok);
      return opened.value;
    });
    const read = onAnswer(this.state, answer.value, returned, this.rows(rowsForHello(this.state, answer.value)));
    if (read.kind === 'stale') this.isGreeting = true;
    if (read.kind === 'proof') this.proofs.push(read.evidence);
    if (read.kind !== 'answered') return;
    assert(!read.fault, read.fault?.kind);
    this.expectSeen(read.replayed, this.inbox.length);
    this.state = read.state;
    this.outbox = [...this.outbox, ...read.replayed];
    const gone = alreadySent(this.intents, read.replayed);
    this.intents = this.intents.filter((intent) => !gone.includes(intent.id));
    this.sent = read.state.delivered;
  }

  private takeData(frame: DataFrame): void {
    const opened = openFrame(this.state, frame, ringOf(this.peer));
    if (!opened.ok) {
      assert(opened.refusal.kind === 'another-session', JSON.stringify(opened.refusal));
      this.isGreeting = true;
      return;
    }
    const batch = receiveAll(this.state, opened.value.messages, (seq) => this.inbox[Number(seq) - 1]);
    if (batch.stoppedBy?.kind === 'proof') this.proofs.push(batch.stoppedBy.evidence);
    assert(batch.stoppedBy?.kind !== 'outside', batch.stoppedBy?.kind);
    this.expectSeen(batch.accepted, this.outbox.length);
    this.state = batch.state;
    this.inbox = [...this.inbox, ...batch.accepted];
    this.mostHeard = Math.max(this.mostHeard, this.inbox.length);
    const needed = outboxRowNeeded(this.state, opened.value.receipt);
    const read = onReceipt(this.state, opened.value.receipt, this.outbox[Number(needed) - 1]);
    if (read.kind === 'proof') this.proofs.push(read.evidence);
    if (read.kind === 'delivered') this.state = read.state;
  }

  /** Everything the sender had seen when it decided these messages is here as well. */
  private expectSeen(applied: readonly Message[], held: number): void {
    for (const { content } of applied) assert(Number(content.ack) <= held, `message ${content.seq} came too early`);
  }

  private rows(of: { outbox: bigint | undefined; inbox: bigint | undefined }) {
    return { outbox: this.outbox[Number(of.outbox) - 1], inbox: this.inbox[Number(of.inbox) - 1] };
  }

  private nextSession(): string {
    return `session-${this.key.node}-${(this.starts += 1)}`;
  }
}

interface Letter {
  readonly to: End;
  readonly bytes: Uint8Array;
}

/** Two ends and a network that loses, repeats, delays and reorders; and nodes that crash and come back from backups. */
class Pair {
  readonly ends = [new End(be, fr), new End(fr, be)] as const;
  private way: Letter[] = [];
  private readonly old: Letter[] = [];
  private readonly backups = new Map<End, Kept[]>();

  constructor(private readonly roll: (below: number) => number) {}

  live(steps: number): void {
    for (let step = 0; step < steps; step += 1) {
      const [one, other] = this.roll(2) === 0 ? this.ends : ([this.ends[1], this.ends[0]] as const);
      const luck = this.roll(100);
      if (luck < 25) one.decide();
      else if (luck < 50) this.post(other, one.tick(this.roll(4) === 0));
      else if (luck < 85) this.deliverOne();
      else if (luck < 92 && this.old.length > 0) this.arrive(this.old[this.roll(this.old.length)]!);
      else if (luck < 95) this.backUp(one);
      else if (luck < 97) one.restart(one.keep());
      else this.restore(one, other);
      this.expectPrefixes();
    }
  }

  /** The faults stop: everything is delivered once, in order, until nothing is left to say. */
  heal(): void {
    this.way = [];
    for (let round = 0; round < 100 && !this.isDone(); round += 1) {
      for (const [one, other] of [this.ends, [this.ends[1], this.ends[0]] as const]) this.post(other, one.tick(true));
      for (let letter = this.way.shift(); letter; letter = this.way.shift()) this.arrive(letter);
    }
  }

  private isDone(): boolean {
    const isQuiet = ({ state, intents }: End): boolean =>
      !isHelloDue(state) && intents.length === 0 && state.delivered === state.out.seq;
    return this.ends.every(isQuiet);
  }

  private post(to: End, frames: readonly Uint8Array[]): void {
    for (const bytes of frames) {
      this.way.push({ to, bytes });
      this.old.push({ to, bytes });
    }
  }

  private deliverOne(): void {
    if (this.way.length === 0) return;
    const luck = this.roll(10);
    const at = luck < 7 ? 0 : this.roll(this.way.length);
    const [letter] = luck === 9 ? [this.way[at]] : this.way.splice(at, 1);
    if (letter && luck !== 8) this.arrive(letter);
  }

  private arrive({ to, bytes }: Letter): void {
    const from = to === this.ends[0] ? this.ends[1] : this.ends[0];
    this.post(from, to.take(bytes));
  }

  private backUp(end: End): void {
    this.backups.set(end, [...(this.backups.get(end) ?? []), end.keep()]);
  }

  /** The model excludes that both ends lose the same messages, so the peer must hold all that the two ever exchanged. */
  private restore(end: End, peer: End): void {
    const kept = this.backups.get(end) ?? [];
    if (kept.length === 0 || peer.inbox.length < peer.mostHeard || peer.outbox.length < end.mostHeard) return;
    end.restart(kept[this.roll(kept.length)]!);
  }

  private expectPrefixes(): void {
    for (const [one, other] of [this.ends, [this.ends[1], this.ends[0]] as const]) {
      assert.deepEqual(one.proofs, [], `${one.key.node} accuses an honest node`);
      if (one.state.status !== 'open') continue;
      const heard = other.inbox.map((message) => message.hash);
      const said = one.outbox.slice(0, heard.length).map((message) => message.hash);
      assert.deepEqual(heard, said, `what ${other.key.node} holds is not a prefix of what ${one.key.node} said`);
    }
  }
}

const seeds = Array.from({ length: 25 }, (_, at) => at + 1);

describe('the exchange between two nodes', () => {
  it.each(seeds)('ends with equal heads whatever is lost, repeated, delayed or restored (seed %i)', (seed) => {
    const pair = new Pair(chance(seed));
    pair.live(400);
    pair.heal();
    const [one, other] = pair.ends;
    expect(one.state.status).toBe('open');
    expect(other.state.status).toBe('open');
    expect(one.state.out).toEqual(other.state.in);
    expect(other.state.out).toEqual(one.state.in);
    expect([one.intents, other.intents]).toEqual([[], []]);
    expect([one.state.delivered, other.state.delivered]).toEqual([one.state.out.seq, other.state.out.seq]);
    expect(one.outbox.length + other.outbox.length).toBeGreaterThan(0);
  });

  it('carries more messages than fit one frame or one answer', () => {
    const pair = new Pair(chance(7));
    const [one, other] = pair.ends;
    const empty = one.keep();
    for (let count = 0; count < 300; count += 1) one.decide();
    pair.heal();
    expect(other.inbox).toHaveLength(300);

    one.restart(empty);
    pair.heal();
    expect(one.outbox.map((message) => message.hash)).toEqual(other.inbox.map((message) => message.hash));
  });
});
