import { Money, Rate, money, rate } from '@passerelle/values';
import { CannotAnswer, type GoldenCase, textInput } from './answer.js';

/** Cents as the decimal text of an answer. */
export const euro = (cents: bigint): string => new Money(cents, 'EUR').toDecimal();

/** An amount among the inputs, in cents. */
export const centsInput = (golden: GoldenCase, name: string): bigint => money(textInput(golden, name), 'EUR').minor;

/** Sources name the statuses in many ways: by word, by the base of 108 %, by the worker code of the declaration. */
export function statusOf(text: string): 'employee' | 'worker' | 'artist' {
  if (/artist|kunstenaar|046/i.test(text)) return 'artist';
  if (/employee|employé|bediende|white|495/i.test(text)) return 'employee';
  if (/worker|108|blue|manual|arbeider|ouvrier|015/i.test(text)) return 'worker';
  throw new CannotAnswer(`"${text}" is no status that the Belgian rules know`);
}

/** A household by the words of the sources, who also say "scale I" and "scale II" for one and two tax-free amounts. */
export function householdOf(text: string): 'single' | 'two-incomes' | 'one-income' {
  const words = text
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-zé0-9]+/g, '-');
  if (/\b(one|1)(-income|-earner|$)|(single|sole)-(income|earner)|\bno-.*income|without|zero|scale-(ii|2)$/.test(words))
    return 'one-income';
  if (/both|two|2-|\bdual|double|own-income|with-income/.test(words)) return 'two-incomes';
  if (/single|individual|isol|alone|alleen|widow|divorced|unmarried|scale-(i|1)$/.test(words)) return 'single';
  throw new CannotAnswer(`"${text}" is no household that the Belgian rules know`);
}

/** The first whole number in an input: some sources write ages and sizes as "18+", "20+" or "10-19". */
export function numberIn(golden: GoldenCase, name: string): number {
  const text = textInput(golden, name);
  const digits = /\d+/.exec(text)?.[0];
  if (digits === undefined) throw new CannotAnswer(`"${name}" is "${text}", which holds no number`);
  return Number(digits);
}

/** A part of full time, as a decimal or as a fraction such as 19/38. */
export function partOf(golden: GoldenCase, name: string): Rate {
  const [part, whole] = textInput(golden, name).split('/');
  if (whole === undefined) return rate(part!.trim());
  const [own, full] = [rate(part!.trim()), rate(whole.trim())];
  return new Rate(own.num * full.den, own.den * full.num);
}
