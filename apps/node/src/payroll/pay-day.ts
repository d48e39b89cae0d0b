import { type PlainDate, addDays, isWeekend, yearOf } from '@passerelle/values';

type HolidaysOf = (year: number) => readonly PlainDate[];

/** The day of payment and how it was counted, so that nobody has to believe it. */
export interface PayDay {
  readonly on: PlainDate;
  readonly workingDays: number;
  /** The working days that were counted, the day of payment last. */
  readonly counted: readonly PlainDate[];
  /** Public holidays on weekdays that were not counted. */
  readonly holidays: readonly PlainDate[];
  /** The day on which the wage would have been paid when the report came too late for it; else null. */
  readonly missed: PlainDate | null;
}

/** The n-th working day after the last day of work; when that is over already, the first working day from today on. */
export function payDayOf(
  last: PlainDate,
  workingDays: number,
  { holidaysOf, today }: { readonly holidaysOf: HolidaysOf; readonly today: PlainDate },
): PayDay {
  const counted: PlainDate[] = [];
  const holidays: PlainDate[] = [];
  for (let date = addDays(last, 1); counted.length < workingDays; date = addDays(date, 1)) {
    if (isWeekend(date)) continue;
    (holidaysOf(yearOf(date)).includes(date) ? holidays : counted).push(date);
  }
  const usual = counted.at(-1) ?? last;
  if (usual >= today) return { on: usual, workingDays, counted, holidays, missed: null };
  return { on: workingDayFrom(today, holidaysOf), workingDays, counted, holidays, missed: usual };
}

function workingDayFrom(from: PlainDate, holidaysOf: HolidaysOf): PlainDate {
  let date = from;
  while (isWeekend(date) || holidaysOf(yearOf(date)).includes(date)) date = addDays(date, 1);
  return date;
}
