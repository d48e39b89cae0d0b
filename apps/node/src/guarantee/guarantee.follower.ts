import type { Work } from '@passerelle/doors';
import { Money, type MoneyText, currency } from '@passerelle/values';
import type { Fact, FactBodies } from '../facts/fact.js';
import type { Follower } from '../facts/follower.js';
import '../invoicing/invoicing.facts.js';
import type { MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import '../payroll/payroll.facts.js';
import '../recovery/recovery.facts.js';
import type { Guarantee } from './guarantee.service.js';
import type { WagePart } from './wage.js';
import type { Wages } from './wages.service.js';

type Followed = 'DayBegan' | 'PayslipIssued' | 'ClientPaid' | 'ClaimLost';

/** Wages become owed, days begin, clients pay, and claims against them are given up. The money of hosts comes by way of the settlement. */
export class GuaranteeFollower implements Follower<Followed> {
  readonly name = 'guarantee';
  readonly kinds = ['PayslipIssued', 'DayBegan', 'ClientPaid', 'ClaimLost'] as const;

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
      case 'ClaimLost':
        return this.claimLost(work, fact.body);
    }
  }

  private owed(work: Work, { net, carriedBy, ...wage }: FactBodies['PayslipIssued']): Promise<void> {
    const amount = moneyOf(net);
    const { mission } = wage;
    const parts = mission === null ? (carriedBy ?? []).map(partOf) : [{ mission, amount }];
    return this.wages.owe(work, { ...wage, amount, parts });
  }

  /** What a client pays to a host is the host's; the home is paid by the host. */
  private async clientPaid(work: Work, paid: FactBodies['ClientPaid']): Promise<void> {
    const mission = await this.missions.mission(work, paid.mission);
    if (mission.role !== 'both') return;
    const cause = `client-paid:${paid.invoice}/${paid.statementLine}` as const;
    await this.guarantee.repay(work, { mission: mission.id, amount: moneyOf(paid.amount), cause });
  }

  /** What a host's client does not pay the host bears: it owes the home all the same. */
  private async claimLost(work: Work, lost: FactBodies['ClaimLost']): Promise<void> {
    const mission = await this.missions.mission(work, lost.mission);
    if (mission.role === 'both') await this.guarantee.loseAdvance(work, mission.id);
  }
}

const partOf = ({ mission, amount }: { readonly mission: MissionId; readonly amount: MoneyText }): WagePart => ({
  mission,
  amount: moneyOf(amount),
});

function moneyOf({ amount, currency: code }: { readonly amount: string; readonly currency: string }): Money {
  const read = Money.parse(amount, currency(code));
  if (!read.ok) throw new Error(`a recorded fact holds no amount: ${read.refusal.detail}`);
  return read.value;
}
