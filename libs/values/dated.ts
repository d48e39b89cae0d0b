import { type PlainDate, day } from './plain-date.js';

/**
 * How sure a figure is. `confirmed`: read in the law, at the authority, or reproduced from its tables. `secondary`: read
 * at a named publisher. `inferred`: computed from confirmed neighbours. `to-confirm`: believed, no source opened yet.
 */
export type Confidence = 'confirmed' | 'secondary' | 'inferred' | 'to-confirm';

/** A value valid from a day until the next entry begins. */
export interface DatedEntry<T> {
  readonly from: PlainDate;
  readonly value: T;
  readonly source: string;
  readonly confidence: Confidence;
}

/** Marks the day from which a value no longer exists: `['2026-07-01', ended, 'Act of …']`. */
export const ended: unique symbol = Symbol('ended');

export type DatedTuple<T> = readonly [from: string, value: T | typeof ended, source: string, confidence?: Confidence];

/** Asked for a day on which the law as we know it has no such value. The message names value, day and remedy. */
export class NoValueOnDay extends RangeError {
  constructor(
    readonly what: string,
    readonly on: PlainDate,
    readonly known: string,
  ) {
    super(`${what} has no value on ${on}; ${known}`);
    this.name = 'NoValueOnDay';
  }
}

/** A number of law through time: each entry with its first day, its source and how sure it is. */
export class Dated<T> {
  constructor(
    readonly name: string,
    private readonly all: readonly DatedEntry<T | typeof ended>[],
  ) {}

  /** The value in force on a day, or NoValueOnDay. */
  on(date: PlainDate): T {
    return this.entryOn(date).value;
  }

  /** The value in force on a day with its first day, source and confidence, or NoValueOnDay. */
  entryOn(date: PlainDate): DatedEntry<T> {
    const entry = this.find(date);
    if (entry === undefined) throw new NoValueOnDay(this.name, date, this.known());
    return entry;
  }

  hasValueOn(date: PlainDate): boolean {
    return this.find(date) !== undefined;
  }

  /** The same values under the name of the rule they belong to, so that errors can say it. */
  named(name: string): Dated<T> {
    return new Dated(name, this.all);
  }

  /** Every entry in order, without the marks of where a value ended. */
  get entries(): readonly DatedEntry<T>[] {
    return this.all.filter(isValue);
  }

  /** The day from which there is no value any more, when the last entry says so. */
  get endedFrom(): PlainDate | undefined {
    const last = this.all[this.all.length - 1];
    return last && last.value === ended ? last.from : undefined;
  }

  private find(date: PlainDate): DatedEntry<T> | undefined {
    for (let index = this.all.length - 1; index >= 0; index -= 1) {
      const entry = this.all[index]!;
      if (entry.from <= date) return isValue(entry) ? entry : undefined;
    }
    return undefined;
  }

  private known(): string {
    const first = this.all[0];
    if (first === undefined) return 'no value is known at all';
    const end = this.endedFrom;
    return `known from ${first.from}${end ? `, ended on ${end}` : ''}; add the dated value with its source`;
  }
}

/**
 * `dated('be.minimum-income', ['2026-04-01', money('2189.81', 'EUR'), 'CBA 43/18', 'secondary'])`. Entries stand in the
 * order of their days; anything else throws RangeError. Without a mark an entry is `confirmed`.
 */
export function dated<T>(name: string, ...tuples: readonly DatedTuple<T>[]): Dated<T> {
  const entries = tuples.map(([from, value, source, confidence = 'confirmed']): DatedEntry<T | typeof ended> => {
    if (source.trim() === '') throw new RangeError(`${name}: the value from ${from} names no source`);
    return { from: day(from), value, source, confidence };
  });
  for (let index = 1; index < entries.length; index += 1)
    if (entries[index]!.from <= entries[index - 1]!.from)
      throw new RangeError(`${name}: ${entries[index]!.from} stands after ${entries[index - 1]!.from}`);
  return new Dated<T>(name, entries);
}

function isValue<T>(entry: DatedEntry<T | typeof ended>): entry is DatedEntry<T> {
  return entry.value !== ended;
}
