import {
  type BankAccount,
  type CreditTransfer,
  type PaymentBatch,
  type PaymentFile,
  bankAddress,
  makePaymentFile,
  pain001Of,
} from '@passerelle/formats';
import { type CurrencyCode, type Money, money } from '@passerelle/values';
import type { PayslipPaper } from '../../node/src/papers/payslip-paper.js';
import { type PaperCountry } from './countries.js';
import { type Cooperative, cooperative } from './scene.js';

const createdAt = '2026-04-07T08:00:00Z';

/** The orders to the bank: wages and expenses in the country's currency, what partners are owed in euro. */
export function paymentsOf(
  country: PaperCountry,
  payslip: PayslipPaper,
): readonly (readonly [file: string, xml: string])[] {
  const payer = cooperative(country.land);
  const own = [wages(country, payer, payslip), expenses(country, payer, payslip)];
  const between = settlement(country, payer, payslip);
  if (payer.currency === 'EUR') return [['payments.xml', written(country, payer, 'EUR', [...own, between])]];
  // One file is in one currency: banks settle kronor and euro by different roads.
  return [
    ['payments.xml', written(country, payer, payer.currency, own)],
    ['payments-eur.xml', written(country, payer, 'EUR', [between])],
  ];
}

function written(
  { land }: PaperCountry,
  payer: Cooperative,
  currency: CurrencyCode,
  batches: readonly PaymentBatch[],
): string {
  const file: PaymentFile = {
    id: `PAY-${land}-2026-04-07-${currency}`,
    createdAt,
    initiator: payer.name,
    currency,
    batches,
  };
  const made = makePaymentFile(file);
  if (!made.ok) throw new Error(`${land}: ${made.refusal.place}: ${made.refusal.detail}`);
  return pain001Of(made.value);
}

const accountOf = ({ iban, bic }: { iban: string; bic: string | null }): BankAccount => ({ kind: 'iban', iban, bic });

const batch = (
  payer: Cooperative,
  own: Pick<PaymentBatch, 'id' | 'on' | 'purpose'>,
  transfers: readonly CreditTransfer[],
): PaymentBatch => ({
  ...own,
  payer: { name: payer.name, address: bankAddress(payer.address) },
  account: accountOf(payer),
  transfers,
});

const toWorker = ({ worker }: PaperCountry, endToEndId: string, amount: Money, text: string): CreditTransfer => ({
  endToEndId,
  amount,
  payee: { name: worker.name, address: null },
  account: accountOf({ iban: worker.iban, bic: null }),
  remittance: { kind: 'text', value: text },
});

const wages = (country: PaperCountry, payer: Cooperative, { net, payOn, number }: PayslipPaper): PaymentBatch =>
  batch(payer, { id: `WAGES-${number}`, on: payOn, purpose: 'SALA' }, [
    toWorker(country, `SLIP-${number}`, net, `${number} 03/2026`),
  ]);

const expenses = (country: PaperCountry, payer: Cooperative, { payOn, number }: PayslipPaper): PaymentBatch =>
  batch(payer, { id: `EXPENSES-${number}`, on: payOn, purpose: 'SUPP' }, [
    toWorker(country, `EXP-${number}`, money(country.expense, payer.currency), `EXP ${number}`),
  ]);

function settlement(country: PaperCountry, payer: Cooperative, { payOn }: PayslipPaper): PaymentBatch {
  const partner = cooperative(country.partner.land);
  const leg = `CYC-2026-03-${country.land}-${country.partner.land}`;
  return batch(payer, { id: 'SETTLEMENT-2026-03', on: payOn, purpose: 'INTC' }, [
    {
      endToEndId: leg,
      amount: money(country.settlement, 'EUR'),
      payee: { name: partner.name, address: bankAddress(partner.address) },
      account: accountOf(partner),
      remittance: { kind: 'text', value: leg },
    },
  ]);
}
