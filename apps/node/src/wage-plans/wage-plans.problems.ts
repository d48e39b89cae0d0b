import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { WagePlanRefusal } from './wage-plans.service.js';

const planRefused = problemKind({
  slug: 'wage-plan-refused',
  status: 422,
  title: {
    en: 'This monthly wage cannot be planned',
    fr: 'Ce salaire mensuel ne peut pas être prévu',
    nl: 'Dit maandloon kan niet worden gepland',
    sv: 'Den här månadslönen kan inte planeras',
    de: 'Dieser Monatslohn kann nicht geplant werden',
  },
  cure: {
    en: '"errors" names the field and what stands against it: the law of the month, its minimum wage, the currency, or a month that has begun.',
    fr: '« errors » nomme le champ et ce qui s’y oppose : la loi du mois, son salaire minimum, la monnaie, ou un mois déjà commencé.',
    nl: '"errors" noemt het veld en wat ertegen is: de wet van de maand, het minimumloon, de munt, of een maand die al begonnen is.',
    sv: '"errors" anger fältet och vad som hindrar: månadens lag, minimilönen, valutan eller en månad som redan har börjat.',
    de: '„errors“ nennt das Feld und was entgegensteht: das Recht des Monats, der Mindestlohn, die Währung oder ein begonnener Monat.',
  },
});

const wrong = (pointer: string, code: string, detail: string, extra?: Record<string, unknown>): Problem =>
  new Problem(planRefused, { detail, errors: [{ pointer, code, detail }], ...(extra && { extra }) });

export const wagePlanProblems = refusalTable<WagePlanRefusal>({
  'no-such-member': () => new Problem(notFound),
  'no-law-of-wages': ({ country }) =>
    new Problem(planRefused, `This release does not know the law of payslips of ${country}.`),
  'other-currency': ({ expected }) => wrong('#/gross', 'other-currency', `Wages of this entity are in ${expected}.`),
  'month-begun': ({ first }) =>
    wrong('#/from', 'month-begun', `The month has begun or is over: plan from ${first} on.`),
  'nothing-planned': () => wrong('#/gross', 'nothing-planned', 'No wage is planned for that month, so none can stop.'),
  'wage-impossible': ({ why: { kind, rule, date, detail, remedy, missing } }) =>
    wrong('#/gross', kind, `${detail} ${remedy}`, { rule, date, ...(missing && { missing: missing.toJSON() }) }),
});
