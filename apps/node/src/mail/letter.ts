import type { Language } from '@passerelle/i18n';

/** A letter to a person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text, one line a line. */
  readonly text: string;
}

/** A line of a letter: what is told under its name. French has a space before the colon, at which no line breaks. */
export const linesIn =
  (language: Language) =>
  (name: string, value: string): string =>
    `${name}${language === 'fr' ? '\u00A0:' : ':'} ${value}`;
