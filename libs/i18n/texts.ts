import { type i18n, createInstance } from 'i18next';
import { type TextKey, type TextTree, catalogues } from './catalogue.js';
import { type Language, languages } from './languages.js';
import { pseudo, pseudoLocale } from './pseudo.js';

/** Texts for one reader at a time; one instance serves all languages. */
export interface Texts {
  /** The text in a language. A text with a number takes it as `count` and chooses its plural by the language's rule. */
  say(language: Language | typeof pseudoLocale, key: TextKey, values?: TextValues): string;
  /** The instance itself, for React. */
  readonly i18next: i18n;
}

export type TextValues = Readonly<Record<string, string | number>>;

/**
 * Texts from the catalogues. What is missing is never said in another language: a missing key throws, in every test that
 * meets it. Values are put in as they are: whoever makes HTML escapes there, as React does.
 */
export function createTexts(): Texts {
  const instance = createInstance();
  const resources: Record<string, { translation: TextTree }> = {};
  for (const language of languages) resources[language] = { translation: withPlurals(catalogues[language], language) };
  resources[pseudoLocale] = { translation: changed(catalogues.en) };
  void instance.init({
    resources,
    lng: 'en',
    supportedLngs: [...languages, pseudoLocale],
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw new RangeError(`There is no text "${key}" in the catalogues.`);
    },
  });
  return {
    i18next: instance,
    say: (language, key, values = {}) => instance.t(key, { ...values, lng: language }),
  };
}

/** Some languages have more plurals than one and other, such as French for millions; the other one serves them. */
function withPlurals(tree: TextTree, language: Language): TextTree {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string | TextTree][] => {
    if (typeof value !== 'string') return [[key, withPlurals(value, language)]];
    if (!key.endsWith('_other')) return [[key, value]];
    const forms = pluralCategories.map((form) => key.replace(/other$/, form)).filter((one) => !(one in tree));
    return [[key, value], ...forms.map((form): [string, string] => [form, value])];
  });
  return Object.fromEntries(entries);
}

function changed(tree: TextTree): TextTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? pseudo(value) : changed(value)]),
  );
}
