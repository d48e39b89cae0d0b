import { type Work, managerOf } from '@passerelle/doors';
import { type CurrencyCode, Money, type PlainDate } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { Draws } from '../wage-plans/carrying.js';
import type { Budget, PayslipId } from './payslip.js';

/** A finished mission whose money for wages is kept for those of months. */
export interface KeptIncome {
  readonly mission: MissionId;
  readonly member: MemberId;
  readonly keptOn: PlainDate;
  readonly budget: Budget;
}

/** What monthly wages have to do with a mission. */
export interface MonthlyShare {
  readonly mission: MissionId;
  /** Once its work is done: what the cooperative kept, and all that is for wages. */
  readonly kept: { readonly contribution: Money; readonly cost: Money } | null;
  readonly drawn: Money;
}

interface ShareRow {
  readonly mission: MissionId;
  readonly currency: CurrencyCode;
  readonly contribution: string | null;
  readonly wage: string | null;
  readonly drawn: string;
}

/** What missions give for monthly wages. Rows are only added. */
export class MonthlyWagesStore {
  async keep(work: Work, { mission, member, keptOn, budget }: KeptIncome): Promise<void> {
    const { contribution, wage } = budget;
    await managerOf(work).query(
      `insert into income_kept (mission, member, kept_on, currency, contribution, wage, budget)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        mission,
        member,
        keptOn,
        wage.currency,
        contribution.minor.toString(),
        wage.minor.toString(),
        JSON.stringify(budget),
      ],
    );
  }

  async draw(work: Work, payslip: PayslipId, draws: Draws['missions']): Promise<void> {
    for (const { mission, amount } of draws)
      await managerOf(work).query(
        'insert into wage_draw (payslip, mission, currency, amount) values ($1, $2, $3, $4)',
        [payslip, mission, amount.currency, amount.minor.toString()],
      );
  }

  /** What a payslip took of missions. */
  async draws(work: Work, payslip: PayslipId): Promise<Draws['missions']> {
    const rows = await managerOf(work).query<{ mission: MissionId; currency: CurrencyCode; amount: string }[]>(
      'select mission, currency, amount from wage_draw where payslip = $1 order by mission',
      [payslip],
    );
    return rows.map(({ mission, currency, amount }) => ({ mission, amount: new Money(BigInt(amount), currency) }));
  }

  async lastDrawnBy(work: Work, mission: MissionId): Promise<PayslipId | null> {
    const [row] = await managerOf(work).query<{ payslip: PayslipId }[]>(
      'select max(payslip::text)::uuid as payslip from wage_draw where mission = $1 having count(*) > 0',
      [mission],
    );
    return row?.payslip ?? null;
  }

  /** Of those of these missions that monthly wages have to do with. */
  async shares(work: Work, missions: readonly MissionId[]): Promise<readonly MonthlyShare[]> {
    const rows = await managerOf(work).query<ShareRow[]>(
      `select mission, coalesce(k.currency, d.currency) as currency, k.contribution, k.wage, coalesce(d.drawn, 0) as drawn
       from (select * from income_kept where mission = any($1)) k
         full join (select mission, currency, sum(amount) as drawn from wage_draw where mission = any($1)
           group by mission, currency) d using (mission)`,
      [missions],
    );
    return rows.map(shareOf);
  }
}

function shareOf({ mission, currency, contribution, wage, drawn }: ShareRow): MonthlyShare {
  const of = (minor: string): Money => new Money(BigInt(minor), currency);
  const kept = contribution === null ? null : { contribution: of(contribution), cost: of(wage!) };
  return { mission, kept, drawn: of(drawn) };
}
