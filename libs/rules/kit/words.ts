/** The languages in which the product speaks, all equal. */
export const languages = ['en', 'fr', 'nl', 'sv', 'de'] as const;

export type Language = (typeof languages)[number];

/** One text in every language. */
export type Words = Readonly<Record<Language, string>>;
