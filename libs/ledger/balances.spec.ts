import fc from 'fast-check';
import { type CurrencyCode, Money, day, money, sum } from '@passerelle/values';
import { account } from './account.js';
import { balanceOf, balances } from './balances.js';
import { transaction } from './build.js';
import { resolve, reverse } from './resolve.js';
import { type Entry, type Posting, type Transaction, mustBeTransaction } from './transaction.js';

const accounts = ['bank', 'sales', 'client:lille', 'due.to:be', 'fund'].map((text) => account(text));
const currencies: CurrencyCode[] = ['EUR', 'SEK', 'ISK'];

const entry = (id: string): Entry => ({
  id,
  entity: 'fr',
  day: day('2026-03-27'),
  kind: 'moved',
  cause: `fact:${id}`,
  text: 'Money moved',
});

const move = fc.record({
  from: fc.constantFrom(...accounts),
  to: fc.constantFrom(...accounts),
  currency: fc.constantFrom(...currencies),
  minor: fc.bigInt(1n, 10n ** 12n),
});

const posted = fc
  .record({ id: fc.uuid(), moves: fc.array(move, { minLength: 1, maxLength: 4 }) })
  .map(({ id, moves }) =>
    mustBeTransaction(
      entry(id),
      moves.flatMap(({ from, to, currency, minor }): Posting[] => [
        { account: to, amount: new Money(minor, currency) },
        { account: from, amount: new Money(-minor, currency) },
      ]),
    ),
  );

/** A transaction as it is, still pending, or pending and then resolved. */
const history = fc
  .tuple(posted, fc.uuid(), fc.constantFrom('posted', 'pending', 'post', 'void'))
  .map(([plain, id, fate]): Transaction[] => {
    if (fate === 'posted') return [plain];
    const pending = mustBeTransaction({ ...entry(plain.id), phase: 'pending' }, plain.postings);
    if (fate === 'pending') return [pending];
    const resolved = resolve(pending, null, fate === 'post' ? 'post' : 'void', entry(id));
    return resolved.ok ? [pending, resolved.value] : [];
  });

const book = fc.array(history, { maxLength: 12 }).map((histories) => histories.flat());

describe('balances', () => {
  it('sum to zero in each currency, posted and pending, whatever was booked', () => {
    fc.assert(
      fc.property(book, (transactions) => {
        for (const currency of currencies) {
          const mine = balances(transactions).filter((balance) => balance.currency === currency);
          expect(
            sum(
              mine.map(({ posted }) => posted),
              currency,
            ).isZero(),
          ).toBe(true);
          expect(
            sum(
              mine.map(({ pending }) => pending),
              currency,
            ).isZero(),
          ).toBe(true);
        }
      }),
    );
  });

  it('do not depend on the order of the transactions', () => {
    const shuffled = book.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(fc.property(shuffled, ([all, other]) => expect(balances(other)).toEqual(balances(all))));
  });

  it('are as before once a transaction is reversed', () => {
    fc.assert(
      fc.property(book, posted, fc.uuid(), (before, mistake, id) => {
        const answer = reverse(mistake, { id, day: day('2026-03-28'), text: 'A mistake' });
        expect(balances([...before, mistake, answer])).toEqual(balances(before));
      }),
    );
  });

  it('are those of one book', () => {
    const of = (entity: string) =>
      transaction({ ...entry('t1'), entity })
        .debit(accounts[0]!, money('1.00', 'EUR'))
        .credit(accounts[1]!, money('1.00', 'EUR'))
        .mustBuild();
    expect(() => balances([of('fr'), of('be')])).toThrow('balances are those of one book');
  });

  it('are zero for an account that was never posted to', () => {
    expect(balanceOf([], account('bank'), 'SEK')).toEqual({
      account: 'bank',
      currency: 'SEK',
      posted: money('0.00', 'SEK'),
      pending: money('0.00', 'SEK'),
    });
  });
});
