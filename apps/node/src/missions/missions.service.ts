import type { RecordedOpening } from '@passerelle/coordination';
import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Money, type PlainDate, type Rate, type Result, ok, refuse, yearOf } from '@passerelle/values';
import type { ClientId } from '../clients/client.js';
import type { Clients } from '../clients/clients.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Member, MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import type { Bar } from '../peers/bar.js';
import type { Peers } from '../peers/peers.service.js';
import type { NodeId } from '../peers/received.js';
import type { ConfirmationLinks } from './confirmation-links.service.js';
import type { DefaultBearer, Directing, Mission, MissionId, MissionTerms, WorkKind } from './mission.js';
import type { Actor, MissionRecord } from './mission-record.service.js';
import type { MissionEvent } from './missions.store.js';
import { type MoveRefusal, completed, confirmed, move, nextVersion, withTerms } from './moves.js';
import type { PassedOn, Placings } from './placings.service.js';
import { type WishRefusal, termsOf } from './registration.js';
import { hashOfTerms, termsDocument } from './terms.js';

export type MissionRefusal =
  | MoveRefusal
  | WishRefusal
  | PassedOn
  | { readonly kind: 'no-such-mission' }
  /** Nothing new begins with the partner. */
  | { readonly kind: 'barred'; readonly bar: Bar }
  | { readonly kind: 'no-such-member' }
  | { readonly kind: 'no-such-client' }
  | { readonly kind: 'only-the-home' }
  | { readonly kind: 'only-the-host' };

/** What a worker fills in; what she leaves out is the policy of her branch. */
export interface MissionForm {
  readonly client: ClientId;
  readonly host?: NodeId | undefined;
  readonly work: string;
  readonly kind?: WorkKind | undefined;
  readonly directedBy?: Directing | undefined;
  readonly place: MissionTerms['place'];
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
  readonly price: Money;
  readonly hostShare?: Rate | undefined;
  readonly defaultBearer?: DefaultBearer | undefined;
  readonly dueDays?: number | undefined;
}

export interface MissionsParts {
  readonly record: MissionRecord;
  readonly links: ConfirmationLinks;
  readonly placings: Placings;
  readonly cooperative: Cooperative;
  readonly members: Members;
  readonly clients: Clients;
  readonly peers: Peers;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The code of a refusal that ends nothing: the home may offer a new version. */
export const clientAsksChanges = 'client-asks-changes';

type Decision = Promise<Result<Mission, MissionRefusal>>;

/** Days after the last day of work on which the host owes the home its part, when the form does not say. */
const usualDueDays = 30;

/** Work is agreed and done: what the people of this branch, and the client by her link, decide about missions. */
export class Missions {
  constructor(private readonly parts: MissionsParts) {}

  /** A worker registers a mission as a draft. */
  async register(work: Work, memberId: MemberId, form: MissionForm, by: Actor): Decision {
    const { ids, record, members } = this.parts;
    const id = ids.newId() as MissionId;
    const member = await members.find(work, memberId);
    if (!member) return refuse({ kind: 'no-such-member' });
    const reference = await this.reference(work, form.first);
    const terms = await this.termsOf(work, form, { mission: id, reference, version: 1, member: memberId });
    if (!terms.ok) return terms;
    const mission = this.draft(terms.value, member, form);
    const open = await this.openTo(work, mission);
    if (!open.ok) return open;
    await record.store.add(work, mission);
    await record.note(work, id, { by, what: 'register' });
    await record.fact(work, 'MissionRegistered', id, {});
    return ok(mission);
  }

  /** Fills the form in again before the branch has checked it. */
  change(work: Work, id: MissionId, form: MissionForm, by: Actor): Decision {
    return this.parts.record.decide(work, id, (mission) => this.rewritten(work, mission, form, { move: 'change', by }));
  }

  submit(work: Work, id: MissionId, by: Actor): Decision {
    const { record } = this.parts;
    return record.decide<MissionRefusal>(work, id, async (mission) => {
      const open = await this.openTo(work, mission);
      if (!open.ok) return open;
      const moved = await record.moved(work, mission, 'submit', { by });
      if (moved.ok) await record.fact(work, 'MissionSubmitted', id, {});
      return moved;
    });
  }

  /** An adviser of the home branch approves: the terms are signed and offered to the host, or go to the client at once. */
  approve(work: Work, id: MissionId, by: Actor): Decision {
    const { record, placings } = this.parts;
    return record.decide<MissionRefusal>(work, id, async (mission) => {
      if (mission.role === 'host') return refuse({ kind: 'only-the-home' });
      const open = await this.openTo(work, mission);
      if (!open.ok) return open;
      const allowed = await placings.allowance(work, mission);
      if (!allowed.ok) return allowed;
      const moved = await record.moved(work, mission, mission.role === 'both' ? 'approve' : 'offer', { by });
      if (!moved.ok) return moved;
      await this.noteAllowance(work, id, allowed.value, by);
      if (mission.role === 'home') return ok(await this.offer(work, moved.value));
      await record.fact(work, 'MissionAgreed', id, { terms: mission.agreement.hash });
      await this.parts.links.invite(work, moved.value);
      return moved;
    });
  }

