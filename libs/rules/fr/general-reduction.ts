import { type PlainDate, Rate, dated, ended, rate, ratio } from '@passerelle/values';
import { least } from '../kit/exact.js';
import { inForce, inForceIfAny } from '../kit/figures.js';
import type { AppliedFigure } from '../kit/payslip.js';
import { remembered } from '../kit/remembered.js';
import { act, scheme } from '../kit/scheme.js';
import { from, reductionMinimumWageHour } from './amounts.js';
import { fineOf } from './fine.js';
import type { Pay } from './pay.js';
import { decreasing, reductionOf, rgdu, type Formula } from './reduction-formulas.js';
import { plainLine, rule } from './rule.js';

const until2026 = 'décret 2025-887: another formula from 2026';

/**
 * General reduction of the employer's contributions (until 2025 "réduction Fillon", from 2026 RGDU). The law compares
 * the pay of the year, or of the fixed-term contract, with the minimum wage of the same hours: each payslip grants what
 * is due so far less what was granted before, which may be negative. Artists at reduced rates have none.
 */
export const generalReduction = rule(
  scheme({
    id: 'fr.general-reduction',
    localName: 'Réduction générale des cotisations patronales',
    law: act('Code de la sécurité sociale', 'art. L241-13, D241-7'),
    words: {
      en: "General reduction of employer's contributions, so far",
      fr: 'Réduction générale des cotisations patronales, cumul',
      nl: 'Algemene vermindering van werkgeversbijdragen, tot nu toe',
      sv: 'Allmän nedsättning av arbetsgivaravgifter, hittills',
      de: 'Allgemeine Ermäßigung der Arbeitgeberbeiträge, bisher',
    },
    under50: dated(
      'fr.general-reduction.t-under-50',
      ['2024-01-01', rate('0.3194'), `${from.openfisca}; CSS art. D241-7`],
      ['2025-05-01', rate('0.3193'), `${from.openfisca}; CSS art. D241-7`],
      ['2026-01-01', ended, until2026],
    ),
    from50: dated(
      'fr.general-reduction.t-from-50',
      ['2024-01-01', rate('0.3234'), `${from.openfisca}; CSS art. D241-7`],
      ['2025-05-01', rate('0.3233'), `${from.openfisca}; CSS art. D241-7`],
      ['2026-01-01', ended, until2026],
    ),
    deltaUnder50: dated('fr.general-reduction.delta-under-50', [
      '2026-01-01',
      rate('0.3781'),
      `${from.model}; décret 2025-1446`,
    ]),
    deltaFrom50: dated('fr.general-reduction.delta-from-50', [
      '2026-01-01',
      rate('0.3821'),
      `${from.model}; décret 2025-1446`,
    ]),
    least: dated('fr.general-reduction.least', ['2026-01-01', rate('0.02'), `${from.model}; décret 2025-887`]),
    leaveFund: dated('fr.general-reduction.leave-fund', [
      '2024-01-01',
      ratio(100n, 90n),
      `${from.model}; CSS art. D241-10`,
    ]),
    expenseLimit: dated('fr.general-reduction.expense-limit', ['2024-01-01', rate('1.3'), from.model]),
  }),
  (scheme, { date, category, headcount }) => {
    if (category === 'artist') return false;
    const { formula, figures } = formulasOn(date);
    const employer = { isLarge: headcount >= 50, hasLeaveFund: category !== 'general' };
    const coefficientOf: Coefficient = (minimumWage, pay) => formula(minimumWage, pay, employer);
    const notes = [inForce(reductionMinimumWageHour, date).applied, ...figures];
    const granted = plainLine({ ...scheme, ...grantedBefore }, 'employer_social', notes, 'granted-before');
    const line = plainLine(scheme, 'employer_social', notes);
    const lineAt = remembered((coefficient: number) => ({
      ...line,
      employerRate: new Rate(BigInt(-coefficient), 10_000n),
    }));
    return (pay, slip) => {
      const { before } = pay.engagement;
      const { coefficient, due } = reductionSoFar(pay, coefficientOf);
      slip.reduction = due;
      if (due !== 0n) slip.write(lineAt(Number(coefficient)), fineOf(before.pay + pay.subject), null, -due);
      if (before.reduction !== 0n) slip.write(granted, null, null, before.reduction);
    };
  },
);

/** The formula in force, with its figures. */
export function formulasOn(date: PlainDate): { readonly formula: Formula; readonly figures: readonly AppliedFigure[] } {
  const leaveFund = inForce(generalReduction.leaveFund, date).value;
  const small = inForceIfAny(generalReduction.under50, date);
  if (small !== undefined) {
    const large = inForce(generalReduction.from50, date);
    const formula = decreasing({ under50: small.value, from50: large.value, leaveFund });
    return { formula, figures: [small.applied, large.applied] };
  }
  const under50 = inForce(generalReduction.deltaUnder50, date);
  const from50 = inForce(generalReduction.deltaFrom50, date);
  const least = inForce(generalReduction.least, date);
  const formula = rgdu({ under50: under50.value, from50: from50.value, least: least.value, leaveFund });
  return { formula, figures: [least.applied, under50.applied, from50.applied] };
}

/** In ten-thousandths, of a minimum wage and a pay of one employer. */
type Coefficient = (minimumWage: bigint, pay: bigint) => bigint;

/** What is due over the contract with this pay, in cents, and its coefficient. */
function reductionSoFar({ engagement, subject, gross }: Pay, coefficientOf: Coefficient) {
  const { before } = engagement;
  const minimumWage = before.minimumWage + engagement.reductionMinimumWage;
  const paid = before.pay + subject;
  const wage = before.wage + gross;
  const coefficient = coefficientOf(minimumWage, paid);
  const due = reductionOf(coefficient, paid);
  if (wage === paid) return { coefficient, due };
  // With a flat deduction for expenses the reduction may not exceed 130 % of what it would be without.
  const limit = (reductionOf(coefficientOf(minimumWage, wage), wage) * 130n + 50n) / 100n;
  return { coefficient, due: least(due, limit) };
}

const grantedBefore = {
  localName: 'Réduction générale déjà appliquée',
  words: {
    en: 'General reduction granted on earlier payslips',
    fr: 'Réduction générale appliquée sur les fiches de paie précédentes',
    nl: 'Algemene vermindering toegekend op vorige loonfiches',
    sv: 'Allmän nedsättning på tidigare lönespecifikationer',
    de: 'Allgemeine Ermäßigung früherer Lohnabrechnungen',
  },
};
