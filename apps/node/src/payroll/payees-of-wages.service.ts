import type { Work } from '@passerelle/doors';
import type { Members } from '../members/members.service.js';
import { type PayeeNow, PayeeSource } from '../payouts/payee-source.js';
import type { PayslipsStore } from './payslips.store.js';

/** Tells payment files which accounts wages go to. */
export class PayeesOfWages extends PayeeSource {
  override readonly of = 'payslip';
  override readonly purpose = 'SALA';

  constructor(
    private readonly store: PayslipsStore,
    private readonly members: Members,
  ) {
    super();
  }

  override async payees(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, PayeeNow>> {
    const slips = await this.store.payees(work, ids);
    const members = await this.members.several(
      work,
      slips.map(({ member }) => member),
    );
    const payeeOf = new Map(members.map(({ id, name, iban }) => [id, { name, iban }]));
    return new Map(
      slips.map(({ id, member, reference, month }) => [
        id,
        { to: payeeOf.get(member)!, text: reference === month ? month : `${reference} ${month}` },
      ]),
    );
  }
}
