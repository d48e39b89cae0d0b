import { Database, managerOf, type Work } from '../database/database.js';
import { Clock } from '../clock.js';

/**
 * A clock that stands still until somebody moves it, so that a demonstration and its tests tell the same story every
 * time. Kept in the database: a restart does not turn it back. For one process; replicas would not see each other's moves.
 */
export class SandboxClock extends Clock {
  private readonly listeners = new Set<() => void | Promise<void>>();

  private constructor(
    private readonly database: Database,
    private instant: Date,
  ) {
    super();
  }

  /** Goes on from where the clock was left, or begins at the given instant. */
  static async open(database: Database, begin: Date): Promise<SandboxClock> {
    const instant = await database.transact(async (work) => {
      await managerOf(work).query('insert into sandbox_clock (now) values ($1) on conflict do nothing', [begin]);
      return instantIn(work);
    });
    return new SandboxClock(database, instant);
  }

  override now(): Date {
    return new Date(this.instant);
  }

  override onMoved(listener: () => void | Promise<void>): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Moves the clock, forwards or backwards, and waits until all who listen have followed. */
  async moveTo(instant: Date): Promise<void> {
    await this.database.transact((work) => managerOf(work).query('update sandbox_clock set now = $1', [instant]));
    this.instant = new Date(instant);
    for (const listener of this.listeners) await listener();
  }
}

async function instantIn(work: Work): Promise<Date> {
  const rows = await managerOf(work).query<[{ now: Date }]>('select now from sandbox_clock');
  return rows[0].now;
}
