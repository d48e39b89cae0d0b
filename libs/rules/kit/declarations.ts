import {
  type Confidence,
  type Dated,
  Money,
  type PlainDate,
  addMonths,
  addWorkingDays,
  day,
  firstDayOf,
  isPlainDate,
  lastDayOf,
  monthOf,
} from '@passerelle/values';
import type { LawReference } from './scheme.js';
import type { Words } from './words.js';

/** How a value is written in a declaration. Amounts are decimal texts, never numbers. */
export type FieldShape =
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'digits'; readonly of: string }
  | { readonly kind: 'code'; readonly codes: readonly string[] }
  | { readonly kind: 'day' | 'month' | 'amount' | 'whole' };

/** One thing that an authority asks, by our name and by its own. */
export interface DeclarationField {
  /** The same in each country where the thing is the same: `worker.nationalNumber`. */
  readonly name: string;
  readonly officialName: string;
  readonly shape: FieldShape;
  readonly isRequired: boolean;
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * When a declaration is due: before the work it announces begins, so many working days after it ended, on a day of the
 * month after the period (with another day in some months), or at the end of that month.
 */
export type DueRule =
  | { readonly kind: 'before-work' }
  | { readonly kind: 'working-days-after'; readonly days: number }
  | { readonly kind: 'next-month-on'; readonly day: number; readonly except?: Readonly<Record<string, number>> }
  | { readonly kind: 'next-month-end' };

/**
 * What one declaration is about: an engagement before it begins, taking that back when it will not begin, the end of one
 * that was announced without a last day, its pay, or all pay of a month or a quarter.
 */
export type DeclarationSubject = 'engagement' | 'cancellation' | 'ending' | 'pay' | 'month' | 'quarter';

/**
 * A declaration as a dictionary of its fields. It is our own reading of what the authority asks: nothing made from it is
 * officially valid until the operator's official schema has checked it.
 */
export interface DeclarationForm {
  readonly id: string;
  /** The authority's own word: `Dimona`, `AGI`. */
  readonly localName: string;
  readonly words: Words;
  readonly authority: string;
  readonly law: LawReference;
  readonly about: DeclarationSubject;
  /** Of a cancellation: the form whose accepted announcement it takes back. */
  readonly cancels?: string;
  /** Of an announcement that no form takes back: what an employer does when the work will not begin. */
  readonly notBegun?: Words;
  /** Left out when it is about every worker: otherwise which fact of a member says so. */
  readonly onlyFor?: { readonly fact: string; readonly among: readonly string[] };
  /** Workers about whom another form tells the same. */
  readonly notFor?: { readonly fact: string; readonly among: readonly string[] };
  readonly due: Dated<DueRule>;
  /** Of its country, where working days are counted until it is due. */
  readonly publicHolidays?: (year: number) => readonly PlainDate[];
  readonly fields: readonly DeclarationField[];
}

/** The last day on which a declaration about these days of work, or of this period of pay, is in time. */
export function dueOn(
  { due, publicHolidays = () => [] }: DeclarationForm,
  about: { readonly first: PlainDate; readonly last: PlainDate },
): PlainDate {
  const rule = due.on(about.last);
  if (rule.kind === 'before-work') return about.first;
  if (rule.kind === 'working-days-after') return addWorkingDays(about.last, rule.days, publicHolidays);
  const next = monthOf(addMonths(firstDayOf(monthOf(about.last)), 1));
  if (rule.kind === 'next-month-end') return lastDayOf(next);
  const on = rule.except?.[next.slice(5)] ?? rule.day;
  return day(`${next}-${String(on).padStart(2, '0')}`);
}

/** What is said for each field by our name; null or left out is not said yet. Amounts are written as the field asks. */
export type Said = Readonly<Record<string, string | Money | null>>;

export interface FilledField {
  readonly name: string;
  readonly officialName: string;
  readonly value: string | null;
}

/** A form with what is known, what nobody has said yet, and what is not written as the authority reads it. */
export interface Filled {
  readonly fields: readonly FilledField[];
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

/** Fills a form. Nothing is guessed: what is not said stays open and is named. */
export function fill({ fields }: DeclarationForm, said: Said): Filled {
  const filled = fields.map(({ name, officialName, shape, isRequired }) => ({
    name,
    officialName,
    shape,
    isRequired,
    value: written(shape, said[name] ?? null),
  }));
  return {
    fields: filled.map(({ name, officialName, value }) => ({ name, officialName, value })),
    missing: filled.filter(({ isRequired, value }) => isRequired && value === null).map(({ name }) => name),
    wrong: filled.filter(({ shape, value }) => value !== null && !isWritten(shape, value)).map(({ name }) => name),
  };
}

/** Whole units drop what is less than one: no authority is told more than was paid. */
function written(shape: FieldShape, value: string | Money | null): string | null {
  if (!(value instanceof Money)) return value;
  return shape.kind === 'whole' ? value.toDecimal().replace(/\.\d+$/, '') : value.toDecimal();
}

function isWritten(shape: FieldShape, value: string): boolean {
  switch (shape.kind) {
    case 'text':
      return value.trim() === value && value !== '' && value.length <= shape.longest;
    case 'digits':
      return new RegExp(`^\\d{${shape.of}}$`).test(value);
    case 'code':
      return shape.codes.includes(value);
    case 'day':
      return isPlainDate(value);
    case 'month':
      return isPlainDate(`${value}-01`);
    case 'amount':
      return /^-?\d{1,13}\.\d{2}$/.test(value);
    case 'whole':
      return /^\d{1,13}$/.test(value);
  }
}

/** A list of fields that one source names: `[name, officialName, shape, 'optional'?]`. */
export const fieldsFrom = (
  source: string,
  confidence: Confidence,
  rows: readonly (readonly [name: string, officialName: string, shape: FieldShape, optional?: 'optional'])[],
): readonly DeclarationField[] =>
  rows.map(([name, officialName, shape, optional]) => ({
    name,
    officialName,
    shape,
    isRequired: optional === undefined,
    source,
    confidence,
  }));
