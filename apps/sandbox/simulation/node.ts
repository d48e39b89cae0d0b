import {
  type ChannelState,
  type Declaration,
  type Intent,
  type Keyring,
  type Message,
  type RosterContent,
  type SigningKey,
  announce,
  hashOf,
  withRotation,
} from '@passerelle/protocol';
import type { CycleId, Federation, Fixing, NodeId } from '@passerelle/settlement';
import { firstDayOf, month } from '@passerelle/values';
import type { Bank } from './bank.js';
import type { Taken } from './broker.js';
import { fixingOfTheDay } from './calendar.js';
import { ChannelEnd, type Ends } from './channel-end.js';
import { Comparing } from './comparing.js';
import type { Core } from './core.js';
import { Cycles } from './cycles.js';
import { CommitFailed, Disk, type Draft } from './disk.js';
import { type Kept, type KeptChannel, withPeers } from './kept.js';
import type { Letter } from './letter.js';
import type { Accusations, NodeParts } from './node-parts.js';
import { type Office, federationOf } from './office.js';
import { Pairs } from './pairs.js';
import { Parting } from './parting.js';
import { Payments } from './payments.js';
import { Words } from './words.js';
import { Crash, type World } from './world.js';

export interface Surroundings {
  readonly world: World;
  readonly core: Core;
  readonly office: Office;
  readonly bank: Bank;
  readonly cycles: readonly string[];
  readonly audit: Accusations;
  readonly send: (letter: Letter) => void;
  readonly skew: number;
  readonly paysFrom: number;
  readonly disk: (kept: Kept) => Disk;
  readonly first: Kept;
}

const patienceTicks = 14;
const downLeast = 5;
const downMost = 90;
const startAgainAfter = 20;

/** One cooperative's node: the real rules around a disk, a clock, a bank and a network that belong to the simulation. */
export class Node implements Ends, NodeParts {
  readonly disk: Disk;
  readonly pairs: Pairs;
  readonly desk: Cycles;
  readonly payments: Payments;
  readonly comparing: Comparing;
  readonly parting: Parting;
  private readonly words: Words;
  isUp = false;
  /** Down for good, or until somebody brings it back. */
  isAway = false;
  /** Waits without end, so that nothing new is said because of time alone. */
  isPatient = false;
  links = new Map<NodeId, ChannelEnd>();
  private starts = 0;
  private isPumpPlanned = false;
  private lastSent = new Map<NodeId, { delivered: bigint; at: number; wait: number }>();

  constructor(
    readonly me: NodeId,
    private readonly around: Surroundings,
  ) {
    this.disk = around.disk(around.first);
    this.pairs = new Pairs(me, around.core);
    this.payments = new Payments(this);
    this.comparing = new Comparing(this);
    this.parting = new Parting(this);
    this.desk = new Cycles(this, this.pairs, this.payments, this.comparing);
    this.words = new Words(this);
  }

  get core(): Core {
    return this.around.core;
  }

  get world(): World {
    return this.around.world;
  }

  get bank(): Bank {
    return this.around.bank;
  }

  get months(): readonly CycleId[] {
    return this.around.cycles;
  }

  get cycles(): readonly CycleId[] {
    const { kept, me } = this;
    return this.months.filter((cycle) => this.core.takesPart(this.federationOf(kept, cycle), me));
  }

  get audit(): Accusations {
    return this.around.audit;
  }

  get kept(): Kept {
    return this.disk.kept;
  }

  // --- life

  start(): void {
    if (this.isAway || this.isUp) return;
    this.isUp = true;
    const before = this.starts;
    this.run(() => {
      this.links = new Map();
      this.lastSent = new Map();
      for (const peer of Object.keys(this.kept.channels)) this.link(peer);
      this.transact((draft) => {
        this.follow(draft);
        this.payments.restarted(draft);
      });
      this.starts += 1;
      this.world.note(this.me, `starts ${this.starts}`);
      this.pump();
    });
    if (this.isUp && this.starts === before) this.startLater();
  }

  /** What failed in the database as it began has not begun: whatever watches over programs starts it anew. */
  private startLater(): void {
    this.stop();
    this.world.after(startAgainAfter, () => this.start());
  }

  stop(): void {
    if (!this.isUp) return;
    this.isUp = false;
    this.links = new Map();
    this.world.note(this.me, 'stops');
  }

