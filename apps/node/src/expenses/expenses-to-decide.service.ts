import { publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../inbox/inbox-item.js';
import { type Asker, InboxSource } from '../inbox/inbox-source.js';
import type { Members } from '../members/members.service.js';
import type { Expense } from './expense.js';
import type { ExpensesStore } from './expenses.store.js';

/** What workers claim, until somebody else than herself has approved it and it is paid back. */
export class ExpensesToDecide extends InboxSource {
  override readonly kinds = ['expense-to-approve', 'expense-to-pay'] as const;

  constructor(
    private readonly store: ExpensesStore,
    private readonly members: Members,
  ) {
    super();
  }

  override async waiting(work: Work, { account: { subject } }: Asker): Promise<readonly InboxItem[]> {
    const expenses = (await this.store.toDecide(work)).filter(
      ({ state, member }) => state === 'approved' || member !== subject,
    );
    const members = await this.members.several(work, [...new Set(expenses.map(({ member }) => member))]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return expenses.map((expense) => itemOf(expense, names.get(expense.member)!));
  }
}

const itemOf = ({ id, state, form, claim, madeAt, submittedAt, decision }: Expense, worker: string): InboxItem => ({
  kind: state === 'approved' ? 'expense-to-pay' : 'expense-to-approve',
  id: publicId('exp', id),
  about: form.purpose === undefined ? worker : `${form.purpose} · ${worker}`,
  count: null,
  why: null,
  since: decision?.at ?? submittedAt ?? madeAt,
  deadline: null,
  amount: claim?.refund ?? null,
  page: `/staff/expenses/${publicId('exp', id)}`,
});