  /** The home branch changes a term after it was offered: a new version, which needs both signatures again. */
  amend(work: Work, id: MissionId, form: MissionForm, by: Actor): Decision {
    return this.parts.record.decide<MissionRefusal>(work, id, async (mission) => {
      if (mission.role !== 'home') return refuse({ kind: 'only-the-home' });
      const rewritten = await this.rewritten(work, mission, form, { move: 'amend', by });
      return rewritten.ok ? ok(await this.offer(work, rewritten.value)) : rewritten;
    });
  }

  /** An adviser of the host accepts the offer with this node's signature; the client is asked to confirm. */
  accept(work: Work, id: MissionId, by: Actor): Decision {
    const { record, peers, links, placings } = this.parts;
    return record.decide<MissionRefusal>(work, id, async (mission) => {
      if (mission.role !== 'host') return refuse({ kind: 'only-the-host' });
      const moved = move(mission, 'accept');
      if (!moved.ok) return moved;
      const open = await this.openTo(work, mission);
      if (!open.ok) return open;
      const allowed = await placings.allowance(work, mission);
      if (!allowed.ok) return allowed;
      const { hash } = mission.agreement;
      const signature = peers.sign(hash);
      const agreement = { ...mission.agreement, hostSignature: signature };
      const accepted = await record.keep(work, { ...moved.value, agreement }, { by, what: 'accept' });
      await this.noteAllowance(work, id, allowed.value, by);
      const version = String(mission.terms.version);
      await peers.send(work, mission.terms.home, 'mission.accept', { mission: id, version, terms: hash, signature });
      await record.fact(work, 'MissionAgreed', id, { terms: hash });
      await links.invite(work, accepted);
      return ok(accepted);
    });
  }

  /** The branch, or the client, says no with a reason that the other side and the worker will read. */
  refuse(work: Work, id: MissionId, reason: string, by: Actor): Decision {
    const { record, peers, links } = this.parts;
    return record.decide(work, id, async (mission) => {
      const moved = await record.moved(work, mission, 'refuse', { by, reason });
      if (!moved.ok) return moved;
      await links.withdraw(work, id);
      const { home, version } = mission.terms;
      if (mission.role === 'host')
        await peers.send(work, home, 'mission.refuse', {
          mission: id,
          version: String(version),
          code: by === 'client' ? 'refused-by-client' : 'refused-by-host',
          reason,
        });
      if (mission.role === 'home') await this.tellPartner(work, mission, { code: 'refused-by-home', reason });
      await record.fact(work, 'MissionRefused', id, { by });
      return moved;
    });
  }

  /** The adviser sends the form back to the worker. */
  askChanges(work: Work, id: MissionId, reason: string, by: Actor): Decision {
    const { record } = this.parts;
    return record.decide<MissionRefusal>(work, id, async (mission) => {
      if (mission.role === 'host') return refuse({ kind: 'only-the-home' });
      const moved = await record.moved(work, mission, 'askChanges', { by, reason });
      if (moved.ok) await record.fact(work, 'MissionSentBack', id, { by });
      return moved;
    });
  }

  /** The client wants something changed: her answer goes to whoever can change it, the home branch. */
  clientAsksChanges(work: Work, id: MissionId, reason: string): Decision {
    const { record, peers } = this.parts;
    return record.decide(work, id, async (mission) => {
      const moved = await record.moved(work, mission, 'askChanges', { by: 'client', reason });
      if (!moved.ok) return moved;
      await record.fact(work, 'MissionSentBack', id, { by: 'client' });
      if (mission.role === 'host')
        await peers.send(work, mission.terms.home, 'mission.refuse', {
          mission: id,
          version: String(mission.terms.version),
          code: clientAsksChanges,
          reason,
        });
      return moved;
    });
  }

  cancel(work: Work, id: MissionId, reason: string, by: Actor): Decision {
    const { record, links } = this.parts;
    return record.decide(work, id, async (mission) => {
      const moved = await record.moved(work, mission, 'cancel', { by, reason });
      if (!moved.ok) return moved;
      await links.withdraw(work, id);
      await this.tellPartner(work, mission, { code: 'cancelled', reason });
      await record.fact(work, 'MissionCancelled', id, {});
      return moved;
    });
  }

