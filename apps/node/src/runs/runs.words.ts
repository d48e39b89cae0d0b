import type { Words } from '@passerelle/doors';
import { localeOf, showMonth } from '@passerelle/i18n';
import type { Month } from '@passerelle/values';
import type { Letter } from '../mail/letter.js';
import type { Member } from '../members/member.js';
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
  nl: 'Uw loonfiche voor {work} is nagekeken. U kunt elke regel ervan hier lezen, na aanmelding:',
  sv: 'Din lönespecifikation för {work} har kontrollerats. Du kan läsa varje rad här efter inloggning:',
  de: 'Ihre Lohnabrechnung für {work} wurde geprüft. Sie können jede Zeile hier nach Anmeldung lesen:',
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
