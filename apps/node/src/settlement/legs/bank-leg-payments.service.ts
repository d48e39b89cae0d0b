import type { Work } from '@passerelle/doors';
import type { Transaction } from '@passerelle/ledger';
import type { Money } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { BankLine, BankLineId } from '../../invoicing/bank/bank-line.js';
import type { Bank } from '../../invoicing/bank/bank.service.js';
import type { Transfers } from '../../invoicing/bank/transfers.service.js';
import { type KeptLeg, legCause } from './kept-leg.js';
import type { PayeeAccount } from '../obligations/pair.js';
import { LegPayments, type SeenLine } from './leg-payments.service.js';

/** The bank as invoicing knows it. */
export class BankLegPayments extends LegPayments {
  constructor(
    private readonly bank: Bank,
    private readonly transfers: Transfers,
  ) {
    super();
  }

  async cameIn(work: Work, entity: EntityId, reference: string): Promise<readonly SeenLine[]> {
    const lines = await this.bank.withReference(work, entity, reference);
    return lines.filter(({ amount, isReversal }) => amount.isPositive() && !isReversal).map(seen);
  }

  async wentOut(work: Work, entity: EntityId, reference: string): Promise<readonly SeenLine[]> {
    const lines = await this.bank.withReference(work, entity, reference);
    return lines.filter(({ amount, isReversal }) => amount.isNegative() && !isReversal).map(seen);
  }

  async ordered(work: Work, leg: KeptLeg): Promise<Money | null> {
    return (await this.transfers.causedBy(work, legCause(leg)))?.amount ?? null;
  }

  async order(
    work: Work,
    leg: KeptLeg,
    { name, iban, amount }: PayeeAccount & { readonly amount: Money },
    booking: Transaction,
  ): Promise<void> {
    const { id: reference, entity } = leg;
    await this.transfers.order(work, { entity, reference, to: { name, iban }, amount, cause: legCause(leg) }, booking);
  }

  async explain(work: Work, line: string, transaction: Transaction): Promise<boolean> {
    return (await this.bank.explain(work, line as BankLineId, transaction)).ok;
  }
}

const seen = ({ id, amount, explainedBy }: BankLine): SeenLine => ({
  id,
  amount: amount.isNegative() ? amount.negated() : amount,
  isExplained: explainedBy !== null,
});
