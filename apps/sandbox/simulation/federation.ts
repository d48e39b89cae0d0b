import { type DataFrame, hashOf } from '@passerelle/protocol';
import { type Leg, type NodeId, allLegs, missingOf } from '@passerelle/settlement';
import { firstDayOf, month } from '@passerelle/values';
import { Auditor } from './auditor.js';
import { Bank } from './bank.js';
import { Broker } from './broker.js';
import { cutAt, months } from './calendar.js';
import type { Core } from './core.js';
import { Disk } from './disk.js';
import { type Kept, emptyKept } from './kept.js';
import { Liar, lyingCore } from './liars.js';
import type { Letter } from './letter.js';
import { Membership } from './membership.js';
import { Network } from './network.js';
import { Node } from './node.js';
import { Office, federationOf } from './office.js';
import { People } from './people.js';
import { mistakenCore, releaseCore } from './releases.js';
import { Rosters } from './rosters.js';
import type { World } from './world.js';

const tickTicks = 12;
const backupsKept = 6;

/** After the last cut: later than any leg of it counts as unpaid. */
const paysLate = 540;

/** All nodes of a run with what lies between them. */
export class Federated {
  readonly office: Office;
  readonly bank: Bank;
  readonly auditor: Auditor;
  /** A newcomer is among them once it has begun. */
  readonly honest: Node[];
  readonly liars: ReadonlyMap<NodeId, Liar>;
  private readonly network: Network;
  private readonly people: People;
  private readonly rosters: Rosters;
  private readonly membership: Membership;
  private readonly brokers = new Map<NodeId, Broker>();
  private isResting = false;
  private end = 0;
  private readonly backups = new Map<NodeId, Kept[]>();

  constructor(
    readonly world: World,
    private readonly core: Core,
    private readonly things: Things = soundThings,
  ) {
    const { business } = world.plan;
    this.office = new Office(world.plan, core);
    this.bank = new Bank(world);
    const { members } = this.office;
    const liars = members.slice(0, business.liars);
    this.auditor = new Auditor(world, this.office, new Set(liars));
    this.network = new Network(world, (node) => this.brokers.get(node)!);
    const others = this.office.founders.filter((node) => !liars.includes(node));
    this.honest = others.map((node, at) => {
      const isMistaken = business.isOneMistaken && at === others.length - 1;
      return this.node(node, releaseCore(isMistaken ? mistakenCore(core) : core, world, at < business.otherReleases));
    });
    this.liars = new Map(liars.map((node) => [node, this.liar(node)]));
    for (const node of members)
      this.brokers.set(
        node,
        this.things.broker(
          world,
          (letter) => this.deliver(letter),
          (letter) => this.acknowledged(letter),
        ),
      );
    this.people = new People(world, () => this.everybody);
    this.rosters = new Rosters({
      world,
      office: this.office,
      honest: () => this.honest,
      everybody: () => this.everybody,
      hasLiars: this.liars.size > 0,
      send: (letter) => this.network.send(letter),
    });
    this.membership = new Membership({
      world,
      office: this.office,
      rosters: this.rosters,
      begin: () => this.joined(),
    });
  }

  get everybody(): readonly Node[] {
    return [...this.honest, ...[...this.liars.values()].flatMap(({ faces }) => faces)];
  }

  /** Each two honest nodes in both orders, as long as no liar has made one of them freeze the other's channel. */
  get honestPairs(): readonly (readonly [Node, Node])[] {
    return this.honest.flatMap((a) => this.honest.filter((b) => b !== a).map((b) => [a, b] as const));
  }

  get hasDefaults(): boolean {
    return this.world.plan.business.defaulters > 0 || this.liars.size > 0;
  }

  /** A coordinator that shows different things to different nodes can stop a cycle, and nothing else. */
  get mayStandStill(): boolean {
    return this.liars.size > 0;
  }

  /** All payments of all finals. */
  get legs(): readonly Leg[] {
    const [first] = this.honest;
    return [...this.auditor.finals.values()].flatMap((final) =>
      allLegs(final, first!.federationOf(first!.kept, final.cycle), hashOf),
    );
  }

  /** Plans the whole run; nothing happens before the world's clock moves. */
  begin(end: number): void {
    const { world } = this;
    this.end = end;
    for (const node of this.everybody) this.live(node);
    this.membership.plan();
    this.people.plan(cutAt(months[world.plan.business.cycles - 1]!) + 40);
    this.planFaults(end);
    for (const liar of this.liars.values()) this.sometimes(6, end, () => liar.whisper());
  }

