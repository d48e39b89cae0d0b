import { Dated } from '@passerelle/values';
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

/**
 * Makes a rule from its texts and its dated figures, which stay reachable by their own names (`oldAge.worker.on(day)`)
 * and are gathered in `figures`. Throws RangeError when the id is not `country.english-concept`.
 */
export function scheme<const T extends Omit<Scheme, 'figures'>>(definition: T): T & Scheme {
  if (!/^[a-z]{2}(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(definition.id))
    throw new RangeError(`"${definition.id}" is not a rule id such as be.work-bonus`);
  const values: readonly unknown[] = Object.values(definition);
  const figures = values.filter((value): value is Dated<unknown> => value instanceof Dated);
  return { ...definition, figures };
}
