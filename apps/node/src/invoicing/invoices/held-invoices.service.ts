import { publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../../inbox/inbox-item.js';
import { InboxSource } from '../../inbox/inbox-source.js';
import { type Mission, nameOf } from '../../missions/mission.js';
import type { Missions } from '../../missions/missions.service.js';
import type { HeldMission, HeldStore } from './held.store.js';

/** Finished missions whose invoice cannot be made. */
export class HeldInvoices extends InboxSource {
  override readonly kinds = ['invoice-held'] as const;

  constructor(
    private readonly store: HeldStore,
    private readonly missions: Missions,
  ) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    const held = await this.store.all(work);
    const missions = await this.missions.several(
      work,
      held.map(({ mission }) => mission),
    );
    const missionOf = new Map(missions.map((mission) => [mission.id, mission]));
    return held.map((each) => itemOf(each, missionOf.get(each.mission)!));
  }
}

const itemOf = ({ since, reason, detail }: HeldMission, mission: Mission): InboxItem => ({
  kind: 'invoice-held',
  id: publicId('mis', mission.id),
  about: nameOf(mission),
  count: null,
  why: { code: reason, text: detail },
  since,
  deadline: null,
  amount: mission.terms.price,
  page: `/staff/invoices/${publicId('mis', mission.id)}`,
});
