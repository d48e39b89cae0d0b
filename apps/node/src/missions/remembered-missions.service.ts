import type { Clock, Work } from '@passerelle/doors';
import type { BodyOf } from '@passerelle/protocol';
import { yearOf } from '@passerelle/values';
import type { Clients } from '../clients/clients.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Members } from '../members/members.service.js';
import type { Peers } from '../peers/peers.service.js';
import type { NodeId, Returned } from '../peers/received.js';
import type { ConfirmationLinks } from './confirmation-links.service.js';
import type { Mission, MissionId, MissionTerms } from './mission.js';
import type { MissionRecord } from './mission-record.service.js';
import { clientAsksChanges } from './missions.service.js';
import { type Move, move } from './moves.js';
import { hashOfTerms, termsFrom } from './terms.js';

export interface RememberedMissionsParts {
  readonly record: MissionRecord;
  readonly links: ConfirmationLinks;
  readonly cooperative: Cooperative;
  readonly members: Members;
  readonly clients: Clients;
  readonly peers: Peers;
  readonly clock: Clock;
}

/** What people read beside everything that came back this way. */
const givenBack = 'Given back by the partner after this node was restored from a backup.';

/**
 * What this node itself once said about missions, and a partner gave back after a restore. It was said, so it is so: a
 * word that no longer fits changes nothing and stays visible in the history of the mission.
 */
export class RememberedMissions {
  constructor(private readonly parts: RememberedMissionsParts) {}

  /** We had signed these terms as the home. */
  async offered({ work }: Returned, offer: BodyOf<'mission.offer'>): Promise<void> {
    const { record } = this.parts;
    const terms = termsFrom(offer.terms);
    if (!terms) return;
    const known = await record.store.hold(work, terms.mission);
    if (known && known.agreement.homeSignature !== null && known.terms.version >= terms.version) return;
    const agreement = { hash: hashOfTerms(terms), homeSignature: offer.signature, hostSignature: null };
    const forgotten = known ?? (await this.forgotten(work, terms));
    if (!forgotten) return;
    await this.keep(work, { ...forgotten, terms, agreement, state: 'offered', clientConfirmedAt: null }, 'offer');
    if (forgotten.member) await record.fact(work, 'MissionOffered', terms.mission, { version: terms.version });
  }

  /** We had signed their terms as the host. */
  async accepted({ work, to }: Returned, body: BodyOf<'mission.accept'>): Promise<void> {
    const mission = await this.moved(work, to, body.mission, 'accept');
    if (!mission || mission.agreement.hash !== body.terms) return;
    const agreement = { ...mission.agreement, hostSignature: body.signature };
    await this.keep(work, { ...mission, agreement }, 'accept');
    await this.parts.record.fact(work, 'MissionAgreed', mission.id, { terms: body.terms });
  }

  async refused({ work, to }: Returned, body: BodyOf<'mission.refuse'>): Promise<void> {
    const asksChanges = body.code === clientAsksChanges;
    const mission = await this.moved(work, to, body.mission, asksChanges ? 'askChanges' : 'refuse', body.reason);
    if (!mission) return;
    await this.keep(work, mission, asksChanges ? 'askChanges' : 'refuse');
    const fact = asksChanges ? 'MissionSentBack' : 'MissionRefused';
    await this.parts.record.fact(work, fact, mission.id, { by: givenBack });
  }

  /** Our client had said yes. */
  async confirmed({ work, to }: Returned, body: BodyOf<'mission.start'>): Promise<void> {
    const mission = await this.moved(work, to, body.mission, 'confirm');
    if (!mission || mission.agreement.hash !== body.terms) return;
    await this.keep(work, { ...mission, clientConfirmedAt: new Date(body.confirmedAt) }, 'confirm');
    await this.parts.record.fact(work, 'ClientConfirmed', mission.id, {});
  }

  /** We had reported the work as done, so it had begun as well. */
  async reported({ work, to }: Returned, body: BodyOf<'mission.report'>): Promise<void> {
    const { record } = this.parts;
    const mission = await this.shared(work, to, body.mission);
    if (!mission || !['formalities', 'active'].includes(mission.state)) return;
    await this.keep(work, { ...mission, state: 'completed' }, 'complete');
    if (!mission.member) return;
    await record.fact(work, 'MissionCompleted', mission.id, { days: Number(body.days), isGivenBack: true });
  }

  /** We had stood by their report, and so owe what follows from it. */
  async approved({ work, to }: Returned, body: BodyOf<'mission.approve'>): Promise<void> {
    const { record, peers } = this.parts;
    const mission = await this.shared(work, to, body.mission);
    if (!mission) return;
    await record.note(work, mission.id, { by: `node:${peers.me}`, what: 'approve-report', text: givenBack });
    await record.fact(work, 'MissionApproved', mission.id, {});
  }

  async cancelled({ work, to }: Returned, body: BodyOf<'mission.cancel'>): Promise<void> {
    const { record, links } = this.parts;
    const mission = await this.moved(work, to, body.mission, 'cancel', body.reason);
    if (!mission) return;
    await links.withdraw(work, mission.id);
    await this.keep(work, mission, 'cancel');
    if (mission.role === 'host' || mission.member) await record.fact(work, 'MissionCancelled', mission.id, {});
  }

  /** All words are back. A client whose link was forgotten gets another one, unless she had answered. */
  async complete(work: Work, peer: NodeId): Promise<void> {
    const { record, links } = this.parts;
    for (const mission of await record.store.withoutLink(work, peer)) await links.invite(work, mission);
  }

  private async keep(work: Work, mission: Mission, what: string): Promise<void> {
    await this.parts.record.keep(work, mission, { by: `node:${this.parts.peers.me}`, what, text: givenBack });
  }

  private async shared(work: Work, to: NodeId, id: string): Promise<Mission | null> {
    const mission = await this.parts.record.store.hold(work, id as MissionId);
    return mission && [mission.terms.home, mission.terms.host].includes(to) ? mission : null;
  }

  private async moved(
    work: Work,
    to: NodeId,
    id: string,
    name: Move,
    because: string | null = null,
  ): Promise<Mission | null> {
    const mission = await this.shared(work, to, id);
    const moved = mission && move(mission, name, because);
    return moved?.ok ? moved.value : null;
  }

  /**
   * A mission that was registered after the backup. The terms name the worker; when nobody of that name is known, it is
   * kept for people to see and nothing is paid by it.
   */
  private async forgotten(work: Work, terms: MissionTerms): Promise<Mission | null> {
    const { cooperative, clients, members, record, clock } = this.parts;
    const member = await members.named(work, terms.worker);
    const entity = member?.entity ?? (await cooperative.entities(work))[0]?.id;
    if (!entity) return null;
    const client = await clients.add(work, { ...terms.client, entity }, member?.id ?? null);
    if (!client.ok) return null;
    const mission: Mission = {
      id: terms.mission,
      role: 'home',
      entity,
      member: member?.id ?? null,
      client: client.value.id,
      state: 'branch_check',
      terms,
      agreement: { hash: hashOfTerms(terms), homeSignature: null, hostSignature: null },
      reason: null,
      clientConfirmedAt: null,
      registeredAt: clock.now(),
    };
    await record.store.add(work, mission);
    await record.store.takeNumber(work, yearOf(terms.first), Number(terms.reference.split('-').at(-1)));
    return mission;
  }
}