  private live(node: Node): void {
    const { world } = this;
    world.after(world.chance.between(0, 20), () => node.start());
    this.every(tickTicks, world.chance.below(tickTicks), () => node.tick());
    this.every(tickTicks * 2, world.chance.below(tickTicks), () => this.people.answer(node));
  }

  private joined(): void {
    const node = this.node(this.office.newcomer!, this.core);
    this.honest.push(node);
    this.sometimes(backupsKept, this.end, () => this.backUp(node));
    this.live(node);
  }

  /** From here on nothing goes wrong any more. */
  heal(): void {
    this.world.isCalm = true;
    this.world.note('everybody', 'heals');
    for (const liar of this.liars.values()) liar.silence();
    for (const node of this.honest) {
      node.isAway = false;
      node.start();
      node.followRosters();
      // A member that has lied and left gives nobody anything back: people stop waiting for it.
      for (const liar of this.liars.keys()) node.freeze(liar);
    }
  }

  /** Rounds that nobody can end go on for ever; here they are let be, so that what was said about them still arrives. */
  rest(): void {
    this.isResting = true;
    for (const node of this.honest) node.isPatient = true;
  }

  get isAtRest(): boolean {
    return (
      this.honest.every((node) => this.isSettled(node)) &&
      this.honestPairs.every(([a, b]) => {
        const { intents, outbox, stored } = a.kept.channels[b.me]!;
        const hasEnded = stored.status === 'closed' || (stored.status === 'open' && !this.mayPart(a, b));
        return intents.length === 0 && stored.delivered === BigInt(outbox.length) && hasEnded;
      })
    );
  }

  /** One of the two leaves, and for neither of them anything is open. */
  mayPart(a: Node, b: Node): boolean {
    return a.parting.mayPart(a.kept, b.me) && b.parting.mayPart(b.kept, a.me);
  }

  private isSettled({ kept: { cycles: all, legs, pairs, calls, early }, cycles }: Node): boolean {
    const next = cycles.find((cycle) => !all[cycle]!.isApplied);
    const isOver = next === undefined || ((this.mayStandStill || this.isResting) && !this.isKnownFinal(next));
    const isPaid = Object.entries(legs).every(([leg, { record }]) => missingOf(record) === 0n || calls[leg]);
    const isAnswered = Object.entries(pairs).every(([peer, { record }]) =>
      Object.values(record.obligations).every(
        ({ state, proposer }) =>
          this.liars.has(peer) || !(state === 'held' || (state === 'proposed' && proposer === peer)),
      ),
    );
    return isOver && isAnswered && early.length === 0 && (isPaid || this.mayStandStill);
  }

  /** True when an honest node knows the result of the cycle, and has not forgotten it in a restore. */
  isKnownFinal(cycle: string): boolean {
    return this.honest.some(({ kept }) => kept.cycles[cycle]!.state.final !== null);
  }

  // --- faults

  private planFaults(end: number): void {
    const { world } = this;
    const { faults, business } = world.plan;
    const { chance } = world;
    this.sometimes(faults.partitions, end, () => this.part(false));
    this.sometimes(faults.oneWayPartitions, end, () => this.part(true));
    this.sometimes(faults.longAbsences, cutAt(months[0]!), () => this.leave(chance.one(this.honest), 420));
    for (const node of this.honest) this.sometimes(backupsKept, end, () => this.backUp(node));
    this.sometimes(faults.restores * 2, end, () => this.restore(chance.one(this.honest)));
    if (business.deadCoordinators > 0) {
      const first = this.honest.find(({ me }) => me === this.office.members[0]);
      if (first) world.after(cutAt(months[0]!) + chance.between(0, 200), () => this.leave(first, 900));
    }
    this.sometimes(business.rosterChanges, end, () => this.rosters.change());
    this.every(200, 100, () => this.rosters.nameNewKeys());
    this.every(60, 130, () => this.rosters.speakAsThief());
  }

  private part(isOneWay: boolean): void {
    const { world } = this;
    const until = world.now + world.chance.between(40, 300);
    const [some, others] = [[] as NodeId[], [] as NodeId[]];
    for (const node of this.office.members) (world.chance.percent(50) ? some : others).push(node);
    world.note('the network', `parts ${some.join(' ')} from ${others.join(' ')}${isOneWay ? ', one way' : ''}`);
    for (const from of some)
      for (const to of others) {
        this.network.cutUntil(from, to, until);
        if (!isOneWay) this.network.cutUntil(to, from, until);
      }
  }

