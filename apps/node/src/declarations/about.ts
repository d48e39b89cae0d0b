import type { DeclarationSubject } from '@passerelle/rules';
import { type PlainDate, addMonths, firstDayOf, lastDayOf, monthOf } from '@passerelle/values';

interface Days {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** The days that a declaration is about: of the work, the day of pay, or the month or quarter in which that day falls. */
export function aboutOf(subject: DeclarationSubject, of: { readonly work: Days; readonly paidOn: PlainDate }): Days {
  if (subject === 'ending') return { first: of.work.last, last: of.work.last };
  if (subject === 'engagement' || subject === 'cancellation') return { first: of.work.first, last: of.work.last };
  return subject === 'pay' ? { first: of.paidOn, last: of.paidOn } : periodOf(subject, of.paidOn);
}

function periodOf(subject: 'month' | 'quarter', on: PlainDate): Days {
  const month = monthOf(on);
  if (subject === 'month') return { first: firstDayOf(month), last: lastDayOf(month) };
  const first = firstDayOf(monthOf(addMonths(firstDayOf(month), -((Number(month.slice(5)) - 1) % 3))));
  return { first, last: lastDayOf(monthOf(addMonths(first, 2))) };
}
