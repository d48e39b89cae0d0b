import type { Dated } from '@passerelle/values';
import type { Words } from './words.js';

/** The legal text a rule rests on, as data so that it can be printed. */
export interface LawReference {
  readonly act: string;
  readonly article: string;
  readonly url?: string;
}

/** `act('Pension Act 1995', 'art. 12')` */
export const act = (title: string, article: string, url?: string): LawReference => ({ act: title, article, url });

/** One rule of a country: its name in the law, the law, its words for people, and the figures it uses. */
export interface Scheme {
  readonly id: string;
  readonly localName: string;
  readonly law: LawReference;
  readonly words: Words;
  readonly figures: readonly Dated<unknown>[];
}
