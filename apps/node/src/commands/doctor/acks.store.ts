import { type Work, managerOf } from '@passerelle/doors/at-rest';

/** Somebody knows of a finding and has said until when it need not be told again. */
export interface Acknowledged {
  /** What was looked at, as the doctor names it: "backup", "peer se". */
  readonly what: string;
  /** On which machine, for a thing that every machine has for itself; absent where it is one thing, or known of all. */
  readonly machine?: string | undefined;
  readonly reason: string;
  /** The last day on which it counts. */
  readonly until: string;
}

/** What operators have acknowledged. It is only added to; the last word about a thing is in force. */
export class DoctorAcksStore {
  async add(work: Work, { what, machine, reason, until }: Acknowledged): Promise<void> {
    await managerOf(work).query('insert into doctor_ack (what, machine, reason, until) values ($1, $2, $3, $4)', [
      what,
      machine ?? null,
      reason,
      until,
    ]);
  }

  async inForce(work: Work): Promise<readonly Acknowledged[]> {
    const rows = await managerOf(work).query<(Acknowledged & { readonly machine: string | null })[]>(
      `select what, machine, reason, until::text as until
       from (select distinct on (what, machine) * from doctor_ack order by what, machine, id desc) last
       where until >= current_date`,
    );
    return rows.map(({ machine, ...ack }) => ({ ...ack, ...(machine !== null && { machine }) }));
  }
}
