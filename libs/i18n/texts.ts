import { type TextKey, type TextTree, catalogues } from './catalogue.js';
import { type Language, languages } from './languages.js';
import { pseudo, pseudoLocale } from './pseudo.js';
import { type Say, type TextValues, saying } from './say.js';

/** Texts for one reader at a time; one instance serves all languages. */
export interface Texts {
  /** The text in a language. A text with a number takes it as `count` and chooses its plural by the language's rule. */
  say(language: Language | typeof pseudoLocale, key: TextKey, values?: TextValues): string;
}

/**
 * Texts from the catalogues. What is missing is never said in another language: a missing key throws, in every test that
 * meets it.
 */
export function createTexts(): Texts {
  const known = new Map<string, Say>(languages.map((language) => [language, saying(catalogues[language], language)]));
  known.set(pseudoLocale, saying(changed(catalogues.en), 'en'));
  return {
    say: (language, key, values) => {
      const text = known.get(language)!(key, values);
      if (text === undefined) throw new RangeError(`There is no text "${key}" in the catalogues.`);
      return text;
    },
  };
}

function changed(tree: TextTree): TextTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? pseudo(value) : changed(value)]),
  );
}
