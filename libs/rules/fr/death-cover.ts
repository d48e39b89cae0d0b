import { type Dated, type PlainDate, type Rate, dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { ceilingDay, ceilingMonth, from } from './amounts.js';
import type { Category } from './engagement.js';
import type { Pay } from './pay.js';
import { charge, rule } from './rule.js';

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
  (scheme, { date, category }) => {
    const ceiling = [inForce(category === 'general' ? ceilingMonth : ceilingDay, date).applied];
    const worker = inForce(scheme.showWorker, date);
    const of = (employer: Dated<Rate>) => charge(scheme, { employer: inForce(employer, date), base: ceiling });
    if (category === 'general') {
      const executive = of(scheme.executive);
      return (pay, slip) => {
        if (pay.facts.executive) slip.charge(executive, pay.capped.deathCover);
      };
    }
    const both = (employer: Dated<Rate>) =>
      charge(scheme, { worker, employer: inForce(employer, date), base: ceiling });
    const plain = both(scheme.showEmployer);
    const executive = both(scheme.showExecutive);
    const artistic1 = both(scheme.artisticTranche1);
    const artistic2 = charge(scheme, {
      part: 'tranche-2',
      employer: inForce(scheme.artisticTranche2, date),
      base: ceiling,
    });
    return (pay, slip) => {
      const { executive: isExecutive, convention } = pay.facts;
      if (isExecutive && convention === '1285') {
        slip.charge(artistic1, pay.capped.deathCover);
        slip.charge(artistic2, pay.capped.tranche2.now);
      } else slip.charge(isExecutive ? executive : plain, pay.capped.deathCover);
    };
  },
);

/**
 * The employer's premium in fine units, not rounded: it enlarges the bases of CSG and forfait social, and one rounding
 * of each line is enough.
 */
export function deathCoverPremium(date: PlainDate, category: Category): (pay: Pay) => bigint {
  const share = (figure: Dated<Rate>): ((base: bigint) => bigint) => {
    const { num, den } = inForce(figure, date).value;
    return (base) => (base * num) / den;
  };
  if (category === 'general') {
    const executive = share(deathCover.executive);
    return (pay) => (pay.facts.executive ? executive(pay.capped.deathCover) : 0n);
  }
  const plain = share(deathCover.showEmployer);
  const executive = share(deathCover.showExecutive);
  const artistic1 = share(deathCover.artisticTranche1);
  const artistic2 = share(deathCover.artisticTranche2);
  return ({ facts, capped: { deathCover: base, tranche2 } }) => {
    if (!facts.executive) return plain(base);
    return facts.convention === '1285' ? artistic1(base) + artistic2(tranche2.now) : executive(base);
  };
}
