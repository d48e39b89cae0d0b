import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import type { Follower } from '../facts/follower.js';
import type { Formalities } from '../formalities/formalities.service.js';
import '../missions/missions.facts.js';
import type { Missions } from '../missions/missions.service.js';
import type { FundReading } from './fund-reading.service.js';

/** The client has said yes: the fund says whether it will carry the wage, and the formalities remember it. */
export class VerdictFollower implements Follower<'ClientConfirmed'> {
  readonly name = 'guarantee-verdict';
  readonly kinds = ['ClientConfirmed'] as const;

  constructor(
    private readonly reading: FundReading,
    private readonly missions: Missions,
    private readonly formalities: Formalities,
  ) {}

  async follow(work: Work, { body }: Fact<'ClientConfirmed'>): Promise<void> {
    const mission = await this.missions.mission(work, body.mission);
    const found = await this.reading.verdict(work, mission);
    if (!found) return;
    const reasons = found.reasons.map(({ words }) => words);
    await this.formalities.sayGuarantee(work, mission.id, { verdict: found.verdict, reasons });
  }
}
