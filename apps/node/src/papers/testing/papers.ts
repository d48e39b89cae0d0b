import { vatTreatment } from '@passerelle/coordination';
import { type InvoiceDocument, makeInvoice } from '@passerelle/formats';
import { country, day, money, percent } from '@passerelle/values';
import { countryOf } from '@passerelle/rules';
import type { A1RequestPaper } from '../a1-request-paper.js';
import type { MissionContract } from '../mission-contract.js';
import type { MonthlyContract } from '../monthly-contract.js';
import { type Bill, type BilledLine, type BilledSide, invoiceDraft } from '../invoice-draft.js';
import type { OrderPaper } from '../order-paper.js';
import type { ExplainedAmount, PayslipPaper } from '../payslip-paper.js';

export const made = new Date('2026-04-01T08:00:00Z');

export const sides = {
  BE: {
    name: 'Passerelle Bruxelles',
    vatNumber: 'BE0428759497',
    address: { street: 'Rue Coenraets 72', postcode: '1060', town: 'Bruxelles', country: country('BE') },
    email: null,
  },
  FR: {
    name: 'Passerelle Paris',
    vatNumber: 'FR40303265045',
    address: { street: '12 rue de Belleville', postcode: '75020', town: 'Paris', country: country('FR') },
    email: null,
  },
  SE: {
    name: 'Passerelle Malmö',
    vatNumber: 'SE556012579001',
    address: { street: 'Bergsgatan 20', postcode: '214 22', town: 'Malmö', country: country('SE') },
    email: null,
  },
} as const satisfies Record<string, BilledSide>;

export type Land = keyof typeof sides;

const ibans: Readonly<Record<Land, string>> = {
  BE: 'BE68539007547034',
  FR: 'FR1420041010050500013M02606',
  SE: 'SE4550000000058398257466',
};

