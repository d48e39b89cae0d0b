import type { Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Answer, Evidence, LinkRefusal } from './confirmation-link.js';
import type { ConfirmationLinks } from './confirmation-links.service.js';
import type { Mission } from './mission.js';
import type { MissionRefusal, Missions } from './missions.service.js';

export type ConfirmationRefusal = LinkRefusal | MissionRefusal | { readonly kind: 'no-reason-given' };

/** What a client does with a link. */
export class Confirmations {
  constructor(
    private readonly links: ConfirmationLinks,
    private readonly missions: Missions,
  ) {}

  /** The order behind a link that may still be answered, and until when. */
  async order(work: Work, token: string): Promise<Result<{ mission: Mission; until: Date }, LinkRefusal>> {
    const opened = await this.links.open(work, token);
    if (!opened.ok) return opened;
    const mission = await this.missions.mission(work, opened.value.mission as Mission['id']);
    return ok({ mission, until: opened.value.expiresAt });
  }

  /** The mission whose order was accepted with this link, or null: that client may read its invoice with it. */
  async acceptedWith(work: Work, token: string): Promise<Mission | null> {
    const id = await this.links.acceptedMission(work, token);
    return id && (await this.missions.mission(work, id));
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
    const id = opened.value.mission as Mission['id'];
    if (given.answer === 'accept') return this.missions.clientAccepted(work, id);
    if (given.answer === 'refuse') return this.missions.refuse(work, id, text, 'client');
    return this.missions.clientAsksChanges(work, id, text);
  }
}
