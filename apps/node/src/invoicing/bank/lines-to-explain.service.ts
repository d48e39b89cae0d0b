import { publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../../inbox/inbox-item.js';
import { InboxSource } from '../../inbox/inbox-source.js';
import type { BankLine } from './bank-line.js';
import type { BankStore } from './bank.store.js';

/** Lines of our statements that explain themselves by nothing we know. */
export class LinesToExplain extends InboxSource {
  override readonly kinds = ['bank-line', 'bank-debit'] as const;

  constructor(private readonly store: BankStore) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    return (await this.store.page(work, { after: null, limit: null, state: 'open' })).map(itemOf);
  }
}

/** Money that went out without an order is looked at the same day; money that came in can wait for a better moment. */
function itemOf({ id, counterparty, text, bookedOn, amount }: BankLine): InboxItem {
  const isDebit = amount.isNegative();
  return {
    kind: isDebit ? 'bank-debit' : 'bank-line',
    id: publicId('lin', id),
    about: counterparty.name ?? text,
    count: null,
    why: null,
    since: bookedOn,
    deadline: isDebit ? bookedOn : null,
    amount,
    page: `/staff/bank?line=${publicId('lin', id)}`,
  };
}
