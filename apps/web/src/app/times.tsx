import { foreignZone, isMoment, showDate, showDistance } from '@passerelle/i18n';
import type { PlainDate } from '@passerelle/values';
import type { JSX } from 'react';
import type { ProgramClock } from './clock.js';
import { Time } from './time.js';

/** Days and moments: as elements that say how far they are, and as texts for headings, choices and names. */
export interface Times {
  /** The day of a day or of an instant. */
  day(of: string): JSX.Element;
  moment(instant: string): JSX.Element;
  /** The end of a wait, by the clocks of the cooperative; its time zone is named to whoever reads elsewhere. */
  deadline(of: string): JSX.Element;
  dayText(of: string): string;
  momentText(instant: string): string;
  /** What this device's own clock says. */
  timeOfDay(at: Date, width?: 'short' | 'medium'): string;
}

export function timesOf(locale: string, { now, zone }: ProgramClock): Times {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const on = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const at = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const timeOf = (of: string, text: string): JSX.Element => (
    <Time of={of} distance={() => showDistance(of, { now: now(), zone: zone ?? here, locale })}>
      {text}
    </Time>
  );
  const dayText = (of: string): string => (isMoment(of) ? on.format(new Date(of)) : showDate(of as PlainDate, locale));
  const momentText = (instant: string): string => at(here).format(new Date(instant));
  const deadlineText = (of: string): string => {
    const text = isMoment(of) ? at(zone ?? here).format(new Date(of)) : dayText(of);
    const named =
      zone && foreignZone(zone, { at: new Date(isMoment(of) ? of : `${of}T12:00:00Z`), readIn: here, locale });
    return named ? `${text} (${named})` : text;
  };
  return {
    day: (of) => timeOf(of, dayText(of)),
    moment: (instant) => timeOf(instant, momentText(instant)),
    deadline: (of) => timeOf(of, deadlineText(of)),
    dayText,
    momentText,
    timeOfDay: (clock, timeStyle = 'short') => new Intl.DateTimeFormat(locale, { timeStyle }).format(clock),
  };
}
