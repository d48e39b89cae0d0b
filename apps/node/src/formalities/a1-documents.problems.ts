import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import { fileProblems } from '../files/files.problems.js';
import type { DocumentRefusal } from './a1-documents.service.js';

const letterRefused = problemKind({
  slug: 'a1-document-refused',
  status: 422,
  title: {
    en: 'This file is no letter we can keep',
    fr: 'Ce fichier n’est pas un courrier que nous pouvons garder',
    nl: 'Dit bestand is geen brief die we kunnen bewaren',
    sv: 'Filen är inget brev som vi kan spara',
    de: 'Diese Datei ist kein Schreiben, das wir aufbewahren können',
  },
  cure: {
    en: 'Send the certificate or the answer of the institution as a whole PDF, JPEG or PNG, at most 10 MB. It is kept apart, so that your adviser can look at it.',
    fr: 'Envoyez le certificat ou la réponse de l’institution en PDF, JPEG ou PNG entier, 10 Mo au plus. Il est gardé à part, pour que votre conseiller puisse le regarder.',
    nl: 'Stuur de verklaring of het antwoord van de instelling als hele pdf, JPEG of PNG, hoogstens 10 MB. Het is apart bewaard, zodat uw adviseur het kan bekijken.',
    sv: 'Skicka intyget eller institutionens svar som hel pdf, JPEG eller PNG, högst 10 MB. Den är sparad för sig, så att din rådgivare kan titta på den.',
    de: 'Senden Sie die Bescheinigung oder die Antwort des Trägers als ganzes PDF, JPEG oder PNG, höchstens 10 MB. Die Datei wird gesondert aufbewahrt, damit Ihre Beratung sie ansehen kann.',
  },
});

const letterOfAnother = problemKind({
  slug: 'a1-document-of-another',
  status: 409,
  title: {
    en: 'This file is kept for another worker',
    fr: 'Ce fichier est gardé pour une autre personne',
    nl: 'Dit bestand wordt voor een andere werknemer bewaard',
    sv: 'Filen är sparad för en annan person',
    de: 'Diese Datei wird für eine andere Person aufbewahrt',
  },
  cure: {
    en: 'A certificate is one person’s. Look whose name is on it, and send the right file; nothing has been changed.',
    fr: 'Un certificat est celui d’une seule personne. Regardez quel nom il porte et envoyez le bon fichier ; rien n’a changé.',
    nl: 'Een verklaring is van één persoon. Kijk wiens naam erop staat en stuur het juiste bestand; er is niets gewijzigd.',
    sv: 'Ett intyg är en enda persons. Se vems namn som står på det och skicka rätt fil; inget har ändrats.',
    de: 'Eine Bescheinigung gehört einer Person. Prüfen Sie den Namen darauf und senden Sie die richtige Datei; nichts wurde geändert.',
  },
});

export const documentProblems = refusalTable<DocumentRefusal>({
  ...fileProblems(letterRefused),
  'no-such-mission': () => new Problem(notFound),
  'only-the-home': () =>
    new Problem(letterRefused, {
      en: 'Only the home branch, which employs the worker, keeps her certificates.',
      fr: 'Seule la coopérative d’origine, qui emploie la personne, garde ses certificats.',
      nl: 'Alleen de thuiscoöperatie, die de werknemer in dienst heeft, bewaart haar verklaringen.',
      sv: 'Bara hemkooperativet, som anställer personen, sparar hennes intyg.',
      de: 'Nur die Heimatgenossenschaft, die die Person anstellt, bewahrt ihre Bescheinigungen auf.',
    }),
  'letter-of-another': () => new Problem(letterOfAnother),
});
