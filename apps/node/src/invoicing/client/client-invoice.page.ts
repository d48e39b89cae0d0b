import { type Language, languages, qrPath } from '@passerelle/doors';
import { sepaCode } from '@passerelle/formats';
import { localeOf, showDate, showMoney } from '@passerelle/i18n';
import type { PlainDate } from '@passerelle/values';
import type { LegalEntity } from '../../cooperative/legal-entity.js';
import { page, text } from '../../missions/plain-page.js';
import { type ClientInvoiceWords, clientInvoiceWords } from './client-invoice.words.js';
import { type Invoice, openOf } from '../invoices/invoice.js';
import { printed } from '../invoices/numbers.js';

export interface ClientInvoiceReader {
  readonly entity: LegalEntity;
  readonly language: Language;
  readonly today: PlainDate;
}

/** What a client asks of an invoice: how much, until when, how to pay, and the documents for her books. */
export function clientInvoicePage(invoice: Invoice, reader: ClientInvoiceReader): string {
  const { entity, language } = reader;
  const words = clientInvoiceWords[language];
  const locale = localeOf(language, entity.country);
  const open = openOf(invoice);
  const rows: readonly (readonly [string, string])[] = [
    [words.due, showMoney(open, locale)],
    [words.until, showDate(invoice.dueOn, locale)],
    [words.state, stateIn(words, invoice, reader.today)],
    ...(open.isPositive() ? howToPay(words, invoice, entity) : []),
  ];
  return page(`${words.title} ${invoice.number}`, language, [
    `<dl>${rows.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('')}</dl>`,
    open.isPositive() ? square(words, invoice, entity) : '',
    `<p><a href="invoice.pdf">${text(words.pdf)}</a> · <a href="invoice.xml">${text(words.xml)}</a></p>`,
    languageLinks(words, language),
  ]);
}

const howToPay = (
  words: ClientInvoiceWords,
  { reference }: Invoice,
  { name, iban, bic }: LegalEntity,
): readonly (readonly [string, string])[] => [
  [words.holder, name],
  [words.account, iban.replace(/(.{4})(?=.)/g, '$1 ')],
  [words.bic, bic],
  [words.reference, printed(reference)],
];

function stateIn(words: ClientInvoiceWords, invoice: Invoice, today: PlainDate): string {
  if (invoice.isTakenBack) return words.states.credited;
  if (openOf(invoice).isZero()) return words.states.received;
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

const languageLinks = (words: ClientInvoiceWords, chosen: Language): string =>
  `<nav aria-label="${text(words.language)}">${languages
    .map((each) => (each === chosen ? `<b>${each}</b>` : `<a href="?lang=${each}" hreflang="${each}">${each}</a>`))
    .join(' ')}</nav>`;
