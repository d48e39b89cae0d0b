import { type Dated, type Rate, dated, percent, rate } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { from } from './amounts.js';
import type { Facts } from './facts.js';
import { charge, rule } from './rule.js';
import type { Charge } from './slip.js';

const model = (name: string, percents: string): Dated<Rate> =>
  dated(name, ['2020-01-01', percent(percents), from.model]);

/**
 * Apprenticeship tax of companies liable to company tax: the main part and the balance, which is declared once a year
 * and charged here with each pay. On the pay of the show business enlarged by the leave that the fund pays.
 */
export const apprenticeship = rule(
  scheme({
    id: 'fr.apprenticeship',
    localName: "Taxe d'apprentissage",
    law: act('Code du travail', 'art. L6241-1 à L6241-5'),
    words: {
      en: 'Apprenticeship tax',
      fr: "Taxe d'apprentissage",
      nl: 'Leerlingheffing',
      sv: 'Lärlingsskatt',
      de: 'Ausbildungsabgabe',
    },
    main: model('fr.apprenticeship.main', '0.59'),
    balance: model('fr.apprenticeship.balance', '0.09'),
    alsaceMoselle: model('fr.apprenticeship.alsace-moselle', '0.44'),
    leaveShare: dated('fr.apprenticeship.leave-share', [
      '2019-01-01',
      rate('1.10'),
      'Afdas, employers of intermittents: gross and 10 %',
      'secondary',
    ]),
  }),
  (scheme, { date, category }) => {
    const enlarged = category === 'general' ? [] : [inForce(scheme.leaveShare, date).applied];
    const { num, den } = inForce(scheme.leaveShare, date).value;
    const of = (employer: Dated<Rate>, part?: string): Charge =>
      charge(scheme, {
        employer: inForce(employer, date),
        base: enlarged,
        ...(part === undefined ? {} : { part, localName: `${scheme.localName} (solde)` }),
      });
    const main = of(scheme.main);
    const balance = of(scheme.balance, 'balance');
    const local = of(scheme.alsaceMoselle);
    return (pay, slip) => {
      if (!pay.facts.apprenticeshipTax) return;
      const base = pay.hasLeaveFund ? (pay.wage * num) / den : pay.base;
      if (pay.facts.alsaceMoselle) {
        slip.charge(local, base);
        return;
      }
      slip.charge(main, base);
      slip.charge(balance, base);
    };
  },
);

const shares = ['under-1', 'under-2', 'under-3', 'under-5'] as const;

/** Extra contribution from 250 employees, the higher the fewer apprentices; 52 % of it in Alsace-Moselle. */
export const extraApprenticeship = rule(
  scheme({
    id: 'fr.apprenticeship-extra',
    localName: "Contribution supplémentaire à l'apprentissage",
    law: act('Code du travail ; Code général des impôts', 'art. L6242-1 ; art. 1609 quinvicies'),
    words: {
      en: 'Extra apprenticeship contribution',
      fr: "Contribution supplémentaire à l'apprentissage",
      nl: 'Aanvullende leerlingheffing',
      sv: 'Extra lärlingsavgift',
      de: 'Zusätzliche Ausbildungsabgabe',
    },
    under1From2000: model('fr.apprenticeship-extra.under-1-from-2000', '0.6'),
    under1: model('fr.apprenticeship-extra.under-1', '0.4'),
    under2: model('fr.apprenticeship-extra.under-2', '0.2'),
    under3: model('fr.apprenticeship-extra.under-3', '0.1'),
    under5: model('fr.apprenticeship-extra.under-5', '0.05'),
    alsaceMoselleShare: model('fr.apprenticeship-extra.alsace-moselle', '52'),
  }),
  (scheme, { date }) => {
    const figures = [scheme.under1, scheme.under2, scheme.under3, scheme.under5];
    const local = inForce(scheme.alsaceMoselleShare, date);
    const pair = (figure: Dated<Rate>): readonly [Charge, Charge] => {
      const { value, applied } = inForce(figure, date);
      const there = { value: value.times(local.value), applied };
      return [
        charge(scheme, { employer: { value, applied } }),
        charge(scheme, { employer: there, base: [local.applied] }),
      ];
    };
    const byShare = new Map(shares.map((share, index) => [share as string, pair(figures[index]!)]));
    const largest = pair(scheme.under1From2000);
    const pairOf = ({ headcount, apprenticeShare, apprenticeshipTax }: Facts) => {
      if (headcount < 250 || !apprenticeshipTax) return undefined;
      return headcount >= 2000 && apprenticeShare === 'under-1' ? largest : byShare.get(apprenticeShare);
    };
    return (pay, slip) => {
      const due = pairOf(pay.facts);
      if (due !== undefined) slip.charge(due[pay.facts.alsaceMoselle ? 1 : 0], pay.base);
    };
  },
);
