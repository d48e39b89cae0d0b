import type { Clock, Work } from '@passerelle/doors';
import { type BodyOf, newChannel } from '@passerelle/protocol';
import { type Cap, type Exposure, type Warning, isAwaited, openStates, warningOf } from '@passerelle/settlement';
import { type Money, type Result, ok, refuse } from '@passerelle/values';
import type { Facts } from '../../facts/facts.service.js';
import type { Bar } from '../../peers/bar.js';
import type { ChannelStore } from '../../peers/channel/channels.js';
import type { Peers } from '../../peers/peers.service.js';
import { type NodeId, type Received, type Returned, type Verdict, applied, refused } from '../../peers/received.js';
import type { LegsStore } from '../legs/legs-store.js';
import type { ObligationsStore } from '../obligations/obligations-store.js';
import { exposureIn } from '../obligations/pair-exposure.js';
import { type CapQuestion, type Partner, barTo, capUnder, ownBar } from './partner.js';
import type { PartnersStore } from './partners-store.js';
import { capOf } from '../roster-rules.js';
import '../settlement.facts.js';

export interface PartnersParts {
  readonly store: PartnersStore;
  readonly obligations: ObligationsStore;
  readonly legs: LegsStore;
  readonly channels: Pick<ChannelStore, 'channel' | 'status' | 'waiting' | 'inbox' | 'outbox' | 'setBar'>;
  readonly peers: Peers;
  readonly facts: Facts;
  readonly clock: Pick<Clock, 'now'>;
}

export type PartnerRefused =
  | { readonly kind: 'unknown-partner' }
  | { readonly kind: 'above-the-roster'; readonly most: Money }
  | { readonly kind: 'already-suspended' }
  | { readonly kind: 'not-suspended' }
  | { readonly kind: 'still-open'; readonly obligations: number; readonly payments: number; readonly messages: number };

/** How much of a cap is used, in the view of this node. */
export interface CapReading extends Exposure {
  readonly creditor: NodeId;
  readonly debtor: NodeId;
  readonly warning: Warning;
}

/** A partner as people see it. */
export interface PartnerReading {
  readonly partner: Partner;
  /** What the roster calls it. */
  readonly name: string;
  readonly bar: Bar | null;
  readonly caps: readonly CapReading[];
}

/** What is open is counted up to here in each state; more is as much in the way. */
const countedMax = 100;

/** How far this branch trusts each other one, and how far it is trusted: caps, suspensions, leaving. */
export class Partners {
  constructor(private readonly parts: PartnersParts) {}

  // --- what people decide here

  /** So much may the partner owe us from now on; what it owes already is not touched. */
  async grant(work: Work, node: NodeId, cap: Money, reason?: string): Promise<Result<Cap, PartnerRefused>> {
    const { store, peers, obligations } = this.parts;
    if (!peers.knows(node)) return refuse({ kind: 'unknown-partner' });
    await obligations.turn(work);
    const of = { creditor: peers.me, debtor: node, currency: cap.currency };
    const most = capOf(peers.roster!, of).amount;
    if (cap.isMoreThan(most)) return refuse({ kind: 'above-the-roster', most });
    await store.grant(work, { ...of, max: cap.minor });
    await this.tellCap(work, of, cap.minor, reason);
    return ok(await this.capFor(work, of));
  }

  /** Nothing new begins with the partner, and it hears so; what is open is settled as agreed. */
  async suspend(work: Work, node: NodeId, reason: string): Promise<Result<Partner, PartnerRefused>> {
    return this.change(work, node, async (partner) => {
      if (partner.suspended !== null) return refuse({ kind: 'already-suspended' });
      const since = this.parts.clock.now().toISOString();
      const next = { ...partner, suspended: { reason, since } };
      for (const of of this.ownCaps(node)) await this.tellCap(work, of, 0n);
      await this.parts.facts.record(work, { kind: 'PartnerSuspended', subject: node, body: { partner: node, reason } });
      return ok(next);
    });
  }

  /** The partner may owe us again what it could before. */
  async resume(work: Work, node: NodeId): Promise<Result<Partner, PartnerRefused>> {
    return this.change(work, node, async (partner) => {
      if (partner.suspended === null) return refuse({ kind: 'not-suspended' });
      for (const of of this.ownCaps(node)) await this.tellCap(work, of, await this.ownMost(work, of));
      await this.parts.facts.record(work, { kind: 'PartnerResumed', subject: node, body: { partner: node } });
      return ok({ ...partner, suspended: null });
    });
  }