  /** An old backup takes the place of the disk; what was said since is unknown, so nothing is voted on until it is. */
  restore(backup: Kept): void {
    const peers = Object.keys(backup.channels);
    const cycles = Object.entries(backup.cycles).map(([cycle, kept]) => {
      const { state } = kept;
      return [cycle, state.final === null ? { ...kept, state: { ...state, abstains: true } } : kept] as const;
    });
    this.disk.restore({ ...backup, cycles: Object.fromEntries(cycles), missing: peers });
    this.world.note(this.me, 'is restored from a backup');
  }

  /** Runs something on the node; a crash in it takes the node down for a while. */
  run(use: () => void): void {
    if (!this.isUp) return;
    try {
      use();
    } catch (error) {
      if (!(error instanceof Crash) && !(error instanceof CommitFailed)) throw error;
      if (error instanceof CommitFailed) return;
      this.disk.crashed();
      this.stop();
      this.world.after(this.world.chance.between(downLeast, downMost), () => this.start());
    }
  }

  private link(peer: NodeId): void {
    const session = `${this.me}-session-${this.world.newId().slice(-12)}`;
    this.links.set(peer, new ChannelEnd(this, peer, session));
  }

  /** A link whose beginning failed begins again. */
  private pump(): void {
    for (const peer of Object.keys(this.kept.channels)) {
      if (!this.links.has(peer)) this.link(peer);
      this.links.get(peer)!.pump();
    }
  }

  take({ from, bytes }: Letter): Taken {
    if (!this.isUp) return 'away';
    let taken: Taken = 'later';
    this.run(() => {
      const link = this.links.get(from);
      if (!link) return;
      taken = link.take(bytes);
      this.pumpSoon();
    });
    return this.isUp ? taken : 'away';
  }

  /** Looks at the clock, the bank and the channels. */
  tick(): void {
    this.run(() => {
      this.transact((draft) => {
        if (!this.isPatient) this.desk.tick(draft);
        this.payments.tick(draft);
        this.parting.tick(draft);
      });
      this.payments.pay(
        (use) => this.transact(use),
        () => this.kept,
      );
    });
    this.run(() => {
      for (const [peer, link] of this.links) if (this.isImpatient(peer, link)) link.sendAgain();
      this.pump();
    });
  }

  act(use: (draft: Draft) => void): void {
    this.run(() => {
      this.transact(use);
      this.pumpSoon();
    });
  }

  /** What comes in one moment is answered in one frame. */
  private pumpSoon(): void {
    if (this.isPumpPlanned) return;
    this.isPumpPlanned = true;
    this.world.after(2, () => {
      this.isPumpPlanned = false;
      this.run(() => this.pump());
    });
  }

  private transact(use: (draft: Draft) => void): void {
    this.disk.transact(use);
  }

  /** A peer that does not confirm is told again, after a while that grows. */
  private isImpatient(peer: NodeId, link: ChannelEnd): boolean {
    const { delivered } = link.state;
    const last = this.lastSent.get(peer);
    const { now } = this.world;
    if (!link.isUnconfirmed || last === undefined || last.delivered !== delivered) {
      this.lastSent.set(peer, { delivered, at: now, wait: patienceTicks });
      return false;
    }
    if (now - last.at < last.wait) return false;
    this.lastSent.set(peer, { delivered, at: now, wait: Math.min(last.wait * 2, 120) });
    return true;
  }

  // --- what the rooms ask for

  point(): void {
    this.disk.point();
  }

  localNow(): number {
    return this.world.now + (this.world.isCalm ? 0 : this.around.skew);
  }

  paysFrom(): number {
    return this.around.paysFrom;
  }

  say(draft: Draft, peer: NodeId, type: string, body: object): void {
    // Both have said that nothing is open and that this was their last word.
    if (draft.kept.channels[peer]!.stored.status === 'closed') return;
    const intent: Intent = { id: this.world.newId(), type, body, ack: 0n };
    this.put(draft, peer, { intents: [...draft.kept.channels[peer]!.intents, intent] });
  }

  fundOf({ rosters }: Kept, cycle: CycleId): RosterContent['fund'] {
    return this.core.fundRosterOn(rosters, firstDayOf(month(cycle))).fund;
  }

