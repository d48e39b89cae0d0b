import type { Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Answer, Evidence, LinkId, LinkRefusal } from './confirmation-link.js';
import type { ConfirmationLinks } from './confirmation-links.service.js';
import type { LinkRow } from './confirmation-links.store.js';
import type { Mission, MissionId } from './mission.js';
import type { MissionRefusal, Missions } from './missions.service.js';

export type ConfirmationRefusal = LinkRefusal | MissionRefusal | { readonly kind: 'no-reason-given' };

/** An order and the link behind which it stands. */
export interface LinkedOrder {
  readonly mission: Mission;
  readonly link: LinkRow;
}

/** What a client does with a link. */
export class Confirmations {
  constructor(
    private readonly links: ConfirmationLinks,
    private readonly missions: Missions,
  ) {}

  /** The order behind a link that may still be answered. */
  async order(work: Work, token: string): Promise<Result<LinkedOrder, LinkRefusal>> {
    const opened = await this.links.open(work, token);
    return opened.ok ? ok(await this.withOrder(work, opened.value)) : opened;
  }

  /** The order that was accepted with this link, or null: that client may read it again, and its invoice. */
  async acceptedWith(work: Work, token: string): Promise<LinkedOrder | null> {
    const link = await this.links.acceptedWith(work, token);
    return link && this.withOrder(work, link);
  }

  /** The order of a mission with the link that accepted it; null while there is none, and where another node has it. */
  async accepted(work: Work, mission: MissionId): Promise<LinkedOrder | null> {
    const link = await this.links.accepted(work, mission);
    return link && this.withOrder(work, link);
  }

  async linked(work: Work, id: LinkId): Promise<LinkedOrder | null> {
    const link = await this.links.link(work, id);
    return link && this.withOrder(work, link);
  }

  /**
   * Sends a new link to the address of the order when it still waits for an answer. Whoever asks learns nothing: neither
   * whether the old link was one of ours, nor the address.
   */
  async askAgain(work: Work, token: string): Promise<void> {
    const id = await this.links.missionOf(work, token);
    const mission = id && (await this.missions.hold(work, id));
    if (mission?.state === 'client_confirmation') await this.links.inviteAgain(work, mission);
  }

  /** The language of the client a link was made for, also when it no longer works. */
  async languageOf(work: Work, token: string): Promise<Mission['terms']['client']['language'] | null> {
    const id = await this.links.missionOf(work, token);
    return id && (await this.missions.mission(work, id)).terms.client.language;
  }

  /** Takes the one answer of a link, together with what follows from it. */
  async answer(
    work: Work,
    token: string,
    given: { readonly answer: Answer; readonly text: string | null; readonly evidence: Evidence },
  ): Promise<Result<Mission, ConfirmationRefusal>> {
    const opened = await this.links.open(work, token);
    if (!opened.ok) return opened;
    const text = given.text?.trim() ?? '';
    if (given.answer !== 'accept' && text === '') return refuse({ kind: 'no-reason-given' });
    await this.links.answered(work, opened.value, { ...given, text: text === '' ? null : text });
    const id = opened.value.mission;
    if (given.answer === 'accept') return this.accept(work, id, token);
    if (given.answer === 'refuse') return this.missions.refuse(work, id, text, 'client');
    return this.missions.clientAsksChanges(work, id, text);
  }

  private async accept(work: Work, id: MissionId, token: string): Promise<Result<Mission, MissionRefusal>> {
    const accepted = await this.missions.clientAccepted(work, id);
    if (accepted.ok) await this.links.confirm(work, accepted.value, token);
    return accepted;
  }

  private async withOrder(work: Work, link: LinkRow): Promise<LinkedOrder> {
    return { mission: await this.missions.mission(work, link.mission), link };
  }
}
