import { managerOf, type Work } from '../database/work.js';
import type { Service } from './service-states.js';

/** A time during which something did not serve as it should. */
export interface Incident {
  readonly service: Service;
  readonly beganAt: Date;
  /** Null while it lasts. */
  readonly endedAt: Date | null;
}

/** Several replicas may say the same: it is kept once. */
export class IncidentsStore {
  async begin(work: Work, service: Service, at: Date): Promise<void> {
    await managerOf(work).query('insert into incident (service, began_at) values ($1, $2) on conflict do nothing', [
      service,
      at,
    ]);
  }

  async end(work: Work, service: Service, at: Date): Promise<void> {
    await managerOf(work).query('update incident set ended_at = $2 where service = $1 and ended_at is null', [
      service,
      at,
    ]);
  }

  /** Something that is over when it becomes known. */
  async add(work: Work, { service, beganAt, endedAt }: Incident): Promise<void> {
    await managerOf(work).query('insert into incident (service, began_at, ended_at) values ($1, $2, $3)', [
      service,
      beganAt,
      endedAt,
    ]);
  }

  async last(work: Work): Promise<Incident | null> {
    const [row] = await managerOf(work).query<Incident[]>(
      `select service, began_at as "beganAt", ended_at as "endedAt" from incident
        order by ended_at is null desc, began_at desc limit 1`,
    );
    return row ?? null;
  }

  /** Says that the program is alive, and gives back when it last said so. */
  async beat(work: Work, at: Date): Promise<Date | null> {
    const [before] = await managerOf(work).query<{ at: Date }[]>('select at from heartbeat for update');
    await managerOf(work).query(
      `insert into heartbeat (at) values ($1) on conflict (only_one) do update set at = greatest(heartbeat.at, $1)`,
      [at],
    );
    return before?.at ?? null;
  }
}
