import { notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import type { RefundRefusal } from './refunds.service.js';

const cannotRefund = problemKind({
  slug: 'client-cannot-be-refunded',
  status: 422,
  title: {
    en: 'This cannot be paid back to the client',
    fr: 'Ceci ne peut pas être remboursé au client',
    nl: 'Dit kan niet aan de klant worden terugbetaald',
    sv: 'Detta kan inte betalas tillbaka till kunden',
    de: 'Das kann dem Auftraggeber nicht zurückgezahlt werden',
  },
  cure: {
    en: 'Nothing was ordered. A client gets back at most what it has with us: what it paid too much, or what a credit note gave it after it had paid.',
    fr: 'Rien n’a été ordonné. Un client récupère au plus ce qu’il a chez nous : un trop-perçu, ou ce qu’une note de crédit lui a rendu après paiement.',
    nl: 'Er is niets opgedragen. Een klant krijgt hoogstens terug wat hij bij ons te goed heeft: wat te veel werd betaald, of wat een creditnota na de betaling gaf.',
    sv: 'Inget har beställts. En kund får tillbaka högst det som den har tillgodo hos oss: vad som betalats för mycket, eller vad en kreditfaktura gav efter betalningen.',
    de: 'Nichts wurde beauftragt. Ein Auftraggeber erhält höchstens sein Guthaben bei uns zurück: was zu viel bezahlt wurde, oder was eine Rechnungskorrektur nach der Zahlung ergab.',
  },
});

const at = (pointer: string, code: string, detail: Words): Problem =>
  new Problem(cannotRefund, { detail, errors: [{ pointer, code, detail }] });

export const refundProblems = refusalTable<RefundRefusal>({
  'no-such-client': () => new Problem(notFound),
  'not-positive': () =>
    at('#/amount/amount', 'not-positive', {
      en: 'The amount is more than zero.',
      fr: 'Le montant est supérieur à zéro.',
      nl: 'Het bedrag is meer dan nul.',
      sv: 'Beloppet är större än noll.',
      de: 'Der Betrag ist größer als null.',
    }),
  'another-currency': ({ expected }) =>
    at('#/amount/currency', 'another-currency', {
      en: `What the client has with us is in ${expected}.`,
      fr: `Ce que le client a chez nous est en ${expected}.`,
      nl: `Wat de klant bij ons te goed heeft, is in ${expected}.`,
      sv: `Det som kunden har tillgodo hos oss är i ${expected}.`,
      de: `Das Guthaben des Auftraggebers bei uns ist in ${expected}.`,
    }),
  'more-than-credit': ({ credit }) =>
    at('#/amount/amount', 'more-than-credit', {
      en: `The client has ${credit} with us. Pay back at most that, or issue a credit note first.`,
      fr: `Le client a ${credit} chez nous. Remboursez au plus cela, ou établissez d’abord une note de crédit.`,
      nl: `De klant heeft ${credit} bij ons te goed. Betaal hoogstens dat terug, of maak eerst een creditnota.`,
      sv: `Kunden har ${credit} tillgodo hos oss. Betala tillbaka högst det, eller gör en kreditfaktura först.`,
      de: `Der Auftraggeber hat ${credit} bei uns gut. Zahlen Sie höchstens das zurück, oder stellen Sie zuerst eine Rechnungskorrektur aus.`,
    }),
});
