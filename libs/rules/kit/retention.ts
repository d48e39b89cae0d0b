import { type Dated, type PlainDate, day, yearOf } from '@passerelle/values';
import type { LawReference } from './scheme.js';

/** Which duty a record is kept for: what was earned and declared, what the books rest on, what decided on insurance. */
export const recordKinds = ['wages', 'books', 'insurance'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** How long the law wants records of a kind kept: so many whole years after the one they are of. */
export interface Retention {
  readonly law: LawReference;
  readonly years: Dated<number>;
}

export type Retentions = Readonly<Record<RecordKind, Retention>>;

/** The last day on which a record of that day is kept. Throws NoValueOnDay before the law as we know it begins. */
export const retainedUntil = ({ years }: Retention, recorded: PlainDate): PlainDate =>
  day(`${yearOf(recorded) + years.on(recorded)}-12-31`);

/** The dated years themselves, for the country's list of figures. */
export const retentionFigures = (retentions: Retentions): readonly Dated<number>[] =>
  recordKinds.map((kind) => retentions[kind].years);
