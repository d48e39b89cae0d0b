import type { Work } from '@passerelle/doors';
import type { Cause } from '@passerelle/ledger';
import { Money, type MoneyText, currency } from '@passerelle/values';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import '../invoicing/invoicing.facts.js';
import type { Recovery } from './recovery.service.js';

type Followed = 'DayBegan' | 'ClientPaid' | 'CreditNoteIssued';

/** Days begin, on which clients are reminded; money and credit notes come for what was given up. */
export class RecoveryFollower extends Follower<Followed> {
  readonly name = 'recovery';
  readonly kinds = ['DayBegan', 'ClientPaid', 'CreditNoteIssued'] as const;

  constructor(private readonly recovery: Recovery) {
    super();
  }

  async follow(work: Work, { kind, body }: Fact<Followed>): Promise<void> {
    if (kind === 'DayBegan') return this.recovery.remind(work, body.date);
    const cause: Cause = kind === 'ClientPaid' ? `bank-line:${body.statementLine}` : `credit-note:${body.creditNote}`;
    await this.recovery.settle(work, { invoice: body.invoice, open: moneyOf(body.open), cause });
  }
}

function moneyOf({ amount, currency: code }: MoneyText): Money {
  const read = Money.parse(amount, currency(code));
  if (!read.ok) throw new Error(`a recorded fact holds no amount: ${read.refusal.detail}`);
  return read.value;
}
