import type { Work } from '@passerelle/doors';
import type { Members } from '../members/members.service.js';
import { type PayeeNow, PayeeSource } from '../payouts/payee-source.js';
import type { ExpensesStore } from './expenses.store.js';

/** Tells payment files which accounts refunds go to. */
export class PayeesOfExpenses extends PayeeSource {
  override readonly of = 'expense';
  override readonly purpose = 'SUPP';

  constructor(
    private readonly store: ExpensesStore,
    private readonly members: Members,
  ) {
    super();
  }

  override async payees(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, PayeeNow>> {
    const expenses = await this.store.several(work, ids);
    const members = await this.members.several(
      work,
      expenses.map(({ member }) => member),
    );
    const payeeOf = new Map(members.map(({ id, name, iban }) => [id, { name, iban }]));
    return new Map(
      expenses.map(({ id, member, form }) => [id, { to: payeeOf.get(member)!, text: form.purpose ?? id }] as const),
    );
  }
}
