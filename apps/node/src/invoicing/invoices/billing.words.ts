import type { Words } from '@passerelle/doors';
import type { HeldMission, HeldReason } from './held.js';
import type { DocumentRefusal } from './invoice.js';
import { whyUndecided } from '../vat/vat.js';

/** What stands against the invoice and what to do, for the list of held missions and the problem at the door. */
export function whyHeld(refusal: HeldReason): Words {
  switch (refusal.kind) {
    case 'price-in-another-currency':
      return {
        en: `The price is in ${refusal.price} and the books are in ${refusal.books}: agree on a price in ${refusal.books}.`,
        fr: `Le prix est en ${refusal.price} et les comptes sont en ${refusal.books} : convenez d’un prix en ${refusal.books}.`,
        nl: `De prijs is in ${refusal.price} en de boeken zijn in ${refusal.books}: spreek een prijs in ${refusal.books} af.`,
        sv: `Priset är i ${refusal.price} och bokföringen i ${refusal.books}: kom överens om ett pris i ${refusal.books}.`,
        de: `Der Preis ist in ${refusal.price} und die Bücher sind in ${refusal.books}: Vereinbaren Sie einen Preis in ${refusal.books}.`,
      };
    case 'no-term':
      return {
        en: `No policy says how many days clients have to pay on ${refusal.on}: record "invoiceTermDays".`,
        fr: `Aucune règle ne dit combien de jours les clients ont pour payer au ${refusal.on} : enregistrez le délai de paiement des factures.`,
        nl: `Geen beleid zegt hoeveel dagen klanten op ${refusal.on} hebben om te betalen: leg de betaaltermijn van facturen vast.`,
        sv: `Ingen policy säger hur många dagar kunder har på sig att betala den ${refusal.on}: registrera betalningstiden för fakturor.`,
        de: `Keine Regelung sagt, wie viele Tage Auftraggeber am ${refusal.on} zum Zahlen haben: Erfassen Sie das Zahlungsziel.`,
      };
    case 'not-a-document':
      return notADocument(refusal);
    case 'taken-back': {
      const { creditNote, invoice } = refusal;
      return {
        en: `Credit note ${creditNote} took back invoice ${invoice}: mend what was wrong with it, then bill it again.`,
        fr: `La note de crédit ${creditNote} a annulé la facture ${invoice} : corrigez ce qui n’allait pas, puis facturez à nouveau.`,
        nl: `Creditnota ${creditNote} heeft factuur ${invoice} ongedaan gemaakt: verbeter wat er fout was en factureer opnieuw.`,
        sv: `Kreditfaktura ${creditNote} tog tillbaka faktura ${invoice}: rätta det som var fel och fakturera igen.`,
        de: `Rechnungskorrektur ${creditNote} hat Rechnung ${invoice} aufgehoben: Beheben Sie den Fehler und rechnen Sie neu ab.`,
      };
    }
    default:
      return whyUndecided(refusal);
  }
}

/** Why it waits, in the words of every language; a row of an earlier release has English alone. */
export const inWordsOf = ({ why, detail }: Pick<HeldMission, 'why' | 'detail'>): Words | string =>
  why === null ? detail : whyHeld(why);

/** An electronic invoice that breaks rules: English says each, the others name them. */
export function notADocument({ faults }: DocumentRefusal): Words {
  const rules = faults.map(({ rule }) => rule).join(', ');
  return {
    en: faults.map(({ rule, detail }) => `${rule}: ${detail}`).join(' '),
    fr: `Le document ne remplit pas les règles de la facture électronique : ${rules}. Complétez les données de l’entité juridique, du client ou de la mission.`,
    nl: `Het document voldoet niet aan de regels van de elektronische factuur: ${rules}. Vul de gegevens van de rechtspersoon, de klant of de opdracht aan.`,
    sv: `Dokumentet uppfyller inte reglerna för elektroniska fakturor: ${rules}. Komplettera uppgifterna om den juridiska personen, kunden eller uppdraget.`,
    de: `Das Dokument erfüllt die Regeln der elektronischen Rechnung nicht: ${rules}. Ergänzen Sie die Angaben zum Rechtsträger, zum Auftraggeber oder zum Auftrag.`,
  };
}
