import { type PlainDate, day, isPlainDate } from '@passerelle/values';

/**
 * How a country answers golden cases. A golden case is a published value: inputs, a day, and what must come out. Write
 * `<schema>.ts` beside this file that exports one `Answerer` (a table from kind to function) and add one line to
 * `answerers.ts`. An answer is computed by the same rules as a payslip; it gives back the fields of its kind by the
 * names of the file, money as decimal text (`money.toDecimal()`), percents as text (`rate.toPercent()`), nested
 * objects and lists in the shape of the file. It may give more fields than a case expects. A case that cannot be
 * answered throws `CannotAnswer` with the reason, which counts as failed.
 */
export interface GoldenCase {
  readonly id: string;
  readonly schema: GoldenSchema;
  /** `payslip`, `reverse` or `yearly` in the schema `fr`, whose cases name no kind. */
  readonly kind: string;
  /** As written in the file; not every case has one, and some say `any`. */
  readonly date?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  /** Absolute difference that the source itself allows, as decimal text: for all fields, or field by field. */
  readonly tolerance?: string | Readonly<Record<string, string>>;
}

/** One per shape of file: Belgium, Sweden, France (general scheme, artists), coordination of law, VAT. */
export type GoldenSchema = 'be' | 'se' | 'fr' | 'fr-artists' | 'coordination' | 'vat';

export type Answer = (golden: GoldenCase) => Readonly<Record<string, unknown>>;

export type Answerer = Readonly<Record<string, Answer>>;

/** The rules refuse or do not know this case; the message says which rule, which day and why. */
export class CannotAnswer extends Error {}

/** An input that must be there, as text: numbers are written out as they stand in the file. */
export function textInput(golden: GoldenCase, name: string): string {
  const text = optionalText(golden, name);
  if (text === undefined) throw new CannotAnswer(`the case gives no "${name}"`);
  return text;
}

/** An input that may be missing, as text. */
export function optionalText({ inputs }: GoldenCase, name: string): string | undefined {
  const value = inputs[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A whole number from 0 that must be there. */
export function wholeInput(golden: GoldenCase, name: string): number {
  const text = textInput(golden, name);
  if (!/^\d{1,15}$/.test(text)) throw new CannotAnswer(`"${name}" is "${text}", not a whole number`);
  return Number(text);
}

/** The day of a case: a month or a year alone stands for its middle; a value said to hold on any day is asked in 2026. */
export function dateOf({ date = 'any' }: GoldenCase): PlainDate {
  const written = /\d{4}(-\d{2})?(-\d{2})?/.exec(date)?.[0];
  if (/^(any|every|all)\b/i.test(date) && !isOfOurTime(written)) return day('2026-06-30');
  const whole = { 4: `${written}-06-30`, 7: `${written}-15`, 10: written }[written?.length ?? 0];
  if (whole === undefined || !isPlainDate(whole)) throw new CannotAnswer(`"${date}" names no day`);
  return whole;
}

/** Some sources of a value that holds on any day name the year in which they were written. */
const isOfOurTime = (written: string | undefined): boolean => Number(written?.slice(0, 4) ?? 0) >= 2024;
