import { type Work, managerOf } from '@passerelle/doors';
import { type CurrencyCode, Money, type Month } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { WagePlan } from './wage-plan.js';

interface PlanRow {
  readonly member: MemberId;
  readonly entity: EntityId;
  readonly month: Month;
  readonly gross: string | null;
  readonly currency: CurrencyCode;
  readonly is_paid: boolean;
  readonly decided_at: Date;
}

/** A month whose wage is paid, by which payslip. */
export interface PaidMonth {
  readonly month: Month;
  readonly payslip: string;
}

/** Plans, paid months and warnings are only added. */
export class WagePlansStore {
  /** Lets one transaction at a time decide about the plan of a member. */
  async hold(work: Work, member: MemberId): Promise<void> {
    await managerOf(work).query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`wage plan ${member}`]);
  }

  async add(work: Work, plan: WagePlan, currency: CurrencyCode): Promise<void> {
    const { member, entity, from, gross, isPaid, decidedAt } = plan;
    await managerOf(work).query(
      `insert into wage_plan (member, entity, month, gross, currency, is_paid, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [member, entity, from, gross?.minor.toString() ?? null, currency, isPaid, decidedAt],
    );
  }

  /** In the order in which they were decided. */
  async ofMember(work: Work, member: MemberId): Promise<readonly WagePlan[]> {
    const rows = await managerOf(work).query<PlanRow[]>(
      'select member, entity, month, gross, currency, is_paid, decided_at from wage_plan where member = $1 order by number',
      [member],
    );
    return rows.map(({ month, gross, currency, is_paid, decided_at, ...row }) => ({
      ...row,
      from: month,
      gross: gross === null ? null : new Money(BigInt(gross), currency),
      isPaid: is_paid,
      decidedAt: decided_at,
    }));
  }

  /** Whoever has ever planned a wage. */
  async planners(work: Work): Promise<readonly MemberId[]> {
    const rows = await managerOf(work).query<{ member: MemberId }[]>(
      'select distinct member from wage_plan order by member',
    );
    return rows.map(({ member }) => member);
  }

  async addMonth(work: Work, { member, month, payslip }: PaidMonth & { readonly member: MemberId }): Promise<void> {
    await managerOf(work).query('insert into wage_month (member, month, payslip) values ($1, $2, $3)', [
      member,
      month,
      payslip,
    ]);
  }

  /** The months of a member that payroll paid, the oldest first. */
  months(work: Work, member: MemberId): Promise<readonly PaidMonth[]> {
    return managerOf(work).query<PaidMonth[]>(
      'select month, payslip from wage_month where member = $1 order by month',
      [member],
    );
  }

  /** False when she was warned about that month before. */
  async warn(work: Work, member: MemberId, month: Month, at: Date): Promise<boolean> {
    const added = await managerOf(work).query<unknown[]>(
      `insert into wage_plan_warning (member, month, warned_at) values ($1, $2, $3)
       on conflict do nothing returning month`,
      [member, month, at],
    );
    return added.length === 1;
  }

  /** Months she was warned about, the newest warning first. */
  async warnings(work: Work, member: MemberId): Promise<readonly Month[]> {
    const rows = await managerOf(work).query<{ month: Month }[]>(
      'select month from wage_plan_warning where member = $1 order by warned_at desc, month desc',
      [member],
    );
    return rows.map(({ month }) => month);
  }
}
