import { Money, day, money } from '@passerelle/values';
import type { BankStatement, StatementEntry } from './bank-statement.js';
import { checkedNotice, checkedStatement } from './statement-check.js';

const account = { iban: 'SE3550000000054910000003', currency: 'SEK' } as const;

const movement = (amount: string, change: Partial<StatementEntry> = {}): StatementEntry => ({
  amount: money(amount, 'SEK'),
  bookingDate: day('2026-04-08'),
  valueDate: day('2026-04-08'),
  status: 'BOOK',
  isBooked: true,
  isReversal: false,
  bankReference: 'R1',
  endToEndId: null,
  remittance: { structured: [], unstructured: [] },
  counterparty: null,
  transactions: [],
  line: 9,
  ...change,
});

const statementOf = (opening: string | null, closing: string | null, entries: StatementEntry[]): BankStatement => ({
  id: 'S1',
  account: { iban: account.iban, number: account.iban, owner: null },
  currency: 'SEK',
  from: null,
  to: null,
  opening: opening === null ? null : { amount: money(opening, 'SEK'), date: null, line: 7 },
  closing: closing === null ? null : { amount: money(closing, 'SEK'), date: null, line: 8 },
  entries,
});

describe('a statement that is imported', () => {
  it('adds up: opening and what was booked make the closing balance, pending movements aside', () => {
    const pending = movement('999.00', { status: 'PDNG', isBooked: false });
    const answer = checkedStatement(statementOf('100.00', '75.50', [movement('-24.50'), pending]), account);
    expect(answer).toMatchObject({ ok: true, value: { booked: [{ amount: money('-24.50', 'SEK') }] } });
  });

  it('is refused with the difference when it does not', () => {
    expect(checkedStatement(statementOf('100.00', '75.51', [movement('-24.50')]), account)).toMatchObject({
      refusal: { kind: 'sums-differ', difference: money('0.01', 'SEK'), line: 8 },
    });
  });

  it('is refused without a balance, for another account and in another currency', () => {
    const refusal = (statement: BankStatement, to: Parameters<typeof checkedStatement>[1] = account) => {
      const answer = checkedStatement(statement, to);
      return answer.ok ? 'taken' : [answer.refusal.kind, answer.refusal.line];
    };
    const fine = statementOf('1.00', '1.00', []);
    expect(refusal(statementOf(null, '1.00', []))).toEqual(['missing-balance', 8]);
    expect(refusal(statementOf('1.00', null, []))).toEqual(['missing-balance', 7]);
    expect(refusal(statementOf(null, null, []))).toEqual(['missing-balance', null]);
    expect(refusal(fine, { ...account, iban: 'SE4550000000058398257466' })).toEqual(['wrong-account', null]);
    expect(refusal(fine, { ...account, currency: 'EUR' })).toEqual(['wrong-currency', null]);
    const mixed = { ...fine, closing: { amount: new Money(100n, 'EUR'), date: null, line: 8 } };
    expect(refusal(mixed)).toEqual(['wrong-currency', 8]);
  });
});

describe('a notice that is imported', () => {
  it('needs no balances, and tells of what is booked alone', () => {
    const notice = statementOf(null, null, [movement('10.00'), movement('9.00', { status: 'PDNG', isBooked: false })]);
    expect(checkedNotice(notice, account)).toMatchObject({
      ok: true,
      value: { booked: [{ amount: money('10.00', 'SEK') }] },
    });
    expect(checkedNotice(notice, { ...account, currency: 'EUR' })).toMatchObject({
      refusal: { kind: 'wrong-currency' },
    });
  });
});
