import { inLanguage, publicId, type Language, type Work } from '@passerelle/doors';
import type { InboxItem } from '../inbox/inbox-item.js';
import { type Asker, InboxSource } from '../inbox/inbox-source.js';
import { type Mission, nameOf } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import type { FormalitiesStore } from './formalities.store.js';
import type { Gate } from './gate.js';

/** Missions that stand before a gate at which somebody of this branch has to act; the nearest gate speaks for each. */
export class FormalitiesToDecide extends InboxSource {
  override readonly kinds = ['formality'] as const;

  constructor(
    private readonly missions: Missions,
    private readonly store: FormalitiesStore,
  ) {
    super();
  }

  override async waiting(work: Work, { language }: Asker): Promise<readonly InboxItem[]> {
    const missions = (await this.missions.inState(work, 'formalities')).filter(({ role }) => role !== 'host');
    const gates = await this.store.gatesOf(work, missions);
    return missions.flatMap((mission) => {
      const nearest = nearestOf(gates.get(mission.id) ?? []);
      return nearest ? [itemOf(mission, nearest, language)] : [];
    });
  }
}

/** The fund looks by itself; at every other gate somebody asks, records or answers for it. */
function nearestOf(gates: readonly Gate[]): Gate | undefined {
  const open = gates.filter(({ state, owner }) => state === 'refused' || (state === 'open' && owner !== 'fund'));
  return open.sort((one, other) => (dueOf(one) < dueOf(other) ? -1 : 1))[0];
}

const dueOf = ({ due }: Gate): string => due ?? '';

function itemOf(mission: Mission, { name, due, reasons }: Gate, language: Language): InboxItem {
  const { id, terms, clientConfirmedAt, registeredAt } = mission;
  const [reason] = reasons;
  return {
    kind: 'formality',
    id: publicId('mis', id),
    about: nameOf(mission),
    count: null,
    why: reason ? { code: name, text: inLanguage(reason, language) } : null,
    since: clientConfirmedAt ?? registeredAt,
    deadline: due ?? terms.first,
    amount: terms.price,
    page: `/staff/missions/${publicId('mis', id)}`,
  };
}
