import { type DeclarationForm, type Said, dueOn, fill } from '@passerelle/rules/kit';
import type { PlainDate } from '@passerelle/values';
import { notices } from './notices.words.js';

/** A declaration as data: every field by our name and the authority's, and where the field was read. */
export interface DeclarationFile {
  readonly form: string;
  readonly localName: string;
  readonly authority: string;
  readonly law: string;
  readonly dueOn: PlainDate;
  /** Said on every file, because a dictionary of our own is not the schema of an authority. */
  readonly notice: string;
  readonly fields: readonly {
    readonly name: string;
    readonly officialName: string;
    readonly value: string | null;
    readonly source: string;
    readonly confidence: string;
  }[];
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

/** The declaration of a form about some days, with what is said and what nobody has said yet. */
export function declarationFile(
  form: DeclarationForm,
  said: Said,
  about: { readonly first: PlainDate; readonly last: PlainDate },
): DeclarationFile {
  const { fields, missing, wrong } = fill(form, said);
  const { id, localName, authority, law } = form;
  const read = form.fields.map(({ source, confidence }) => ({ source, confidence }));
  return {
    form: id,
    localName,
    authority,
    law: `${law.act}, ${law.article}`,
    dueOn: dueOn(form, about),
    fields: fields.map((field, index) => ({ ...field, ...read[index]! })),
    notice: notices.unchecked.en,
    missing,
    wrong,
  };
}
