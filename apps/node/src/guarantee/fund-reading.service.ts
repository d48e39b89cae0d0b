import type { Work } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import { NoValueOnDay, addDays, day, yearOf } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Mission } from '../missions/mission.js';
import type { Estimates } from '../payroll/estimates.service.js';
import type { FundEntry, FundEntryId } from './fund.js';
import { type FundAccount, fundAccountOf, paceFrom } from './fund-account.js';
import type { GuaranteeStore } from './guarantee.store.js';
import { type GuaranteeVerdict, verdictOf } from './verdict.js';
import type { FundAlarm } from './wage.js';

/** What people may know about the fund, and what it says about a mission before anybody signs. */
export class FundReading {
  constructor(
    private readonly store: GuaranteeStore,
    private readonly cooperative: Cooperative,
    private readonly estimates: Estimates,
  ) {}

  /** The funds of all legal entities in one year; the year that runs when none is asked. */
  async accounts(work: Work, year?: number): Promise<readonly FundAccount[]> {
    const accounts: FundAccount[] = [];
    for (const entity of await this.cooperative.entities(work)) {
      const asked = year ?? yearOf(this.cooperative.today(entity));
      const [from, to] = [day(`${asked}-01-01`), day(`${asked}-12-31`)];
      const until = lesser(to, this.cooperative.today(entity));
      accounts.push(
        fundAccountOf({
          entity,
          from,
          to,
          before: await this.store.sums(work, entity.id, { from: null, to: addDays(from, -1) }),
          during: await this.store.sums(work, entity.id, { from, to }),
          wagesPaid: await this.store.wagesPaid(work, entity.id, { from: paceFrom(until), to: until }),
        }),
      );
    }
    return accounts;
  }

  entries(work: Work, page: { after: FundEntryId | null; limit: number }): Promise<readonly FundEntry[]> {
    return this.store.entries(work, page);
  }

  alarms(work: Work, page: { open: boolean; limit: number }): Promise<readonly FundAlarm[]> {
    return this.store.alarms(work, page);
  }

  /** Whether the fund will carry the wage of a mission; null at a branch that does not pay it. */
  async verdict(work: Work, mission: Mission): Promise<GuaranteeVerdict | null> {
    if (mission.member === null) return null;
    const policies = await this.cooperative.policies(work, mission.entity);
    const estimate = await this.estimates.ofMission(work, mission).catch(unlessUndecided);
    const { last: on, client } = mission.terms;
    const limit = policies.advanceLimit.hasValueOn(on) ? policies.advanceLimit.on(on) : null;
    const net = estimate?.ok ? estimate.value.payslip.net : null;
    return verdictOf({ mission, client: client.country, on, net, limit });
  }
}

/** For that day the members have decided nothing, or the law is not known: then no wage can be said. */
function unlessUndecided(error: unknown): null {
  if (error instanceof NoValueOnDay) return null;
  throw error;
}

const lesser = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
