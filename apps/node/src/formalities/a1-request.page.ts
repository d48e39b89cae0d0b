import { type A1Form, type A1FormField, a1FormFields } from '@passerelle/coordination';
import type { Language } from '@passerelle/doors';
import { page, text } from '../missions/plain-page.js';
import type { PrintableRequest } from './a1-request.js';
import { a1Words } from './a1-request.words.js';

/** The request on paper. What nobody has said is a line to be filled in, and is listed at the end. */
export function a1RequestPage({ reference, form, request, missing }: PrintableRequest, language: Language): string {
  const words = a1Words[language];
  const head: readonly (readonly [string, string | undefined])[] = [
    [words.mission, reference],
    [words.asked, request?.submittedOn],
    [words.reference, request?.reference],
  ];
  return page(words.title, language, [
    `<p>${text(words.lead)}</p>`,
    `<dl>${head.map(([label, value]) => line(label, value, words.toFillIn)).join('')}</dl>`,
    ...words.sections.map((title, at) => section(`${at + 1}. ${title}`, fieldsOf(at + 1), form, language)),
    missing.length === 0 ? '' : `<h2>${text(words.missing)}</h2>`,
    `<ul>${missing.map(({ question }) => `<li>${text(question.words[language])}</li>`).join('')}</ul>`,
  ]);
}

const fieldsOf = (section: number): readonly A1FormField[] => a1FormFields.filter((field) => field.section === section);

/** A field that is neither needed nor filled in says nothing on paper. */
function section(title: string, fields: readonly A1FormField[], form: A1Form, language: Language): string {
  const shown = fields.filter((field) => field.isNeeded(form) || field.isGiven(form));
  const { toFillIn, statuses } = a1Words[language];
  const shownValue = ({ path }: A1FormField): string | undefined =>
    path === 'status.kind' && form.status.kind ? statuses[form.status.kind] : valueOf(form, path);
  const lines = shown.map((field) => line(field.label[language], shownValue(field), toFillIn));
  return `<h2>${text(title)}</h2>\n<dl>${lines.join('')}</dl>`;
}

const line = (label: string, value: string | undefined, toFillIn: string): string =>
  `<dt>${text(label)}</dt><dd>${value === undefined ? `<span class="small">(${text(toFillIn)})</span>` : text(value)}</dd>`;

/** A value of the form as it is written on paper; undefined where there is none. */
function valueOf(form: A1Form, path: string): string | undefined {
  const [part, name] = path.split('.') as [keyof A1Form, string];
  return written((form[part] as Readonly<Record<string, unknown>>)[name]);
}

function written(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '☒' : '☐';
  if (Array.isArray(value)) return value.map((each: unknown) => written(each)).join('; ');
  return typeof value === 'object' && value !== null ? Object.values(value).join(', ') : undefined;
}
