import { type Language, inLanguage } from '@passerelle/doors/at-rest';
import { found } from './words/found.words.js';
import { outside } from './words/outside.words.js';
import { remedies } from './words/remedies.words.js';

const all = { ...found, ...outside, ...remedies };

export type SaidCode = keyof typeof all;

/** Something told to an operator, kept as what it is: the words are chosen when somebody reads it. */
export interface Said {
  readonly code: SaidCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export const said = (code: SaidCode, values: Said['values'] = {}): Said => ({ code, values });

/** A command is the remedy. */
export const run = (command: string): Said => said('run', { command });

/** The words in a language. */
export function sayIn(language: Language, { code, values }: Said): string {
  return inLanguage(all[code], language).replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) =>
    String(values[name] ?? hole),
  );
}

/** Whether a newer or older release of this program has said it in words that are not known here. */
export const isSaid = (value: Said): boolean => Object.hasOwn(all, value.code);
