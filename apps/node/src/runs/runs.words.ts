import type { Words } from '@passerelle/doors';
import type { Letter } from '../mail/letter.js';
import type { Member } from '../members/member.js';

const subject: Words = {
  en: 'Your payslip is ready',
  fr: 'Votre fiche de paie est prête',
  nl: 'Uw loonbrief staat klaar',
  sv: 'Din lönespecifikation är klar',
  de: 'Ihre Gehaltsabrechnung liegt bereit',
};

const says: Words = {
  en: 'Your payslip for the mission {reference} has been checked. You can read every line of it here, after signing in:',
  fr: 'Votre fiche de paie pour la mission {reference} a été vérifiée. Vous pouvez en lire chaque ligne ici, après connexion :',
  nl: 'Uw loonbrief voor de opdracht {reference} is nagekeken. U kunt elke regel ervan hier lezen, na aanmelding:',
  sv: 'Din lönespecifikation för uppdraget {reference} har kontrollerats. Du kan läsa varje rad här efter inloggning:',
  de: 'Ihre Gehaltsabrechnung für den Auftrag {reference} wurde geprüft. Sie können jede Zeile hier nach Anmeldung lesen:',
};

/** Tells a worker that she can read her payslip. A letter may be read by others, so it names no amount. */
export const payslipLetter = (
  { name, language }: Pick<Member, 'name' | 'language'>,
  { reference, url }: { readonly reference: string; readonly url: string },
): Omit<Letter, 'to'> => ({
  subject: `${subject[language]} (${reference})`,
  text: [name, '', says[language].replace('{reference}', reference), '', url].join('\n'),
});
