import { publicId, type Work } from '@passerelle/doors';
import { sum } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { InboxItem } from '../inbox/inbox-item.js';
import { type Asker, InboxSource } from '../inbox/inbox-source.js';
import { type Payout, linesIn } from './payout.js';
import { type Payouts, type Waiting, sumOf } from './payouts.service.js';

/** What rooms have ordered goes to the bank the same day, by one person and then another: a wage that lies here is not paid. */
export class PayoutsToDecide extends InboxSource {
  override readonly kinds = ['payout-to-prepare', 'payout-to-approve'] as const;

  constructor(
    private readonly payouts: Payouts,
    private readonly cooperative: Cooperative,
  ) {
    super();
  }

  override async waiting(work: Work, { account: { email } }: Asker): Promise<readonly InboxItem[]> {
    const entities = await this.cooperative.entities(work);
    const entityOf = (id: string): LegalEntity => entities.find((entity) => entity.id === id)!;
    const waiting = await this.payouts.waiting(work);
    const prepared = await this.payouts.page(work, { after: null, limit: null, state: 'prepared' });
    return [
      ...waiting.map((group) => waitingItem(group, entityOf(group.entity))),
      ...prepared.filter(({ preparedBy }) => preparedBy !== email).map(preparedItem),
    ];
  }
}

function waitingItem({ transfers, currency }: Waiting, { id, name }: LegalEntity): InboxItem {
  const [oldest] = transfers.map(({ day }) => day).sort();
  const amounts = transfers.map(({ amount }) => amount);
  return {
    kind: 'payout-to-prepare',
    id: `${publicId('ent', id)} ${currency}`,
    about: name,
    count: transfers.length,
    why: null,
    since: oldest ?? null,
    deadline: oldest ?? null,
    amount: sum(amounts, currency),
    page: '/staff/payouts',
  };
}

const preparedItem = (payout: Payout): InboxItem => ({
  kind: 'payout-to-approve',
  id: publicId('pay', payout.id),
  about: payout.preparedBy,
  count: linesIn(payout).length,
  why: null,
  since: payout.preparedAt,
  deadline: payout.preparedAt,
  amount: sumOf(payout),
  page: `/staff/payouts/${publicId('pay', payout.id)}`,
});