/** How a translation sold from one country to another is taxed. */
export function treatment(seller: string, buyer: string, status: 'taxable' | 'private' = 'taxable') {
  const answer = vatTreatment({
    on: day('2026-04-01'),
    supplier: { country: seller },
    customer: { country: buyer, status, vatIdValid: true, receivingEstablishment: null },
    supply: { kind: 'consultancy', place: buyer, virtual: false, rateClass: 'standard' },
    language: 'fr',
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

export function billFrom(seller: Land, buyer: Land, changed: Partial<Bill> = {}): Bill {
  const currency = changed.currency ?? 'EUR';
  const line: BilledLine = {
    name: 'Traduction',
    description: 'Ingrid',
    quantity: '3',
    unit: 'DAY',
    net: money('1234.50', currency),
    period: null,
    treatment: treatment(seller, buyer),
  };
  return {
    kind: 'invoice',
    number: '2026-0001',
    issuedOn: day('2026-04-01'),
    dueOn: day('2026-05-01'),
    currency,
    order: null,
    preceding: [],
    period: { first: day('2026-03-23'), last: day('2026-03-27') },
    paymentTerms: null,
    prepaid: null,
    vatInBooks: null,
    agreement: 'be-2026-0001',
    language: 'fr',
    seller: { ...sides[seller], legalForm: null },
    buyer: sides[buyer],
    lines: [line],
    payment: {
      account: { kind: 'iban', iban: ibans[seller], bic: null },
      reference: { kind: 'rf', value: 'RF18539007547034' },
    },
    ...changed,
  };
}

export function invoiceFrom(bill: Bill): InvoiceDocument {
  const answer = makeInvoice(invoiceDraft(bill));
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal.faults));
  return answer.value;
}

const inAll = (text: string) => ({ en: text, fr: text, nl: text, sv: text, de: text });

const explained = (
  id: string,
  group: string,
  amount: string,
  changed: Partial<ExplainedAmount> = {},
): ExplainedAmount => ({
  id,
  group,
  title: inAll(`Line ${id}`),
  localName: `Local ${id}`,
  text: inAll(`For ${group}`),
  amount: money(amount, 'EUR'),
  base: null,
  rate: null,
  rounding: null,
  figures: [{ name: id, from: day('2026-01-01'), source: `Decree ${id}`, confidence: 'confirmed' }],
  law: { act: `Act ${id}`, article: 'art. 1' },
  ...changed,
});

/** A payslip of 1 300.00 gross; its amounts add up. */
export const payslip: PayslipPaper = {
  language: 'fr',
  locale: 'fr-BE',
  made,
  number: 'be-2026-0001',
  employer: { name: sides.BE.name, vatNumber: sides.BE.vatNumber, address: sides.BE.address },
  worker: { name: 'Amina', role: 'musicienne' },
  mission: 'be-2026-0001',
  work: { first: day('2026-03-23'), last: day('2026-03-27') },
  days: 5,
  payOn: day('2026-04-08'),
  rules: 'BE 2026.1',
  gross: money('1300.00', 'EUR'),
  taxable: money('1130.09', 'EUR'),
  net: money('1004.54', 'EUR'),
  cost: money('1625.00', 'EUR'),
  lines: [
    explained('gross', 'earned', '1300.00'),
    explained('contribution', 'held_back_social', '-169.91', {
      base: { ref: 'gross', amount: money('1300.00', 'EUR') },
      rate: percent('13.07'),
      rounding: 'half-up',
    }),
    explained('tax', 'tax', '-125.55', {
      base: { ref: 'taxable', amount: money('1130.09', 'EUR') },
      rate: percent('11.11'),
      rounding: 'half-up',
    }),
    explained('employer', 'paid_on_top', '325.00'),
  ],
  budget: {
    price: money('1773.34', 'EUR'),
    hostShare: money('35.47', 'EUR'),
    contribution: money('112.86', 'EUR'),
    setAside: null,
    remainder: money('0.01', 'EUR'),
  },
};

export const order: OrderPaper = {
  language: 'fr',
  locale: 'fr-FR',
  made,
  reference: 'fr-2026-0001',
  version: 1,
  cooperative: sides.FR,
  isEmployer: true,
  client: { ...sides.FR, name: 'Théâtre de Lille', email: 'compta@theatre.example' },
  worker: { name: 'Lucas', role: 'technicien du son' },
  work: 'Sonorisation',
  place: { town: 'Lille', country: 'FR' },
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  days: 5,
  price: money('1500.00', 'EUR'),
  vat: '20 %',
  paymentDays: 30,
  termsHash: 'p-P7twzJC6zxFRZVFCmkbPLsP0Yxo_jwjJiRi-TJu54',
};

const belgium = countryOf('BE')!;

/** Of an artist, whose holidays a fund pays. */
export const contract: MissionContract = {
  kind: 'mission',
  language: 'fr',
  locale: 'fr-BE',
  made,
  reference: 'be-2026-0001',
  version: 2,
  form: belgium.contracts.formOf({ status: 'artist', contract: 'employment' }),
  employer: { name: sides.BE.name, vatNumber: sides.BE.vatNumber, address: sides.BE.address },
  worker: { name: 'Amina', role: 'musicienne', address: null, bornOn: day('1990-05-17') },
  client: 'Théâtre de Lille',
  work: 'Deux concerts',
  place: { town: 'Lille', country: 'FR' },
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  days: 5,
  agreed: [{ words: inAll('Hours a week'), value: '38', isAssumed: true }],
  pay: {
    gross: money('625.02', 'EUR'),
    parts: [{ words: inAll('Wage'), amount: money('625.02', 'EUR') }],
    net: money('508.89', 'EUR'),
    payOn: day('2026-04-08'),
    iban: 'BE71096123456769',
    rules: 'BE 2026.1',
  },
  institution: belgium.contracts.institution,
  termsHash: 'p-P7twzJC6zxFRZVFCmkbPLsP0Yxo_jwjJiRi-TJu54',
};

/** Of the same artist, who is paid by the month and has signed a smaller wage before. */
export const monthlyContract: MonthlyContract = {
  kind: 'monthly',
  language: 'fr',
  locale: 'fr-BE',
  made,
  reference: '2026-05',
  version: 2,
  form: belgium.contracts.monthlyFormOf({ status: 'employee' }),
  employer: contract.employer,
  worker: contract.worker,
  since: day('2026-05-01'),
  from: day('2026-07-01'),
  last: null,
  places: [{ town: 'Lille', country: 'FR' }],
  payDays: 7,
  former: { version: 1, signedOn: day('2026-04-20'), sha256: 'ab'.repeat(32) },
  agreed: contract.agreed,
  pay: {
    gross: money('3000.00', 'EUR'),
    parts: [{ words: inAll('Wage'), amount: money('3000.00', 'EUR') }],
    net: money('2230.15', 'EUR'),
    payOn: day('2026-08-11'),
    iban: 'BE71096123456769',
    rules: 'BE 2026.1',
  },
  institution: belgium.contracts.institution,
  termsHash: 'p-P7twzJC6zxFRZVFCmkbPLsP0Yxo_jwjJiRi-TJu54',
};

export const a1Request: A1RequestPaper = {
  language: 'sv',
  locale: 'sv-SE',
  made,
  reference: 'se-2026-0001',
  institution: { name: 'Försäkringskassan', lines: ['SE'] },
  basis: 'article-12-1',
  employer: { name: sides.SE.name, vatNumber: sides.SE.vatNumber, identifier: '5560125790', address: sides.SE.address },
  worker: {
    name: 'Ingrid',
    bornOn: day('1990-05-17'),
    nationality: 'SE',
    nationalNumber: null,
    address: null,
    insuredSince: null,
  },
  abroad: {
    country: 'FR',
    town: 'Lille',
    client: 'Théâtre de Lille',
    clientAddress: sides.FR.address,
    first: day('2026-03-23'),
    last: day('2026-03-27'),
    work: 'Översättning',
  },
};
