import type { Work } from '@passerelle/doors';
import {
  type Account,
  type Balance,
  type Cause,
  type Transaction,
  type TransactionId,
  balances,
  kindOfAccount,
  mustBeTransaction,
  weightOf,
} from '@passerelle/ledger';
import { Money } from '@passerelle/values';
import { memoryOf } from '../database/memory.js';
import { type BookFinding, audit, repeats } from './audit.js';
import {
  type AccountOf,
  AlreadyBooked,
  type BalancesOf,
  type Booking,
  BooksStore,
  type TransactionsAfter,
} from './books.service.js';
import { type StatementLine, type StatementPage, keyOf } from './statement.js';

/** Books in memory, for the simulation; they refuse what the triggers of PostgreSQL refuse. */
export class MemoryBooksStore extends BooksStore {
  private readonly kept: Transaction[] = [];

  async insert(work: Work, transactions: readonly Transaction[]): Promise<void> {
    for (const transaction of transactions) {
      this.guard(transaction);
      this.kept.push(transaction);
      memoryOf(work).onRollback(() => this.kept.splice(this.kept.indexOf(transaction), 1));
    }
  }

  insertLater(work: Work, transaction: Transaction): Promise<void> {
    return this.insert(work, [transaction]);
  }

  async lock(_work: Work, id: TransactionId): Promise<Transaction | null> {
    return this.find(id) ?? null;
  }

  async resolutionOf(_work: Work, pending: TransactionId): Promise<Transaction | null> {
    return this.kept.find(({ resolves }) => resolves === pending) ?? null;
  }

  async booked(_work: Work, { entity, cause, kind }: Booking): Promise<Transaction | null> {
    return this.kept.find((each) => each.entity === entity && each.cause === cause && each.kind === kind) ?? null;
  }

  async causedBy(_work: Work, cause: Cause): Promise<Transaction[]> {
    return this.kept.filter((each) => each.cause === cause);
  }

  async around(_work: Work, account: Account, { after = '' as TransactionId, limit }: TransactionsAfter) {
    const touching = this.kept.filter(({ postings }) => postings.some((posting) => posting.account === account));
    const causes = new Set(touching.map(({ cause }) => cause));
    return this.kept
      .filter(({ id, cause }) => causes.has(cause) && id > after)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async balances(_work: Work, { entity, account, kind }: BalancesOf): Promise<Balance[]> {
    return balances(this.book(entity)).filter(
      (balance) =>
        (account === undefined || balance.account === account) &&
        (kind === undefined || kindOfAccount(balance.account) === kind),
    );
  }

  async statement(_work: Work, of: AccountOf, { after = '', limit }: StatementPage): Promise<StatementLine[]> {
    const unsummed = this.book(of.entity).flatMap((transaction) => linesOf(transaction, of));
    let balance = Money.zero(of.currency);
    return unsummed
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((line) => {
        balance = balance.plus(new Money(line.amount.minor * weightOf[line.phase].posted, of.currency));
        return { ...line, balance };
      })
      .filter(({ key }) => key > after)
      .slice(0, limit);
  }

  async findings(): Promise<BookFinding[]> {
    return audit(this.kept.map((each) => ({ ...each, lines: each.postings.length })));
  }

  private guard(transaction: Transaction): void {
    mustBeTransaction(transaction, transaction.postings);
    const { id, entity, cause, kind, resolves } = transaction;
    const isSame = (each: Transaction) =>
      each.id === id ||
      (each.entity === entity && each.cause === cause && each.kind === kind) ||
      (resolves !== null && each.resolves === resolves);
    if (this.kept.some(isSame)) throw new AlreadyBooked(`${kind} for ${cause} is in the books already`);
    if (resolves !== null && !repeats(transaction, this.find(resolves)))
      throw new Error(`transaction ${id} does not repeat the pending transaction ${resolves}`);
  }

  private find(id: TransactionId): Transaction | undefined {
    return this.kept.find((each) => each.id === id);
  }

  private book(entity: string): Transaction[] {
    return this.kept.filter((each) => each.entity === entity);
  }
}

const linesOf = (transaction: Transaction, { account, currency }: AccountOf): Omit<StatementLine, 'balance'>[] =>
  transaction.postings.flatMap((posting, index) => {
    if (posting.account !== account || posting.amount.currency !== currency) return [];
    const { id, day, kind, cause, text, phase } = transaction;
    const key = keyOf({ day, transaction: id, line: index + 1 });
    return [{ key, transaction: id, day, kind, cause, text, phase, amount: posting.amount }];
  });
