import { itsState, notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import type { StepRefusal } from './declarations.service.js';

/** What somebody has seen who hands it in, or says what the authority answered. */
export const declarationFields: Readonly<Record<'state' | 'fields', Words>> = {
  state: itsState,
  fields: {
    en: 'what it says',
    fr: 'ce qu’elle dit',
    nl: 'wat erin staat',
    sv: 'vad som står i den',
    de: 'was darin steht',
  },
};

/** What somebody has seen who writes one field: how the others are filled in does not matter to her. */
export const fieldOf = (side: 'fields' | 'stated', name: string): Readonly<Record<string, Words>> => ({
  [`${side}/${name}`]: {
    en: `the field ${name}`,
    fr: `le champ ${name}`,
    nl: `het veld ${name}`,
    sv: `fältet ${name}`,
    de: `das Feld ${name}`,
  },
});

const notNow = problemKind({
  slug: 'declaration-not-now',
  status: 409,
  title: {
    en: 'This cannot be done with the declaration now',
    fr: 'Cela ne peut pas être fait maintenant avec la déclaration',
    nl: 'Dit kan nu niet met de aangifte',
    sv: 'Detta går inte att göra med deklarationen nu',
    de: 'Das geht mit der Meldung jetzt nicht',
  },
  cure: {
    en: 'A declaration is completed, sent and answered, in this order; a refused one is corrected and sent again. "state" says where it stands.',
    fr: 'Une déclaration est complétée, envoyée puis reçoit réponse, dans cet ordre ; refusée, elle est corrigée et renvoyée. « state » dit où elle en est.',
    nl: 'Een aangifte wordt aangevuld, verstuurd en beantwoord, in die volgorde; een geweigerde wordt verbeterd en opnieuw verstuurd. "state" zegt waar ze staat.',
    sv: 'En deklaration kompletteras, skickas och besvaras, i den ordningen; en avvisad rättas och skickas igen. ”state” säger var den är.',
    de: 'Eine Meldung wird ergänzt, gesendet und beantwortet, in dieser Reihenfolge; eine abgelehnte wird berichtigt und neu gesendet. „state“ sagt, wo sie steht.',
  },
});

const notReady = problemKind({
  slug: 'declaration-not-ready',
  status: 422,
  title: {
    en: 'The declaration cannot be sent as it is',
    fr: 'La déclaration ne peut pas être envoyée en l’état',
    nl: 'De aangifte kan zo niet worden verstuurd',
    sv: 'Deklarationen kan inte skickas som den är',
    de: 'Die Meldung kann so nicht gesendet werden',
  },
  cure: {
    en: '"errors" names each field to complete or correct; say it, then send again.',
    fr: '« errors » nomme chaque champ à compléter ou à corriger ; indiquez-le, puis renvoyez.',
    nl: '"errors" noemt elk veld dat aangevuld of verbeterd moet worden; vul het in en verstuur opnieuw.',
    sv: '”errors” anger varje fält att komplettera eller rätta; ange det och skicka igen.',
    de: '„errors“ nennt jedes Feld, das zu ergänzen oder zu berichtigen ist; geben Sie es an und senden Sie erneut.',
  },
});

const notComparable = problemKind({
  slug: 'declaration-not-comparable',
  status: 422,
  title: {
    en: 'What the authority states cannot be compared as it is written',
    fr: 'Ce que l’administration indique ne peut pas être comparé tel qu’il est écrit',
    nl: 'Wat de overheid opgeeft kan zo niet worden vergeleken',
    sv: 'Det som myndigheten uppger kan inte jämföras som det är skrivet',
    de: 'Was die Behörde angibt, lässt sich so nicht vergleichen',
  },
  cure: {
    en: 'Write it as our own value of the field is written: an amount with a point and two decimals such as 402.48, a day as 2026-03-27.',
    fr: 'Écrivez-le comme notre valeur du champ : un montant avec un point et deux décimales comme 402.48, un jour comme 2026-03-27.',
    nl: 'Schrijf het zoals onze eigen waarde van het veld: een bedrag met een punt en twee decimalen zoals 402.48, een dag als 2026-03-27.',
    sv: 'Skriv det som vårt eget värde i fältet: ett belopp med punkt och två decimaler som 402.48, en dag som 2026-03-27.',
    de: 'Schreiben Sie es wie unseren eigenen Wert des Feldes: einen Betrag mit Punkt und zwei Nachkommastellen wie 402.48, einen Tag als 2026-03-27.',
  },
});

const misfit = (field: string, code: string, detail: Words) => ({ pointer: `#/fields/${field}`, code, detail });

export const notOfRubrics = problemKind({
  slug: 'declaration-not-of-rubrics',
  status: 409,
  title: {
    en: 'This declaration has no lines of rubrics',
    fr: 'Cette déclaration n’a pas de rubriques',
    nl: 'Deze aangifte heeft geen rubrieken',
    sv: 'Den här deklarationen har inga rubriker enligt normen',
    de: 'Diese Meldung hat keine Rubriken',
  },
  cure: {
    en: 'Only the DSN is written like this. Take the XML of the declaration.',
    fr: 'Seule la DSN s’écrit ainsi. Prenez le XML de la déclaration.',
    nl: 'Alleen de DSN wordt zo geschreven. Neem de XML van de aangifte.',
    sv: 'Bara DSN skrivs så. Hämta deklarationens XML.',
    de: 'Nur die DSN wird so geschrieben. Nehmen Sie das XML der Meldung.',
  },
});

const breaksSchema = problemKind({
  slug: 'declaration-breaks-schema',
  status: 422,
  title: {
    en: 'The official schema does not allow the declaration as it is',
    fr: 'Le schéma officiel n’admet pas la déclaration en l’état',
    nl: 'Het officiële schema laat de aangifte zo niet toe',
    sv: 'Det officiella schemat godtar inte deklarationen som den är',
    de: 'Das amtliche Schema lässt die Meldung so nicht zu',
  },
  cure: {
    en: '"errors" gives the line of the file and what the schema says of it. Correct the field, or ask the sysadmin whether the schema in the folder is the right one.',
    fr: '« errors » donne la ligne du fichier et ce qu’en dit le schéma. Corrigez le champ, ou demandez à l’administrateur du système si le schéma du dossier est le bon.',
    nl: '"errors" geeft de regel van het bestand en wat het schema ervan zegt. Verbeter het veld, of vraag de systeembeheerder of het schema in de map het juiste is.',
    sv: '”errors” anger filens rad och vad schemat säger om den. Rätta fältet, eller fråga systemadministratören om schemat i mappen är det rätta.',
    de: '„errors“ nennt die Zeile der Datei und was das Schema dazu sagt. Berichtigen Sie das Feld, oder fragen Sie die Systemverwaltung, ob das Schema im Ordner das richtige ist.',
  },
});

export const declarationProblems = refusalTable<StepRefusal>({
  'no-such-declaration': () => new Problem(notFound),
  'not-from-here': ({ step, state, awaitsAnswer }) =>
    new Problem(notNow, {
      detail: {
        en: `"${step}" cannot follow while the declaration is "${state}"${awaitsAnswer ? ' and waits for its answer' : ''}.`,
        fr: awaitsAnswer
          ? 'La déclaration attend sa réponse, et ceci ne peut pas suivre maintenant. Rechargez la page pour voir où elle en est.'
          : 'Là où en est la déclaration, ceci n’est pas possible. Rechargez la page pour voir où elle en est.',
        nl: awaitsAnswer
          ? 'De aangifte wacht op haar antwoord, en dit kan nu niet volgen. Laad de pagina opnieuw om te zien waar ze staat.'
          : 'Zoals de aangifte er nu voor staat, kan dit niet. Laad de pagina opnieuw om te zien waar ze staat.',
        sv: awaitsAnswer
          ? 'Deklarationen väntar på sitt svar, och det här kan inte följa nu. Ladda om sidan för att se var den är.'
          : 'Där deklarationen är nu går det här inte. Ladda om sidan för att se var den är.',
        de: awaitsAnswer
          ? 'Die Meldung wartet auf ihre Antwort, und das kann jetzt nicht folgen. Laden Sie die Seite neu, um zu sehen, wo sie steht.'
          : 'So, wie die Meldung jetzt steht, geht das nicht. Laden Sie die Seite neu, um zu sehen, wo sie steht.',
      },
      extra: { state, awaitsAnswer },
    }),
  'no-such-field': ({ field }) =>
    new Problem(notReady, {
      errors: [
        misfit(field, 'no-such-field', {
          en: 'The form has no field of this name.',
          fr: 'Le formulaire n’a pas de champ de ce nom.',
          nl: 'Het formulier heeft geen veld met deze naam.',
          sv: 'Formuläret har inget fält med det namnet.',
          de: 'Das Formular hat kein Feld dieses Namens.',
        }),
      ],
    }),
  'not-comparable': ({ field }) =>
    new Problem(notComparable, {
      errors: [
        {
          pointer: '#/value',
          code: 'not-comparable',
          detail: {
            en: `The authority does not write ${field} like this.`,
            fr: `L’administration n’écrit pas ${field} ainsi.`,
            nl: `De overheid schrijft ${field} niet zo.`,
            sv: `Myndigheten skriver inte ${field} så.`,
            de: `Die Behörde schreibt ${field} nicht so.`,
          },
        },
      ],
    }),
  'breaks-schema': ({ file, mistakes }) =>
    new Problem(breaksSchema, {
      detail: {
        en: `Checked with ${file}.`,
        fr: `Vérifié avec ${file}.`,
        nl: `Nagekeken met ${file}.`,
        sv: `Kontrollerat med ${file}.`,
        de: `Geprüft mit ${file}.`,
      },
      errors: mistakes.map(({ line, reason }) => ({ pointer: `#/xml/${line}`, code: 'breaks-schema', detail: reason })),
      extra: { file },
    }),
  'not-ready': ({ missing, wrong }) =>
    new Problem(notReady, {
      errors: [
        ...missing.map((field) =>
          misfit(field, 'missing', {
            en: 'The authority asks for it, and nobody has said it.',
            fr: 'L’administration le demande, et personne ne l’a indiqué.',
            nl: 'De overheid vraagt het, en niemand heeft het opgegeven.',
            sv: 'Myndigheten kräver det, och ingen har angett det.',
            de: 'Die Behörde verlangt es, und niemand hat es angegeben.',
          }),
        ),
        ...wrong.map((field) =>
          misfit(field, 'wrong', {
            en: 'It is not written as the authority reads it.',
            fr: 'Ce n’est pas écrit comme l’administration le lit.',
            nl: 'Het is niet geschreven zoals de overheid het leest.',
            sv: 'Det är inte skrivet så som myndigheten läser det.',
            de: 'Es ist nicht so geschrieben, wie die Behörde es liest.',
          }),
        ),
      ],
    }),
});
