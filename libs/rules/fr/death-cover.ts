import { type Dated, type Rate, dated, percent } from '@passerelle/values';
import { type Scheme, act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import { type Due, type Writer, charge, rule } from './rule.js';
import type { Setting } from './setting.js';

const show = (name: string, percents: string): Dated<Rate> =>
  dated(
    name,
    ['2024-01-01', percent(percents), 'value of 2026; those of 2024 and 2025 were not opened', 'to-confirm'],
    ['2026-01-01', percent(percents), from.audiens, 'secondary'],
  );

/**
 * Death and disability cover: 1.50 % at least for executives of the general scheme; in the show business a fund of
 * prévoyance and health for all, on the pay up to the ceiling of each day.
 */
export const deathCover = rule(
  scheme({
    id: 'fr.death-cover',
    localName: 'Prévoyance',
    law: act(
      'Accord national interprofessionnel du 17 novembre 2017 ; accord du 20 décembre 2006 (intermittents)',
      'art. 1 ; art. 3',
    ),
    words: {
      en: 'Death and disability cover',
      fr: 'Prévoyance : incapacité, invalidité, décès',
      nl: 'Voorzorg: ongeschiktheid, invaliditeit, overlijden',
      sv: 'Försäkring vid arbetsoförmåga, invaliditet, dödsfall',
      de: 'Vorsorge: Arbeitsunfähigkeit, Invalidität, Tod',
    },
    executive: dated('fr.death-cover.executive', ['2018-01-01', percent('1.50'), from.model]),
    showEmployer: show('fr.death-cover.show.employer', '1.11'),
    showExecutive: show('fr.death-cover.show.executive', '1.69'),
    showWorker: show('fr.death-cover.show.worker', '0.12'),
    artisticTranche1: show('fr.death-cover.idcc-1285.tranche-1', '2.14'),
    artisticTranche2: show('fr.death-cover.idcc-1285.tranche-2', '0.95'),
  }),
  (scheme, setting) => {
    const { category, executive, convention } = setting;
    if (category === 'general') return executive && premium(scheme, { employer: scheme.executive }, setting);
    const { showWorker: worker, showEmployer, showExecutive, artisticTranche1, artisticTranche2 } = scheme;
    if (!executive) return premium(scheme, { worker, employer: showEmployer }, setting);
    if (convention !== '1285') return premium(scheme, { worker, employer: showExecutive }, setting);
    const upper = { employer: artisticTranche2, on: 'tranche2', part: 'tranche-2' } as const;
    return [premium(scheme, { worker, employer: artisticTranche1 }, setting), premium(scheme, upper, setting)];
  },
);

/** What the employer pays enlarges the bases of CSG and forfait social, and is not rounded there: one rounding is enough. */
function premium(of: Scheme, due: Partial<Due>, setting: Setting): Writer {
  const { on = 'deathCover' } = due;
  const made = charge(of, { on, ...due }, setting);
  const { num, den } = made.kind.employerRate!;
  return ({ bases }, slip) => {
    slip.charge(made, bases[on]);
    slip.premiums += (bases[on].now * num) / den;
  };
}
