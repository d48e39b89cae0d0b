import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import '../missions/missions.facts.js';
import '../payroll/payroll.facts.js';
import '../wage-plans/wage-plans.facts.js';
import './declarations.facts.js';
import type { Preparations } from './preparations.service.js';

type Followed =
  'MissionStarted' | 'MissionCancelled' | 'WagePlanned' | 'PayslipIssued' | 'DayBegan' | 'DeclarationAnswered';

/** Work may begin, or a monthly wage, a wage is owed, a period is over or a day in time has passed: authorities are to be told. */
export class DeclarationsFollower extends Follower<Followed> {
  readonly name = 'declarations';
  readonly kinds = [
    'MissionStarted',
    'MissionCancelled',
    'WagePlanned',
    'PayslipIssued',
    'DayBegan',
    'DeclarationAnswered',
  ] as const;

  constructor(private readonly preparations: Preparations) {
    super();
  }

  async follow(work: Work, { kind, body }: Fact<Followed>): Promise<void> {
    switch (kind) {
      case 'MissionStarted':
        return this.preparations.announce(work, body.mission);
      case 'MissionCancelled':
        return this.preparations.withdraw(work, body.mission);
      case 'WagePlanned':
        return this.preparations.announceEmployments(work, body.member);
      case 'PayslipIssued':
        return this.preparations.collect(work, body.payslip);
      case 'DeclarationAnswered':
        return this.preparations.answered(work, body.declaration);
      case 'DayBegan':
        await this.preparations.closePeriods(work, body.date);
        return this.preparations.noteLate(work, body.date);
    }
  }
}
