import type { Database, Readiness, Work } from '@passerelle/doors';
import type { Incident, IncidentsStore } from './incidents.store.js';
import { type Service, type ServiceState, serviceStates } from './service-states.js';

interface StatusWatchParts {
  readonly database: Database;
  readonly readiness: Pick<Readiness, 'report'>;
  readonly incidents: IncidentsStore;
  /** Real time: how long people could not work has nothing to do with the business's clock. */
  readonly now: () => Date;
}

export interface NodeStatus {
  readonly services: ReadonlyMap<Service, ServiceState>;
  /** Null when there never was one, undefined while nobody can know. */
  readonly lastIncident: Incident | null | undefined;
}

/** An upgrade takes a few minutes; a silence that is longer is an incident. */
const silenceMs = 10 * 60_000;

/** Looks each minute how the node serves, and keeps when it did not. */
export class StatusWatch {
  constructor(private readonly parts: StatusWatchParts) {}

  async status(): Promise<NodeStatus> {
    const { database, readiness, incidents } = this.parts;
    const services = serviceStates(await readiness.report());
    const lastIncident = await incidents.last(database.reading).catch(() => undefined);
    return { services, lastIncident };
  }

  async tick(): Promise<void> {
    const { database, readiness, now } = this.parts;
    const services = serviceStates(await readiness.report());
    await database.transact((work) => this.note(work, services, now()));
  }

  /** Whoever writes this has pages to show: that they were away is known from a silence before. */
  private async note(work: Work, services: ReadonlyMap<Service, ServiceState>, at: Date): Promise<void> {
    const { incidents } = this.parts;
    const before = await incidents.beat(work, at);
    if (before !== null && at.getTime() - before.getTime() > silenceMs)
      await incidents.add(work, { service: 'pages', beganAt: before, endedAt: at });
    for (const [service, state] of services)
      await (state === 'up' ? incidents.end(work, service, at) : incidents.begin(work, service, at));
  }
}
