import { type DeclarationForm, type Payslip, countryOf } from '@passerelle/rules';
import type { PlainDate } from '@passerelle/values';
import { aboutOf } from '../../node/src/declarations/about.js';
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
    const about = aboutOf(form.about, { work: days, paidOn });
    const work = { first: days.first, last: days.last, days: 5 };
    const pay = form.about === 'engagement' ? null : payOf(payslip);
    const said = saidOf({ number: 1, employer, worker: country.worker, work, pay, period: about });
    return [`declaration-${form.id.slice(3)}.json`, declarationFile(form, said, about)] as const;
  });
}