  /** The client said yes by her link: what is left are the formalities, and a home elsewhere is told. */
  clientAccepted(work: Work, id: MissionId): Decision {
    const { record, peers, clock } = this.parts;
    return record.decide(work, id, async (mission) => {
      const agreed = confirmed(mission, clock.now());
      if (!agreed.ok) return agreed;
      await record.keep(work, agreed.value, { by: 'client', what: 'confirm' });
      const terms = mission.agreement.hash;
      const confirmedAt = clock.now().toISOString();
      if (mission.role === 'host')
        await peers.send(work, mission.terms.home, 'mission.start', { mission: id, terms, confirmedAt });
      await record.fact(work, 'ClientConfirmed', id, {});
      return agreed;
    });
  }

  /** The formalities are done or answered for: the work may begin. */
  start(work: Work, id: MissionId, by: Actor): Decision {
    const { record } = this.parts;
    return record.decide(work, id, async (mission) => {
      const moved = await record.moved(work, mission, 'start', { by });
      if (moved.ok) await record.fact(work, 'MissionStarted', id, {});
      return moved;
    });
  }

  /** The worker, or her branch, reports that the work is done. */
  complete(work: Work, id: MissionId, days: number, by: Actor): Decision {
    const { record, peers, cooperative } = this.parts;
    return record.decide<MissionRefusal>(work, id, async (mission) => {
      if (mission.role === 'host') return refuse({ kind: 'only-the-home' });
      const today = cooperative.today(await cooperative.entity(work, mission.entity));
      const done = completed(mission, { days, today });
      if (!done.ok) return done;
      await record.keep(work, done.value, { by, what: 'complete' });
      const { host, first, last } = mission.terms;
      const report = { mission: id, terms: mission.agreement.hash, first, last, days: String(days) };
      if (mission.role === 'home') await peers.send(work, host, 'mission.report', report);
      await record.fact(work, 'MissionCompleted', id, { days });
      return done;
    });
  }

  /** The host stands by the report it got: said when its invoice is made. `report` is the hash of the message. */
  async approveReport(work: Work, id: MissionId, report: string): Promise<void> {
    const { record, peers } = this.parts;
    const mission = await this.mission(work, id);
    await peers.send(work, mission.terms.home, 'mission.approve', { mission: id, report });
    await record.note(work, id, { by: `node:${peers.me}`, what: 'approve-report' });
    await record.fact(work, 'MissionApproved', id, {});
  }

  find(work: Work, id: MissionId): Promise<Mission | null> {
    return this.parts.record.store.find(work, id);
  }

  /** The mission of that id. Throws when there is none: ids inside the node are never guessed. */
  async mission(work: Work, id: MissionId): Promise<Mission> {
    const mission = await this.find(work, id);
    if (!mission) throw new Error(`no mission ${id}`);
    return mission;
  }

  page(
    work: Work,
    page: { after: MissionId | null; limit: number; member: string | null },
  ): Promise<readonly Mission[]> {
    return this.parts.record.store.page(work, page);
  }

  /** Those of the ids that are known. */
  several(work: Work, ids: readonly MissionId[]): Promise<readonly Mission[]> {
    return this.parts.record.store.several(work, ids);
  }

  /** All that are in that state now. */
  inState(work: Work, state: Mission['state']): Promise<readonly Mission[]> {
    return this.parts.record.store.inState(work, state);
  }

  /** Every mission of a member that is not given up, past and planned, by its first day. */
  ofMember(work: Work, member: MemberId): Promise<readonly Mission[]> {
    return this.parts.record.store.ofMember(work, member);
  }

  /** The mission, which nobody else can change before the end of this work. */
  hold(work: Work, id: MissionId): Promise<Mission | null> {
    return this.parts.record.store.hold(work, id);
  }

  /** The mission that a form would make. Nothing is kept. */
  async sketch(work: Work, memberId: MemberId, form: MissionForm): Decision {
    const member = await this.parts.members.find(work, memberId);
    if (!member) return refuse({ kind: 'no-such-member' });
    const mission = this.parts.ids.newId() as MissionId;
    const terms = await this.termsOf(work, form, { mission, reference: '-', version: 1, member: memberId });
    return terms.ok ? ok(this.draft(terms.value, member, form)) : terms;
  }

  events(work: Work, id: MissionId): Promise<readonly MissionEvent[]> {
    return this.parts.record.store.events(work, id);
  }

  /** Nothing new begins across a border to a partner that is suspended, in default or leaves. */
  private async openTo(work: Work, { role, terms }: Mission): Promise<Result<null, MissionRefusal>> {
    if (role === 'both') return ok(null);
    const bar = await this.parts.peers.bar(work, role === 'home' ? terms.host : terms.home);
    return bar === null ? ok(null) : refuse({ kind: 'barred', bar });
  }

