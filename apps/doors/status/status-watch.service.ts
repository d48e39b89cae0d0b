import type { Database } from '../database/database.js';
import type { Work } from '../database/work.js';
import type { Readiness } from '../health/readiness.js';
import type { Incident, IncidentsStore } from './incidents.store.js';
import { type Service, type ServicesOf, type ServiceState, serviceStates } from './service-states.js';

interface StatusWatchParts {
  readonly database: Database;
  readonly readiness: Pick<Readiness, 'report'>;
  readonly incidents: IncidentsStore;
  readonly services: ServicesOf;
  /** Real time: how long people could not work has nothing to do with the business's clock. */
  readonly now: () => Date;
}

export interface ProgramStatus {
  readonly services: ReadonlyMap<Service, ServiceState>;
  /** Null when there never was one, undefined while nobody can know. */
  readonly lastIncident: Incident | null | undefined;
}

/** An upgrade takes a few minutes; a silence that is longer is an incident. */
const silenceMs = 10 * 60_000;

/** Looks how the program serves, and keeps when it did not. */
export class StatusWatch {
  /** Since when this process has had nowhere to write that it is away. */
  private awaySince: Date | null = null;

  constructor(private readonly parts: StatusWatchParts) {}

  async status(): Promise<ProgramStatus> {
    const { database, readiness, incidents } = this.parts;
    const services = serviceStates(await readiness.report(), this.parts.services);
    // A database that hangs would keep whoever asks as well.
    if (this.isAway(services)) return { services, lastIncident: undefined };
    const lastIncident = await incidents.last(database.reading).catch(() => undefined);
    return { services, lastIncident };
  }

  async tick(): Promise<void> {
    const { database, readiness, now } = this.parts;
    const services = serviceStates(await readiness.report(), this.parts.services);
    if (this.isAway(services)) {
      this.awaySince ??= now();
      return;
    }
    await database.transact((work) => this.note(work, services, now()));
    this.awaySince = null;
  }

  private isAway(services: ReadonlyMap<Service, ServiceState>): boolean {
    const [[pages]] = this.parts.services;
    return services.get(pages) === 'down';
  }

  /** Whoever writes this has pages to show again: that they were away is written afterwards, by the first who can. */
  private async note(work: Work, services: ReadonlyMap<Service, ServiceState>, at: Date): Promise<void> {
    const { incidents } = this.parts;
    const [[pages]] = this.parts.services;
    const beganAt = this.awayFrom(await incidents.beat(work, at), at);
    if (beganAt !== null) await incidents.add(work, { service: pages, beganAt, endedAt: at });
    for (const [service, state] of services)
      await (state === 'up' ? incidents.end(work, service, at) : incidents.begin(work, service, at));
  }

  /** Nobody wrote for long, or this process saw it and nobody has written since. */
  private awayFrom(lastBeat: Date | null, at: Date): Date | null {
    if (lastBeat === null) return null;
    if (at.getTime() - lastBeat.getTime() > silenceMs) return lastBeat;
    return this.awaySince !== null && lastBeat <= this.awaySince ? this.awaySince : null;
  }
}
