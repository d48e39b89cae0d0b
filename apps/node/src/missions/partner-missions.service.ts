import type { Clock } from '@passerelle/doors';
import type { BodyOf } from '@passerelle/protocol';
import type { Clients } from '../clients/clients.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Peers } from '../peers/peers.service.js';
import { type Received, type Verdict, applied, refused } from '../peers/received.js';
import type { ConfirmationLinks } from './confirmation-links.service.js';
import type { Mission, MissionId, MissionTerms } from './mission.js';
import type { MissionRecord } from './mission-record.service.js';
import { clientAsksChanges } from './missions.service.js';
import { completed, confirmed, move } from './moves.js';
import { hashOfTerms, termsFrom } from './terms.js';

export interface PartnerMissionsParts {
  readonly record: MissionRecord;
  readonly links: ConfirmationLinks;
  readonly cooperative: Cooperative;
  readonly clients: Clients;
  readonly peers: Peers;
  readonly clock: Clock;
}

const unknown = refused('unknown-mission', 'No mission of that id is known here between the two branches.');

/** What other nodes say about missions. Nothing is believed that the agreement or a signature does not carry. */
export class PartnerMissions {
  constructor(private readonly parts: PartnerMissionsParts) {}

  /** The home offers terms, or new terms: nobody here has signed them yet. */
  async offered({ work, from }: Received, offer: BodyOf<'mission.offer'>): Promise<Verdict> {
    const { peers, record } = this.parts;
    const terms = termsFrom(offer.terms);
    if (!terms)
      return refused('terms-incomplete', 'The client’s e-mail, address and language and whole days are needed.');
    if (terms.home !== from || terms.host !== peers.me)
      return refused('wrong-party', 'Home and host are not the two of us.');
    const hash = hashOfTerms(terms);
    if (!peers.verify(from, hash, offer.signature))
      return refused('bad-signature', 'The home has not signed these terms.');
    const bar = await peers.bar(work, from);
    if (bar !== null) return refused('barred', `Nothing new begins between the two of us: ${bar}.`);
    const known = await record.store.hold(work, terms.mission);
    if (!known) return this.firstOffer(work, terms, { hash, signature: offer.signature });
    return this.newOffer(work, known, terms, { hash, signature: offer.signature });
  }

  /** The host signed the terms: both are bound, and the client is asked over there. */
  async accepted({ work, from }: Received, body: BodyOf<'mission.accept'>): Promise<Verdict> {
    const { record, peers } = this.parts;
    const mission = await this.shared({ work, from }, body.mission, 'home');
    if (!mission) return unknown;
    const { hash } = mission.agreement;
    // A new version may be on its way while the host accepts the old one; only the newest can be agreed.
    if (body.version !== String(mission.terms.version) || body.terms !== hash)
      return refused('another-version', `Version ${mission.terms.version} of the terms is on offer.`);
    if (!peers.verify(from, hash, body.signature))
      return refused('bad-signature', 'The host has not signed these terms.');
    const moved = move(mission, 'accept');
    if (!moved.ok) return refused('not-from-here', `The mission is ${mission.state}.`);
    const agreement = { ...mission.agreement, hostSignature: body.signature };
    await record.keep(work, { ...moved.value, agreement }, { by: `node:${from}`, what: 'accept' });
    await record.fact(work, 'MissionAgreed', mission.id, { terms: hash });
    return applied;
  }

  /** The host, or its client, does not take the mission as it is. */
  async refused({ work, from }: Received, body: BodyOf<'mission.refuse'>): Promise<Verdict> {
    const { record } = this.parts;
    const mission = await this.shared({ work, from }, body.mission, 'home');
    if (!mission) return unknown;
    if (body.version !== String(mission.terms.version))
      return refused('another-version', `Version ${mission.terms.version} of the terms is on offer.`);
    const by = `node:${from}`;
    const asksChanges = body.code === clientAsksChanges;
    const moved = await record.moved(work, mission, asksChanges ? 'askChanges' : 'refuse', { by, reason: body.reason });
    if (!moved.ok) return refused('not-from-here', `The mission is ${mission.state}.`);
    await record.fact(work, asksChanges ? 'MissionSentBack' : 'MissionRefused', mission.id, { by });
    return applied;
  }

  /** The client confirmed at the host: the formalities are ours. */
  async confirmed({ work, from }: Received, body: BodyOf<'mission.start'>): Promise<Verdict> {
    const { record } = this.parts;
    const mission = await this.shared({ work, from }, body.mission, 'home');
    if (!mission) return unknown;
    if (body.terms !== mission.agreement.hash) return refused('another-version', 'The client confirmed other terms.');
    const agreed = confirmed(mission, new Date(body.confirmedAt));
    if (!agreed.ok) return refused('not-from-here', `The mission is ${mission.state}.`);
    await record.keep(work, agreed.value, { by: `node:${from}`, what: 'confirm' });
    await record.fact(work, 'ClientConfirmed', mission.id, {});
    return applied;
  }

