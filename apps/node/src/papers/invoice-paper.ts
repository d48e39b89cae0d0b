import { type InvoiceDocument, type InvoiceParty, ciiOf, readReference, sepaCode } from '@passerelle/formats';
import { showDate, showDays, showMoney, showPercent } from '@passerelle/i18n';
import type { Language } from '@passerelle/rules';
import type { Money } from '@passerelle/values';
import { addressLines } from './address.js';
import { type Fact, drawFacts, drawHead, drawSides } from './blocks.js';
import { drawQr } from './qr.js';
import { Sheet } from './sheet.js';
import { type Row, drawTable } from './table.js';
import { filled } from './words/filled.js';
import { type InvoiceWords, invoiceWords } from './words/invoice.js';

export interface InvoicePaper {
  readonly invoice: InvoiceDocument;
  readonly language: Language;
  /** The habits in which amounts and days are written, `fr-FR`. */
  readonly locale: string;
  readonly made: Date;
}

interface Page extends InvoicePaper {
  readonly words: InvoiceWords;
  readonly show: (amount: Money) => string;
}

/** An invoice or credit note to be read by people; in France the same document for programs travels inside (Factur-X). */
export function invoicePaper(paper: InvoicePaper): Promise<Uint8Array> {
  const { invoice, language, locale, made } = paper;
  const words = invoiceWords[language];
  const kind = invoice.kind === 'invoice' ? words.invoice : words.creditNote;
  const title = `${kind} ${invoice.number}`;
  const sheet = new Sheet({ title, author: invoice.seller.name, locale, made });
  const page: Page = { ...paper, words, show: (amount) => showMoney(amount, locale) };
  if (invoice.profile === 'xp-z12-012') embedFacturX(sheet, invoice);
  drawHead(sheet, invoice.seller.name, kind, invoice.number);
  drawSides(sheet, [
    { label: words.seller, name: invoice.seller.name, lines: linesOf(invoice.seller, page) },
    { label: words.buyer, name: invoice.buyer.name, lines: linesOf(invoice.buyer, page) },
  ]);
  drawFacts(sheet, factsOf(page));
  drawLines(sheet, page);
  drawTotals(sheet, page);
  drawMentions(sheet, invoice);
  if (invoice.payment && invoice.kind === 'invoice') drawPayment(sheet, page, invoice.payment);
  return sheet.finish(footOf(invoice.seller, words));
}

/** Factur-X 1.0, profile EN 16931: the same invoice as a cross industry invoice, under the name the standard gives it. */
function embedFacturX(sheet: Sheet, invoice: InvoiceDocument): void {
  sheet.attach({
    name: 'factur-x.xml',
    type: 'text/xml',
    description: 'Factur-X',
    relationship: 'Alternative',
    content: new TextEncoder().encode(ciiOf(invoice)),
  });
  sheet.describe(facturXMetadata);
}

const facturXNamespace = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

