import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { CooperativeRefusal } from './cooperative.service.js';

const policyRefused = problemKind({
  slug: 'policy-refused',
  status: 422,
  title: {
    en: 'This policy cannot be recorded',
    fr: 'Cette règle ne peut pas être enregistrée',
    nl: 'Dit beleid kan niet worden vastgelegd',
    sv: 'Den här policyn kan inte registreras',
    de: 'Diese Regelung kann nicht erfasst werden',
  },
  cure: {
    en: 'A policy holds from a day on and is never edited, because payslips rest on it. Record a new decision from today or a later day.',
    fr: 'Une règle vaut à partir d’un jour et n’est jamais modifiée, car des fiches de paie en dépendent. Enregistrez une nouvelle décision à partir d’aujourd’hui ou plus tard.',
    nl: 'Beleid geldt vanaf een dag en wordt nooit gewijzigd, omdat loonfiches erop steunen. Leg een nieuwe beslissing vast vanaf vandaag of later.',
    sv: 'En policy gäller från en dag och ändras aldrig, eftersom lönebesked vilar på den. Registrera ett nytt beslut från i dag eller senare.',
    de: 'Eine Regelung gilt ab einem Tag und wird nie geändert, weil Lohnzettel darauf beruhen. Erfassen Sie einen neuen Beschluss ab heute oder später.',
  },
});

export const cooperativeProblems = refusalTable<CooperativeRefusal>({
  'no-such-entity': () => new Problem(notFound),
  'not-a-policy-value': ({ expected }) =>
    new Problem(policyRefused, {
      errors: [{ pointer: '#/value', code: 'not-a-policy-value', detail: `Give ${expected}.` }],
    }),
  'policy-in-the-past': ({ from, today }) =>
    new Problem(policyRefused, {
      errors: [
        {
          pointer: '#/from',
          code: 'policy-in-the-past',
          detail: `${from} is before today, ${today}: payslips may already rest on the policy of that day.`,
        },
      ],
    }),
  'policy-already-decided': ({ from }) =>
    new Problem(policyRefused, {
      errors: [
        {
          pointer: '#/from',
          code: 'policy-already-decided',
          detail: `Another value was decided from ${from}; choose a later day.`,
        },
      ],
    }),
});
