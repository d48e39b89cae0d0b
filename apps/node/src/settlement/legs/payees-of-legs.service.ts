import assert from 'node:assert/strict';
import type { Work } from '@passerelle/doors';
import { type PayeeNow, PayeeSource } from '../../payouts/payee-source.js';
import { currencyOf } from './kept-leg.js';
import type { LegsStore } from './legs-store.js';
import type { ObligationsStore } from '../obligations/obligations-store.js';
import { accountFor } from '../obligations/pair.js';

/** Tells payment files which accounts partners have named for what a cycle left to pay. */
export class PayeesOfLegs extends PayeeSource {
  override readonly of = 'leg';
  override readonly purpose = 'INTC';

  constructor(
    private readonly legs: LegsStore,
    private readonly pairs: ObligationsStore,
  ) {
    super();
  }

  override async payees(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, PayeeNow>> {
    const payees = new Map<string, PayeeNow>();
    for (const id of ids) {
      const leg = await this.legs.find(work, id);
      assert(leg, `leg ${id} is known`);
      const { account } = await this.pairs.pair(work, leg.peer);
      assert(account, `${leg.peer} has named an account before leg ${id} was ordered`);
      const { name, iban } = accountFor(account, currencyOf(leg));
      // The payee's program looks for the reference in the text as well.
      payees.set(id, { to: { name, iban }, text: id });
    }
    return payees;
  }
}
