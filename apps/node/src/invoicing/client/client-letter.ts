import { localeOf, showDate, showMoney } from '@passerelle/i18n';
import type { LegalEntity } from '../../cooperative/legal-entity.js';
import { type Letter, linesIn } from '../../mail/letter.js';
import { type ClientLetterKind, clientLetterWords } from './client-letters.words.js';
import { type Invoice, openOf } from '../invoices/invoice.js';

export interface AboutInvoice {
  readonly invoice: Invoice;
  readonly entity: LegalEntity;
  /** What was done, in the words of the order. */
  readonly work: string;
  /** The page of the invoice. */
  readonly url: string;
}

/**
 * What a client is written about an invoice, in her language. The letter never names an account number: whoever could
 * change a letter on its way would change that. It stands on the page.
 */
export function clientLetter(kind: ClientLetterKind, about: AboutInvoice): Omit<Letter, 'to'> {
  const { invoice, entity, work, url } = about;
  const { number, issuedOn, dueOn, buyer } = invoice;
  const words = clientLetterWords[buyer.language];
  const locale = localeOf(buyer.language, buyer.country);
  const { subject, opening } = words.letters[kind];
  const line = linesIn(buyer.language);
  const text = [
    buyer.name,
    '',
    opening,
    '',
    line(words.invoice, `${number} (${showDate(issuedOn, locale)})`),
    line(words.work, work),
    line(words.due, showMoney(openOf(invoice), locale)),
    line(words.until, showDate(dueOn, locale)),
    '',
    url,
    '',
    words.page,
    '',
    entity.name,
  ].join('\n');
  return { subject: `${subject} ${number} · ${entity.name}`, text };
}