  /** Says where both directions end. Only when nothing is open between the two. */
  async leave(work: Work, node: NodeId, reason: string): Promise<Result<Partner, PartnerRefused>> {
    return this.change(work, node, async (partner) => {
      const open = await this.openWith(work, node);
      if (open !== null) return refuse(open);
      const { out, in: applied } = await this.channel(work, node);
      const position = ({ seq, head }: typeof out) => ({ seq: `${seq}`, head });
      const body = { mine: position(out), yours: position(applied), reason };
      await this.parts.peers.send(work, node, 'channel.close', body);
      await this.noteLeft(work, node, this.parts.peers.me);
      return ok({ ...partner, left: { ...partner.left, us: true } });
    });
  }

  /** The result of a fund call, or null once all its money came back: a member in default is granted nothing. */
  async setDefault(work: Work, node: NodeId, result: string | null): Promise<void> {
    const partner = await this.parts.store.partner(work, node);
    await this.keep(work, { ...partner, defaulted: result });
  }

  // --- what other nodes say

  async limited({ work, from }: Received, { currency, cap }: BodyOf<'limit.set'>): Promise<Verdict> {
    const { store, peers, facts, obligations } = this.parts;
    await obligations.turn(work);
    const of = { creditor: from, debtor: peers.me, currency };
    if ((await store.granted(work, of)) === BigInt(cap)) return applied;
    await store.grant(work, { ...of, max: BigInt(cap) });
    await facts.record(work, { kind: 'LimitSet', subject: from, body: { ...of, max: cap } });
    return applied;
  }

  /** The partner leaves: both must agree where both directions end, and that nothing is open. */
  async closed({ work, from, seq, ack }: Received, { mine, yours }: BodyOf<'channel.close'>): Promise<Verdict> {
    const { store, obligations } = this.parts;
    await obligations.turn(work);
    const isSame =
      BigInt(mine.seq) === seq - 1n &&
      BigInt(yours.seq) === ack &&
      (await this.headOf(work, from, 'inbox', seq - 1n)) === mine.head &&
      (await this.headOf(work, from, 'outbox', ack)) === yours.head;
    if (!isSame) return refused('another-head', 'the two nodes do not end at the same messages');
    const partner = await store.partner(work, from);
    // Until its own words are back, a restored node does not know what was open; and whoever has left has said it before.
    const isSaid = partner.left.us || (await this.parts.channels.status(work, from)) === 'waiting';
    const open = isSaid ? null : await this.openWith(work, from);
    if (open !== null && open.obligations + open.payments > 0)
      return refused('still-open', `${open.obligations} debts and ${open.payments} payments are open`);
    if (partner.left.them) return applied;
    await this.keep(work, { ...partner, left: { ...partner.left, them: true } });
    await this.noteLeft(work, from, from);
    return applied;
  }

  /** What this node itself once said, and the partner gave back after a restore: the last word stands. */
  async limitedBefore({ work, to }: Returned, { currency, cap }: BodyOf<'limit.set'>): Promise<void> {
    const { store, peers, facts, obligations } = this.parts;
    await obligations.turn(work);
    const of = { creditor: peers.me, debtor: to, currency };
    await store.grant(work, { ...of, max: BigInt(cap) });
    await facts.record(work, { kind: 'LimitSet', subject: to, body: { ...of, max: cap } });
  }

  async leftBefore({ work, to }: Returned): Promise<void> {
    await this.parts.obligations.turn(work);
    const partner = await this.parts.store.partner(work, to);
    await this.keep(work, { ...partner, left: { ...partner.left, us: true } });
    await this.noteLeft(work, to, this.parts.peers.me);
  }

  // --- what others ask

  /** The cap under which a debt is agreed now. */
  async capFor(work: Work, of: CapQuestion): Promise<Cap> {
    const { store, peers } = this.parts;
    const { me, roster } = peers;
    const said = { granted: await store.granted(work, of), isDefaulter: await this.isDefaulter(work, of.debtor) };
    const isSuspended = of.creditor === me && (await store.partner(work, of.debtor)).suspended !== null;
    return capUnder(roster!, of, isSuspended ? { ...said, granted: 0n } : said);
  }

  /** Why nothing new begins with that node; null when nothing stands in the way. */
  async bar(work: Work, node: NodeId): Promise<Bar | null> {
    const { store, peers } = this.parts;
    return barTo(await store.partner(work, node), { roster: peers.roster!, me: peers.me });
  }

  async all(work: Work): Promise<readonly PartnerReading[]> {
    const { roster, me } = this.parts.peers;
    const readings: PartnerReading[] = [];
    for (const { id } of roster?.members ?? []) if (id !== me) readings.push(await this.reading(work, id));
    return readings;
  }

