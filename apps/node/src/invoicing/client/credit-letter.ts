import { localeOf, showDate, showMoney } from '@passerelle/i18n';
import type { Language } from '@passerelle/rules';
import { type Letter, linesIn } from '../../mail/letter.js';
import type { AboutInvoice } from './client-letter.js';
import { clientLetterWords } from './client-letters.words.js';
import type { CreditNote } from '../invoices/credit-note.js';

interface CreditLetterWords {
  readonly note: string;
  readonly opening: string;
  readonly amount: string;
  readonly reason: string;
}

const creditWords: Readonly<Record<Language, CreditLetterWords>> = {
  en: {
    note: 'Credit note',
    opening: 'We take back an invoice, or a part of it. Here is our credit note.',
    amount: 'Amount taken back',
    reason: 'Reason',
  },
  fr: {
    note: 'Note de crédit',
    opening: 'Nous annulons une facture, en tout ou en partie. Voici notre note de crédit.',
    amount: 'Montant annulé',
    reason: 'Motif',
  },
  nl: {
    note: 'Creditnota',
    opening: 'We crediteren een factuur, geheel of gedeeltelijk. Hierbij vindt u onze creditnota.',
    amount: 'Gecrediteerd bedrag',
    reason: 'Reden',
  },
  sv: {
    note: 'Kreditfaktura',
    opening: 'Vi krediterar en faktura, helt eller delvis. Här är vår kreditfaktura.',
    amount: 'Krediterat belopp',
    reason: 'Skäl',
  },
  de: {
    note: 'Rechnungskorrektur',
    opening: 'Wir stornieren eine Rechnung ganz oder zum Teil. Anbei finden Sie unsere Rechnungskorrektur.',
    amount: 'Stornierter Betrag',
    reason: 'Grund',
  },
};

/** What a client is written about a credit note, in the language of the invoice it takes back. */
export function creditLetter(note: CreditNote, about: AboutInvoice): Omit<Letter, 'to'> {
  const { invoice, entity, work, url } = about;
  const { buyer } = invoice;
  const words = clientLetterWords[buyer.language];
  const { note: title, opening, amount, reason } = creditWords[buyer.language];
  const locale = localeOf(buyer.language, buyer.country);
  const line = linesIn(buyer.language);
  const text = [
    buyer.name,
    '',
    opening,
    '',
    line(title, `${note.number} (${showDate(note.issuedOn, locale)})`),
    line(words.invoice, invoice.number),
    line(words.work, work),
    line(amount, showMoney(note.gross, locale)),
    line(reason, note.reason),
    '',
    url,
    '',
    entity.name,
  ].join('\n');
  return { subject: `${title} ${note.number} · ${entity.name}`, text };
}
