import { managerOf, type Work } from '@passerelle/doors';
import type { Acknowledgement } from './acknowledgement.js';

/** What people said about alarms; it is only added to, and the newest word about an alarm counts. */
export class AcknowledgementsStore {
  async add(work: Work, { alarm, reason, until, by }: Omit<Acknowledgement, 'at'>): Promise<Acknowledgement> {
    const [added] = await managerOf(work).query<[Acknowledgement]>(
      `insert into alarm_acknowledgement (alarm, reason, until, by_account) values ($1, $2, $3, $4)
       returning alarm, reason, until, by_account as by, at`,
      [alarm, reason, until, by],
    );
    return added;
  }

  /** The newest of each alarm that still holds. */
  async inForce(work: Work, now: Date): Promise<readonly Acknowledgement[]> {
    return managerOf(work).query<Acknowledgement[]>(
      `select alarm, reason, until, by_account as by, at from (
         select distinct on (alarm) * from alarm_acknowledgement order by alarm, id desc) newest
       where until >= $1 order by alarm`,
      [now],
    );
  }
}
