import type { StatementEntry, StatementTransaction } from '@passerelle/formats';
import { day, money } from '@passerelle/values';
import type { AccountHolder, EntityId } from '../../cooperative/legal-entity.js';
import { type MovementPlace, Twins, movementsOf } from './movement.js';

const holder = { id: 'e1' as EntityId, iban: 'BE68539007547034', isFirstAccount: true } as AccountHolder;

const entry: StatementEntry = {
  amount: money('200.00', 'EUR'),
  bookingDate: day('2026-03-27'),
  valueDate: day('2026-03-28'),
  status: 'BOOK',
  isBooked: true,
  isReversal: false,
  bankReference: 'B-1',
  transactions: [],
  line: 12,
  endToEndId: null,
  remittance: { structured: [], unstructured: ['Deux concerts'] },
  counterparty: { name: 'Théâtre de Lille', iban: 'FR7630006000011234567890189' },
};

const read = (changed: Partial<StatementEntry> = {}, place: Partial<MovementPlace> = {}) =>
  movementsOf({
    entry: { ...entry, ...changed },
    bookedOn: day('2026-03-27'),
    entity: holder,
    twins: new Twins(),
    ...place,
  });
const identityOf = (...given: Parameters<typeof read>): string => read(...given)[0]!.identity;

const payment = (amount: string, bankReference: string | null = null): StatementTransaction => ({
  amount: money(amount, 'EUR'),
  bankReference,
  endToEndId: null,
  remittance: { structured: [], unstructured: [] },
  counterparty: null,
});

describe('a movement of an account', () => {
  it('is known again in another file that says the same of it', () => {
    expect(identityOf()).toBe(identityOf());
    expect(identityOf()).toBe(identityOf({ remittance: { structured: [], unstructured: ['said otherwise'] } }));
  });

  it.each<[string, Parameters<typeof read>]>([
    ['reference of the bank', [{ bankReference: 'B-2' }]],
    ['amount', [{ amount: money('200.01', 'EUR') }]],
    ['sign', [{ amount: money('-200.00', 'EUR') }]],
    ['day', [{}, { bookedOn: day('2026-03-30') }]],
    ['account beside the first one', [{}, { entity: { ...holder, isFirstAccount: false } }]],
  ])('is another one by its %s', (_what, given) => {
    expect(identityOf(...given)).not.toBe(identityOf());
  });

  it.each<[string, Partial<StatementEntry>]>([
    ['text', { remittance: { structured: [], unstructured: ['Trois concerts'] } }],
    ['number of the payer', { endToEndId: 'E-7' }],
    ['payer', { counterparty: { name: 'Théâtre de Lyon', iban: null } }],
  ])('that the bank gives no reference is another one by its %s', (_what, changed) => {
    expect(identityOf({ bankReference: null, ...changed })).not.toBe(identityOf({ bankReference: null }));
  });

  it('is two when it stands twice on one statement, and the same two in the next file', () => {
    const both = (): readonly string[] => {
      const twins = new Twins();
      return [identityOf({}, { twins }), identityOf({}, { twins })];
    };
    const [first, second] = both();
    expect(first).not.toBe(second);
    expect(both()).toEqual([first, second]);
    const other = new Twins();
    identityOf({}, { twins: other, entity: { ...holder, id: 'e2' as EntityId } });
    expect(identityOf({}, { twins: other })).toBe(first);
  });

  it('is read payment by payment where the bank says what makes the sum, else as one', () => {
    const amounts = (transactions: readonly StatementTransaction[]): readonly string[] =>
      read({ transactions }).map(({ amount }) => amount.toDecimal());
    expect(amounts([payment('150.00'), payment('50.00')])).toEqual(['150.00', '50.00']);
    expect(amounts([payment('150.00'), payment('49.00')])).toEqual(['200.00']);
    expect(amounts([payment('150.00'), { ...payment('50.00'), amount: null }])).toEqual(['200.00']);
    const identities = read({ transactions: [payment('100.00'), payment('100.00')] }).map(({ identity }) => identity);
    expect(new Set(identities).size).toBe(2);
  });
});
