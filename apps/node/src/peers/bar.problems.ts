import { type Language, Problem, problemKind } from '@passerelle/doors';
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
    fr: 'Elle est suspendue, en défaut de paiement, ou l’une des deux s’en va. Ce qui est ouvert se règle comme convenu ; la liste des partenaires dit pourquoi.',
    nl: 'Ze is geschorst, in gebreke, of een van beide vertrekt. Wat openstaat wordt afgerekend zoals afgesproken; de lijst van partners zegt waarom.',
    sv: 'Det är pausat, har inte betalat, eller så lämnar ett av de två. Det som är öppet avräknas som avtalat; listan över partner säger varför.',
    de: 'Sie ist suspendiert, in Verzug, oder eine der beiden tritt aus. Offenes wird wie vereinbart ausgeglichen; die Liste der Partner sagt warum.',
  },
});

/** Why, as people say it. */
const reasons: Readonly<Record<Bar, Record<Language, string>>> = {
  suspended: {
    en: 'The branch here has suspended the partner.',
    fr: 'La coopérative d’ici a suspendu le partenaire.',
    nl: 'De coöperatie hier heeft de partner geschorst.',
    sv: 'Kooperativet här har pausat partnern.',
    de: 'Die Genossenschaft hier hat den Partner suspendiert.',
  },
  'suspended-by-roster': {
    en: 'The federation has suspended one of the two.',
    fr: 'La fédération a suspendu l’une des deux.',
    nl: 'De federatie heeft een van beide geschorst.',
    sv: 'Federationen har pausat ett av de två.',
    de: 'Die Föderation hat eine der beiden suspendiert.',
  },
  leaving: {
    en: 'One of the two is leaving.',
    fr: 'L’une des deux est en train de partir.',
    nl: 'Een van beide is aan het vertrekken.',
    sv: 'Ett av de två håller på att lämna.',
    de: 'Eine der beiden ist dabei auszutreten.',
  },
  left: {
    en: 'One of the two has left.',
    fr: 'L’une des deux est partie.',
    nl: 'Een van beide is vertrokken.',
    sv: 'Ett av de två har lämnat.',
    de: 'Eine der beiden ist ausgetreten.',
  },
  defaulted: {
    en: 'The partner is in default.',
    fr: 'Le partenaire est en défaut de paiement.',
    nl: 'De partner is in gebreke.',
    sv: 'Partnern har inte betalat.',
    de: 'Der Partner ist in Verzug.',
  },
};

/** Nothing new begins with the partner, and why. */
export const barred = (bar: Bar): Problem => new Problem(nothingNew, { detail: reasons[bar], extra: { code: bar } });
