import { type Language, qrPath } from '@passerelle/doors';
import { sepaCode } from '@passerelle/formats';
import { localeOf, showDate, showMoney } from '@passerelle/i18n';
import type { Money, PlainDate } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import { type Invoice, openOf } from '../invoicing/invoices/invoice.js';
import { printed } from '../invoicing/invoices/numbers.js';
import { page, text } from '../missions/plain-page.js';
import { askedText } from './asked-text.js';
import { type ClientInvoiceWords, clientInvoiceWords } from './client-invoice.words.js';
import { languageButtons, languageLinks } from './languages.js';

export interface ClientInvoiceReader {
  readonly token: string;
  readonly entity: LegalEntity;
  readonly language: Language;
  readonly today: PlainDate;
  /** Since when she says that something is wrong; null when she does not, or no longer. */
  readonly disputedSince: PlainDate | null;
  /** What she wrote of it before she changed the language. */
  readonly typed: string;
  readonly isReasonMissing: boolean;
}

/** What a client asks of an invoice: how much, until when, how to pay, the documents for her books, and who mends it. */
export function clientInvoicePage(invoice: Invoice, reader: ClientInvoiceReader): string {
  const { entity, language } = reader;
  const words = clientInvoiceWords[language];
  const locale = localeOf(language, entity.country);
  const open = openOf(invoice);
  const isOpen = open.isPositive();
  const canDispute = isOpen && reader.disputedSince === null;
  const rows: readonly Row[] = [
    { name: words.due, value: showMoney(open, locale), copy: isOpen ? ['amount', plainAmount(open, locale)] : null },
    { name: words.until, value: showDate(invoice.dueOn, locale), copy: null },
    { name: words.state, value: stateIn(words, invoice, reader), copy: null },
    ...(isOpen ? howToPay(words, invoice, entity) : []),
  ];
  return page(
    `${words.title} ${invoice.number}`,
    language,
    [
      `<dl>${rows.map((row) => rowOf(row, words)).join('')}</dl>`,
      isOpen ? square(words, invoice, entity) : '',
      `<p><a href="invoice.pdf">${text(words.pdf)}</a> · <a href="invoice.xml">${text(words.xml)}</a></p>`,
      canDispute ? disputeForm(words, reader) : languageLinks(words.language, language),
    ],
    { script: copyScript },
  );
}

/** Shows the buttons that copy, where a browser can. */
const copyScript = '/plain/copy.js';

interface Row {
  readonly name: string;
  readonly value: string;
  /** What it is called in the page, and what a bank's form takes. */
  readonly copy: readonly [what: 'amount' | 'iban' | 'reference', value: string] | null;
}

const rowOf = ({ name, value, copy }: Row, words: ClientInvoiceWords): string =>
  `<dt>${text(name)}</dt><dd><span>${text(value)}</span>${copy ? copyButton(name, copy, words) : ''}</dd>`;

/** Hidden until the page's script finds that it can do something. */
const copyButton = (
  name: string,
  [what, value]: NonNullable<Row['copy']>,
  { copy, copied }: ClientInvoiceWords,
): string =>
  ` <button type="button" class="copy" hidden data-testid="copy-${what}" data-copy="${text(value)}" data-done="${text(copied)}" aria-label="${text(`${copy}: ${name}`)}">${text(copy)}</button><span role="status" class="small"></span>`;

/** As one types it into the form of a bank: no thousands, no currency, the reader's decimal sign. */
function plainAmount(amount: Money, locale: string): string {
  const sign = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')!.value;
  return amount.toDecimal().replace('.', sign);
}

const howToPay = (
  words: ClientInvoiceWords,
  { reference }: Invoice,
  { name, iban, bic }: LegalEntity,
): readonly Row[] => [
  { name: words.holder, value: name, copy: null },
  { name: words.account, value: iban.replace(/(.{4})(?=.)/g, '$1 '), copy: ['iban', iban] },
  { name: words.bic, value: bic, copy: null },
  { name: words.reference, value: printed(reference), copy: ['reference', printed(reference)] },
];

function stateIn(
  words: ClientInvoiceWords,
  invoice: Invoice,
  { today, disputedSince, entity, language }: ClientInvoiceReader,
): string {
  if (invoice.isTakenBack) return words.states.credited;
  if (openOf(invoice).isZero()) return words.states.received;
  if (disputedSince !== null) return words.disputed(showDate(disputedSince, localeOf(language, entity.country)));
  return today > invoice.dueOn ? words.states.late : words.states.due;
}

/** The payment square of the euro, with what is still open; there is none for other currencies. */
function square(words: ClientInvoiceWords, invoice: Invoice, { name, iban, bic }: LegalEntity): string {
  const { kind, value } = invoice.reference;
  const remittance = kind === 'rf' ? { rf: value } : { text: printed(invoice.reference) };
  const code = sepaCode({ name, iban, bic, amount: openOf(invoice), ...remittance });
  if (!code.ok) return '';
  const { path, size } = qrPath(code.value);
  return `<svg role="img" aria-label="${text(words.scan)}" data-testid="pay-qr" width="200" height="200" viewBox="-4 -4 ${size + 8} ${size + 8}"><path fill="#fff" d="M-4-4h${size + 8}v${size + 8}h-${size + 8}z"/><path fill="#000" d="${path}"/></svg>
<p class="small">${text(words.scan)}</p>`;
}

/** Closed until it is needed; what she sends pauses the reminders. */
function disputeForm(
  words: ClientInvoiceWords,
  { token, language, typed, isReasonMissing }: ClientInvoiceReader,
): string {
  const action = `/c/${encodeURIComponent(token)}/invoice/disputes`;
  const isBegun = typed !== '' || isReasonMissing;
  return `<form method="post" action="${action}?lang=${language}">
  <details${isBegun ? ' open' : ''}><summary>${text(words.wrong)}</summary>
    <p>${text(words.wrongLead)}</p>
    ${askedText({ label: words.wrongWhat, missing: isReasonMissing ? words.wrongMissing : null, typed })}
    <button name="answer" value="dispute">${text(words.wrongSend)}</button>
  </details>
  ${languageButtons(words.language, action, language)}
</form>`;
}