  async find(work: Work, node: NodeId): Promise<PartnerReading | null> {
    return this.parts.peers.knows(node) ? this.reading(work, node) : null;
  }

  // --- how

  private async reading(work: Work, node: NodeId): Promise<PartnerReading> {
    const { store, peers, obligations } = this.parts;
    const partner = await store.partner(work, node);
    const pair = await obligations.pair(work, node);
    const caps: CapReading[] = [];
    for (const of of this.capsWith(node)) {
      const exposure = exposureIn(pair, await this.capFor(work, of));
      caps.push({ creditor: of.creditor, debtor: of.debtor, ...exposure, warning: warningOf(exposure) });
    }
    const name = peers.roster!.members.find(({ id }) => id === node)!.name;
    return { partner, name, bar: barTo(partner, { roster: peers.roster!, me: peers.me }), caps };
  }

  private async change(
    work: Work,
    node: NodeId,
    decide: (partner: Partner) => Promise<Result<Partner, PartnerRefused>>,
  ): Promise<Result<Partner, PartnerRefused>> {
    const { store, peers, obligations } = this.parts;
    if (!peers.knows(node)) return refuse({ kind: 'unknown-partner' });
    await obligations.turn(work);
    const decided = await decide(await store.partner(work, node));
    if (decided.ok) await this.keep(work, decided.value);
    return decided;
  }

  /** Other rooms ask the peers whether anything new may begin. */
  private async keep(work: Work, partner: Partner): Promise<void> {
    const { store, channels, peers } = this.parts;
    await store.save(work, partner);
    const fresh = newChannel({ net: peers.roster!.net, me: peers.me, peer: partner.node });
    await channels.setBar(work, fresh, ownBar(partner));
  }

  /** What keeps the two from parting, or null. */
  private async openWith(work: Work, node: NodeId): Promise<Extract<PartnerRefused, { kind: 'still-open' }> | null> {
    const { obligations: store, legs, channels } = this.parts;
    let obligations = 0;
    for (const state of openStates)
      obligations += (await store.page(work, { after: null, limit: countedMax, peer: node, state })).length;
    const pair = { me: this.parts.peers.me, peer: node };
    const payments = (await legs.open(work)).filter(({ record }) => isAwaited(record, pair)).length;
    const { delivered } = await this.channel(work, node);
    const messages = (await channels.waiting(work, node, delivered)).intents;
    return obligations + payments + messages === 0 ? null : { kind: 'still-open', obligations, payments, messages };
  }

  private channel(work: Work, node: NodeId) {
    const { channels, peers } = this.parts;
    return channels.channel(work, newChannel({ net: peers.roster!.net, me: peers.me, peer: node }));
  }

  private async headOf(work: Work, node: NodeId, box: 'inbox' | 'outbox', seq: bigint): Promise<string | undefined> {
    if (seq === 0n) return '';
    return (await this.parts.channels[box](work, node, seq, seq))[0]?.hash;
  }

  private async noteLeft(work: Work, node: NodeId, by: NodeId): Promise<void> {
    await this.parts.facts.record(work, { kind: 'PartnerLeft', subject: node, body: { partner: node, by } });
  }

  /** The reason stays here. */
  private async tellCap(
    work: Work,
    { debtor, currency, creditor }: CapQuestion,
    max: bigint,
    reason?: string,
  ): Promise<void> {
    const { peers, facts } = this.parts;
    await peers.send(work, debtor, 'limit.set', { currency, cap: `${max}` });
    const body = { creditor, debtor, currency, max: `${max}`, ...(reason !== undefined && { reason }) };
    await facts.record(work, { kind: 'LimitSet', subject: debtor, body });
  }

  private async ownMost(work: Work, of: CapQuestion): Promise<bigint> {
    const granted = await this.parts.store.granted(work, of);
    return granted ?? capOf(this.parts.peers.roster!, of).amount.minor;
  }

  private ownCaps = (node: NodeId): CapQuestion[] => this.capsWith(node).filter(({ debtor }) => debtor === node);

  private capsWith(node: NodeId): CapQuestion[] {
    const { roster, me } = this.parts.peers;
    const ends = [me, node];
    return roster!.caps.filter(({ creditor, debtor }) => ends.includes(creditor) && ends.includes(debtor));
  }

  private async isDefaulter(work: Work, node: NodeId): Promise<boolean> {
    return (await this.parts.store.partner(work, node)).defaulted !== null;
  }
}
