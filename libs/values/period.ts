import { type Month, type PlainDate, addDays, daysBetween, firstDayOf, lastDayOf } from './plain-date.js';
import { type Result, ok, refuse } from './result.js';

/** A run of days, first and last included. */
export class Period {
  private constructor(
    readonly first: PlainDate,
    readonly last: PlainDate,
  ) {}

  static of(first: PlainDate, last: PlainDate): Result<Period, { readonly kind: 'reversed'; readonly detail: string }> {
    if (last < first)
      return refuse({ kind: 'reversed', detail: `the last day ${last} is before the first day ${first}` });
    return ok(new Period(first, last));
  }

  /** For periods written in code. Throws RangeError when the last day is before the first. */
  static from(first: PlainDate, last: PlainDate): Period {
    const period = Period.of(first, last);
    if (!period.ok) throw new RangeError(period.refusal.detail);
    return period.value;
  }

  static month(month: Month): Period {
    return new Period(firstDayOf(month), lastDayOf(month));
  }

  get days(): number {
    return daysBetween(this.first, this.last) + 1;
  }

  includes(date: PlainDate): boolean {
    return this.first <= date && date <= this.last;
  }

  overlaps(other: Period): boolean {
    return this.first <= other.last && other.first <= this.last;
  }

  *eachDay(): Generator<PlainDate> {
    for (let date = this.first; date <= this.last; date = addDays(date, 1)) yield date;
  }
}
