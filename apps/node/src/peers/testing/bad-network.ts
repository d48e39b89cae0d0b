import { be, fr } from './federation.js';
import { type EndBackup, NodeEnd } from './node-end.js';

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

interface Letter {
  readonly to: NodeEnd;
  readonly bytes: Uint8Array;
}

class Mishap extends Error {}

const oldKept = 200;

/**
 * Two nodes whose network loses, repeats, delays and reorders, whose database fails or leaves its answer open, whose
 * rooms have bad days, and who start again, also from a backup, while an earlier start of theirs still twitches.
 */
export class BadNetwork {
  readonly brussels: NodeEnd;
  readonly paris: NodeEnd;
  private readonly roll: (below: number) => number;
  private isBad = true;
  private nowMs = Date.parse('2026-03-24T09:00:00Z');
  private way: Letter[] = [];
  private readonly old: Letter[] = [];
  private readonly backups = new Map<NodeEnd, EndBackup[]>();
  private readonly mostHeard = new Map<NodeEnd, bigint>();
  private words = 0;

  constructor(seed: number) {
    this.roll = chance(seed);
    this.brussels = this.end(be, fr, () => this.paris);
    this.paris = this.end(fr, be, () => this.brussels);
  }

  async live(steps: number): Promise<void> {
    for (const end of this.both) await this.startCalmly(end);
    for (let step = 0; step < steps; step += 1) {
      this.nowMs += this.roll(400);
      const [one, other] = this.roll(2) === 0 ? this.both : [this.paris, this.brussels];
      await this.anything(one!, other!).catch(expected);
      for (const end of this.both) this.noteHeard(end);
    }
  }

  /** The faults stop: everything arrives, and what failed is tried again. */
  async heal(): Promise<void> {
    this.isBad = false;
    this.way = [];
    for (let round = 0; round < 200 && !(await this.isDone()); round += 1) {
      this.nowMs += 61_000;
      for (const end of this.both) {
        await end.retryDue();
        await end.channel.sendAgain();
        await end.channel.pump();
      }
      for (const letter of this.way.splice(0)) await letter.to.channel.take(letter.bytes);
    }
  }

  private get both(): readonly NodeEnd[] {
    return [this.brussels, this.paris];
  }

  private end(me: typeof be, peer: typeof be, other: () => NodeEnd): NodeEnd {
    return new NodeEnd(me, peer, {
      now: () => new Date(this.nowMs),
      carry: async (bytes) => {
        if (this.isUnlucky(5)) throw new Mishap('the way is closed');
        this.post({ to: other(), bytes });
        if (this.isUnlucky(3)) throw new Mishap('the way closed before the answer');
      },
      mishap: () => {
        if (this.isUnlucky(3)) throw new Mishap('the database went away');
      },
      room: () => {
        if (this.isUnlucky(6)) throw new Mishap('the room has a bad day');
      },
    });
  }

  private isUnlucky(percent: number): boolean {
    return this.isBad && this.roll(100) < percent;
  }

  private async anything(one: NodeEnd, other: NodeEnd): Promise<void> {
    const luck = this.roll(100);
    if (luck < 20) return one.say(this.roll(3), this.word());
    if (luck < 45) return one.channel.pump();
    if (luck < 50) return one.channel.sendAgain();
    if (luck < 80) return this.deliverOne();
    if (luck < 86) return this.arrive(this.old[this.roll(Math.max(1, this.old.length))]);
    if (luck < 90) return one.retryDue();
    if (luck < 93) return this.backUp(one);
    if (luck < 96) return this.startAgain(one);
    return this.restore(one, other);
  }

  private word(): string {
    const word = String((this.words += 1));
    return this.roll(10) === 0 ? `no ${word}` : word;
  }

  private post(letter: Letter): void {
    this.way.push(letter);
    this.old.push(letter);
    if (this.old.length > oldKept) this.old.shift();
  }

  private async deliverOne(): Promise<void> {
    if (this.way.length === 0) return;
    const luck = this.roll(10);
    const at = luck < 7 ? 0 : this.roll(this.way.length);
    const letter = this.way[at]!;
    if (luck !== 9) this.way.splice(at, 1);
    if (luck !== 8) await this.arrive(letter);
  }

  /** A broker brings a frame again that was not taken. */
  private async arrive(letter: Letter | undefined): Promise<void> {
    if (!letter) return;
    try {
      if ((await letter.to.channel.take(letter.bytes)) === 'later') this.way.push(letter);
    } catch (error) {
      this.way.push(letter);
      throw error;
    }
  }

  private async backUp(end: NodeEnd): Promise<void> {
    this.backups.set(end, [...(this.backups.get(end) ?? []), end.backup()]);
  }

  /** As when a replica is cut off and another takes over: the first one does not know yet, and goes on for a while. */
  private async startAgain(end: NodeEnd): Promise<void> {
    const before = end.channel;
    await this.startCalmly(end);
    await before.pump().catch(expected);
    const stray = this.way.find(({ to }) => to === end);
    if (stray) await before.take(stray.bytes).catch(expected);
  }

  /** The protocol's model excludes that both ends lose the same messages: the peer must hold all they ever exchanged. */
  private async restore(end: NodeEnd, peer: NodeEnd): Promise<void> {
    const kept = this.backups.get(end) ?? [];
    const { state } = peer.channel;
    const isPeerWhole = state.in.seq >= this.mostOf(peer) && state.out.seq >= this.mostOf(end);
    if (kept.length === 0 || !isPeerWhole) return;
    end.restore(kept[this.roll(kept.length)]!);
    await this.startCalmly(end);
  }

  private async startCalmly(end: NodeEnd): Promise<void> {
    this.isBad = false;
    await end.start();
    this.isBad = true;
  }

  private mostOf(end: NodeEnd): bigint {
    return this.mostHeard.get(end) ?? 0n;
  }

  private noteHeard(end: NodeEnd): void {
    const { seq } = end.channel.state.in;
    if (seq > this.mostOf(end)) this.mostHeard.set(end, seq);
    const proofs = end.store.evidence(end.peer.node);
    if (proofs.length > 0) throw new Error(`${end.key.node} accuses an honest node: ${JSON.stringify(proofs)}`);
  }

  private async isDone(): Promise<boolean> {
    for (const { channel, store, database, peer } of this.both) {
      const { state } = channel;
      const { intents } = await store.waiting(database.reading, peer.node, state.delivered);
      const { failed } = await store.counts(database.reading, peer.node);
      if (channel.isUnconfirmed || intents > 0 || failed > 0 || state.delivered !== state.out.seq) return false;
    }
    return true;
  }
}

/** What is unlucky is allowed to fail; anything else is a bug. */
function expected(error: unknown): void {
  const isExpected = error instanceof Mishap || (error instanceof Error && error.name === 'Superseded');
  if (!isExpected) throw error;
}