  federationOf(kept: Kept, cycle: CycleId): Federation {
    return federationOf(this.core.rosterOn(kept.rosters, firstDayOf(month(cycle))));
  }

  isDeclared(kept: Kept, node: NodeId, declaration: Declaration, sig: string): boolean {
    return this.around.office.isDeclared('isDeclaredBy', kept.roster, node, declaration, sig);
  }

  wasDeclared(kept: Kept, node: NodeId, declaration: Declaration, sig: string): boolean {
    return this.around.office.isDeclared('wasDeclaredBy', kept.roster, node, declaration, sig);
  }

  isFixingRight(fixing: Fixing): boolean {
    return hashOf(fixing) === hashOf(fixingOfTheDay());
  }

  declarationKey(kept: Kept): SigningKey {
    return this.around.office.goodKey(kept.roster.content, this.me);
  }

  // --- what the channels ask for

  carry(peer: NodeId, bytes: Uint8Array): void {
    this.around.send({ from: this.me, to: peer, bytes });
  }

  /** The old key: a peer that has not heard of the new one could not even open the frame that tells of it. */
  documentKey(): SigningKey {
    return this.declarationKey(this.kept);
  }

  ring(node: NodeId, peer: NodeId): Keyring {
    const ring = this.core.keyringOf(this.kept.roster.content, node);
    const rotation = this.kept.channels[peer]!.rotations[node];
    return rotation ? withRotation(ring, node, rotation) : ring;
  }

  number(draft: Draft, peer: NodeId, state: ChannelState): ChannelState | null {
    return this.words.number(draft, peer, state);
  }

  theirs(draft: Draft, peer: NodeId, message: Message): void {
    this.words.theirs(draft, peer, message);
  }

  ours(draft: Draft, peer: NodeId, message: Message): void {
    this.words.ours(draft, peer, message);
  }

  givenBack(draft: Draft, peer: NodeId): void {
    const { missing } = draft.kept;
    if (!missing.includes(peer)) return;
    const left = missing.filter((node) => node !== peer);
    draft.put({ missing: left });
    if (left.length > 0) return;
    this.world.note(this.me, 'has everything back');
    this.desk.allRemembered(draft);
  }

  /** The key with which it signs messages: the first, or the one that it has changed to. */
  key(turn: 1 | 2): SigningKey {
    return this.around.office.key(this.me, turn);
  }

  /** People have decided that a channel is over, without a proof or with one. */
  freeze(peer: NodeId): void {
    this.act((draft) => {
      const { stored } = draft.kept.channels[peer]!;
      this.put(draft, peer, { stored: { ...stored, status: 'frozen' } });
      this.givenBack(draft, peer);
    });
  }

  /** The file of the roster holds newer versions. */
  followRosters(): void {
    this.act((draft) => this.follow(draft));
  }

  private follow(draft: Draft): void {
    for (const signed of this.around.office.versions.slice(draft.kept.roster.content.version)) {
      const next = this.core.verifyNextRoster(draft.kept.roster, signed);
      if (!next.ok) throw new Error(`${this.me} refuses the roster: ${JSON.stringify(next.refusal)}`);
      draft.put({ roster: next.value, rosters: [...draft.kept.rosters, next.value] });
      const known = Object.keys(draft.kept.channels);
      const { missing } = draft.kept;
      draft.put(withPeers(draft.kept, this.me));
      // A restored node may have spoken to somebody whom its backup does not know.
      const fresh = Object.keys(draft.kept.channels).filter((peer) => !known.includes(peer));
      if (missing.length > 0 && fresh.length > 0) draft.put({ missing: [...missing, ...fresh] });
      this.world.note(this.me, `follows roster ${next.value.content.version}`);
    }
  }

  /** People have decided on a new key: each peer hears of it on its channel, signed with the old one. */
  changeKey(): void {
    this.act((draft) => {
      const body = announce(this.around.office.key(this.me, 2), draft.kept.roster.content.net);
      for (const peer of Object.keys(draft.kept.channels)) this.say(draft, peer, 'key.rotate', body);
    });
  }

  private put(draft: Draft, peer: NodeId, change: Partial<KeptChannel>): void {
    const { channels } = draft.kept;
    draft.put({ channels: { ...channels, [peer]: { ...channels[peer]!, ...change } } });
  }
}
