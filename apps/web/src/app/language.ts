import { type Language, isLanguage, pseudoLocale } from '@passerelle/i18n';

const key = 'passerelle.language';

/** A reader's language, or the pseudo-locale that shows what nobody translated. */
export type Reading = Language | typeof pseudoLocale;

export const isReading = (text: unknown): text is Reading => isLanguage(text) || text === pseudoLocale;

/** The address says it (`?lang=sv`), else what was chosen here before, else what the browser asks for. */
export function readLanguage(): Reading {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isReading(asked)) return asked;
  const kept = readKept();
  if (isReading(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** Keeps the choice on this device. A browser that keeps nothing goes on asking the address. */
export function keepLanguage(language: Reading): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Storage may be switched off; the page still changes its language.
  }
}

function readKept(): unknown {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}
