/** The languages in which the product speaks, all equal. */
export const languages = ['en', 'fr', 'nl', 'sv', 'de'] as const;

export type Language = (typeof languages)[number];

/** One text in every language. */
export type Words = Readonly<Record<Language, string>>;

export const isLanguage = (text: unknown): text is Language => (languages as readonly unknown[]).includes(text);

/** The first of the reader's languages that the product speaks, by the weights of an `Accept-Language` header; else English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { language: tag.trim().slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) };
  });
  const spoken = wishes.filter(({ language, weight }) => isLanguage(language) && weight > 0);
  // The sort is stable: among equal weights the earlier wish wins.
  const best = spoken.sort((a, b) => b.weight - a.weight)[0]?.language;
  return isLanguage(best) ? best : 'en';
}

/** A text in the reader's language; a text that exists only once is given as it is. */
export const inLanguage = (text: string | Words, language: Language): string =>
  typeof text === 'string' ? text : text[language];