  /** The reason why the host may direct the work stays with the mission. */
  private async noteAllowance(work: Work, id: MissionId, opening: RecordedOpening | null, by: Actor): Promise<void> {
    if (opening) await this.parts.record.note(work, id, { by, what: 'allow-placing', text: opening.reason });
  }

  /** Signs the terms for the home and sends them to the host. */
  private async offer(work: Work, mission: Mission): Promise<Mission> {
    const { record, peers } = this.parts;
    const { terms } = mission;
    const signature = peers.sign(mission.agreement.hash);
    const offered = { ...mission, agreement: { ...mission.agreement, homeSignature: signature } };
    await record.store.save(work, offered);
    const offer = { mission: mission.id, version: String(terms.version), terms: termsDocument(terms), signature };
    await peers.send(work, terms.host, 'mission.offer', offer);
    await record.fact(work, 'MissionOffered', mission.id, { version: terms.version });
    return offered;
  }

  private draft(terms: MissionTerms, member: Member, { client }: MissionForm): Mission {
    return {
      id: terms.mission,
      role: terms.host === this.parts.peers.me ? 'both' : 'home',
      entity: member.entity,
      member: member.id,
      client,
      state: 'draft',
      terms,
      agreement: { hash: hashOfTerms(terms), homeSignature: null, hostSignature: null },
      reason: null,
      clientConfirmedAt: null,
      registeredAt: this.parts.clock.now(),
    };
  }

  private async rewritten(
    work: Work,
    mission: Mission,
    form: MissionForm,
    { move: name, by }: { readonly move: 'change' | 'amend'; readonly by: Actor },
  ): Decision {
    const version = nextVersion(mission);
    const fixed = { mission: mission.id, reference: mission.terms.reference, version, member: mission.member! };
    // Who hosts is settled with the offer; another host is another mission.
    const isOffered = mission.agreement.homeSignature !== null;
    const terms = await this.termsOf(work, isOffered ? { ...form, host: mission.terms.host } : form, fixed);
    if (!terms.ok) return terms;
    const next = withTerms(mission, { move: name, terms: terms.value, hash: hashOfTerms(terms.value) });
    if (!next.ok) return next;
    const role = terms.value.host === this.parts.peers.me ? 'both' : 'home';
    const kept = { ...next.value, role, client: form.client } as const;
    const open = await this.openTo(work, kept);
    if (!open.ok) return open;
    const allowed = isOffered ? await this.parts.placings.allowance(work, kept) : ok(null);
    if (!allowed.ok) return allowed;
    await this.parts.record.keep(work, kept, { by, what: name });
    await this.parts.record.noteMovedDay(work, mission, terms.value.last, by);
    await this.noteAllowance(work, mission.id, allowed.value, by);
    return ok(kept);
  }

  private async termsOf(
    work: Work,
    form: MissionForm,
    fixed: Pick<MissionTerms, 'mission' | 'reference' | 'version'> & { readonly member: MemberId },
  ): Promise<Result<MissionTerms, MissionRefusal>> {
    const { members, clients, cooperative, peers } = this.parts;
    const member = await members.member(work, fixed.member);
    const found = await clients.find(work, form.client);
    if (!found) return refuse({ kind: 'no-such-client' });
    const entity = await cooperative.entity(work, member.entity);
    const { hostShare } = await cooperative.policies(work, member.entity);
    const { client: _client, ...rest } = form;
    const wish = {
      ...rest,
      host: form.host ?? peers.me,
      kind: form.kind ?? ('general_service' as const),
      directedBy: form.directedBy ?? ('home' as const),
      hostShare: form.hostShare ?? hostShare.on(form.first),
      defaultBearer: form.defaultBearer ?? ('host' as const),
      dueDays: form.dueDays ?? usualDueDays,
    };
    const knowsNode = (node: NodeId): boolean => peers.knows(node);
    return termsOf(wish, { ...fixed, home: peers.me, entity, member, client: found.client, knowsNode });
  }

  /** A partner that knows of the mission is told that it is off. */
  private async tellPartner(
    work: Work,
    mission: Mission,
    why: { readonly code: string; readonly reason: string },
  ): Promise<void> {
    const { home, host } = mission.terms;
    const isKnownThere = mission.role === 'host' || mission.agreement.homeSignature !== null;
    if (mission.role === 'both' || !isKnownThere) return;
    await this.parts.peers.send(work, mission.role === 'host' ? home : host, 'mission.cancel', {
      mission: mission.id,
      ...why,
    });
  }

  private async reference(work: Work, first: PlainDate): Promise<string> {
    const year = yearOf(first);
    const number = await this.parts.record.store.nextNumber(work, year);
    return `${this.parts.peers.me}-${year}-${String(number).padStart(4, '0')}`;
  }
}
