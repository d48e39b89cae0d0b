import type { CycleId, Federation, NodeId } from '../federation.js';
import { quorumOf } from '../quorum.js';
import { Chance } from './chance.js';
import { Member, type Sent } from './member.js';

export interface World {
  readonly seed: number;
  readonly size: number;
  /** How many coordinators die for good, the first in order first. */
  readonly deaths: number;
  /** How many members lie: each is two members with one key, who tell different stories to different nodes. */
  readonly liars: number;
  readonly steps: number;
}

const names = ['at', 'be', 'de', 'es', 'fr', 'hu', 'it', 'nl', 'pl', 'se'];

/**
 * A few members, channels that drop and repeat, members that are away for a while or for good, and members with two
 * faces. One seed replays one run.
 */
export class SmallWorld {
  readonly cycles: readonly CycleId[] = ['2026-08', '2026-09'];
  readonly honest: readonly Member[];
  private readonly faces: readonly Member[];
  private readonly chance: Chance;
  readonly federation: Federation;
  /** Which face of a liar a node gets to see. */
  private readonly seen = new Map<string, Member>();

  constructor(readonly world: World) {
    this.chance = new Chance(world.seed);
    const members = names.slice(0, world.size);
    this.federation = {
      members,
      coordinators: members.slice(0, 3),
      quorum: quorumOf(world.size),
      netting: { mode: this.chance.percent(30) ? 'set-off' : 'per-currency' },
      emptyFromRound: 8,
    };
    // The worst liars are those who coordinate.
    const liars = members.slice(0, world.liars);
    this.honest = members.filter((node) => !liars.includes(node)).map((node) => this.member(node));
    const twins = liars.map((node) => [this.member(node), this.member(node)] as const);
    this.faces = [...this.honest, ...twins.flat()];
    for (const pair of twins)
      for (const other of members) this.seen.set(`${pair[0].me} ${other}`, this.chance.one(pair));
  }

  /** The members who live to the end. */
  get living(): readonly Member[] {
    const dead = this.federation.members.slice(0, this.world.deaths);
    return this.honest.filter(({ me }) => !dead.includes(me));
  }

  run(): void {
    for (let step = 0; step < this.world.steps; step += 1) this.chaos(step / this.world.steps);
    const dead = this.federation.members.slice(0, this.world.deaths);
    for (const face of this.faces) face.isUp = !dead.includes(face.me);
    for (let turn = 0; turn < 160 && !this.isOver(); turn += 1) this.calm(turn);
    this.drain();
  }

  isOver(): boolean {
    return this.living.every(({ applied }) => applied.length === this.cycles.length);
  }

  private member(node: NodeId): Member {
    return new Member(node, this.federation, this.cycles);
  }

  private chaos(progress: number): void {
    const face = this.chance.one(this.faces);
    if (this.chance.percent(progress > 0.3 ? 4 : 1)) face.isUp = !face.isUp;
    if (!face.isUp) return;
    if (this.chance.percent(12)) this.owe(face);
    if (progress > 0.3 && this.chance.percent(20)) face.cutOff();
    if (progress > 0.6 && this.chance.percent(4)) this.due(face);
    if (progress > 0.6 && this.chance.percent(3)) this.roundOver(face);
    for (const from of this.faces) if (this.chance.percent(40)) this.deliver(from, face);
  }

  /** Everybody who lives hears everything, and waits until the others had time to answer. */
  private calm(turn: number): void {
    const up = this.faces.filter(({ isUp }) => isUp);
    this.drain();
    for (const face of up) face.cutOff();
    if (turn % 4 > 0) for (const face of up) this.due(face);
    this.drain();
    if (turn % 4 === 3) for (const face of up) if (this.chance.percent(70)) this.roundOver(face);
  }

  /** Until nobody has anything left to hear. */
  private drain(): void {
    const up = this.faces.filter(({ isUp }) => isUp);
    while (up.some((to) => up.filter((from) => this.hand(from, to)).length > 0));
  }

  private due(face: Member): void {
    const cycle = face.running?.cycle;
    if (cycle === undefined) return;
    face.step(cycle, { kind: 'due', what: 'statements' });
    face.step(cycle, { kind: 'due', what: 'proposal' });
  }

  private roundOver(face: Member): void {
    for (const cycle of this.cycles) {
      const { round, done, final } = face.states[cycle]!;
      if (final !== null || done.some((mark) => mark.startsWith('submitted:')))
        face.step(cycle, { kind: 'round-over', round });
    }
  }

  private owe(face: Member): void {
    const peer = this.chance.one(this.federation.members.filter((node) => node !== face.me));
    const [debtor, creditor] = this.chance.percent(50) ? [face.me, peer] : [peer, face.me];
    face.propose(peer, {
      obligation: `${face.me}-${peer}-${face.out[peer]!.length}`,
      mission: 'be:M-2026-0123',
      debtor,
      creditor,
      currency: this.chance.one(['EUR', 'SEK']),
      amount: `${1 + this.chance.below(100_000)}`,
      due: '2026-08-31',
      kind: 'mission.fee',
      text: 'A day on stage',
    });
  }

  /** A frame that is lost, comes again, or brings a run of messages. */
  private deliver(from: Member, to: Member): void {
    if (!from.isUp || this.chance.percent(25)) return;
    for (let more = this.chance.below(12); more > 0; more -= 1) this.hand(from, to);
    const old = this.messages(from, to)[this.chance.below(Math.max(1, to.heard[from.me] ?? 1))];
    if (old === undefined || old.seq > (to.heard[from.me] ?? 0) || this.chance.percent(70)) return;
    to.hear(from.me, old);
    to.takeIn(from.me, old.message);
  }

  /** The next message, if there is one. */
  private hand(from: Member, to: Member): boolean {
    const next = this.messages(from, to)[to.heard[from.me] ?? 0];
    if (next !== undefined) to.hear(from.me, next);
    return next !== undefined;
  }

  private messages(from: Member, to: Member): readonly Sent[] {
    const face = this.seen.get(`${from.me} ${to.me}`);
    if (from.me === to.me || (face !== undefined && face !== from)) return [];
    return from.out[to.me] ?? [];
  }
}
