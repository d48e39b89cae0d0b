import { money } from '@passerelle/values';
import type { Client, ClientId } from '../../clients/client.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { BankLine, BankLineId } from './bank-line.js';
import {
  type Debit,
  type DebitKind,
  type Explanation,
  accountOf,
  claimOf,
  comesBack,
  debitKinds,
  explain,
  unexplained,
} from './debit.js';

const eur = (amount: string) => money(amount, 'EUR');
const entity = 'brussels' as EntityId;
const lille = 'lille' as ClientId;

const line = (amount: string, change: Partial<BankLine> = {}) =>
  ({ id: 'line' as BankLineId, entity, amount: eur(amount), explainedBy: null, ...change }) as BankLine;
const said = (kind: DebitKind, client: ClientId | null = null): Explanation => ({
  kind,
  client,
  text: 'As the bank wrote',
  by: 'finance',
  at: new Date('2026-04-09T10:00:00Z'),
});
const returned = (amount: string) => ({ line: 'credit' as BankLineId, amount: eur(amount) });
const claimed = (...amounts: string[]): Debit => ({
  explanations: [said('claimed-back')],
  returns: amounts.map(returned),
});
const explained = (amount: string) => line(amount, { explainedBy: 'booked' as BankLine['explainedBy'] });
const creditor = (credit: string, of: EntityId = entity) => ({
  client: { id: lille, entity: of } as Client,
  credit: eur(credit),
});
const answer = (result: ReturnType<typeof explain> | ReturnType<typeof comesBack>) =>
  result.ok ? result.value.toString() : result.refusal.kind;

describe('what a person says of a debit', () => {
  it.each(debitKinds.filter((kind) => kind !== 'client-refund'))('speaks of all of it when it is %s', (kind) => {
    expect(answer(explain(line('-50.00'), unexplained, said(kind), null))).toBe('50.00 EUR');
  });

  it('is booked on an account of its own for each kind', () => {
    const accounts = debitKinds.map((kind) => accountOf(line('-50.00'), said(kind, lille)));
    expect(accounts).toEqual([
      'bank.fees',
      'interest',
      'tax.payable',
      'social.payable',
      'vat.paid',
      'purchases',
      'bank.other',
      'client.credit:lille',
      'bank.claim:line',
    ]);
  });

  it('is refused of money that came in, and of what is explained', () => {
    expect(answer(explain(line('50.00'), unexplained, said('interest'), null))).toBe('not-money-out');
    expect(answer(explain(explained('-50.00'), unexplained, said('interest'), null))).toBe('debit-explained');
  });

  it('is a refund only up to what the client has with the same entity', () => {
    const refund = (from: ReturnType<typeof creditor> | null) =>
      answer(explain(line('-50.00'), unexplained, said('client-refund', lille), from));
    expect([
      refund(creditor('50.00')),
      refund(creditor('49.99')),
      refund(creditor('50.00', 'paris' as EntityId)),
      refund(null),
    ]).toEqual(['50.00 EUR', 'more-than-credit', 'client-of-another-entity', 'no-client']);
  });
});

describe('a debit that is claimed back', () => {
  it('is owed by the bank until all of it came back', () => {
    const open = (...amounts: string[]) => claimOf(explained('-50.00'), claimed(...amounts)).toString();
    expect([open(), open('20.00'), open('20.00', '30.00')]).toEqual(['50.00 EUR', '30.00 EUR', '0.00 EUR']);
    expect(claimOf(line('-50.00'), unexplained).isZero()).toBe(true);
  });

  it('is explained once more, of what is left, and not claimed twice', () => {
    const again = (kind: DebitKind, debit: Debit) => answer(explain(explained('-50.00'), debit, said(kind), null));
    expect(again('purchase', claimed('20.00'))).toBe('30.00 EUR');
    expect(again('claimed-back', claimed())).toBe('claimed-already');
    expect(again('purchase', claimed('50.00'))).toBe('debit-explained');
    expect(again('interest', { explanations: [said('claimed-back'), said('purchase')], returns: [] })).toBe(
      'debit-explained',
    );
  });

  it('comes back in one line or several, and never more than is owed', () => {
    const back = (amount: string, debit: Debit, change: Partial<BankLine> = {}) =>
      answer(comesBack(line(amount, change), explained('-50.00'), debit));
    expect(back('50.00', claimed())).toBe('50.00 EUR');
    expect(back('20.00', claimed('20.00'))).toBe('20.00 EUR');
    expect(back('40.00', claimed('20.00'))).toBe('more-than-claimed');
    expect(back('20.00', claimed('50.00'))).toBe('not-claimed');
    expect(back('20.00', unexplained)).toBe('not-claimed');
    expect(back('-20.00', claimed())).toBe('not-money-in');
    expect(back('20.00', claimed(), { entity: 'paris' as EntityId })).toBe('claim-of-another-entity');
  });
});
