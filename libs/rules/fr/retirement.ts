import { type Dated, type Rate, dated, percent } from '@passerelle/values';
import { type Scheme, act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { type Due, type Writer, charge, rule } from './rule.js';
import type { Setting } from './setting.js';
import type { Charge } from './slip.js';

const agreement = act('Accord national interprofessionnel du 17 novembre 2017 (Agirc-Arrco)', 'art. 32 à 38');
const since = '2019-01-01';
const official = `${from.model}; ${from.openfisca}`;
const show = `${from.audiens}; ${from.model}`;
const rates = (name: string, percents: string, source: string, secondary = false): Dated<Rate> =>
  dated(name, secondary ? [since, percent(percents), source, 'secondary'] : [since, percent(percents), source]);

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
    const { category, executive } = setting;
    const lower = { worker: scheme.worker1, employer: scheme.employer1 };
    const upper = { worker: scheme.worker2, employer: scheme.employer2 };
    if (category === 'general') return inTranches(scheme, lower, upper, setting);
    const isArtistsRate = category === 'artist' && !executive;
    const lowerOfShow = isArtistsRate
      ? { worker: scheme.artistWorker1, employer: scheme.artistEmployer1 }
      : { worker: scheme.showWorker1, employer: scheme.showEmployer1 };
    const upperOfShow = { worker: scheme.showWorker2, employer: scheme.showEmployer2 };
    return inTranches(scheme, lowerOfShow, executive ? upper : upperOfShow, setting);
  },
);

type Sides = Pick<Due, 'worker' | 'employer'>;

/** Two tranches of one contribution, which are rounded together. */
function inTranches(of: Scheme, lower: Sides, upper: Sides, setting: Setting): Writer {
  const made = (on: 'tranche1' | 'tranche2', sides: Sides, tranche: string): Charge =>
    charge(of, { ...sides, on, part: `tranche-${tranche}`, localName: `${of.localName} T${tranche}` }, setting);
  const first = made('tranche1', lower, '1');
  const second = made('tranche2', upper, '2');
  return ({ bases }, slip) => slip.chargeTranches(first, bases.tranche1, second, bases.tranche2);
}

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
    const { worker1, employer1, worker2, employer2 } = scheme;
    const lower = { worker: worker1, employer: employer1 };
    return inTranches(scheme, lower, { worker: worker2, employer: employer2 }, setting);
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
  () => ({ on: 'whole' }),
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
      sv: 'Arbetsförmedling för cadre-anställda (APEC)',
      de: 'Stellenvermittlung für Führungskräfte (APEC)',
    },
    employer: rates('fr.managers-employment.employer', '0.036', from.model),
    worker: rates('fr.managers-employment.worker', '0.024', from.model),
  }),
  (_, { executive }) => executive && { on: 'managers' },
);
