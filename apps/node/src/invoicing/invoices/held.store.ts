import { type Work, managerOf } from '@passerelle/doors';
import type { MissionId } from '../../missions/mission.js';

/** A finished mission whose invoice cannot be made yet. `report` is the hash of the partner's report to approve then. */
export interface HeldMission {
  readonly mission: MissionId;
  readonly since: Date;
  readonly reason: string;
  readonly detail: string;
  readonly report: string | null;
}

/** The list of work to do: the one table of this room whose rows go away. */
export class HeldStore {
  async hold(work: Work, { mission, since, reason, detail, report }: HeldMission): Promise<void> {
    await managerOf(work).query(
      `insert into invoice_held (mission, since, reason, detail, report) values ($1, $2, $3, $4, $5)
       on conflict (mission) do update set reason = excluded.reason, detail = excluded.detail`,
      [mission, since, reason, detail, report],
    );
  }

  async take(work: Work, mission: MissionId): Promise<HeldMission | null> {
    const [row] = await managerOf(work).query<HeldMission[]>(
      'select mission, since, reason, detail, report from invoice_held where mission = $1 for update',
      [mission],
    );
    return row ?? null;
  }

  async release(work: Work, mission: MissionId): Promise<void> {
    await managerOf(work).query('delete from invoice_held where mission = $1', [mission]);
  }

  all(work: Work): Promise<readonly HeldMission[]> {
    return managerOf(work).query<HeldMission[]>(
      'select mission, since, reason, detail, report from invoice_held order by since, mission',
    );
  }
}
