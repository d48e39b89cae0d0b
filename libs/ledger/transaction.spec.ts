import { day, money } from '@passerelle/values';
import { account } from './account.js';
import { transaction } from './build.js';
import { type Entry, transactionOf } from './transaction.js';

const bank = account('bank');
const sales = account('sales');
const lille = account('client', 'lille');
const eur = (amount: string) => money(amount, 'EUR');

const entry: Entry = {
  id: '0198f3c2-7a10-7cc3-98c4-dc0c0c07398f',
  entity: 'fr',
  day: day('2026-03-27'),
  kind: 'invoice-issued',
  cause: 'invoice:2026-001',
  text: 'Invoice 2026-001 to Théâtre de Lille',
};

describe('a transaction', () => {
  it('is built when debits equal credits', () => {
    const built = transaction(entry)
      .debit(lille, eur('1200.00'))
      .credit(sales, eur('1000.00'))
      .credit(account('vat.output'), eur('200.00'))
      .mustBuild();
    expect(built).toMatchObject({ ...entry, phase: 'posted', resolves: null });
    expect(built.postings.map(({ amount }) => amount.minor)).toEqual([120000n, -100000n, -20000n]);
  });

  it('is refused with the currency and the difference when they do not', () => {
    const draft = transaction(entry).debit(lille, eur('1200.00')).credit(sales, eur('1199.99'));
    expect(draft.build()).toEqual({
      ok: false,
      refusal: { kind: 'unbalanced', currency: 'EUR', difference: eur('0.01') },
    });
    expect(() => draft.mustBuild()).toThrow(
      'invoice-issued for invoice:2026-001: debits and credits differ by 0.01 EUR',
    );
  });

  it('balances in each currency by itself, so crowns never pay for euros', () => {
    const draft = transaction(entry).debit(bank, money('100.00', 'SEK')).credit(sales, eur('100.00'));
    expect(draft.build()).toEqual({
      ok: false,
      refusal: { kind: 'unbalanced', currency: 'SEK', difference: money('100.00', 'SEK') },
    });
    expect(draft.debit(bank, eur('100.00')).credit(sales, money('100.00', 'SEK')).build().ok).toBe(true);
  });

  it('has at least two postings', () => {
    expect(transaction(entry).build()).toEqual({ ok: false, refusal: { kind: 'too-few-postings', count: 0 } });
    expect(transactionOf(entry, [{ account: bank, amount: eur('1.00') }])).toEqual({
      ok: false,
      refusal: { kind: 'too-few-postings', count: 1 },
    });
  });

  it('has no posting of zero, unless the caller asks to leave zeros out', () => {
    const draft = transaction(entry).debit(bank, eur('5.00')).credit(sales, eur('5.00'));
    expect(draft.credit(account('tax.payable'), eur('0.00')).build()).toEqual({
      ok: false,
      refusal: { kind: 'zero-posting', account: 'tax.payable' },
    });
    const without = draft.creditUnlessZero(account('tax.payable'), eur('0.00')).debitUnlessZero(lille, eur('0.00'));
    expect(without.mustBuild().postings).toHaveLength(2);
  });

  it('does not take a negative debit for a credit', () => {
    expect(transaction(entry).debit(bank, eur('-5.00')).credit(sales, eur('-5.00')).build()).toEqual({
      ok: false,
      refusal: { kind: 'negative-amount', account: 'bank', amount: eur('-5.00') },
    });
  });

  it('has a cause', () => {
    const without = { ...entry, cause: ':' as const };
    const draft = transaction(without).debit(bank, eur('5.00')).credit(sales, eur('5.00'));
    expect(draft.build()).toEqual({ ok: false, refusal: { kind: 'no-cause', cause: ':' } });
  });

  it('names a pending transaction exactly when it posts or voids one', () => {
    const postings = [
      { account: bank, amount: eur('5.00') },
      { account: sales, amount: eur('-5.00') },
    ];
    const refusalOf = (phase: 'posted' | 'post', resolves: string | null) =>
      transactionOf({ ...entry, phase, resolves }, postings);
    expect(refusalOf('post', null)).toEqual({ ok: false, refusal: { kind: 'nothing-to-resolve', phase: 'post' } });
    expect(refusalOf('posted', entry.id)).toEqual({
      ok: false,
      refusal: { kind: 'nothing-to-resolve', phase: 'posted' },
    });
    expect(refusalOf('post', entry.id).ok).toBe(true);
  });

  it('keeps a draft unchanged when another one goes on from it', () => {
    const start = transaction(entry).debit(bank, eur('5.00'));
    start.credit(lille, eur('5.00'));
    expect(
      start
        .credit(sales, eur('5.00'))
        .mustBuild()
        .postings.map((posting) => posting.account),
    ).toEqual([bank, sales]);
  });
});