  /** The home reports that the work is done: the invoice can be made. */
  async reported({ work, from, hash }: Received, body: BodyOf<'mission.report'>): Promise<Verdict> {
    const { record } = this.parts;
    const mission = await this.shared({ work, from }, body.mission, 'host');
    if (!mission) return unknown;
    if (body.terms !== mission.agreement.hash) return refused('another-version', 'The report is about other terms.');
    const days = Number(body.days);
    // The home's calendar decides when its work is over; ours may still show the day before.
    const done = completed(mission, { days, today: mission.terms.last });
    if (!done.ok) return refused(done.refusal.kind, `The mission is ${mission.state}, for ${mission.terms.days} days.`);
    await record.keep(work, done.value, { by: `node:${from}`, what: 'complete' });
    await record.fact(work, 'MissionReported', mission.id, { days, report: hash });
    return applied;
  }

  /** The host stands by our report. */
  async approved({ work, from }: Received, body: BodyOf<'mission.approve'>): Promise<Verdict> {
    const { record } = this.parts;
    const mission = await this.shared({ work, from }, body.mission, 'home');
    if (!mission) return unknown;
    if (mission.state !== 'completed') return refused('not-from-here', `The mission is ${mission.state}.`);
    await record.note(work, mission.id, { by: `node:${from}`, what: 'approve-report' });
    return applied;
  }

  async cancelled({ work, from }: Received, body: BodyOf<'mission.cancel'>): Promise<Verdict> {
    const { record, links } = this.parts;
    const mission = await this.shared({ work, from }, body.mission, 'either');
    if (!mission) return unknown;
    const moved = await record.moved(work, mission, 'cancel', { by: `node:${from}`, reason: body.reason });
    if (!moved.ok) return refused('not-from-here', `The mission is ${mission.state}.`);
    await links.withdraw(work, mission.id);
    await record.fact(work, 'MissionCancelled', mission.id, {});
    return applied;
  }

  /** The mission, held, if it is one between that node and us in which we are the home, the host, or either. */
  private async shared(
    { work, from }: Pick<Received, 'work' | 'from'>,
    id: string,
    we: 'home' | 'host' | 'either',
  ): Promise<Mission | null> {
    const mission = await this.parts.record.store.hold(work, id as MissionId);
    if (!mission || mission.role === 'both') return null;
    const partner = mission.role === 'home' ? mission.terms.host : mission.terms.home;
    return partner === from && (we === 'either' || mission.role === we) ? mission : null;
  }

  private async firstOffer(
    work: Received['work'],
    terms: MissionTerms,
    by: { readonly hash: string; readonly signature: string },
  ): Promise<Verdict> {
    const { cooperative, clients, record, clock } = this.parts;
    const [entity] = await cooperative.entities(work);
    if (!entity) return refused('no-entity', 'This branch has no legal entity yet.');
    if (terms.version !== 1) return refused('another-version', 'The first offer of a mission is version 1.');
    const client = await clients.add(work, { ...terms.client, entity: entity.id }, null);
    if (!client.ok) return refused(client.refusal.kind, 'The client cannot be recorded here as offered.');
    const mission: Mission = {
      id: terms.mission,
      role: 'host',
      entity: entity.id,
      member: null,
      client: client.value.id,
      state: 'offered',
      terms,
      agreement: { hash: by.hash, homeSignature: by.signature, hostSignature: null },
      reason: null,
      clientConfirmedAt: null,
      registeredAt: clock.now(),
    };
    await record.store.add(work, mission);
    await record.note(work, mission.id, { by: `node:${terms.home}`, what: 'offer' });
    await record.fact(work, 'MissionOffered', mission.id, { version: terms.version });
    return applied;
  }

  private async newOffer(
    work: Received['work'],
    known: Mission,
    terms: MissionTerms,
    by: { readonly hash: string; readonly signature: string },
  ): Promise<Verdict> {
    const { record, links } = this.parts;
    if (known.role !== 'host' || known.terms.home !== terms.home) return unknown;
    if (terms.version !== known.terms.version + 1)
      return refused('another-version', `Version ${known.terms.version + 1} is expected.`);
    const moved = move(known, 'amend');
    if (!moved.ok) return refused('not-from-here', `The mission is ${known.state}.`);
    const agreement = { hash: by.hash, homeSignature: by.signature, hostSignature: null };
    const offered = { ...moved.value, terms, agreement, clientConfirmedAt: null };
    await links.withdraw(work, known.id);
    await record.keep(work, offered, { by: `node:${terms.home}`, what: 'offer' });
    await record.noteMovedDay(work, known, terms.last, `node:${terms.home}`);
    await record.fact(work, 'MissionOffered', known.id, { version: terms.version });
    return applied;
  }
}