const property = (name: string, description: string): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name>` +
  `<pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>` +
  `<pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`;

/** The four properties of Factur-X, and, as PDF/A asks of every foreign property, what each of them is. */
const facturXMetadata = `
<rdf:Description rdf:about="" xmlns:fx="${facturXNamespace}"><fx:DocumentType>INVOICE</fx:DocumentType>
<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version>
<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${facturXNamespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${property('DocumentFileName', 'The name of the embedded XML document')}
${property('DocumentType', 'The type of the hybrid document')}
${property('Version', 'The version of the standard applying to the embedded XML document')}
${property('ConformanceLevel', 'The conformance level of the embedded XML document')}
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

function linesOf({ address, vatNumber, legalId, email }: InvoiceParty, { words, locale }: Page): readonly string[] {
  const number = legalId?.scheme === '0002' ? [`SIREN ${legalId.value}`] : [];
  return [
    ...addressLines(address, locale),
    ...(vatNumber === null ? [] : [`${words.vatNumber} ${vatNumber}`]),
    ...number,
    ...(email === null ? [] : [email]),
  ];
}

function factsOf({ invoice, words, locale }: Page): readonly Fact[] {
  const { issuedOn, dueOn, period, contract, order, preceding } = invoice;
  const day = (date: typeof issuedOn): string => showDate(date, locale);
  const facts: (Fact | false | null)[] = [
    [words.issuedOn, day(issuedOn)],
    dueOn !== null && invoice.kind === 'invoice' && [words.dueOn, day(dueOn)],
    period && [words.period, showDays(period, locale)],
    contract !== null && [words.agreement, contract],
    order !== null && [words.order, order],
    ...preceding.map((each): Fact => [words.takesBack, `${each.number}, ${day(each.issuedOn)}`]),
  ];
  return facts.filter((fact): fact is Fact => Boolean(fact));
}

function drawLines(sheet: Sheet, page: Page): void {
  const { invoice, words, show, locale } = page;
  sheet.space(4);
  const columns = [
    { title: words.what, share: 46 },
    { title: words.quantity, share: 14, align: 'right' },
    { title: words.price, share: 16, align: 'right' },
    { title: words.vatRate, share: 9, align: 'right' },
    { title: words.amount, share: 17, align: 'right' },
  ] as const;
  const rows = invoice.lines.map((line) => ({
    cells: [
      { text: line.name, ...(line.description !== null && { detail: line.description }) },
      { text: quantityOf(line, page) },
      { text: plainNumber(line.price, locale) },
      { text: line.vat.rate === null ? '–' : showPercent(line.vat.rate, locale) },
      { text: show(line.net) },
    ],
  }));
  drawTable(sheet, columns, rows);
}

/** `5 jours`, with the plural of the reader's language. */
function quantityOf({ unit, quantity }: InvoiceDocument['lines'][number], { words, locale }: Page): string {
  if (unit === 'LS') return words.lumpSum;
  if (unit === 'C62') return plainNumber(quantity, locale);
  // The library's Swedish day is one of 24 hours.
  if (unit === 'DAY') return `${plainNumber(quantity, locale)}\u00A0${words.days[pluralOf(quantity, locale)]}`;
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' });
  return format.format(quantity as Intl.StringNumericLiteral);
}

const pluralOf = (quantity: string, locale: string): 'one' | 'other' =>
  new Intl.PluralRules(locale).select(Number(quantity)) === 'one' ? 'one' : 'other';

/** A decimal text with the separators of the reader; exact, whatever its size. */
function plainNumber(text: string, locale: string): string {
  const minimumFractionDigits = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 6 });
  return format.format(text as Intl.StringNumericLiteral);
}

function drawTotals(sheet: Sheet, { invoice, words, show, locale }: Page): void {
  const { totals, vatBreakdown, prepaid, rounding, vatInBooks, kind } = invoice;
  const row = (name: string, amount: string, is?: 'sum'): Row => ({
    cells: [{ text: '' }, { text: name }, { text: amount }],
    ...(is && { is }),
  });
  const taxes = vatBreakdown.map(({ rate, base, vat }) =>
    row(filled(words.vatOf, { rate: rate === null ? '–' : showPercent(rate, locale), base: show(base) }), show(vat)),
  );
  const rows = [
    row(words.net, show(totals.net)),
    ...taxes,
    row(words.gross, show(totals.gross)),
    ...(prepaid ? [row(words.prepaid, show(prepaid.negated()))] : []),
    ...(rounding ? [row(words.rounding, show(rounding))] : []),
    row(kind === 'invoice' ? words.due : words.credited, show(totals.due), 'sum'),
    ...(vatInBooks ? [row(words.vatInBooks, show(vatInBooks))] : []),
  ];
  drawSums(sheet, rows);
}

/** Sums stand under the amounts they belong to, in the right half of the page. */
function drawSums(sheet: Sheet, rows: readonly Row[]): void {
  sheet.space(6);
  const half = sheet.width * 0.56;
  const x = sheet.left + sheet.width - half;
  for (const { cells, is } of rows) {
    const [, name, amount] = cells.map(({ text }) => text) as [string, string, string];
    const weight = is === 'sum' ? 'bold' : 'plain';
    const size = is === 'sum' ? 12 : 9;
    const height = sheet.heightOf(name, half * 0.62, { size, weight }) + (is === 'sum' ? 12 : 5);
    sheet.need(height);
    if (is === 'sum') sheet.ground({ x: x - 8, y: sheet.y, width: half + 16 }, height);
    const top = sheet.y + (is === 'sum' ? 6 : 2);
    sheet.put('P', name, { x, y: top, width: half * 0.62 }, { size, weight });
    sheet.put('P', amount, { x: x + half * 0.62, y: top, width: half * 0.38 }, { size, weight, align: 'right' });
    sheet.y += height;
  }
  sheet.space(16);
}

