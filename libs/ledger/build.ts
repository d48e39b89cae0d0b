import { type Money, type Result, refuse } from '@passerelle/values';
import type { Account } from './account.js';
import {
  type Entry,
  type Posting,
  type Transaction,
  type TransactionRefusal,
  must,
  transactionOf,
} from './transaction.js';

/** An entry of which the postings are still being named. Each call gives a new draft; the old one stays as it was. */
export class Draft {
  constructor(
    private readonly entry: Entry & { readonly phase?: 'posted' | 'pending' },
    private readonly postings: readonly Posting[] = [],
    private readonly negative: Posting | null = null,
  ) {}

  /** Money comes to the account; the amount is positive. */
  debit(account: Account, amount: Money): Draft {
    return this.side(account, amount, amount);
  }

  /** Money leaves the account; the amount is positive. */
  credit(account: Account, amount: Money): Draft {
    return this.side(account, amount, amount.negated());
  }

  /** A debit that is left out when there is nothing to debit: the tax of an untaxed wage. */
  debitUnlessZero(account: Account, amount: Money): Draft {
    return amount.isZero() ? this : this.debit(account, amount);
  }

  creditUnlessZero(account: Account, amount: Money): Draft {
    return amount.isZero() ? this : this.credit(account, amount);
  }

  build(): Result<Transaction, TransactionRefusal> {
    return this.negative
      ? refuse({ kind: 'negative-amount', ...this.negative })
      : transactionOf(this.entry, this.postings);
  }

  /** The transaction where an imbalance is a bug: throws AssertionError with the reason. */
  mustBuild(): Transaction {
    return must(this.entry, this.build());
  }

  private side(account: Account, named: Money, signed: Money): Draft {
    const negative = this.negative ?? (named.isNegative() ? { account, amount: named } : null);
    return new Draft(this.entry, [...this.postings, { account, amount: signed }], negative);
  }
}

/** `transaction({ id, entity, day, kind, cause, text }).debit(bank, amount).credit(sales, amount).mustBuild()` */
export const transaction = (entry: Entry & { readonly phase?: 'posted' | 'pending' }): Draft => new Draft(entry);
