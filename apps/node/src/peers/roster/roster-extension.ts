import type { CalendarRefusal, CycleDates, Extension } from '@passerelle/protocol';
import { type Month, type PlainDate, isPlainDate, month } from '@passerelle/values';

/** What the options of "roster extend" ask for. @throws RangeError */
export const extensionIn = (until: string, cycles: readonly string[]): Omit<Extension, 'from'> => ({
  until: monthIn('--until', until),
  exceptions: cycles.map(datesIn),
});

/** "2031-12=2031-12-30,2032-01-02,2032-01-05,2032-01-12,2032-01-19": the five days of one cycle. */
function datesIn(text: string): CycleDates {
  const [cycle = '', list = ''] = text.split('=');
  const days = list.split(',');
  if (days.length !== 5 || !days.every(isPlainDate))
    throw new RangeError(
      `--cycle is "${text}", expected a month and five days: 2031-12=CUT,STATEMENTS,PROPOSAL,PAYMENT,GRACE`,
    );
  const [cutOff, statements, proposal, payment, graceEnd] = days as [
    PlainDate,
    PlainDate,
    PlainDate,
    PlainDate,
    PlainDate,
  ];
  return { cycle: monthIn('--cycle', cycle), cutOff, statements, proposal, payment, graceEnd };
}

function monthIn(option: string, text: string): Month {
  try {
    return month(text);
  } catch {
    throw new RangeError(`${option} names "${text}", expected a month such as 2031-05`);
  }
}

/** Why the calendar cannot be extended so, and what can be done instead. */
export function wordsOfCalendarRefusal(refusal: CalendarRefusal): string {
  switch (refusal.kind) {
    case 'nothing-new':
      return `the calendar names every cycle until ${refusal.last ?? 'then'} already: choose a later --until`;
    case 'too-long':
      return `a roster names 60 cycles, and those that are not over stay in it: --until may be ${refusal.most} at most`;
    case 'has-begun':
      return `the cycle ${refusal.cycle} begins before --from: its days stay as they are`;
    case 'not-in-it':
      return `--cycle names ${refusal.cycle}, which the calendar would not: choose a later --until, or another cycle`;
    case 'not-in-order':
      return `the days of ${refusal.cycle} do not follow each other: cut, statements, proposal, payment, end of grace`;
  }
}
