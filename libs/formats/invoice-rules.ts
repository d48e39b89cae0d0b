import { isCountryCode, percent } from '@passerelle/values';
import { isBelgianNumber, isSiren, isSwedishNumber } from './identifiers.js';
import type { Identifier, InvoiceDocument, InvoiceParty, InvoicePeriod, VatCategory } from './invoice-document.js';

/** A rule that a document breaks: its name in EN 16931, Peppol or the French rules, the term, and what to mend. */
export interface InvoiceFault {
  readonly rule: string;
  readonly term: string;
  readonly detail: string;
}

export interface InvoiceRule extends InvoiceFault {
  readonly holds: (invoice: InvoiceDocument) => boolean;
}

const rule = (name: string, term: string, holds: InvoiceRule['holds'], detail: string): InvoiceRule => ({
  rule: name,
  term,
  holds,
  detail,
});

/** Rules of EN 16931 that the shape of a document does not already keep. */
export const coreRules: readonly InvoiceRule[] = [
  rule('BR-02', 'BT-1', ({ number }) => number !== '', 'The document has no number.'),
  rule('BR-16', 'BG-25', ({ lines }) => lines.length > 0, 'The document has no line.'),
  rule(
    'BR-22',
    'BT-129',
    ({ lines }) => lines.every(({ quantity }) => /^\d{1,12}(\.\d{1,4})?$/.test(quantity) && Number(quantity) > 0),
    'A quantity is not a positive decimal number with at most four decimals.',
  ),
  rule('BR-27', 'BT-146', ({ lines }) => lines.every(({ net }) => !net.isNegative()), 'A line has a negative amount.'),
  rule(
    'BR-CO-25',
    'BT-9',
    ({ kind, totals, dueOn, paymentTerms }) =>
      !totals.due.isPositive() || paymentTerms !== null || (kind === 'invoice' && dueOn !== null),
    'An amount is due, but neither a day nor terms of payment are said; for a credit note terms, the day is not enough.',
  ),
  rule(
    'BR-29',
    'BT-74',
    ({ period, lines }) => [period, ...lines.map((line) => line.period)].every(isForward),
    'A period ends before it begins.',
  ),
  rule(
    'BR-CO-26',
    'BT-31',
    ({ seller }) => seller.vatNumber !== null || seller.legalId !== null,
    'The seller has neither a VAT number nor a number in a register.',
  ),
  rule(
    'BR-CO-09',
    'BT-31',
    ({ seller, buyer }) => [seller, buyer].every(({ vatNumber }) => vatNumber === null || namesCountry(vatNumber)),
    'A VAT number does not begin with its country.',
  ),
  rule(
    'BR-61',
    'BT-84',
    ({ payment }) => payment === null || accountOf(payment.account) !== '',
    'There is no account.',
  ),
  rule(
    'UBL-BT-9',
    'BT-9',
    ({ kind, dueOn, payment }) => kind === 'invoice' || dueOn === null || payment !== null,
    'A credit note says when it is paid only together with how: UBL has no other place for the day.',
  ),
  rule(
    'BR-CL-08',
    'BT-22',
    ({ notes }) => notes.every(({ code, text }) => code !== null || !/#.*#/s.test(text)),
    'A note has two number signs: in UBL what stands between them is taken for the subject of the note.',
  ),
  rule(
    'BR-53',
    'BT-111',
    ({ vatInBooks, currency }) => vatInBooks === null || vatInBooks.currency !== currency,
    'The VAT in the currency of the books is said only when that is another currency.',
  ),
];

const isForward = (period: InvoicePeriod | null): boolean => period === null || period.first <= period.last;

/** Greece begins its numbers with EL, Northern Ireland with XI. */
const namesCountry = (vatNumber: string): boolean =>
  /^[A-Z]{2}\w{2,}/.test(vatNumber) &&
  (['EL', 'XI'].includes(vatNumber.slice(0, 2)) || isCountryCode(vatNumber.slice(0, 2)));

const accountOf = (account: NonNullable<InvoiceDocument['payment']>['account']): string =>
  account.kind === 'iban' ? account.iban : account.number;

const has = (category: VatCategory, { lines }: InvoiceDocument): boolean =>
  lines.some(({ vat }) => vat.category === category);

/** Rules of the VAT categories, for each of which EN 16931 has a family of its own. */
export const vatRules: readonly InvoiceRule[] = [
  rule(
    'BR-S-05',
    'BT-152',
    ({ lines }) => lines.every(({ vat }) => vat.category !== 'S' || (vat.rate !== null && vat.rate.num > 0n)),
    'A taxed line has no rate above zero.',
  ),
  rule(
    'BR-E-05',
    'BT-152',
    ({ lines }) => lines.every(({ vat }) => !['Z', 'E', 'AE'].includes(vat.category) || vat.rate?.isZero()),
    'A line without tax has another rate than zero.',
  ),
  rule(
    'BR-O-05',
    'BT-152',
    ({ lines }) => lines.every(({ vat }) => (vat.category === 'O') === (vat.rate === null)),
    'Outside the scope of VAT there is no rate; elsewhere there is one, be it zero.',
  ),
  rule(
    'BR-E-10',
    'BT-120',
    ({ lines }) => lines.every(({ vat }) => ['S', 'Z'].includes(vat.category) === (vat.exemption === null)),
    'Why no VAT is charged is said on lines that are exempt, reverse charged or out of scope, and on no other.',
  ),
  rule(
    'BR-E-01',
    'BT-118',
    ({ vatBreakdown }) => {
      const categories = vatBreakdown.map(({ category }) => category).filter((category) => category !== 'S');
      return new Set(categories).size === categories.length;
    },
    'One document gives two reasons for the same kind of line without tax: bill them apart.',
  ),
  rule(
    'BR-AE-02',
    'BT-48',
    (invoice) => {
      const { seller, buyer } = invoice;
      return !has('AE', invoice) || (seller.vatNumber !== null && (buyer.vatNumber !== null || buyer.legalId !== null));
    },
    'The buyer owes the tax, but the VAT number of one of the two is missing.',
  ),
  rule(
    'BR-S-02',
    'BT-31',
    (invoice) => has('O', invoice) || invoice.seller.vatNumber !== null || invoice.seller.taxRegistration !== null,
    'The seller has no VAT number.',
  ),
  rule(
    'BR-O-02',
    'BT-31',
    (invoice) => !has('O', invoice) || (invoice.seller.vatNumber === null && invoice.buyer.vatNumber === null),
    'A document outside the scope of VAT shows no VAT numbers.',
  ),
  rule(
    'BR-O-11',
    'BT-118',
    (invoice) => !has('O', invoice) || invoice.vatBreakdown.length === 1,
    'Lines outside the scope of VAT do not share a document with others.',
  ),
  rule(
    'VATEX',
    'BT-121',
    ({ lines }) =>
      lines.every(({ vat: { category, exemption } }) =>
        exemption?.code === 'VATEX-EU-AE' ? category === 'AE' : exemption?.code !== 'VATEX-EU-O' || category === 'O',
      ),
    'The code of the exemption is that of another category.',
  ),
];

/** Rules of the numbers and addresses, the same in every network. */
export const addressRules: readonly InvoiceRule[] = [
  rule(
    'PEPPOL-EN16931-R020',
    'BT-34',
    ({ seller }) => seller.endpoint !== null,
    'The seller has no electronic address.',
  ),
  rule('PEPPOL-EN16931-R010', 'BT-49', ({ buyer }) => buyer.endpoint !== null, 'The buyer has no electronic address.'),
  rule(
    'PEPPOL-COMMON-R043',
    'BT-34',
    (invoice) => allIdentifiers(invoice).every(({ scheme, value }) => scheme !== '0208' || isBelgianNumber(value)),
    'A Belgian enterprise number is wrong.',
  ),
  rule(
    'PEPPOL-COMMON-R049',
    'BT-34',
    (invoice) => allIdentifiers(invoice).every(({ scheme, value }) => scheme !== '0007' || isSwedishNumber(value)),
    'A Swedish organisation number is wrong.',
  ),
  rule(
    'BR-FR-32',
    'BT-30',
    (invoice) => allIdentifiers(invoice).every(({ scheme, value }) => scheme !== '0002' || isSiren(value)),
    'A French SIREN is wrong.',
  ),
];

const identifiersOfParty = ({ endpoint, legalId }: InvoiceParty): readonly Identifier[] =>
  [endpoint, legalId].filter((each) => each !== null);

const allIdentifiers = ({ seller, buyer }: InvoiceDocument): readonly Identifier[] => [
  ...identifiersOfParty(seller),
  ...identifiersOfParty(buyer),
];

const isSwedish = ({ seller }: InvoiceDocument): boolean => seller.address.country === 'SE';

/** What Peppol BIS Billing 3 asks beyond EN 16931, the rules for Swedish sellers included. */
export const peppolRules: readonly InvoiceRule[] = [
  ...addressRules,
  rule(
    'PEPPOL-EN16931-R003',
    'BT-10',
    ({ buyerReference, order }) => buyerReference !== null || order !== null,
    'Neither a reference of the buyer nor an order is named.',
  ),
  rule(
    'PEPPOL-EN16931-R110',
    'BT-134',
    ({ period, lines }) =>
      period === null ||
      lines.every(
        (line) => line.period === null || (line.period.first >= period.first && line.period.last <= period.last),
      ),
    'A line is about days outside the period of the document.',
  ),
  rule('PEPPOL-EN16931-R002', 'BG-1', ({ notes }) => notes.length <= 1, 'There is more than one note.'),
  rule(
    'SE-R-001',
    'BT-31',
    (invoice) => !isSwedish(invoice) || /^SE\d{12}$/.test(invoice.seller.vatNumber ?? 'SE000000000000'),
    'A Swedish VAT number is SE and twelve digits.',
  ),
  rule(
    'SE-R-005',
    'BT-32',
    (invoice) => !isSwedish(invoice) || [null, 'Godkänd för F-skatt'].includes(invoice.seller.taxRegistration),
    'A Swedish seller says "Godkänd för F-skatt" or nothing.',
  ),
  rule(
    'SE-R-006',
    'BT-152',
    (invoice) =>
      !isSwedish(invoice) ||
      invoice.lines.every(({ vat }) => vat.category !== 'S' || ['25', '12', '6'].includes(vat.rate?.toPercent() ?? '')),
    'A Swedish seller charges 25, 12 or 6 %.',
  ),
];

const frenchRates = ['20', '10', '8.5', '5.5', '2.1', '1.75', '1.05', '0.9', '13', '0'].map((text) => percent(text));

/** What the French reform asks of a seller in France (XP Z12-012, rules BR-FR). */
export const frenchRules: readonly InvoiceRule[] = [
  ...addressRules,
  rule(
    'BR-FR-01',
    'BT-1',
    ({ number, preceding }) =>
      [number, ...preceding.map((each) => each.number)].every((text) => /^[A-Za-z0-9+\-_/]{1,35}$/.test(text)),
    'A number has more than 35 characters, or others than letters, digits, + - _ and /.',
  ),
  rule(
    'BR-FR-05',
    'BG-1',
    ({ notes }) => ['PMT', 'PMD', 'AAB'].every((code) => notes.filter((note) => note.code === code).length === 1),
    'The notes on recovery costs (PMT), late payment (PMD) and discount (AAB) are each there once.',
  ),
  rule('BR-FR-10', 'BT-30', ({ seller }) => seller.legalId?.scheme === '0002', 'The seller’s SIREN is missing.'),
  rule(
    'BR-FR-11',
    'BT-47',
    ({ notes, buyer }) =>
      !notes.some(({ code, text }) => code === 'BAR' && text === 'B2B') ||
      (buyer.legalId?.scheme === '0002' &&
        buyer.endpoint?.scheme === '0225' &&
        buyer.endpoint.value.startsWith(buyer.legalId.value)),
    'Between French businesses the buyer has a SIREN, with which the electronic address (0225) begins.',
  ),
  rule(
    'BR-FR-16',
    'BT-152',
    ({ lines }) =>
      lines.every(({ vat }) => vat.rate === null || frenchRates.some((allowed) => vat.rate!.equals(allowed))),
    'The rate is none of those of France.',
  ),
  rule(
    'BR-FR-CO-05',
    'BG-3',
    ({ kind, preceding }) => kind === 'invoice' || preceding.length > 0,
    'A credit note names the invoice that it takes back.',
  ),
  rule(
    'BR-FR-CO-07',
    'BT-9',
    ({ dueOn, issuedOn }) => dueOn === null || dueOn >= issuedOn,
    'The document is due before it is made.',
  ),
  rule(
    'BR-FR-CO-12',
    'BT-6',
    ({ currency, vatInBooks }) => currency === 'EUR' || vatInBooks?.currency === 'EUR',
    'The VAT of a document in another currency is also said in euro.',
  ),
];
