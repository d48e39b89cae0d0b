import { notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import { asOneText, ruleRefusalWords } from '../members/rule-refusals.words.js';
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
    nl: '"errors" noemt het veld en wat in de weg staat: de wet van de maand, het minimumloon, de munt, of een maand die al begonnen is.',
    sv: '”errors” anger fältet och vad som hindrar: månadens lag, minimilönen, valutan eller en månad som redan har börjat.',
    de: '„errors“ nennt das Feld und was entgegensteht: das Recht des Monats, der Mindestlohn, die Währung oder ein begonnener Monat.',
  },
});

const wrong = (pointer: string, code: string, detail: Words, extra?: Record<string, unknown>): Problem =>
  new Problem(planRefused, { detail, errors: [{ pointer, code, detail }], ...(extra && { extra }) });

/** What a decision about her monthly wage rests on. */
export const wagePlanFields: Readonly<Record<string, Words>> = {
  plans: {
    en: 'the monthly wage that is planned',
    fr: 'le salaire mensuel prévu',
    nl: 'het geplande maandloon',
    sv: 'den planerade månadslönen',
    de: 'der geplante Monatslohn',
  },
};

export const wagePlanProblems = refusalTable<WagePlanRefusal>({
  'no-such-member': () => new Problem(notFound),
  'no-law-of-wages': ({ country }) =>
    new Problem(planRefused, {
      en: `This release does not know the law of payslips of ${country}.`,
      fr: `Ce programme ne connaît pas le droit des fiches de paie de ${country}.`,
      nl: `Dit programma kent het recht van de loonfiches van ${country} niet.`,
      sv: `Programmet känner inte lagen om lönespecifikationer i ${country}.`,
      de: `Dieses Programm kennt das Recht der Lohnabrechnungen von ${country} nicht.`,
    }),
  'other-currency': ({ expected }) =>
    wrong('#/gross', 'other-currency', {
      en: `Wages of this entity are in ${expected}.`,
      fr: `Les salaires de cette entité sont en ${expected}.`,
      nl: `De lonen van deze rechtspersoon zijn in ${expected}.`,
      sv: `Lönerna i den här juridiska personen är i ${expected}.`,
      de: `Die Löhne dieses Rechtsträgers sind in ${expected}.`,
    }),
  'month-begun': ({ first }) =>
    wrong('#/from', 'month-begun', {
      en: `The month has begun or is over: plan from ${first} on.`,
      fr: `Le mois a commencé ou est passé : prévoyez à partir de ${first}.`,
      nl: `De maand is begonnen of voorbij: plan vanaf ${first}.`,
      sv: `Månaden har börjat eller är slut: planera från och med ${first}.`,
      de: `Der Monat hat begonnen oder ist vorbei: Planen Sie ab ${first}.`,
    }),
  'nothing-planned': () =>
    wrong('#/gross', 'nothing-planned', {
      en: 'No wage is planned for that month, so none can stop.',
      fr: 'Aucun salaire n’est prévu pour ce mois : il n’y a rien à arrêter.',
      nl: 'Voor die maand is geen loon gepland, dus kan er geen stoppen.',
      sv: 'Ingen lön är planerad för den månaden, så det finns ingen att stoppa.',
      de: 'Für diesen Monat ist kein Lohn geplant, also kann keiner enden.',
    }),
  'wage-impossible': ({ why }) => {
    const { kind, rule, date, missing } = why;
    const detail = asOneText(ruleRefusalWords(why));
    return wrong('#/gross', kind, detail, { rule, date, ...(missing && { missing: missing.toJSON() }) });
  },
});
