import { notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import type { AcknowledgeRefused } from './monitoring.service.js';

const tooLong = problemKind({
  slug: 'alarm-rests-too-long',
  status: 422,
  title: {
    en: 'An alarm cannot rest until then',
    fr: 'Une alarme ne peut pas se taire jusque-là',
    nl: 'Een alarm kan niet tot dan zwijgen',
    sv: 'Ett larm kan inte vila så länge',
    de: 'Ein Alarm kann nicht bis dahin ruhen',
  },
  cure: {
    en: 'Name an instant in the future, at most 31 days away. Later the alarm counts again, and somebody looks again.',
    fr: 'Indiquez un instant futur, dans 31 jours au plus. Ensuite l’alarme compte de nouveau et quelqu’un l’examine à nouveau.',
    nl: 'Noem een moment in de toekomst, hoogstens 31 dagen ver. Daarna telt het alarm weer en kijkt iemand opnieuw.',
    sv: 'Ange en tidpunkt i framtiden, högst 31 dagar bort. Sedan räknas larmet igen och någon tittar på nytt.',
    de: 'Nennen Sie einen künftigen Zeitpunkt, höchstens 31 Tage entfernt. Danach zählt der Alarm wieder, und jemand sieht erneut nach.',
  },
});

export const acknowledgeProblems = refusalTable<AcknowledgeRefused>({
  'no-such-alarm': () => new Problem(notFound),
  'not-within-reach': ({ most }) =>
    new Problem(tooLong, {
      errors: [
        {
          pointer: '#/until',
          code: 'not-within-reach',
          detail: {
            en: `It is at most ${most.toISOString()}.`,
            fr: `Au plus tard : ${most.toISOString()}.`,
            nl: `Uiterlijk ${most.toISOString()}.`,
            sv: `Senast ${most.toISOString()}.`,
            de: `Spätestens ${most.toISOString()}.`,
          },
        },
      ],
    }),
});

/** What may have changed of an alarm since somebody looked at it. */
export const whatWasSaid: Words = {
  en: 'why the alarm may stand, and until when',
  fr: 'pourquoi l’alarme peut rester, et jusqu’à quand',
  nl: 'waarom het alarm mag blijven staan, en tot wanneer',
  sv: 'varför larmet får stå kvar, och till när',
  de: 'warum der Alarm stehen bleiben darf und bis wann',
};
