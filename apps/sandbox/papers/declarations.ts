import { type DeclarationForm, type DeclarationSubject, type Payslip, countryOf } from '@passerelle/rules';
import { type PlainDate, addMonths, firstDayOf, lastDayOf, monthOf } from '@passerelle/values';
import { type DeclarationFile, declarationFile } from '../../node/src/declarations/declaration-file.js';
import { payOf, saidOf } from '../../node/src/declarations/said.js';
import type { PaperCountry } from './countries.js';
import { cooperative, days } from './scene.js';

/** Every declaration that the worker's mission and its pay ask for, as data; what nobody has said is named in each. */
export function declarationsOf(
  country: PaperCountry,
  { payslip, paidOn }: { readonly payslip: Payslip; readonly paidOn: PlainDate },
): readonly (readonly [file: string, declaration: DeclarationFile])[] {
  const employer = cooperative(country.land);
  const forms: readonly DeclarationForm[] = countryOf(employer.country)?.declarations ?? [];
  return forms.map((form) => {
    const about = aboutOf(form.about, paidOn);
    const work = { first: days.first, last: days.last, days: 5 };
    const pay = form.about === 'engagement' ? null : payOf(payslip);
    const said = saidOf({ employer, worker: country.worker, work, pay, period: about });
    return [`declaration-${form.id.slice(3)}.json`, declarationFile(form, said, about)] as const;
  });
}

/** The days of work, the day of pay, or the month or quarter in which that day falls. */
function aboutOf(subject: DeclarationSubject, paidOn: PlainDate): { first: PlainDate; last: PlainDate } {
  if (subject === 'engagement') return days;
  if (subject === 'pay') return { first: paidOn, last: paidOn };
  const month = monthOf(paidOn);
  if (subject === 'month') return { first: firstDayOf(month), last: lastDayOf(month) };
  const first = firstDayOf(monthOf(addMonths(firstDayOf(month), -((Number(month.slice(5)) - 1) % 3))));
  return { first, last: lastDayOf(monthOf(addMonths(first, 2))) };
}
