import { type PlainDate, Money, isPlainDate, money } from '@passerelle/values';
import { CannotAnswer, type GoldenCase, textInput } from './answer.js';

/** Cents as the decimal text of an answer. */
export const euro = (cents: bigint): string => new Money(cents, 'EUR').toDecimal();

/** An amount among the inputs, in cents. */
export const centsInput = (golden: GoldenCase, name: string): bigint => money(textInput(golden, name), 'EUR').minor;

/** The day of a case: a month or a year alone stands for its middle; a value said to hold on any day is asked in 2026. */
export function dateOf({ date = '' }: GoldenCase): PlainDate {
  const written = /\d{4}(-\d{2})?(-\d{2})?/.exec(date)?.[0] ?? '';
  const whole = written.length === 7 ? `${written}-15` : written.length === 4 ? `${written}-06-30` : written;
  return isPlainDate(whole) ? whole : ('2026-06-30' as PlainDate);
}

/** Sources name the statuses in many ways: by word, by the base of 108 %, by the worker code of the declaration. */
export function statusOf(text: string): 'employee' | 'worker' | 'artist' {
  if (/artist|046/.test(text)) return 'artist';
  if (/employee|white|495/.test(text)) return 'employee';
  if (/worker|108|blue|manual|015/.test(text)) return 'worker';
  throw new CannotAnswer(`"${text}" is no status that the Belgian rules know`);
}

/** A household by the words of the sources. */
export function householdOf(text: string): 'single' | 'two-incomes' | 'one-income' {
  if (/^(single|individual|isolated)/.test(text)) return 'single';
  if (/both|two|dual|double|with-(own-)?income/.test(text)) return 'two-incomes';
  if (/one|no-income|without|single-income/.test(text)) return 'one-income';
  throw new CannotAnswer(`"${text}" is no household that the Belgian rules know`);
}
