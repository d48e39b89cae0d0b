import type { Work } from '@passerelle/doors';
import { type Money, type Month, type PlainDate, firstDayOf, monthOf } from '@passerelle/values';
import { personalActivity } from '../activities/activity.js';
import type { Budgets } from '../activities/budgets.service.js';
import type { Member, MemberId } from '../members/member.js';
import { type Carriers, carriersOf, freeOn, isForMonthlyWages } from './carrying.js';
import { monthAfter } from './wage-forecast.js';
import { type PlannedRun, type WagePlan, type WageStep, grossPaidIn, runFrom, runsOf, stepsOf } from './wage-plan.js';
import type { WagePlansStore } from './wage-plans.store.js';

/** A month that is over and whose wage is not paid yet. */
export interface DueMonth {
  readonly member: MemberId;
  readonly month: Month;
  readonly gross: Money;
  /** The first day of the months without a break in which a wage is planned. */
  readonly since: PlainDate;
}

/** What payroll asks of plans: which months are due, and what may carry them. */
export class MonthlyPay {
  constructor(
    private readonly store: WagePlansStore,
    private readonly budgets: Budgets,
  ) {}

  /** Months that are over on a day and have no payslip yet, of each member the oldest first. */
  async due(work: Work, today: PlainDate): Promise<readonly DueMonth[]> {
    const due: DueMonth[] = [];
    for (const member of await this.store.planners(work)) {
      const plans = await this.store.ofMember(work, member);
      const paid = (await this.store.months(work, member)).map(({ month }) => month);
      const first = plans.map(({ from }) => from).reduce((one, other) => (one < other ? one : other));
      for (let month = first; month < monthOf(today); month = monthAfter(month, 1)) {
        const planned = dueIn(plans, month);
        if (planned && !paid.includes(month)) due.push(planned);
      }
    }
    return due;
  }

  /** The wage that payroll pays a member for a month; null when her missions are paid one by one. */
  async month(work: Work, member: MemberId, month: Month): Promise<DueMonth | null> {
    return dueIn(await this.store.ofMember(work, member), month);
  }

  /** The months without a break for which payroll pays, each run an employment of its own. */
  async runs(work: Work, member: MemberId): Promise<readonly PlannedRun[]> {
    const plans = await this.store.ofMember(work, member);
    return runsOf(plans.map((plan) => (plan.isPaid ? plan : { ...plan, gross: null })));
  }

  /** How her paid wage begins, changes and ends. Nobody plans another wage before the end of this work. */
  async steps(work: Work, member: MemberId): Promise<readonly WageStep[]> {
    await this.store.hold(work, member);
    return stepsOf(await this.store.ofMember(work, member));
  }

  /** What may be spent on the wage of a month. Nobody plans another wage before the end of this work. */
  async carriers(work: Work, member: Member, month: Month): Promise<Carriers> {
    await this.store.hold(work, member.id);
    const plans = await this.store.ofMember(work, member.id);
    const isPlanned = (each: Month): boolean => grossPaidIn(plans, each) !== null;
    const activity = personalActivity(member);
    const missions = await this.budgets.wageMoney(work, activity);
    const free = freeOn(await this.budgets.budget(work, activity));
    return carriersOf(
      month,
      free,
      missions.filter((each) => isForMonthlyWages(each, isPlanned)),
    );
  }

  /** The wage of a month has its payslip: it is due no more. */
  settle(work: Work, { member, month }: Pick<DueMonth, 'member' | 'month'>, payslip: string): Promise<void> {
    return this.store.addMonth(work, { member, month, payslip });
  }
}

function dueIn(plans: readonly WagePlan[], month: Month): DueMonth | null {
  const gross = grossPaidIn(plans, month);
  if (gross === null) return null;
  return { member: plans[0]!.member, month, gross, since: firstDayOf(runFrom(plans, month)!.from) };
}
