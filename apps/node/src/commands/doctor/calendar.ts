import { type Calendar, calendarEnd, furthestCycle } from '@passerelle/protocol';
import { type PlainDate, addMonths, firstDayOf, monthOf } from '@passerelle/values';
import { run, said } from '../said.js';
import { type Finding, failure, fine, warning } from './finding.js';

/** Whether the members have agreed on the days of the cycles to come, while there is time to agree on more. */
export function calendarFinding(calendar: Calendar, today: PlainDate, rosterFile = 'roster.json'): Finding {
  const end = calendarEnd(calendar, today);
  const extend = run(`passerelle roster extend --roster ${rosterFile} ${optionsFor(calendar, today)}`);
  if (!end) return failure('calendar', said('calendar-none'), extend);
  const { cycle, cutOff, state } = end;
  if (state === 'over') return failure('calendar', said('calendar-over', { cycle }), extend);
  if (state === 'near') return warning('calendar', said('calendar-ends', { cycle, day: cutOff }), extend);
  return fine('calendar', said('calendar-reaches', { cycle }));
}

/** As many cycles as there is room for, from the next month on: until then everybody can have signed. */
function optionsFor(calendar: Calendar, today: PlainDate): string {
  const from = firstDayOf(monthOf(addMonths(today, 1)));
  return `--until ${furthestCycle(calendar, from)} --from ${from}`;
}
