import { day, money } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { BankLine, BankLineId } from './bank-line.js';
import type { Invoice } from '../invoices/invoice.js';
import { matchOf, proposalsOf } from './matching.js';

const eur = (amount: string) => money(amount, 'EUR');

const line = (change: Partial<BankLine> = {}): BankLine => ({
  id: 'line' as BankLineId,
  entity: 'fr' as EntityId,
  bookedOn: day('2026-04-08'),
  valueOn: null,
  amount: eur('1200.00'),
  bankReference: null,
  counterparty: { name: 'THEATRE DE LILLE', iban: null },
  text: '',
  references: ['RF1'],
  isReversal: false,
  partOf: null,
  explainedBy: null,
  ...change,
});

const invoice = (change: { reference?: string; paid?: string; buyer?: string } = {}): Invoice =>
  ({
    gross: eur('1200.00'),
    rounding: eur('0.00'),
    setOff: eur('0.00'),
    paid: eur(change.paid ?? '0.00'),
    reference: { kind: 'rf', value: change.reference ?? 'RF1' },
    buyer: { name: change.buyer ?? 'Théâtre de Lille' },
  }) as Invoice;

const reasonOf = (of: BankLine, ...invoices: Invoice[]) => {
  const match = matchOf(of, invoices);
  return match.kind === 'open' ? match.reason : match.kind;
};

describe('a credit', () => {
  it('pays the invoice it names when the amount is what is open', () => {
    expect(reasonOf(line(), invoice())).toBe('pays');
    expect(reasonOf(line({ amount: eur('200.00') }), invoice({ paid: '1000.00' }))).toBe('pays');
  });

  it('waits for a person in every other case, each with its reason', () => {
    expect(reasonOf(line({ references: [] }), invoice())).toBe('unknown-reference');
    expect(reasonOf(line({ amount: eur('1199.99') }), invoice())).toBe('part-payment');
    expect(reasonOf(line({ amount: eur('1200.01') }), invoice())).toBe('over-payment');
    expect(reasonOf(line(), invoice({ paid: '1200.00' }))).toBe('already-paid');
    expect(reasonOf(line({ references: ['RF1', 'RF2'] }), invoice(), invoice({ reference: 'RF2' }))).toBe(
      'several-invoices',
    );
    expect(reasonOf(line({ isReversal: true }), invoice())).toBe('returned');
  });

  it('is shown with open invoices that resemble it, the most alike first', () => {
    const [other, same] = [invoice({ reference: 'RF2', buyer: 'Opéra de Lyon' }), invoice()];
    const proposals = proposalsOf(line(), [other, same, invoice({ paid: '1200.00' })]);
    expect(proposals.map(({ reasons }) => reasons)).toEqual([
      ['same-reference', 'same-amount', 'same-name'],
      ['same-amount'],
    ]);
    expect(proposals[0]!.invoice).toBe(same);
  });
});
