import type { Work } from '@passerelle/doors';
import type { InboxItem } from '../../inbox/inbox-item.js';
import { InboxSource } from '../../inbox/inbox-source.js';
import type { KeptPairSettlement } from './pair-settlement.js';
import type { PairSettlements } from './pair-settlements.service.js';

/** Partners that offer to settle directly what the last cycle left out, and wait for our answer. */
export class PairsToSettle extends InboxSource {
  override readonly kinds = ['pair-to-settle'] as const;

  constructor(private readonly settlements: PairSettlements) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    return (await this.settlements.unanswered(work)).map(itemOf);
  }
}

const itemOf = ({ cycle, peer }: KeptPairSettlement): InboxItem => ({
  kind: 'pair-to-settle',
  id: `${cycle}:${peer}`,
  about: `${peer} · ${cycle}`,
  count: null,
  why: null,
  since: null,
  deadline: null,
  amount: null,
  page: '/staff/partners',
});
