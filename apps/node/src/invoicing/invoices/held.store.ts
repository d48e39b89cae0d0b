import { type Work, managerOf } from '@passerelle/doors';
import type { MissionId } from '../../missions/mission.js';
import { whyHeld } from './billing.words.js';
import { type HeldMission, type HeldReason, reasonOf } from './held.js';

const columns = 'mission, since, reason, why, detail, report';

/** The list of work to do: the one table of this room whose rows go away. */
export class HeldStore {
  async hold(
    work: Work,
    { mission, since, why, report }: Pick<HeldMission, 'mission' | 'since' | 'report'> & { readonly why: HeldReason },
  ): Promise<void> {
    await managerOf(work).query(
      `insert into invoice_held (${columns}) values ($1, $2, $3, $4, $5, $6)
       on conflict (mission) do update set reason = excluded.reason, why = excluded.why, detail = excluded.detail`,
      [mission, since, reasonOf(why), JSON.stringify(why), whyHeld(why).en, report],
    );
  }

  async take(work: Work, mission: MissionId): Promise<HeldMission | null> {
    const [row] = await managerOf(work).query<HeldMission[]>(
      `select ${columns} from invoice_held where mission = $1 for update`,
      [mission],
    );
    return row ?? null;
  }

  async release(work: Work, mission: MissionId): Promise<void> {
    await managerOf(work).query('delete from invoice_held where mission = $1', [mission]);
  }

  all(work: Work): Promise<readonly HeldMission[]> {
    return managerOf(work).query<HeldMission[]>(`select ${columns} from invoice_held order by since, mission`);
  }
}
