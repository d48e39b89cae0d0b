import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import type { Follower } from '../facts/follower.js';
import type { Missions } from '../missions/missions.service.js';
import type { Payslips } from './payslips.service.js';

/**
 * Work is done: its payslip is made, or payroll is told why it cannot be. Neither holds up what follows. What a partner
 * gave back after a restore waits for payroll: the lost days may hold its payslip and its payment.
 */
export class PayrollFollower implements Follower<'MissionCompleted'> {
  readonly name = 'payroll';
  readonly kinds = ['MissionCompleted'] as const;

  constructor(
    private readonly payslips: Payslips,
    private readonly missions: Missions,
  ) {}

  async follow(work: Work, { body: { mission: id, days, isGivenBack } }: Fact<'MissionCompleted'>): Promise<void> {
    const { role } = await this.missions.mission(work, id);
    if (role === 'host') return;
    if (isGivenBack) await this.payslips.askFirst(work, { mission: id, days });
    else await this.payslips.issue(work, { mission: id, days });
  }
}
