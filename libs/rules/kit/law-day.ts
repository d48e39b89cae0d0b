import type { PlainDate } from '@passerelle/values';

/**
 * By which day's law a rule is read that goes by a day. It moves figures and formulas alone: the calendar, ages and the
 * sums of the year stay with the day itself.
 */
export type LawDay = (day: PlainDate) => PlainDate;

/** Each day by its own law, as payslips are made. */
export const ownLaw: LawDay = (day) => day;

/** As if the law of a day to come held already: days before it are read by it, later ones by their own. */
export const lawFrom =
  (from: PlainDate): LawDay =>
  (day) =>
    day < from ? from : day;