  private leave(node: Node, ticks: number): void {
    node.stop();
    node.isAway = true;
    this.world.after(ticks, () => {
      node.isAway = false;
      node.start();
    });
  }

  private backUp(node: Node): void {
    this.backups.set(node.me, [...(this.backups.get(node.me) ?? []), node.kept].slice(-backupsKept));
  }

  /** An operator puts an old backup in place, and says so. Two ends that forget the same are outside of the model. */
  private restore(node: Node): void {
    const backups = this.backups.get(node.me) ?? [];
    const all = new Map(this.honest.map((each) => [each.me, each.kept]));
    if (backups.length === 0 || node.isAway || this.world.isCalm || !this.auditor.mayRestore(node.me, all)) return;
    const at = this.world.chance.below(backups.length);
    const backup = backups[at]!;
    // As with PostgreSQL's timelines: backups made after this one belong to a past that is no more.
    this.backups.set(node.me, backups.slice(0, at + 1));
    node.stop();
    node.restore(backup);
    this.auditor.tally.restores += 1;
    this.world.after(this.world.chance.between(1, 60), () => node.start());
  }

  // --- how

  private node(me: NodeId, core: Core, send = (letter: Letter) => this.network.send(letter)): Node {
    const { world, office, bank, auditor } = this;
    const { faults, business } = world.plan;
    const isHonest = !office.members.slice(0, business.liars).includes(me);
    const poor = office.leaver ?? office.members[business.liars];
    const isPoor = business.defaulters > 0 && me === poor;
    const cycles = months.slice(0, business.cycles);
    const known = me === office.newcomer ? office.chain : [office.first];
    const first = cycles.find((cycle) =>
      core.takesPart(federationOf(core.rosterOn(known, firstDayOf(month(cycle)))), me),
    );
    const never = 1e9;
    // Some pay when the fund has paid for them already.
    const late = world.chance.percent(50) ? cutAt(cycles.at(-1)!) + paysLate : never;
    const node: Node = new Node(me, {
      world,
      core,
      office,
      bank,
      cycles,
      audit: isHonest ? auditor : { accused: () => undefined },
      send,
      skew: faults.skewMost === 0 ? 0 : world.chance.between(-faults.skewMost, faults.skewMost),
      paysFrom: isPoor ? late : 0,
      first: emptyKept(me, known, { cycles, first }),
      disk: (kept) =>
        this.things.disk(world, me, kept, (before, after) => {
          if (isHonest) auditor.committed(me, before, after);
        }),
    });
    return node;
  }

  private liar(me: NodeId): Liar {
    const core = lyingCore(this.core);
    const faces = [0, 1].map(() => {
      const face: Node = this.node(me, core, (letter) => this.liars.get(me)!.send(face, letter));
      return face;
    }) as [Node, Node];
    return new Liar(this.world, faces, (letter) => this.network.send(letter));
  }

  private deliver(letter: Letter) {
    const liar = this.liars.get(letter.to);
    const node = liar ? liar.faceFor(letter.from) : this.honest.find(({ me }) => me === letter.to)!;
    return node.take(letter);
  }

  private acknowledged({ from, to, bytes }: Letter): void {
    const node = this.honest.find(({ me }) => me === to);
    const session = node?.links.get(from)?.state.session;
    const frame = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<DataFrame>;
    if (node && session && frame.s && !this.world.isCalm)
      this.auditor.acknowledged(to, frame as DataFrame, node.kept, session);
  }

  private sometimes(count: number, end: number, act: () => void): void {
    for (let turn = 0; turn < count; turn += 1)
      this.world.after(this.world.chance.between(10, end), () => {
        if (!this.world.isCalm) act();
      });
  }

  private every(ticks: number, first: number, act: () => void): void {
    this.world.after(first, () => {
      act();
      this.every(ticks, ticks, act);
    });
  }
}

/** What a node stands on and did not write itself. */
export interface Things {
  readonly disk: (...of: ConstructorParameters<typeof Disk>) => Disk;
  readonly broker: (...of: ConstructorParameters<typeof Broker>) => Broker;
}

/** A disk and a broker that do what they should. */
export const soundThings: Things = {
  disk: (...of) => new Disk(...of),
  broker: (...of) => new Broker(...of),
};
