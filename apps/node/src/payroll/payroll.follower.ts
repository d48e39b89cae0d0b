import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import type { Follower } from '../facts/follower.js';
import type { Missions } from '../missions/missions.service.js';
import type { Payslips } from './payslips.service.js';

/** Work is done: its payslip is made, or payroll is told why it cannot be. Neither holds up what follows. */
export class PayrollFollower implements Follower<'MissionCompleted'> {
  readonly name = 'payroll';
  readonly kinds = ['MissionCompleted'] as const;

  constructor(
    private readonly payslips: Payslips,
    private readonly missions: Missions,
  ) {}

  async follow(work: Work, { body: { mission: id, days } }: Fact<'MissionCompleted'>): Promise<void> {
    const mission = await this.missions.mission(work, id);
    if (mission.role !== 'host') await this.payslips.issue(work, { mission: id, days });
  }
}
