import type { Work } from '@passerelle/doors';
import { money } from '@passerelle/values';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import type { Fact } from '../../facts/fact.js';
import { Follower } from '../../facts/follower.js';
import type { Invoices } from '../../invoicing/invoices/invoices.service.js';
import type { Missions } from '../../missions/missions.service.js';
import type {} from '../../recovery/recovery.facts.js';
import { lossShareOf } from './loss-share.js';
import type { Obligations } from '../obligations/obligations.service.js';

/** A host gave up what a client owes: what the home bears of it by their agreement is proposed to it as a debt. */
export class LossesFollower extends Follower<'ClaimLost'> {
  readonly name = 'shared-losses';
  readonly kinds = ['ClaimLost'] as const;

  constructor(
    private readonly obligations: Obligations,
    private readonly missions: Missions,
    private readonly invoices: Invoices,
    private readonly cooperative: Cooperative,
  ) {
    super();
  }

  async follow(work: Work, { body }: Fact<'ClaimLost'>): Promise<void> {
    const mission = await this.missions.mission(work, body.mission);
    const invoice = await this.invoices.find(work, body.invoice);
    if (!invoice) throw new Error(`no invoice ${body.invoice}`);
    const on = this.cooperative.today(await this.cooperative.entity(work, mission.entity));
    const lost = money(body.amount.amount, body.amount.currency);
    const form = lossShareOf(mission, { invoice: invoice.id, lost, gross: invoice.gross, on });
    if (!form) return;
    const proposed = await this.obligations.proposeByHand(work, form);
    // It is tried again, and the follower that stands still is seen, until the two may have dealings again.
    if (!proposed.ok) throw new Error(`the loss of ${body.mission} cannot be shared now: ${proposed.refusal.kind}`);
  }
}
