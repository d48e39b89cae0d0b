import { country, day, money } from '@passerelle/values';
import type { TransactionId } from '@passerelle/ledger';
import { controlOf, makePaymentFile, pain001Of } from '@passerelle/formats';
import type { AccountHolder, EntityId } from '../cooperative/legal-entity.js';
import type { BankLineId } from '../invoicing/bank/bank-line.js';
import type { TransferId } from '../invoicing/bank/transfer-order.js';
import { type PayoutId, type PayoutLine, changeOf, fileOf } from './payout.js';

const id = '019a0000-0000-7000-8000-000000000001' as PayoutId;
const amina = { name: 'Amina', iban: 'BE71096123456769' };
const payer: AccountHolder = {
  id: 'brug' as EntityId,
  name: 'De Brug',
  country: country('BE'),
  currency: 'EUR',
  vatNumber: 'BE0417497106',
  iban: 'BE68539007547034',
  bic: 'GKCCBEBB',
  address: { street: 'Rue Coenraets 72', postcode: '1060', town: 'Bruxelles', country: country('BE') },
  isFirstAccount: true,
};

const line = (reference: string, amount: string, change: Partial<PayoutLine> = {}): PayoutLine => ({
  transfer: {
    id: reference as TransferId,
    entity: payer.id,
    reference,
    to: amina,
    amount: money(amount, 'EUR'),
    cause: `payslip:${reference}`,
    day: day('2026-04-08'),
    transaction: 'txn' as TransactionId,
    seenOn: null,
  },
  terms: { to: amina, purpose: 'SALA', text: 'be-2026-0001 2026-03' },
  takenOutAt: null,
  ...change,
});

const file = (lines: readonly PayoutLine[]) =>
  fileOf({ id, lines }, { payer, at: new Date('2026-04-08T06:00:00Z'), today: day('2026-04-08') });

describe('a payout', () => {
  it('becomes a file that a bank takes, with a batch for each purpose and nothing that was taken out', () => {
    const leg = { to: { name: 'La Passerelle', iban: 'FR1420041010050500013M02606' }, text: 'CYC1' } as const;
    const made = makePaymentFile(
      file([
        line('W1', '508.89'),
        line('CYC1', '567.00', { terms: { ...leg, purpose: 'INTC' } }),
        line('W2', '0.01'),
        line('W3', '99.00', { takenOutAt: new Date('2026-04-08T05:00:00Z') }),
      ]),
    );
    if (!made.ok) throw new Error(made.refusal.detail);
    const batches = made.value.batches.map(({ purpose, transfers }) => {
      const { count, sum } = controlOf(transfers, 'EUR');
      return `${purpose} ${count} ${sum}`;
    });
    expect(batches).toEqual(['SALA 2 508.90 EUR', 'INTC 1 567.00 EUR']);
    const text = pain001Of(made.value);
    expect(text).toContain('<CtrlSum>1075.90</CtrlSum>');
    expect(text).toContain('<StrtNm>Rue Coenraets</StrtNm>');
    expect(text).not.toContain('AdrLine');
    expect(text).not.toContain('W3');
  });

  it('sees that a payee has another account or name, and that money left without it', () => {
    expect(changeOf(line('W1', '1.00'), amina)).toBeUndefined();
    const moved = { ...amina, iban: 'BE68539007547034' };
    expect(changeOf(line('W1', '1.00'), moved)).toMatchObject({ kind: 'payee-changed', now: moved });
    expect(changeOf(line('W1', '1.00'), { ...amina, name: 'Amina D.' })).toMatchObject({ kind: 'payee-changed' });
    const { transfer } = line('W1', '1.00');
    const seen = line('W1', '1.00', { transfer: { ...transfer, seenOn: 'line' as BankLineId } });
    expect(changeOf(seen, amina)).toMatchObject({ kind: 'paid-already' });
  });
});
