import { type Dated, type Rate, dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { apprenticeshipLeaveShare, from } from './amounts.js';
import { rule } from './rule.js';

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
    leaveShare: apprenticeshipLeaveShare,
  }),
  ({ main, balance, alsaceMoselle: local, localName }, { apprenticeshipTax, alsaceMoselle }) => {
    const on = 'apprenticeship';
    if (!apprenticeshipTax) return false;
    if (alsaceMoselle) return { on, employer: local };
    return [
      { on, employer: main },
      { on, employer: balance, part: 'balance', localName: `${localName} (solde)` },
    ];
  },
);

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
  (scheme, { date, headcount, apprenticeShare, apprenticeshipTax, alsaceMoselle }) => {
    if (headcount < 250 || !apprenticeshipTax || apprenticeShare === 'from-5') return false;
    const { under1, under2, under3, under5, under1From2000, alsaceMoselleShare } = scheme;
    const figures = { 'under-1': under1, 'under-2': under2, 'under-3': under3, 'under-5': under5 };
    const isLargest = headcount >= 2000 && apprenticeShare === 'under-1';
    const employer = isLargest ? under1From2000 : figures[apprenticeShare];
    if (!alsaceMoselle) return { on: 'pay', employer };
    const { value, applied } = inForce(employer, date);
    const local = inForce(alsaceMoselleShare, date);
    return { on: 'pay', employer: { value: value.times(local.value), applied }, figures: [local.applied] };
  },
);
