/** The languages in which the product speaks, all equal. */
export const languages = ['en', 'fr', 'nl', 'sv', 'de'] as const;

export type Language = (typeof languages)[number];

export const isLanguage = (text: unknown): text is Language => (languages as readonly unknown[]).includes(text);

/** How numbers and days are written where the language is read, unless a country says otherwise. */
const usual: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fr: 'fr-BE',
  nl: 'nl-BE',
  sv: 'sv-SE',
  de: 'de-DE',
};

/** Countries whose habits differ from the usual ones of the language. */
const variants: Readonly<Record<string, string>> = {
  'fr FR': 'fr-FR',
  'nl NL': 'nl-NL',
  'de AT': 'de-AT',
  'de BE': 'de-BE',
};

/** The locale for a reader: `localeOf('de', 'AT')` is `de-AT`, `localeOf('de')` is `de-DE`. */
export const localeOf = (language: Language, country?: string): string =>
  variants[`${language} ${country ?? ''}`] ?? usual[language];
