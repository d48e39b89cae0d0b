import { type DeclarationForm, type Payslip, countryOf } from '@passerelle/rules';
import type { PlainDate } from '@passerelle/values';
import { aboutOf } from '../../node/src/declarations/about.js';
import { declarationFile } from '../../node/src/declarations/declaration-file.js';
import { declarationText } from '../../node/src/declarations/declaration-text.js';
import { payOf, saidOf } from '../../node/src/declarations/said.js';
import type { PaperCountry } from './countries.js';
import { cooperative, days } from './scene.js';

/**
 * Every declaration that the worker's mission and its pay ask for, as data; what nobody has said is named in each. Beside
 * it the lines of rubrics where its authority reads those.
 */
export function declarationsOf(
  country: PaperCountry,
  { payslip, paidOn }: { readonly payslip: Payslip; readonly paidOn: PlainDate },
): readonly (readonly [file: string, content: string])[] {
  const employer = cooperative(country.land);
  const forms: readonly DeclarationForm[] = countryOf(employer.country)?.declarations ?? [];
  return forms.flatMap((form) => {
    const about = aboutOf(form.about, { work: days, paidOn });
    const work = { first: days.first, last: days.last, days: 5 };
    const pay = ['engagement', 'cancellation', 'ending'].includes(form.about) ? null : payOf(payslip);
    const said = saidOf({ number: 1, employer, worker: country.worker, work, pay, period: about });
    const name = `declaration-${form.id.slice(3)}`;
    const file = declarationFile(form, said, about);
    const text = declarationText(form, file.fields);
    const data = [`${name}.json`, `${JSON.stringify(file, null, 2)}\n`] as const;
    return text === null ? [data] : [data, [`${name}.txt`, text] as const];
  });
}
