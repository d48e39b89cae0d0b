import type { Work } from '@passerelle/doors';
import {
  type Account,
  type Balance,
  type Cause,
  type Entry,
  type Outcome,
  type ResolveRefusal,
  type Transaction,
  type TransactionId,
  balanceOf,
  resolve,
} from '@passerelle/ledger';
import { type CurrencyCode, type Result, refuse } from '@passerelle/values';
import type { BookFinding } from './audit.js';
import type { StatementLine, StatementPage } from './statement.js';

/** Where transactions are kept. They are only added. */
export abstract class BooksStore {
  /** Adds transactions with their postings. Throws `AlreadyBooked` when one of them is in the books already. */
  abstract insert(work: Work, transactions: readonly Transaction[]): Promise<void>;
  /** Adds a transaction at the latest before this work is committed; what is asked of the books meanwhile knows it. */
  abstract insertLater(work: Work, transaction: Transaction): Promise<void>;
  /** A transaction, which nobody else can resolve before the end of this work; null when there is none. */
  abstract lock(work: Work, id: TransactionId): Promise<Transaction | null>;
  abstract resolutionOf(work: Work, pending: TransactionId): Promise<Transaction | null>;
  abstract booked(work: Work, booking: Booking): Promise<Transaction | null>;
  abstract causedBy(work: Work, cause: Cause): Promise<Transaction[]>;
  abstract around(work: Work, account: Account, page: TransactionsAfter): Promise<Transaction[]>;
  abstract balances(work: Work, of: BalancesOf): Promise<Balance[]>;
  abstract statement(work: Work, of: AccountOf, page: StatementPage): Promise<StatementLine[]>;
  abstract findings(work: Work): Promise<BookFinding[]>;
}

/** What makes a transaction unique: a book takes the same cause under the same kind once. */
export type Booking = Pick<Entry, 'entity' | 'cause' | 'kind'>;

export interface AccountOf {
  readonly entity: string;
  readonly account: Account;
  readonly currency: CurrencyCode;
}

/** A whole book, or of it one account, or all accounts of a kind: `client` for `client:lille`, `client:lyon` … */
export interface BalancesOf {
  readonly entity: string;
  readonly account?: Account;
  readonly kind?: string;
}

/** A page of transactions by id. */
export interface TransactionsAfter {
  readonly after?: TransactionId | undefined;
  readonly limit: number;
}

/** The same transaction, or the same cause under the same kind, is in the books, or the pending one is resolved. */
export class AlreadyBooked extends Error {
  override readonly name = 'AlreadyBooked';
}

/** The books of the legal entities of this node. Balances are always derived from postings. */
export class Books {
  constructor(private readonly store: BooksStore) {}

  /** Adds the transaction in this work. Throws `AlreadyBooked`; use `booked` where a repeat is expected. */
  post(work: Work, transaction: Transaction): Promise<void> {
    return this.store.insert(work, [transaction]);
  }

  /** As `post`, together with others of this work: with a repeat it is the commit that fails. */
  postLater(work: Work, transaction: Transaction): Promise<void> {
    return this.store.insertLater(work, transaction);
  }

  /** Adds many transactions, all or none. */
  postAll(work: Work, transactions: readonly Transaction[]): Promise<void> {
    return transactions.length === 0 ? Promise.resolve() : this.store.insert(work, transactions);
  }

  /** Posts or voids a pending transaction, once. */
  async resolve(
    work: Work,
    pending: TransactionId,
    outcome: Outcome,
    entry: Omit<Entry, 'entity'>,
  ): Promise<Result<Transaction, ResolveRefusal | { readonly kind: 'unknown-transaction'; readonly id: string }>> {
    const found = await this.store.lock(work, pending);
    if (!found) return refuse({ kind: 'unknown-transaction', id: pending });
    const decided = resolve(found, await this.store.resolutionOf(work, pending), outcome, entry);
    if (decided.ok) await this.store.insert(work, [decided.value]);
    return decided;
  }

  /** The transaction that a book already has for this cause under this kind, or null. */
  booked(work: Work, booking: Booking): Promise<Transaction | null> {
    return this.store.booked(work, booking);
  }

  /** Everything booked for a cause, in every book of this node, in the order in which it was recorded. */
  postingsOf(work: Work, cause: Cause): Promise<Transaction[]> {
    return this.store.causedBy(work, cause);
  }

  /**
   * Everything booked for whatever touched an account, in every book of this node, by id and so oldest first: with the
   * clearing account of a cycle, its debts from the day they were agreed to the last payment.
   */
  around(work: Work, account: Account, page: TransactionsAfter): Promise<Transaction[]> {
    return this.store.around(work, account, page);
  }

  /** What an account holds, posted and pending; zero where nothing was ever booked. */
  async balance(work: Work, entity: string, account: Account, currency: CurrencyCode): Promise<Balance> {
    return balanceOf(await this.store.balances(work, { entity, account }), account, currency);
  }

  /** The balances of a book, or of its accounts of one kind, by account and currency, without those that are zero. */
  balances(work: Work, entity: string, kind?: string): Promise<Balance[]> {
    return this.store.balances(work, kind === undefined ? { entity } : { entity, kind });
  }

  /** The lines of an account by day, oldest first, each with the posted balance after it. */
  statement(work: Work, of: AccountOf, page: StatementPage): Promise<StatementLine[]> {
    return this.store.statement(work, of, page);
  }

  /** Asks the books themselves whether all is well. An empty list says yes. */
  check(work: Work): Promise<BookFinding[]> {
    return this.store.findings(work);
  }
}
