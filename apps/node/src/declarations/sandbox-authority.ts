import type { Language } from '@passerelle/doors';
import type { Words } from '@passerelle/rules';
import { type Declaration, type DeclarationStep, fileOf } from './declaration.js';

/** What an authority of a demonstration finds wrong though it is well written, each with its words. */
const mistakes: readonly {
  readonly field: string;
  readonly isWrong: (value: string, fields: ReadonlyMap<string, string | null>) => boolean;
  readonly words: Words;
}[] = [
  {
    field: 'worker.nationalNumber',
    isWrong: (value) => value.endsWith('000'),
    words: {
      en: 'Nobody is known under this number.',
      fr: 'Personne n’est connu sous ce numéro.',
      nl: 'Niemand is bekend onder dit nummer.',
      sv: 'Ingen är känd under detta nummer.',
      de: 'Unter dieser Nummer ist niemand bekannt.',
    },
  },
  {
    field: 'work.last',
    isWrong: (value, fields) => value < (fields.get('work.first') ?? value),
    words: {
      en: 'The work ends before it begins.',
      fr: 'Le travail se termine avant de commencer.',
      nl: 'Het werk eindigt voor het begint.',
      sv: 'Arbetet slutar innan det börjar.',
      de: 'Die Arbeit endet, bevor sie beginnt.',
    },
  },
];

type Answer = Extract<DeclarationStep, { readonly kind: 'accepted' | 'refused' }>;

/** Authorities answer in a language of their own country, whoever asks; by the country of the form. */
const languages: Readonly<Record<string, Language>> = { be: 'nl', fr: 'fr', se: 'sv' };

/** What an authority of a demonstration answers to what was handed in. */
export function answerTo(declaration: Declaration): Answer {
  const language = languages[declaration.form.id.slice(0, 2)] ?? 'en';
  const fields = new Map(fileOf(declaration).fields.map(({ name, value }) => [name, value]));
  const found = mistakes.find(({ field, isWrong }) => {
    const value = fields.get(field) ?? null;
    return value !== null && isWrong(value, fields);
  });
  return found
    ? { kind: 'refused', field: found.field, reason: found.words[language] }
    : { kind: 'accepted', reference: `${declaration.form.localName} ${declaration.number}` };
}

/** Every fifth declaration is answered only when it is late, so that a demonstration shows one. */
export const isAnsweredLate = ({ number }: Pick<Declaration, 'number'>): boolean => number % 5 === 0;
