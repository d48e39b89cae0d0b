/** The languages in which every answer explains itself. */
export const languages = ['en', 'fr', 'nl', 'sv', 'de'] as const;

export type Language = (typeof languages)[number];

/** One text in every language; `{name}` stands for a parameter, `{state:name}` for one that is a country code. */
export type Words = Readonly<Record<Language, string>>;

/** A sentence of an answer: its key and parameters, by which it can be kept, and its text in every language. */
export interface Reason<K extends string = string> {
  readonly key: K;
  readonly params: Readonly<Record<string, string>>;
  readonly words: Words;
}

/** The sentence of a key with its parameters filled in. Throws RangeError when a parameter of the text is not given. */
export const reason = <K extends string>(
  key: K,
  words: Words,
  params: Readonly<Record<string, string>> = {},
): Reason<K> => ({
  key,
  params,
  words: Object.fromEntries(
    languages.map((language) => [language, filled(words[language], params, language)]),
  ) as Words,
});

const countryNames = new Map(
  languages.map((language) => [language, new Intl.DisplayNames([language], { type: 'region' })] as const),
);

function filled(text: string, params: Readonly<Record<string, string>>, language: Language): string {
  return text.replace(/\{(state:)?(\w+)\}/g, (_whole, isState: string | undefined, name: string) => {
    const value = params[name];
    if (value === undefined) throw new RangeError(`the text "${text}" needs a value for "${name}"`);
    return isState ? (countryNames.get(language)!.of(value) ?? value) : value;
  });
}
