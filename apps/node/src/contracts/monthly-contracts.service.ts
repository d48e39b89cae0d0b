import type { Clock, Ids, Work } from '@passerelle/doors';
import type { Country } from '@passerelle/rules';
import { type Month, type Result, dayOf, firstDayOf, monthOf, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Facts } from '../facts/facts.service.js';
import type { MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import type { Situations } from '../members/situations.service.js';
import type { Missions } from '../missions/missions.service.js';
import { contractPaper } from '../papers/contract-paper.js';
import type { MonthlyContract } from '../papers/monthly-contract.js';
import type { ExpectedMonth, MonthlyWages } from '../payroll/monthly-wages.service.js';
import type { WageStep } from '../wage-plans/wage-plan.js';
import type { Contract, ContractId } from './contract.js';
import './contracts.facts.js';
import { type ContractRefusal, type Contracts, timeToSign } from './contracts.service.js';
import type { ContractsStore, Version } from './contracts.store.js';
import { hashOfStep, paidMonthOf, writtenMonthlyContract } from './monthly-contract.js';

export interface MonthlyContractsParts {
  readonly store: ContractsStore;
  readonly contracts: Contracts;
  readonly missions: Missions;
  readonly members: Members;
  readonly situations: Situations;
  readonly cooperative: Cooperative;
  readonly monthly: MonthlyWages;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Whoever is paid by the month signs one contract for all her missions, and another version whenever the wage changes. */
export class MonthlyContracts {
  constructor(private readonly parts: MonthlyContractsParts) {}

  /** Writes what is missing for her wage as it is planned, from the month that runs on. Asked again, it answers the same. */
  async offer(work: Work, id: MemberId): Promise<Result<readonly Contract[], ContractRefusal>> {
    const { members, cooperative, monthly } = this.parts;
    const member = await members.find(work, id);
    if (!member) return refuse({ kind: 'no-such-member' });
    const now = monthOf(cooperative.today(await cooperative.entity(work, member.entity)));
    const offered: Contract[] = [];
    for (const step of stepsToCome(await monthly.steps(work, id), now)) {
      const expected = await monthly.expected(work, { member: id, month: paidMonthOf(step), gross: step.gross });
      if (!expected.ok)
        return refuse({ kind: 'not-to-be-written', why: { kind: 'cannot-be-paid', why: expected.refusal } });
      offered.push(await this.offered(work, step, expected.value));
    }
    return offered.length === 0 ? refuse({ kind: 'no-monthly-wage' }) : ok(offered);
  }

  /** The contract of a step: the one there is, where it says the same, or a new version. */
  private async offered(work: Work, step: WageStep, expected: ExpectedMonth): Promise<Contract> {
    const { store, contracts, facts, ids } = this.parts;
    const { member, entity } = expected;
    const versions = await store.versions(work, member.id, step.since);
    const newest = versions.findLast(({ month }) => month === step.from);
    if (newest?.termsHash === hashOfStep({ employer: entity, worker: member }, step))
      return (await contracts.find(work, newest.id))!;
    const paper = await this.written(work, { step, versions, expected });
    const id = ids.newId() as ContractId;
    const months = { since: step.since, month: step.from };
    const content = Buffer.from(await contractPaper(paper));
    await store.add(work, { id, mission: null, months, member: member.id, paper, content });
    const body = { contract: id, mission: null, member: member.id, month: step.from };
    await facts.record(work, { kind: 'ContractOffered', subject: member.id, body });
    return (await contracts.find(work, id))!;
  }

  private async written(
    work: Work,
    {
      step,
      versions,
      expected: { member, entity, country, payslip, payDay },
    }: { readonly step: WageStep; readonly versions: readonly Version[]; readonly expected: ExpectedMonth },
  ): Promise<MonthlyContract> {
    const { situations, missions, clock } = this.parts;
    const situation = await situations.on(work, member.id, firstDayOf(step.since));
    const agreed = (await missions.ofMember(work, member.id)).filter(({ state }) => timeToSign.includes(state));
    return writtenMonthlyContract({
      step,
      version: (versions.at(-1)?.version ?? 0) + 1,
      former: formerOf(versions, country),
      made: clock.now(),
      employer: entity,
      member,
      worker: { name: member.name, role: member.role },
      identity: situation?.identity ?? {},
      country,
      payslip,
      payOn: payDay.on,
      payDays: payDay.workingDays,
      places: agreed.map(({ terms: { place } }) => place),
    });
  }
}

/** The step that holds in a month, and those after it. */
function stepsToCome(steps: readonly WageStep[], now: Month): readonly WageStep[] {
  const standing = steps.findLast(({ from }) => from <= now);
  return steps.filter((step) => step.from > now || (step === standing && !step.isEnd));
}

/** The last version that she signed. */
function formerOf(versions: readonly Version[], { timeZone }: Country): MonthlyContract['former'] {
  const signed = versions.findLast(({ signedAt }) => signedAt !== null);
  if (!signed) return null;
  const { version, sha256, signedAt } = signed;
  return { version, sha256, signedOn: dayOf(signedAt!, timeZone) };
}
