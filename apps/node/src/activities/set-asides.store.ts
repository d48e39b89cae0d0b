import { type Work, managerOf } from '@passerelle/doors';
import { type CurrencyCode, Money } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';
import type { ActivityId } from './activity.js';
import type { SetAside } from './set-aside.js';

interface SetAsideRow {
  readonly mission: MissionId;
  readonly activity: ActivityId;
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly by: string;
  readonly at: Date;
}

const select = 'select mission, activity, amount, currency, decided_by as "by", decided_at as "at" from set_aside';

export class SetAsidesStore {
  /** Lets one transaction at a time decide what of a mission becomes wage. */
  async hold(work: Work, mission: MissionId): Promise<void> {
    await managerOf(work).query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`set aside ${mission}`]);
  }

  /** Replaces what was set aside of the mission; an amount of zero sets nothing aside any more. */
  async keep(work: Work, { mission, activity, amount, by, at }: SetAside): Promise<void> {
    if (amount.isZero()) return this.remove(work, mission);
    await managerOf(work).query(
      `insert into set_aside (mission, activity, amount, currency, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (mission) do update set activity = excluded.activity, amount = excluded.amount,
         currency = excluded.currency, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
      [mission, activity, amount.minor.toString(), amount.currency, by, at],
    );
  }

  async of(work: Work, missions: readonly MissionId[]): Promise<ReadonlyMap<MissionId, SetAside>> {
    return byMission(await managerOf(work).query<SetAsideRow[]>(`${select} where mission = any($1)`, [missions]));
  }

  async for(work: Work, activity: ActivityId): Promise<ReadonlyMap<MissionId, SetAside>> {
    return byMission(await managerOf(work).query<SetAsideRow[]>(`${select} where activity = $1`, [activity]));
  }

  private async remove(work: Work, mission: MissionId): Promise<void> {
    await managerOf(work).query('delete from set_aside where mission = $1', [mission]);
  }
}

const byMission = (rows: readonly SetAsideRow[]): ReadonlyMap<MissionId, SetAside> =>
  new Map(rows.map((row) => [row.mission, { ...row, amount: new Money(BigInt(row.amount), row.currency) }]));