/** What the law asks to be said; the code by which a French platform sorts documents says nothing to a reader. */
function drawMentions(sheet: Sheet, { vatBreakdown, notes, paymentTerms }: InvoiceDocument): void {
  const reasons = vatBreakdown.flatMap(({ exemption }) => (exemption ? [exemption.text] : []));
  for (const reason of reasons) sheet.write('P', reason, { weight: 'bold' });
  const texts = notes.filter(({ code }) => code !== 'BAR').map(({ text }) => text);
  for (const text of [...texts, ...(paymentTerms === null ? [] : [paymentTerms])]) {
    sheet.write('P', text, { size: 8, ink: 'muted' });
    sheet.space(2);
  }
  sheet.space(12);
}

function drawPayment(sheet: Sheet, page: Page, payment: NonNullable<InvoiceDocument['payment']>): void {
  const { words } = page;
  const code = codeOf(page.invoice, payment);
  const square = code === undefined ? 0 : 108;
  sheet.need(150);
  sheet.write('H2', words.pay, { size: 11, weight: 'bold', ink: 'brand' });
  sheet.space(6);
  const top = sheet.y;
  const { account } = payment;
  const isIban = account.kind === 'iban';
  const facts: Fact[] = [
    [words.holder, payment.holder],
    isIban
      ? [words.account, account.iban.replace(/(.{4})(?=.)/g, '$1 ')]
      : [words.bankgiro, bankgiroOf(account.number)],
    ...(isIban && account.bic !== null ? [[words.bic, account.bic] as Fact] : []),
    [words.reference, payment.remittance],
  ];
  let y = top;
  for (const [name, value] of facts) {
    const width = sheet.width - square - 24;
    y += sheet.put('P', name, { x: sheet.left, y, width }, { size: 7.5, ink: 'muted' }) + 1;
    y += sheet.put('P', value, { x: sheet.left, y, width }, { size: 10.5, weight: 'bold' }) + 7;
  }
  if (code !== undefined) drawCode(sheet, page, { code, top, square, payment });
  sheet.y = Math.max(y, top + square + 24);
}

function drawCode(
  sheet: Sheet,
  { invoice, words, show }: Page,
  {
    code,
    top,
    square,
    payment,
  }: { code: string; top: number; square: number; payment: NonNullable<InvoiceDocument['payment']> },
): void {
  const place = { x: sheet.left + sheet.width - square, y: top, width: square };
  const spoken = filled(words.code, {
    amount: show(invoice.totals.due),
    holder: payment.holder,
    account: payment.account.kind === 'iban' ? payment.account.iban : payment.account.number,
    reference: payment.remittance,
  });
  drawQr(sheet, code, spoken, place);
  sheet.put('P', words.scan, { ...place, y: top + square + 4 }, { size: 7, ink: 'muted', align: 'right' });
}

/** The text of the payment square; there is none for other currencies and accounts, nor where nothing is due. */
export function codeOf(
  { totals, currency: of }: InvoiceDocument,
  { account, holder, remittance }: NonNullable<InvoiceDocument['payment']>,
): string | undefined {
  if (of !== 'EUR' || account.kind !== 'iban' || !totals.due.isPositive()) return undefined;
  const reference = readReference(remittance);
  const isRf = reference.ok && reference.value.kind === 'rf';
  const code = sepaCode({
    name: holder,
    iban: account.iban,
    ...(account.bic !== null && { bic: account.bic }),
    amount: totals.due,
    ...(isRf ? { rf: reference.value.value } : { text: remittance }),
  });
  return code.ok ? code.value : undefined;
}

/** As it is printed: `991-2346`. */
const bankgiroOf = (number: string): string => `${number.slice(0, -4)}-${number.slice(-4)}`;

function footOf({ name, address, vatNumber, taxRegistration, legalForm }: InvoiceParty, words: InvoiceWords): string {
  const parts = [
    name,
    legalForm,
    `${address.street}, ${address.postcode} ${address.town}`,
    vatNumber && `${words.vatNumber} ${vatNumber}`,
    taxRegistration,
  ];
  return parts.filter(Boolean).join(' · ');
}
