import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import type { Missions } from '../missions/missions.service.js';
import type { Invoices } from './invoices/invoices.service.js';

type Done = 'MissionReported' | 'MissionCompleted';

/** Bills the client when the work is done: reported to the host, or completed where home and host are one. */
export class InvoicingFollower extends Follower<Done> {
  readonly name = 'invoicing';
  readonly kinds = ['MissionReported', 'MissionCompleted'] as const;

  constructor(
    private readonly invoices: Invoices,
    private readonly missions: Missions,
  ) {
    super();
  }

  async follow(work: Work, fact: Fact<Done>): Promise<void> {
    const { mission } = fact.body;
    if (fact.kind === 'MissionReported') await this.invoices.issueOrHold(work, mission, fact.body.report);
    else if ((await this.missions.mission(work, mission)).role === 'both')
      await this.invoices.issueOrHold(work, mission, null);
  }
}
