import { publicId, type Work } from '@passerelle/doors';
import type { ObligationState } from '@passerelle/settlement';
import type { PlainDate } from '@passerelle/values';
import type { InboxItem } from '../../inbox/inbox-item.js';
import { InboxSource } from '../../inbox/inbox-source.js';
import { type Mission, homeIncome, nameOf } from '../../missions/mission.js';
import type { Missions } from '../../missions/missions.service.js';
import { type KeptObligation, amountIn } from './obligation.js';
import type { Blocked } from './obligations-store.js';
import type { Obligations } from './obligations.service.js';

/** Debts between branches that wait for our word, and what is owed for missions and cannot be proposed. */
export class ObligationsToDecide extends InboxSource {
  override readonly kinds = ['obligation-proposed', 'obligation-disputed', 'obligation-blocked'] as const;

  constructor(
    private readonly obligations: Obligations,
    private readonly missions: Missions,
  ) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    const inState = (state: ObligationState): Promise<readonly KeptObligation[]> =>
      this.obligations.page(work, { after: null, limit: null, peer: null, state });
    const proposed = (await inState('proposed')).filter(({ obligation, peer }) => obligation.proposer === peer);
    const kept = [...proposed, ...(await inState('held'))].map(itemOf);
    return [...kept, ...(await this.blocked(work))];
  }

  private async blocked(work: Work): Promise<readonly InboxItem[]> {
    const blocked = await this.obligations.blocked(work);
    const missions = await this.missions.several(
      work,
      blocked.map(({ mission }) => mission),
    );
    const missionOf = new Map(missions.map((mission) => [mission.id, mission]));
    return blocked.flatMap((each) => {
      const mission = missionOf.get(each.mission);
      return mission ? [blockedItem(each, mission)] : [];
    });
  }
}

/** What another branch proposes waits for our word; what is disputed waits for an outcome. */
function itemOf(kept: KeptObligation): InboxItem {
  const { debtor, creditor, text, due } = kept.obligation.terms;
  const isDisputed = kept.obligation.state === 'held';
  return {
    kind: isDisputed ? 'obligation-disputed' : 'obligation-proposed',
    id: publicId('obl', kept.id),
    about: [`${debtor} → ${creditor}`, text].filter((part) => part !== '').join(' · '),
    count: null,
    why: isDisputed && kept.code !== null && kept.evidence ? { code: kept.code, text: kept.evidence } : null,
    since: kept.proposedAt,
    deadline: due as PlainDate,
    amount: amountIn(kept),
    page: `/staff/obligations/${publicId('obl', kept.id)}`,
  };
}

const blockedItem = ({ code, detail }: Blocked, mission: Mission): InboxItem => ({
  kind: 'obligation-blocked',
  id: publicId('mis', mission.id),
  about: `${mission.terms.host} → ${mission.terms.home} · ${nameOf(mission)}`,
  count: null,
  why: detail === '' ? null : { code, text: detail },
  since: null,
  deadline: null,
  amount: homeIncome(mission.terms),
  page: '/staff/partners',
});
