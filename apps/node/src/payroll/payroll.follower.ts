import type { Work } from '@passerelle/doors';
import type { Fact, FactBodies } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import '../missions/missions.facts.js';
import type { Missions } from '../missions/missions.service.js';
import type { MonthlyWages } from './monthly-wages.service.js';
import type { Payslips } from './payslips.service.js';

type Followed = 'MissionCompleted' | 'DayBegan';

/**
 * Work is done: its payslip is made, or payroll is told why it cannot be, or its money is kept for monthly wages. A month
 * is over: its wage has its payslip. None of this holds up what follows. What a partner gave back after a restore waits
 * for payroll: the lost days may hold its payslip and its payment.
 */
export class PayrollFollower extends Follower<Followed> {
  readonly name = 'payroll';
  readonly kinds = ['MissionCompleted', 'DayBegan'] as const;

  constructor(
    private readonly payslips: Payslips,
    private readonly monthly: MonthlyWages,
    private readonly missions: Missions,
  ) {
    super();
  }

  follow(work: Work, { kind, body }: Fact<Followed>): Promise<void> {
    return kind === 'DayBegan' ? this.payslips.issueMonths(work, body.date) : this.done(work, body);
  }

  private async done(work: Work, { mission: id, days, isGivenBack }: FactBodies['MissionCompleted']): Promise<void> {
    const { role } = await this.missions.mission(work, id);
    if (role === 'host' || (await this.monthly.keepIncome(work, id))) return;
    if (isGivenBack) await this.payslips.askFirst(work, { mission: id, days });
    else await this.payslips.issue(work, { mission: id, days });
  }
}
