import { type PlainDate, dated, ended } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import type { AppliedFigure } from '../kit/payslip.js';
import { act, scheme } from '../kit/scheme.js';
import { cents } from './amounts.js';

/** Euro per month for one to eight children; a disabled child counts as two. */
const perMonth = (...euros: readonly number[]): readonly bigint[] => [0, ...euros].map((euro) => BigInt(euro) * 100n);

/** Reductions of the withholding tax for the family: amounts a month, applied twelvefold to the yearly tax. */
export const familyReductions = scheme({
  id: 'be.family-reductions',
  localName: 'Gezinslasten / Charges de famille',
  law: act('RD/CIR 92, Annex III', 'no. 38'),
  words: {
    en: 'Reductions for the family',
    fr: 'Réductions pour charges de famille',
    nl: 'Verminderingen voor gezinslasten',
    sv: 'Skattereduktioner för familjen',
    de: 'Ermäßigungen für Familienlasten',
  },
  children: dated(
    'be.family-reductions.children',
    ['2024-01-01', perMonth(49, 131, 347, 601, 876, 1151, 1429, 1734), 'Annex III for 2024', 'secondary'],
    ['2025-01-01', perMonth(51, 134, 358, 619, 903, 1186, 1473, 1787), 'Annex III for 2025', 'secondary'],
    ['2026-01-01', perMonth(52, 138, 367, 635, 925, 1216, 1510, 1833), 'RD of 11 December 2025, no. 38'],
    ['2027-01-01', ended, 'the annex is made anew each year'],
  ),
  eachFurtherChild: dated(
    'be.family-reductions.each-further-child',
    ['2024-01-01', cents('305'), 'Annex III for 2024', 'secondary'],
    ['2025-01-01', cents('315'), 'Annex III for 2025', 'secondary'],
    ['2026-01-01', cents('322'), '3 864 a year in two transcriptions, 345 a month in a third', 'to-confirm'],
    ['2027-01-01', ended, 'the annex is made anew each year'],
  ),
  /** Single or widowed parent; disabled beneficiary or spouse; each other dependant. */
  other: dated(
    'be.family-reductions.other',
    ['2024-01-01', cents('49'), 'Annex III for 2024', 'secondary'],
    ['2025-01-01', cents('51'), 'Annex III for 2025', 'secondary'],
    ['2026-01-01', cents('52'), 'Annex III for 2026', 'secondary'],
    ['2027-01-01', ended, 'the annex is made anew each year'],
  ),
  dependantInCare: dated(
    'be.family-reductions.dependant-in-care',
    ['2024-01-01', cents('101'), 'Annex III for 2024', 'secondary'],
    ['2025-01-01', cents('162'), 'Annex III for 2025', 'secondary'],
    ['2026-01-01', ended, 'the amount of 2026 is to confirm'],
  ),
});

/** Who depends on the worker, as the annex counts them. */
export interface Family {
  readonly children: number;
  readonly disabledChildren: number;
  readonly isSingleParent: boolean;
  readonly disabledAdults: number;
  readonly otherDependants: number;
  readonly dependantsInCare: number;
}

/** The yearly reduction in cents and the figures it rests on; NoValueOnDay where one that is needed is unknown. */
export function familyReduction(
  family: Family,
  paidOn: PlainDate,
): { readonly yearly: bigint; readonly figures: readonly AppliedFigure[] } {
  const figures: AppliedFigure[] = [];
  let monthly = childrenMonthly(family.children + family.disabledChildren, paidOn, figures);
  const others = (family.isSingleParent ? 1 : 0) + family.disabledAdults + family.otherDependants;
  if (others > 0) {
    const { value, applied } = inForce(familyReductions.other, paidOn);
    figures.push(applied);
    monthly += BigInt(others) * value;
  }
  if (family.dependantsInCare > 0) {
    const { value, applied } = inForce(familyReductions.dependantInCare, paidOn);
    figures.push(applied);
    monthly += BigInt(family.dependantsInCare) * value;
  }
  return { yearly: 12n * monthly, figures };
}

/** The reduction a month for a number of children, a disabled child counted twice. Adds the figures it used. */
export function childrenMonthly(count: number, paidOn: PlainDate, figures: AppliedFigure[]): bigint {
  if (count === 0) return 0n;
  const { value: table, applied } = inForce(familyReductions.children, paidOn);
  figures.push(applied);
  const last = table.length - 1;
  if (count <= last) return table[count]!;
  const further = inForce(familyReductions.eachFurtherChild, paidOn);
  figures.push(further.applied);
  return table[last]! + BigInt(count - last) * further.value;
}
