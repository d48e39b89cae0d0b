/** The languages in which the product speaks, all equal. */
export type Language = 'en' | 'fr' | 'nl' | 'sv' | 'de';

/** One text in every language. */
export type Words = Readonly<Record<Language, string>>;
