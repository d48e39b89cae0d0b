import type { Language } from './languages.js';

/** French has a space before `: ; ? ! %` and within « »: no line may break there, or a mark begins the next one. */
export const unbroken = (text: string, language: Language): string =>
  language === 'fr' ? text.replaceAll('« ', '«\u00A0').replaceAll(/ (?=[:;?!%»])/g, '\u00A0') : text;
