import { Problem, problemKind } from '@passerelle/doors';
import type { Bar } from './bar.js';

const nothingNew = problemKind({
  slug: 'partner-is-barred',
  status: 409,
  title: {
    en: 'Nothing new begins with this branch',
    fr: 'Rien de nouveau ne commence avec cette coopérative',
    nl: 'Er begint niets nieuws met deze coöperatie',
    sv: 'Inget nytt börjar med det här kooperativet',
    de: 'Mit dieser Genossenschaft beginnt nichts Neues',
  },
  cure: {
    en: 'It is suspended, in default, or one of the two leaves. What is open is settled as agreed; the list of partners says why.',
    fr: 'Elle est suspendue, en défaut, ou l’une des deux s’en va. Ce qui est ouvert se règle comme convenu ; la liste des partenaires dit pourquoi.',
    nl: 'Ze is geschorst, in gebreke, of een van beide vertrekt. Wat openstaat wordt afgerekend zoals afgesproken; de lijst van partners zegt waarom.',
    sv: 'Det är avstängt, har inte betalat, eller så lämnar ett av de två. Det som är öppet avräknas som avtalat; listan över partner säger varför.',
    de: 'Sie ist ausgesetzt, in Verzug, oder eine der beiden geht. Offenes wird wie vereinbart abgerechnet; die Liste der Partner sagt warum.',
  },
});

/** Nothing new begins with the partner, and why. */
export const barred = (bar: Bar): Problem =>
  new Problem(nothingNew, { detail: `The partner is ${bar}.`, extra: { code: bar } });
