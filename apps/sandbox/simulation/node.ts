import {
  type BodyOf,
  type ChannelState,
  type Content,
  type Declaration,
  type Intent,
  type Keyring,
  type Message,
  type SigningKey,
  announce,
  hashOf,
  isMessageTypeName,
  refusalOf,
  withRotation,
} from '@passerelle/protocol';
import type { CycleId, CycleMessage, Federation, Fixing, NodeId } from '@passerelle/settlement';
import { firstDayOf, month } from '@passerelle/values';
import type { Bank } from './bank.js';
import type { Taken } from './broker.js';
import { fixingOfTheDay } from './calendar.js';
import { ChannelEnd, type Ends } from './channel-end.js';
import { Comparing } from './comparing.js';
import type { Core } from './core.js';
import { Cycles } from './cycles.js';
import { CommitFailed, Disk, type Draft } from './disk.js';
import type { Kept, KeptChannel } from './kept.js';
import type { Letter } from './letter.js';
import type { Accusations, NodeParts } from './node-parts.js';
import type { Office } from './office.js';
import { Pairs, isPairWord } from './pairs.js';
import { Payments } from './payments.js';
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

/** One cooperative's node: the real rules around a disk, a clock, a bank and a network that belong to the simulation. */
export class Node implements Ends, NodeParts {
  readonly disk: Disk;
  readonly pairs: Pairs;
  readonly desk: Cycles;
  readonly payments: Payments;
  readonly comparing: Comparing;
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
    this.desk = new Cycles(this, this.pairs, this.payments, this.comparing);
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

  get cycles(): readonly string[] {
    return this.around.cycles;
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
    this.run(() => {
      this.starts += 1;
      this.links = new Map();
      this.lastSent = new Map();
      for (const peer of Object.keys(this.kept.channels)) this.link(peer);
      this.transact((draft) => {
        this.follow(draft);
        this.payments.restarted(draft);
      });
      this.world.note(this.me, `starts ${this.starts}`);
      this.pump();
    });
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
    const intent: Intent = { id: this.world.newId(), type, body, ack: 0n };
    this.put(draft, peer, { intents: [...draft.kept.channels[peer]!.intents, intent] });
  }

