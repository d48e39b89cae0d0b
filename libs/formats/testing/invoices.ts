import { type CurrencyCode, Money, country, day, percent } from '@passerelle/values';
import fc from 'fast-check';
import { identifiersOf } from '../identifiers.js';
import type { DraftLine, InvoiceDraft, InvoiceParty, InvoiceProfile, LineVat } from '../invoice-document.js';

/** Companies whose numbers have right check digits and belong to nobody. */
const companies = {
  BE: {
    name: 'Passerelle Bruxelles',
    vat: 'BE0428759497',
    street: 'Rue Coenraets 72',
    postcode: '1060',
    town: 'Bruxelles',
  },
  FR: {
    name: 'Passerelle Paris',
    vat: 'FR40303265045',
    street: '12 rue de Belleville',
    postcode: '75020',
    town: 'Paris',
  },
  SE: { name: 'Passerelle Malmö', vat: 'SE556012579001', street: 'Bergsgatan 20', postcode: '214 22', town: 'Malmö' },
} as const;

export type Land = keyof typeof companies;

export function companyIn(land: Land, changed: Partial<InvoiceParty> = {}): InvoiceParty {
  const { name, vat, street, postcode, town } = companies[land];
  const numbers = identifiersOf(vat);
  if (!numbers.ok) throw new Error(numbers.refusal.detail);
  return {
    name,
    ...numbers.value,
    vatNumber: vat,
    taxRegistration: null,
    legalForm: null,
    address: { street, postcode, town, country: country(land) },
    email: null,
    ...changed,
  };
}

export const taxed = (rate: string): LineVat => ({ category: 'S', rate: percent(rate), exemption: null });

export const reverseCharge: LineVat = {
  category: 'AE',
  rate: percent('0'),
  exemption: { code: 'VATEX-EU-AE', text: 'Autoliquidation' },
};

export const line = (net: Money, vat: LineVat, changed: Partial<DraftLine> = {}): DraftLine => ({
  name: 'Concert',
  description: null,
  quantity: '1',
  unit: 'DAY',
  net,
  vat,
  period: null,
  ...changed,
});

const profiles: Readonly<Record<Land, InvoiceProfile>> = { BE: 'peppol', FR: 'xp-z12-012', SE: 'peppol' };
const usualRates: Readonly<Record<Land, string>> = { BE: '21', FR: '20', SE: '25' };

const frenchNotes = [
  { code: 'PMT', text: 'Indemnité forfaitaire pour frais de recouvrement : 40 euros.' },
  { code: 'PMD', text: 'Pénalités de retard : trois fois le taux d’intérêt légal.' },
  { code: 'AAB', text: 'Pas d’escompte pour paiement anticipé.' },
];

/** An invoice of one day’s work to a company of the same country. */
export function draftIn(land: Land, changed: Partial<InvoiceDraft> = {}): InvoiceDraft {
  const currency = changed.currency ?? (land === 'SE' ? 'SEK' : 'EUR');
  return {
    kind: 'invoice',
    profile: profiles[land],
    number: '2026-0001',
    issuedOn: day('2026-04-01'),
    dueOn: day('2026-05-01'),
    currency,
    notes: land === 'FR' ? frenchNotes : [],
    buyerReference: 'be-2026-0001',
    contract: 'be-2026-0001',
    order: null,
    preceding: [],
    seller: companyIn(land),
    buyer: companyIn(land, { name: 'Théâtre de Lille' }),
    period: { first: day('2026-03-23'), last: day('2026-03-27') },
    payment: {
      account: { kind: 'iban', iban: 'BE68539007547034', bic: 'GKCCBEBB' },
      holder: companies[land].name,
      remittance: '+++090/9337/55493+++',
    },
    paymentTerms: null,
    lines: [line(new Money(100_000n, currency), taxed(usualRates[land]))],
    prepaid: null,
    rounding: null,
    vatInBooks: null,
    ...changed,
  };
}

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((raw) => raw.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '').trim())
  .filter((clean) => clean !== '' && !clean.startsWith('#'));

const netAmount = (currency: CurrencyCode) => fc.bigInt(0n, 10_000_000n).map((minor) => new Money(minor, currency));

/** Any draft that keeps the rules of its country’s network: lines, rates, names and amounts as they come. */
export const anyDraft: fc.Arbitrary<InvoiceDraft> = fc
  .constantFrom<Land>('BE', 'FR', 'SE')
  .chain((land) =>
    fc.record({
      land: fc.constant(land),
      kind: fc.constantFrom('invoice' as const, 'credit-note' as const),
      name: text,
      terms: fc.option(text),
      rows: fc.array(
        fc.record({
          name: text,
          description: fc.option(text),
          quantity: fc.constantFrom('1', '2', '3', '7', '0.5', '12.25', '365'),
          net: netAmount(land === 'SE' ? 'SEK' : 'EUR'),
          rate: fc.constantFrom(...(land === 'SE' ? ['25', '12', '6'] : ['20', '10', '5.5'])),
        }),
        { minLength: 1, maxLength: 12 },
      ),
    }),
  )
  .map(({ land, kind, name, terms, rows }) =>
    draftIn(land, {
      kind,
      paymentTerms: kind === 'invoice' ? terms : (terms ?? 'Deducted from what is still owed.'),
      preceding: kind === 'invoice' ? [] : [{ number: '2026-0001', issuedOn: day('2026-03-31') }],
      buyer: companyIn(land, { name }),
      lines: rows.map(({ net, rate, ...rest }) => line(net, taxed(rate), rest)),
    }),
  );
