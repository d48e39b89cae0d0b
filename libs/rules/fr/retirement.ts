import { type Dated, type Rate, dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { type Scheme, act, scheme } from '../kit/scheme.js';
import { ceilingDay, ceilingMonth, ceilingYear, from } from './amounts.js';
import type { Pay } from './pay.js';
import { type Setting, charge, rule } from './rule.js';
import type { Charge } from './slip.js';

const agreement = act('Accord national interprofessionnel du 17 novembre 2017 (Agirc-Arrco)', 'art. 32 à 38');
const since = '2019-01-01';
const official = `${from.model}; ${from.openfisca}`;
const show = `${from.audiens}; ${from.model}`;
const rates = (name: string, percents: string, source: string, secondary = false): Dated<Rate> =>
  dated(name, secondary ? [since, percent(percents), source, 'secondary'] : [since, percent(percents), source]);

type Sides = readonly [worker: Dated<Rate>, employer: Dated<Rate>];

/** The charge of most people, and that of executives, whose tranches of the show business rest on the day's ceiling. */
function byRank(of: Scheme, { date, category }: Setting, sides: Sides, executive = sides, tranche?: 1 | 2) {
  const made = ([worker, employer]: Sides, ceiling: Dated<unknown>): Charge =>
    charge(of, {
      part: tranche && `tranche-${tranche}`,
      localName: tranche && `${of.localName} T${tranche}`,
      worker: inForce(worker, date),
      employer: inForce(employer, date),
      base: [inForce(category === 'general' ? ceilingMonth : ceiling, date).applied],
    });
  return [made(sides, ceilingYear), made(executive, ceilingDay)] as const;
}

const rankOf = ({ facts }: Pay): 0 | 1 => (facts.executive ? 1 : 0);

/** Agirc-Arrco: the complementary pension of all employees, in two tranches. */
export const retirement = rule(
  scheme({
    id: 'fr.retirement',
    localName: 'Retraite complémentaire Agirc-Arrco',
    law: agreement,
    words: {
      en: 'Complementary pension (Agirc-Arrco)',
      fr: 'Retraite complémentaire (Agirc-Arrco)',
      nl: 'Aanvullend pensioen (Agirc-Arrco)',
      sv: 'Kompletterande pension (Agirc-Arrco)',
      de: 'Zusatzrente (Agirc-Arrco)',
    },
    employer1: rates('fr.retirement.tranche-1.employer', '4.72', official),
    worker1: rates('fr.retirement.tranche-1.worker', '3.15', official),
    employer2: rates('fr.retirement.tranche-2.employer', '12.95', official),
    worker2: rates('fr.retirement.tranche-2.worker', '8.64', official),
    artistEmployer1: rates('fr.retirement.artist.tranche-1.employer', '4.45', show, true),
    artistWorker1: rates('fr.retirement.artist.tranche-1.worker', '4.44', show, true),
    showEmployer1: rates('fr.retirement.show.tranche-1.employer', '3.94', show, true),
    showWorker1: rates('fr.retirement.show.tranche-1.worker', '3.93', show, true),
    showEmployer2: rates('fr.retirement.show.tranche-2.employer', '10.80', from.model),
    showWorker2: rates('fr.retirement.show.tranche-2.worker', '10.79', from.model),
  }),
  (scheme, setting) => {
    const general1: Sides = [scheme.worker1, scheme.employer1];
    const general2: Sides = [scheme.worker2, scheme.employer2];
    const show1: Sides = [scheme.showWorker1, scheme.showEmployer1];
    const show2: Sides = [scheme.showWorker2, scheme.showEmployer2];
    const artist1: Sides = [scheme.artistWorker1, scheme.artistEmployer1];
    const isGeneral = setting.category === 'general';
    const plain1 = isGeneral ? general1 : setting.category === 'artist' ? artist1 : show1;
    const lower = byRank(scheme, setting, plain1, isGeneral ? general1 : show1, 1);
    const upper = byRank(scheme, setting, isGeneral ? general2 : show2, general2, 2);
    return (pay, slip) => {
      const { tranche1, tranche2 } = pay.capped;
      slip.chargeTranches(lower[rankOf(pay)], tranche1, upper[rankOf(pay)], tranche2);
    };
  },
);

/** CEG: general balance contribution of Agirc-Arrco, on the same tranches. */
export const balance = rule(
  scheme({
    id: 'fr.retirement-balance',
    localName: "Contribution d'équilibre général (CEG)",
    law: agreement,
    words: {
      en: 'General balance contribution (CEG)',
      fr: "Contribution d'équilibre général (CEG)",
      nl: 'Algemene evenwichtsbijdrage (CEG)',
      sv: 'Allmän balansavgift (CEG)',
      de: 'Allgemeiner Ausgleichsbeitrag (CEG)',
    },
    employer1: rates('fr.retirement-balance.tranche-1.employer', '1.29', official),
    worker1: rates('fr.retirement-balance.tranche-1.worker', '0.86', official),
    employer2: rates('fr.retirement-balance.tranche-2.employer', '1.62', official),
    worker2: rates('fr.retirement-balance.tranche-2.worker', '1.08', official),
  }),
  (scheme, setting) => {
    const lower = byRank(scheme, setting, [scheme.worker1, scheme.employer1], undefined, 1);
    const upper = byRank(scheme, setting, [scheme.worker2, scheme.employer2], undefined, 2);
    return (pay, slip) => {
      const { tranche1, tranche2 } = pay.capped;
      slip.chargeTranches(lower[rankOf(pay)], tranche1, upper[rankOf(pay)], tranche2);
    };
  },
);

/** CET: technical balance contribution, on the whole pay as soon as it exceeds the ceiling. */
export const technicalBalance = rule(
  scheme({
    id: 'fr.retirement-technical-balance',
    localName: "Contribution d'équilibre technique (CET)",
    law: agreement,
    words: {
      en: 'Technical balance contribution (CET)',
      fr: "Contribution d'équilibre technique (CET)",
      nl: 'Technische evenwichtsbijdrage (CET)',
      sv: 'Teknisk balansavgift (CET)',
      de: 'Technischer Ausgleichsbeitrag (CET)',
    },
    employer: rates('fr.retirement-technical-balance.employer', '0.21', official),
    worker: rates('fr.retirement-technical-balance.worker', '0.14', official),
  }),
  (scheme, setting) => {
    const charges = byRank(scheme, setting, [scheme.worker, scheme.employer]);
    return (pay, slip) => void slip.chargeCapped(charges[rankOf(pay)], pay.capped.whole);
  },
);

/** APEC: the employment association of executives, up to four ceilings. */
export const managers = rule(
  scheme({
    id: 'fr.managers-employment',
    localName: 'APEC',
    law: act('Accord national interprofessionnel du 12 juillet 2011 relatif à l’APEC', 'art. 6'),
    words: {
      en: "Executives' employment association (APEC)",
      fr: "Association pour l'emploi des cadres (APEC)",
      nl: 'Vereniging voor werk van kaderleden (APEC)',
      sv: 'Chefernas arbetsförmedling (APEC)',
      de: 'Stellenvermittlung für Leitende (APEC)',
    },
    employer: rates('fr.managers-employment.employer', '0.036', from.model),
    worker: rates('fr.managers-employment.worker', '0.024', from.model),
  }),
  (scheme, setting) => {
    const [, executive] = byRank(scheme, setting, [scheme.worker, scheme.employer]);
    return (pay, slip) => {
      if (pay.facts.executive) slip.chargeCapped(executive, pay.capped.managers);
    };
  },
);