  federationOf(kept: Kept, cycle: CycleId): Federation {
    const content = this.core.rosterOn(kept.rosters, firstDayOf(month(cycle)));
    const { members, coordinators, quorum, computations, emptyFromRound = 8 } = content;
    const { mode, currency } = computations[0]!;
    return {
      members: members.map(({ id }) => id),
      coordinators,
      quorum,
      netting: { mode, ...(currency === undefined ? {} : { currency }) },
      emptyFromRound,
    };
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

  /** The channel's only writer: what was decided gets its number, unless it means nothing by now. */
  number(draft: Draft, peer: NodeId, state: ChannelState): ChannelState | null {
    const { intents } = draft.kept.channels[peer]!;
    if (intents.length === 0) return null;
    this.put(draft, peer, { intents: [] });
    let now = state;
    for (const intent of intents) now = this.numberOne(draft, peer, now, intent);
    this.desk.goOn(draft);
    return now;
  }

  private numberOne(draft: Draft, peer: NodeId, state: ChannelState, intent: Intent): ChannelState {
    const said = this.sayable(draft, peer, state, intent);
    if (said === null) return state;
    const isChanged = draft.kept.channels[peer]!.rotations[this.me] !== undefined;
    const key = isChanged ? this.around.office.key(this.me, 2) : this.around.office.key(this.me, 1);
    const { seq } = state.in;
    const numbered = this.core.numberAll(state, [{ ...said, ack: seq }], { key, at: '2026-08-01T09:00:00.000Z' });
    if (numbered.refusal) throw new Error(`an intent cannot be sent: ${JSON.stringify(numbered.refusal)}`);
    const { outbox } = draft.kept.channels[peer]!;
    this.put(draft, peer, { outbox: [...outbox, ...numbered.messages] });
    for (const message of numbered.messages) this.foldOwn(draft, peer, message);
    return numbered.state;
  }

  private sayable(draft: Draft, peer: NodeId, state: ChannelState, intent: Intent): Intent | null {
    const content = { type: intent.type, body: intent.body } as Content;
    if (!isMessageTypeName(intent.type) || !isPairWord(content)) return intent;
    const word = this.pairs.sayable(draft.kept, peer, content, this.desk.closed(draft.kept));
    if (word === null) return null;
    const at = { seq: state.out.seq + 1n, ack: state.in.seq };
    const refused = this.pairs.fold(draft, peer, this.me, word, at);
    return refused === null ? { ...intent, type: word.type, body: word.body } : null;
  }

  theirs(draft: Draft, peer: NodeId, message: Message): void {
    const code = this.heard(draft, peer, message);
    if (code === null) return;
    this.world.note(this.me, `refuses ${message.content.type} ${message.content.seq} of ${peer}: ${code}`);
    this.put(draft, peer, { refused: draft.kept.channels[peer]!.refused + 1 });
    const answer = refusalOf(message, { code: code.split(':')[0]!, detail: code });
    if (answer) this.say(draft, peer, answer.type, answer.body);
  }

  /** A word of ours that a peer gave back after a restore. */
  ours(draft: Draft, peer: NodeId, message: Message): void {
    const { type, body, seq, ack } = message.content;
    this.world.note(this.me, `gets back ${type} ${seq} from ${peer}`);
    const content = { type, body } as unknown as Content;
    if (isPairWord(content)) this.pairs.fold(draft, peer, this.me, content, { seq: BigInt(seq), ack: BigInt(ack) });
    if (type.startsWith('cycle.')) this.desk.remembered(draft, peer, content as unknown as CycleMessage);
    if (type === 'fund.call') this.payments.defaults.heard(draft, { from: this.me, ...fundWord(content) });
    this.foldOwn(draft, peer, message);
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

  /** What our own words make true besides what pairs and cycles have taken in already. */
  private foldOwn(draft: Draft, peer: NodeId, message: Message): void {
    const read = this.core.readBody(message);
    if (!read.ok) return;
    if (read.value.type === 'limit.set') this.pairs.capSet(draft, peer, this.me, read.value.body);
    if (read.value.type === 'key.rotate') this.keepRotation(draft, peer, message, read.value.body);
  }

  private heard(draft: Draft, from: NodeId, message: Message): string | null {
    const read = this.core.readBody(message);
    if (!read.ok) return `${read.refusal.kind}: ${read.refusal.detail}`;
    const content = read.value;
    const { seq, ack } = message.content;
    const at = { seq: BigInt(seq), ack: BigInt(ack) };
    if (isPairWord(content)) {
      const refused = this.pairs.fold(draft, from, from, content, at);
      if (refused !== null || content.type !== 'cycle.cut') return refused;
    }
    if (content.type.startsWith('cycle.')) return this.desk.heard(draft, from, content as CycleMessage);
    switch (content.type) {
      case 'payment.sent':
      case 'payment.received': {
        const kind = content.type === 'payment.sent' ? 'sent' : 'received';
        return this.payments.told(draft, {
          leg: content.body.leg,
          by: from,
          kind,
          amount: BigInt(content.body.amount),
        });
      }
      case 'leg.unpaid': {
        const { leg, missing } = content.body;
        return this.payments.told(draft, { leg, by: from, kind: 'unpaid', amount: BigInt(missing) });
      }
      case 'recon.range':
      case 'recon.items':
        return this.comparing.heard(draft, from, content);
      case 'limit.set':
        this.pairs.capSet(draft, from, from, content.body);
        return null;
      case 'fund.call':
      case 'fund.repay':
        return this.payments.defaults.heard(draft, { from, ...fundWord(content) });
      case 'key.rotate':
        return this.keepRotation(draft, from, message, content.body);
      default:
        return null;
    }
  }

  private keepRotation(draft: Draft, peer: NodeId, message: Message, body: BodyOf<'key.rotate'>): string | null {
    const rotation = this.core.rotationOf(message, body);
    if (!rotation.ok) return rotation.refusal.kind;
    const { rotations } = draft.kept.channels[peer]!;
    const { from } = message.content;
    const channel = from === this.me ? peer : from;
    this.put(draft, channel, { rotations: { ...rotations, [from]: rotation.value } });
    return null;
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

function fundWord(content: Content) {
  if (content.type === 'fund.call') return { leg: content.body.leg, call: content.body, repaid: 0n };
  if (content.type !== 'fund.repay') throw new TypeError(`${content.type} is not about the fund`);
  const { leg } = content.body.ext as { readonly leg: string };
  return { leg, call: null, repaid: BigInt(content.body.amount) };
}
