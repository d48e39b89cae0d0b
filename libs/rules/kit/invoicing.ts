import type { CountryCode, Money } from '@passerelle/values';
import type { LawReference } from './scheme.js';
import type { Language, Words } from './words.js';

/** What sellers of a country put on their invoices beyond EN 16931, because its law or its custom asks for it. */
export interface Invoicing {
  /** The profile of `@passerelle/formats` in which programs read it, where the buyer has an electronic address. */
  readonly profile: 'peppol' | 'xp-z12-012';
  /** The payment reference that banks of the country check of each other: a national one, or ISO 11649 (RF). */
  readonly paymentReference: 'ogm' | 'ocr' | 'rf';
  /** A text of the tax office that a seller prints (BT-32), or null. */
  readonly taxRegistration: string | null;
  /** Mentions that the law asks for on every document. */
  readonly mentions: readonly Mention[];
  /** A further note for programs, about the buyer; the text is the same in every language. */
  readonly routeNote: ((buyer: NotedBuyer) => CodedText) | null;
  /** The unit to which what is due is rounded, half up, in this currency only; the tax is never rounded by it. */
  readonly dueRoundedTo: Money | null;
}

/** A mention under its subject in the code list UNTDID 4451. */
export interface Mention {
  readonly code: string;
  readonly law: LawReference;
  readonly words: Words;
}

export interface CodedText {
  readonly code: string;
  readonly text: string;
}

export interface NotedBuyer {
  readonly country: CountryCode;
  readonly isBusiness: boolean;
}

/** The notes of one document, in the language of its buyer. */
export const notesFor = (
  { mentions, routeNote }: Invoicing,
  buyer: NotedBuyer,
  language: Language,
): readonly CodedText[] => [
  ...mentions.map(({ code, words }) => ({ code, text: words[language] })),
  ...(routeNote ? [routeNote(buyer)] : []),
];
