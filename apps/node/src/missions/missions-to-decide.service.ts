import { type Clock, publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../inbox/inbox-item.js';
import { type Asker, InboxSource } from '../inbox/inbox-source.js';
import type { ConfirmationLinksStore, ExpiredLink } from './confirmation-links.store.js';
import type { Mission } from './mission.js';
import type { MissionsStore } from './missions.store.js';

const kinds = [
  'mission-to-approve',
  'mission-to-accept',
  'mission-to-amend',
  'client-silent',
  'work-to-report',
] as const;

type Waits = Pick<InboxItem, 'kind' | 'since' | 'deadline'>;

/** Missions that go no further without a word of this branch. */
export class MissionsToDecide extends InboxSource {
  override readonly kinds = kinds;

  constructor(
    private readonly store: MissionsStore,
    private readonly links: ConfirmationLinksStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async waiting(work: Work, { today }: Asker): Promise<readonly InboxItem[]> {
    const links = await this.links.expired(work, this.clock.now());
    const silent = new Map(links.map((link) => [link.mission, link]));
    const missions = await this.store.toDecide(work, today, [...silent.keys()]);
    return missions.map((mission) => itemOf(mission, waitsFor(mission, silent.get(mission.id))));
  }
}

/** Work that has begun to wait is most urgent by its first day; what is over, by its last. */
function waitsFor({ state, terms, registeredAt: since }: Mission, link: ExpiredLink | undefined): Waits {
  const { first: deadline, last } = terms;
  if (link) return { kind: 'client-silent', since: link.expiresAt, deadline };
  switch (state) {
    case 'branch_check':
      return { kind: 'mission-to-approve', since, deadline };
    case 'offered':
      return { kind: 'mission-to-accept', since, deadline };
    case 'changes_requested':
      return { kind: 'mission-to-amend', since, deadline };
    default:
      return { kind: 'work-to-report', since: last, deadline: last };
  }
}

const itemOf = ({ id, terms, reason }: Mission, waits: Waits): InboxItem => ({
  ...waits,
  id: publicId('mis', id),
  about: `${terms.work} · ${terms.worker.name} · ${terms.client.name}`,
  count: null,
  why: reason === null ? null : { code: waits.kind, text: reason },
  amount: terms.price,
  page: `/staff/missions/${publicId('mis', id)}`,
});
