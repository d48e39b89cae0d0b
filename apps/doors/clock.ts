import { dayOf, type PlainDate } from '@passerelle/values';

/** What time it is for the business: pay dates, terms and cut-offs. Sessions and ids use real time instead. */
export abstract class Clock {
  abstract now(): Date;

  /** The day it is now in a time zone of the IANA list, such as `Europe/Brussels`. */
  today(zone: string): PlainDate {
    return dayOf(this.now(), zone);
  }

  /**
   * Calls the listener whenever somebody moves the clock by hand, and waits for it; the returned function ends this.
   * A clock that only ever ticks calls nobody.
   */
  abstract onMoved(listener: () => void | Promise<void>): () => void;
}

export class RealClock extends Clock {
  override now(): Date {
    return new Date();
  }

  override onMoved(): () => void {
    return () => undefined;
  }
}
