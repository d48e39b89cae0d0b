import type { Clock } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import type { Transactions } from '../database/transactions.js';
import { Bell } from './bell.js';
import type { Facts, FactsStore } from './facts.service.js';

export interface CalendarOptions {
  readonly database: Transactions;
  readonly store: FactsStore;
  readonly facts: Facts;
  readonly clock: Pick<Clock, 'today' | 'onMoved'>;
  /** The IANA time zone in which this cooperative's days begin: `Europe/Brussels`. */
  readonly zone: string;
  readonly onFailure?: (error: unknown) => void;
}

/** Its place among the cursors, so that of several replicas only one tells the day. */
const name = 'calendar';

/**
 * Records that a day began when the clock shows another day than the last recorded one. Days on which nothing ran are not
 * made up for: who follows does all that is due on or before the day.
 */
export class Calendar {
  private readonly bell = new Bell();
  private stopping = false;
  private ticking: Promise<void> | null = null;
  private forgetClock: () => void = () => undefined;

  constructor(private readonly options: CalendarOptions) {}

  /** The day that began, or null when it is still the same day or another replica is just telling it. */
  tick(): Promise<PlainDate | null> {
    const { database, store, facts, clock, zone } = this.options;
    return database.transact(async (work) => {
      await store.enrol(work, name);
      if ((await store.claim(work, name)) === null) return null;
      const date = clock.today(zone);
      if ((await facts.last(work, 'DayBegan'))?.body.date === date) return null;
      await facts.record(work, { kind: 'DayBegan', subject: date, body: { date } });
      return date;
    });
  }

  /** Looks at the clock every few seconds, and at once when somebody moves it. */
  start(everyMs = 5000): void {
    this.stopping = false;
    this.forgetClock = this.options.clock.onMoved(async () => {
      await this.tick();
    });
    this.ticking = this.keepTicking(everyMs);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.forgetClock();
    this.bell.ring();
    await this.ticking;
  }

  private async keepTicking(everyMs: number): Promise<void> {
    while (!this.stopping) {
      await this.tick().catch((error: unknown) => this.options.onFailure?.(error));
      if (!this.stopping) await this.bell.wait(everyMs);
    }
  }
}
