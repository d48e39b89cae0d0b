import type { Catalogue } from './catalogues/en/index.js';
import { de } from './catalogues/de/index.js';
import { en } from './catalogues/en/index.js';
import { fr } from './catalogues/fr/index.js';
import { nl } from './catalogues/nl/index.js';
import { sv } from './catalogues/sv/index.js';
import type { Language } from './languages.js';

/** All texts by language. English has the keys; a language that lacks one does not compile. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en, fr, nl, sv, de };

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

type WithoutPlural<K extends string> = K extends `${infer Root}_${'one' | 'other'}` ? Root : K;

/** Names a text by place and role: `mission.state.client_confirmation`. Plurals are named without their ending. */
export type TextKey = WithoutPlural<Paths<Catalogue>>;

/** Texts of a catalogue, or of a part of one, by nested keys. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** Every text with its full key. */
export function flat(tree: TextTree, prefix = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [deeper, text] of flat(value, `${prefix}${key}.`)) found.set(deeper, text);
  }
  return found;
}
