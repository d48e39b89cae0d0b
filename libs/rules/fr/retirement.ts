import { type Dated, type Rate, dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { ceilingDay, ceilingMonth, ceilingYear, from } from './amounts.js';
import { type Setting, charge, rule } from './rule.js';
import type { Charge } from './slip.js';

const agreement = act('Accord national interprofessionnel du 17 novembre 2017 (Agirc-Arrco)', 'art. 32 à 38');
const since = '2019-01-01';
const official = `${from.model}; ${from.openfisca}`;
const show = `${from.audiens}; ${from.model}`;
const rates = (name: string, percents: string, source: string, secondary = false): Dated<Rate> =>
  dated(name, secondary ? [since, percent(percents), source, 'secondary'] : [since, percent(percents), source]);

/** The ceiling that a tranche rests on: the month's, or in the show business the day's or the year's. */
const ceilingNote = ({ date, category }: Setting, isExecutive: boolean) =>
  inForce(category === 'general' ? ceilingMonth : isExecutive ? ceilingDay : ceilingYear, date).applied;

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
    const of = (part: string, worker: Dated<Rate>, employer: Dated<Rate>, isExecutive: boolean): Charge =>
      charge(scheme, {
        part,
        localName: `${scheme.localName} ${part === 'tranche-1' ? 'T1' : 'T2'}`,
        worker: inForce(worker, setting.date),
        employer: inForce(employer, setting.date),
        base: [ceilingNote(setting, isExecutive)],
      });
    const { employer1, worker1, employer2, worker2, showEmployer1, showWorker1, showEmployer2, showWorker2 } = scheme;
    const isShow = setting.category !== 'general';
    const [plain1, plain2] = !isShow
      ? [of('tranche-1', worker1, employer1, false), of('tranche-2', worker2, employer2, false)]
      : [
          setting.category === 'artist'
            ? of('tranche-1', scheme.artistWorker1, scheme.artistEmployer1, false)
            : of('tranche-1', showWorker1, showEmployer1, false),
          of('tranche-2', showWorker2, showEmployer2, false),
        ];
    const executive1 = isShow ? of('tranche-1', showWorker1, showEmployer1, true) : plain1;
    const executive2 = of('tranche-2', worker2, employer2, true);
    return (pay, slip) => {
      const { executive } = pay.engagement;
      slip.chargeTranches(executive ? executive1 : plain1, pay.tranche1, executive ? executive2 : plain2, pay.tranche2);
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
    const of = (part: string, worker: Dated<Rate>, employer: Dated<Rate>): readonly [Charge, Charge] => {
      const made = (isExecutive: boolean): Charge =>
        charge(scheme, {
          part,
          localName: `${scheme.localName} ${part === 'tranche-1' ? 'T1' : 'T2'}`,
          worker: inForce(worker, setting.date),
          employer: inForce(employer, setting.date),
          base: [ceilingNote(setting, isExecutive)],
        });
      return [made(false), made(true)];
    };
    const first = of('tranche-1', scheme.worker1, scheme.employer1);
    const second = of('tranche-2', scheme.worker2, scheme.employer2);
    return (pay, slip) => {
      const as = pay.engagement.executive ? 1 : 0;
      slip.chargeTranches(first[as], pay.tranche1, second[as], pay.tranche2);
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
    const of = (isExecutive: boolean): Charge =>
      charge(scheme, {
        worker: inForce(scheme.worker, setting.date),
        employer: inForce(scheme.employer, setting.date),
        base: [ceilingNote(setting, isExecutive)],
      });
    const plain = of(false);
    const executive = of(true);
    return (pay, slip) => void slip.chargeCapped(pay.engagement.executive ? executive : plain, pay.whole);
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
    const both = charge(scheme, {
      worker: inForce(scheme.worker, setting.date),
      employer: inForce(scheme.employer, setting.date),
      base: [ceilingNote(setting, true)],
    });
    return (pay, slip) => {
      if (pay.engagement.executive) slip.chargeCapped(both, pay.managers);
    };
  },
);
