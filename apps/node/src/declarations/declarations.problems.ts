import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { StepRefusal } from './declarations.service.js';

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
    sv: 'En deklaration kompletteras, skickas och besvaras, i den ordningen; en avvisad rättas och skickas igen. "state" säger var den är.',
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
    sv: '"errors" anger varje fält att komplettera eller rätta; ange det och skicka igen.',
    de: '„errors“ nennt jedes Feld, das zu ergänzen oder zu berichtigen ist; geben Sie es an und senden Sie erneut.',
  },
});

const misfit = (field: string, code: string, detail: string) => ({ pointer: `#/fields/${field}`, code, detail });

export const declarationProblems = refusalTable<StepRefusal>({
  'no-such-declaration': () => new Problem(notFound),
  'not-from-here': ({ step, state, awaitsAnswer }) =>
    new Problem(notNow, {
      detail: `"${step}" cannot follow while the declaration is "${state}"${awaitsAnswer ? ' and waits for its answer' : ''}.`,
      extra: { state, awaitsAnswer },
    }),
  'no-such-field': ({ field }) =>
    new Problem(notReady, { errors: [misfit(field, 'no-such-field', 'The form has no field of this name.')] }),
  'not-ready': ({ missing, wrong }) =>
    new Problem(notReady, {
      errors: [
        ...missing.map((field) => misfit(field, 'missing', 'The authority asks for it, and nobody has said it.')),
        ...wrong.map((field) => misfit(field, 'wrong', 'It is not written as the authority reads it.')),
      ],
    }),
});
