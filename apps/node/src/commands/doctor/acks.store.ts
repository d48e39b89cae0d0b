import { type Work, managerOf } from '@passerelle/doors/at-rest';

/** Somebody knows of a finding and has said until when it need not be told again. */
export interface Acknowledged {
  /** What was looked at, as the doctor names it: "backup", "peer se". */
  readonly what: string;
  readonly reason: string;
  /** The last day on which it counts. */
  readonly until: string;
}

/** What operators have acknowledged. It is only added to; the last word about a thing is in force. */
export class DoctorAcksStore {
  async add(work: Work, { what, reason, until }: Acknowledged): Promise<void> {
    await managerOf(work).query('insert into doctor_ack (what, reason, until) values ($1, $2, $3)', [
      what,
      reason,
      until,
    ]);
  }

  inForce(work: Work): Promise<readonly Acknowledged[]> {
    return managerOf(work).query<Acknowledged[]>(
      `select what, reason, until::text as until
       from (select distinct on (what) * from doctor_ack order by what, id desc) last where until >= current_date`,
    );
  }
}
