import { inLanguage, type Language, publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../../inbox/inbox-item.js';
import { type Asker, InboxSource } from '../../inbox/inbox-source.js';
import { type Mission, nameOf } from '../../missions/mission.js';
import type { Missions } from '../../missions/missions.service.js';
import { inWordsOf } from './billing.words.js';
import type { HeldMission } from './held.js';
import type { HeldStore } from './held.store.js';

/** Finished missions whose invoice cannot be made. */
export class HeldInvoices extends InboxSource {
  override readonly kinds = ['invoice-held'] as const;

  constructor(
    private readonly store: HeldStore,
    private readonly missions: Missions,
  ) {
    super();
  }

  override async waiting(work: Work, { language }: Asker): Promise<readonly InboxItem[]> {
    const held = await this.store.all(work);
    const missions = await this.missions.several(
      work,
      held.map(({ mission }) => mission),
    );
    const missionOf = new Map(missions.map((mission) => [mission.id, mission]));
    return held.map((each) => itemOf(each, missionOf.get(each.mission)!, language));
  }
}

const itemOf = (held: HeldMission, mission: Mission, language: Language): InboxItem => ({
  kind: 'invoice-held',
  id: publicId('mis', mission.id),
  about: nameOf(mission),
  count: null,
  why: { code: held.reason, text: inLanguage(inWordsOf(held), language) },
  since: held.since,
  deadline: null,
  amount: mission.terms.price,
  page: `/staff/invoices/${publicId('mis', mission.id)}`,
});
