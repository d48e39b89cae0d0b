import type { NodeBody } from '../api/node.js';
import type { CountryLaw } from './law-rows.js';

export type LawComparison = NodeBody<'LawComparisonBody'>;

/** A day to come on which the law of some country changes. */
export interface ComingDay {
  readonly from: string;
  readonly countries: readonly { readonly country: string; readonly figures: readonly string[] }[];
}

/** The days to come of all countries together, the first first. */
export function comingDays(laws: readonly CountryLaw[]): readonly ComingDay[] {
  const days = new Map<string, ComingDay['countries']>();
  for (const { country, coming } of laws)
    for (const { from, figures } of coming) days.set(from, [...(days.get(from) ?? []), { country, figures }]);
  return [...days].map(([from, countries]) => ({ from, countries })).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Of what was compared, newest first, the last that tried the law of a day, or each payslip's own law. */
export const lastOf = (all: readonly LawComparison[], lawFrom: string | null): LawComparison | null =>
  all.find((each) => each.lawFrom === lawFrom) ?? null;

export const isUnderWay = ({ state }: LawComparison): boolean => state === 'computing';

/** Payslips that do not come out as they were issued. */
export const unlike = ({ differing, refused }: Pick<LawComparison, 'differing' | 'refused'>): number =>
  differing + refused;
