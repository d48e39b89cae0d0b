import type { Work } from '@passerelle/doors';
import { Money, currency } from '@passerelle/values';
import type { Fact, FactBodies } from '../facts/fact.js';
import type { Follower } from '../facts/follower.js';
import '../invoicing/invoicing.facts.js';
import type { Missions } from '../missions/missions.service.js';
import '../payroll/payroll.facts.js';
import type { Guarantee } from './guarantee.service.js';
import type { Wages } from './wages.service.js';

type Followed = 'DayBegan' | 'PayslipIssued' | 'ClientPaid';

/** Wages become owed, days begin and clients pay. The money of hosts comes by way of the settlement. */
export class GuaranteeFollower implements Follower<Followed> {
  readonly name = 'guarantee';
  readonly kinds = ['PayslipIssued', 'DayBegan', 'ClientPaid'] as const;

  constructor(
    private readonly wages: Wages,
    private readonly guarantee: Guarantee,
    private readonly missions: Missions,
  ) {}

  async follow(work: Work, fact: Fact<Followed>): Promise<void> {
    switch (fact.kind) {
      case 'PayslipIssued':
        return this.owed(work, fact.body);
      case 'DayBegan':
        return this.wages.payDue(work, fact.body.date);
      case 'ClientPaid':
        return this.clientPaid(work, fact.body);
    }
  }

  private owed(work: Work, { net, ...wage }: FactBodies['PayslipIssued']): Promise<void> {
    return this.wages.owe(work, { ...wage, amount: moneyOf(net) });
  }

  /** What a client pays to a host is the host's; the home is paid by the host. */
  private async clientPaid(work: Work, paid: FactBodies['ClientPaid']): Promise<void> {
    const mission = await this.missions.mission(work, paid.mission);
    if (mission.role !== 'both') return;
    const cause = `client-paid:${paid.invoice}/${paid.statementLine}` as const;
    await this.guarantee.repay(work, { mission: mission.id, amount: moneyOf(paid.amount), cause });
  }
}

function moneyOf({ amount, currency: code }: { readonly amount: string; readonly currency: string }): Money {
  const read = Money.parse(amount, currency(code));
  if (!read.ok) throw new Error(`a recorded fact holds no amount: ${read.refusal.detail}`);
  return read.value;
}
