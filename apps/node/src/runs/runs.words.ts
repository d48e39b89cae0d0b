import type { Words } from '@passerelle/doors';
import { localeOf, showMonth } from '@passerelle/i18n';
import type { Month } from '@passerelle/values';
import type { Letter } from '../mail/letter.js';
import type { Member } from '../members/member.js';
import type { RefusalWords } from '../members/rule-refusals.words.js';
import type { RunItem } from './run-item.js';

const subject: Words = {
  en: 'Your payslip is ready',
  fr: 'Votre fiche de paie est prête',
  nl: 'Uw loonfiche staat klaar',
  sv: 'Din lönespecifikation är klar',
  de: 'Ihre Lohnabrechnung liegt bereit',
};

const says: Words = {
  en: 'Your payslip for {work} has been checked. You can read every line of it here, after signing in:',
  fr: 'Votre fiche de paie pour {work} a été vérifiée. Vous pouvez en lire chaque ligne ici, après connexion :',
  nl: 'Uw loonfiche voor {work} is nagekeken. U kunt elke lijn ervan hier lezen, nadat u zich hebt aangemeld:',
  sv: 'Din lönespecifikation för {work} har kontrollerats. Du kan läsa varje rad här efter inloggning:',
  de: 'Ihre Lohnabrechnung für {work} wurde geprüft. Sie können jede Zeile hier lesen, nachdem Sie sich angemeldet haben:',
};

const missions: Words = {
  en: 'the mission {reference}',
  fr: 'la mission {reference}',
  nl: 'de opdracht {reference}',
  sv: 'uppdraget {reference}',
  de: 'den Auftrag {reference}',
};

/** Tells a worker that she can read her payslip. A letter may be read by others, so it names no amount. */
export const payslipLetter = (
  { name, language }: Pick<Member, 'name' | 'language'>,
  { mission, reference, url }: Pick<RunItem, 'mission' | 'reference'> & { readonly url: string },
): Omit<Letter, 'to'> => {
  const month = (): string => showMonth(reference as Month, localeOf(language));
  const work = mission === null ? month() : missions[language].replace('{reference}', reference);
  return {
    subject: `${subject[language]} (${reference})`,
    text: [name, '', says[language].replace('{work}', work), '', url].join('\n'),
  };
};

/** The rules answer otherwise than when a payslip was issued, by this version of them. */
export const unprovenWords = (version: string): RefusalWords => ({
  detail: {
    en: `The rules no longer answer what they answered when this payslip was issued (version ${version}).`,
    fr: `Les règles ne répondent plus ce qu’elles répondaient quand cette fiche de paie a été établie (version ${version}).`,
    nl: `De regels antwoorden niet meer wat ze antwoordden toen deze loonfiche werd gemaakt (versie ${version}).`,
    sv: `Reglerna svarar inte längre som när den här lönespecifikationen gjordes (version ${version}).`,
    de: `Die Regeln antworten nicht mehr wie damals, als diese Lohnabrechnung erstellt wurde (Version ${version}).`,
  },
  remedy: {
    en: 'Compare it at its proof, and ask whoever changed the rules; a wrong payslip is corrected by a new one.',
    fr: 'Comparez-la à sa preuve et interrogez la personne qui a changé les règles ; une fiche de paie fausse est corrigée par une nouvelle.',
    nl: 'Vergelijk ze met haar herberekening en vraag het aan wie de regels wijzigde; een foute loonfiche wordt door een nieuwe rechtgezet.',
    sv: 'Jämför den med dess bevis och fråga den som ändrade reglerna; en felaktig lönespecifikation rättas med en ny.',
    de: 'Vergleichen Sie sie mit ihrem Nachweis und fragen Sie, wer die Regeln geändert hat; eine falsche Lohnabrechnung wird durch eine neue berichtigt.',
  },
});

/** The program itself failed; what it says of that is for whoever mends it, in its own words. */
export const brokenWords = (error: string): RefusalWords => ({
  detail: {
    en: `This program failed on it: ${error}`,
    fr: `Ce programme a échoué à cet endroit : ${error}`,
    nl: `Dit programma faalde hierop: ${error}`,
    sv: `Programmet misslyckades med detta: ${error}`,
    de: `Dieses Programm ist daran gescheitert: ${error}`,
  },
  remedy: {
    en: 'Tell whoever runs this node, and try again after it was mended.',
    fr: 'Prévenez la personne qui exploite ce nœud, et réessayez une fois la panne réparée.',
    nl: 'Meld het aan wie dit knooppunt beheert, en probeer opnieuw als het hersteld is.',
    sv: 'Säg till den som driver noden, och försök igen när felet är åtgärdat.',
    de: 'Sagen Sie es der Person, die diesen Knoten betreibt, und versuchen Sie es nach der Behebung erneut.',
  },
});
