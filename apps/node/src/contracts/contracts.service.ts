import type { Account, Clock, Ids, Work } from '@passerelle/doors';
import { countries, countryOf } from '@passerelle/rules';
import { type CountryCode, type Result, monthOf, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Facts } from '../facts/facts.service.js';
import type { MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import type { Situations } from '../members/situations.service.js';
import type { Evidence } from '../missions/confirmation-link.js';
import type { Mission, MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import { contractPaper, signedContractPaper } from '../papers/contract-paper.js';
import type { EstimateRefusal, Estimates } from '../payroll/estimates.service.js';
import type { MonthlyWages } from '../payroll/monthly-wages.service.js';
import type { Contract, ContractId, ContractState } from './contract.js';
import type { ContractsStore, DaysNow, MonthsNow } from './contracts.store.js';
import './contracts.facts.js';
import { writtenMissionContract } from './mission-contract.js';

export type ContractRefusal =
  | { readonly kind: 'no-such-contract' }
  | { readonly kind: 'no-such-mission' }
  | { readonly kind: 'no-such-member' }
  /** The client has not said yes, or the mission is over. */
  | { readonly kind: 'not-the-time'; readonly state: Mission['state'] }
  /** A monthly wage is one employment, which the mission is a part of. */
  | { readonly kind: 'paid-by-the-month' }
  /** Nobody plans a wage by the month for her. */
  | { readonly kind: 'no-monthly-wage' }
  | { readonly kind: 'not-to-be-written'; readonly why: EstimateRefusal }
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'only-herself' }
  /** What she says she read is not what was offered. */
  | { readonly kind: 'another-paper'; readonly sha256: string };

export interface ContractsParts {
  readonly store: ContractsStore;
  readonly missions: Missions;
  readonly members: Members;
  readonly situations: Situations;
  readonly cooperative: Cooperative;
  readonly estimates: Estimates;
  readonly monthly: MonthlyWages;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

type Decision = Promise<Result<Contract, ContractRefusal>>;

/** In which a mission is agreed and not done. */
export const timeToSign: readonly Mission['state'][] = ['formalities', 'active'];

/** Before she works, a worker and her cooperative sign what the law calls a contract of employment. */
export class Contracts {
  constructor(private readonly parts: ContractsParts) {}

  find(work: Work, id: ContractId): Promise<Contract | null> {
    return this.parts.store.find(work, id, this.now());
  }

  page(
    work: Work,
    page: { after: ContractId | null; limit: number; member: MemberId | null; state: ContractState | null },
  ): Promise<readonly Contract[]> {
    return this.parts.store.page(work, page, this.now());
  }

  /** Those under which the work has begun and she has not signed, the oldest first. */
  late(work: Work): Promise<readonly Contract[]> {
    return this.parts.store.late(work, this.now(), this.today());
  }

  /** The bytes that both sides have; null where there is no such contract. */
  file(work: Work, id: ContractId): Promise<Buffer | null> {
    return this.parts.store.file(work, id);
  }

  /** True when the work has begun and she has not signed. */
  isLate({ state, due, country }: Contract): boolean {
    return state === 'open' && this.parts.clock.today(zoneOf(country)) >= due;
  }

  /** Writes the contract for the terms of a mission as they stand. Asked again, it answers with the same one. */
  async offer(work: Work, id: MissionId): Decision {
    const { store, missions, monthly, facts, ids } = this.parts;
    const mission = await missions.hold(work, id);
    if (!mission) return refuse({ kind: 'no-such-mission' });
    const { member, state, terms } = mission;
    if (member === null || !timeToSign.includes(state)) return refuse({ kind: 'not-the-time', state });
    const kept = await store.forTerms(work, mission, this.now());
    if (kept) return ok(kept);
    if (await monthly.month(work, member, monthOf(terms.first))) return refuse({ kind: 'paid-by-the-month' });
    const paper = await this.written(work, mission, member);
    if (!paper.ok) return paper;
    const contract = ids.newId() as ContractId;
    const content = Buffer.from(await contractPaper(paper.value));
    await store.add(work, { id: contract, mission: id, months: null, member, paper: paper.value, content });
    await facts.record(work, { kind: 'ContractOffered', subject: id, body: { contract, mission: id, member } });
    return ok((await this.find(work, contract))!);
  }

  /** She signs what she read, known by its fingerprint. Signed once, the answer stays the same. */
  async sign(
    work: Work,
    id: ContractId,
    { account, sha256, evidence }: { readonly account: Account; readonly sha256: string; readonly evidence: Evidence },
  ): Decision {
    const { facts } = this.parts;
    const found = await this.find(work, id);
    if (!found) return refuse({ kind: 'no-such-contract' });
    if (account.subject !== found.member) return refuse({ kind: 'only-herself' });
    await this.hold(work, found);
    const contract = (await this.find(work, id))!;
    if (contract.state === 'signed') return ok(contract);
    if (contract.state === 'lapsed') return refuse({ kind: 'lapsed' });
    if (contract.sha256 !== sha256) return refuse({ kind: 'another-paper', sha256: contract.sha256 });
    await this.keepSigned(work, contract, { account, evidence });
    const { mission, member, months } = contract;
    const body = { contract: id, mission, member, ...(months && { month: months.month }) };
    await facts.record(work, { kind: 'ContractSigned', subject: mission ?? member, body });
    return ok((await this.find(work, id))!);
  }

  /** Nobody changes what the contract is about before the end of this work. */
  private async hold(work: Work, { mission, member }: Contract): Promise<void> {
    const { missions, monthly } = this.parts;
    await (mission === null ? monthly.steps(work, member) : missions.hold(work, mission));
  }

  private now(): MonthsNow {
    return Object.fromEntries(countries.map(({ code, timeZone }) => [code, monthOf(this.parts.clock.today(timeZone))]));
  }

  private today(): DaysNow {
    return Object.fromEntries(countries.map(({ code, timeZone }) => [code, this.parts.clock.today(timeZone)]));
  }

  private async keepSigned(
    work: Work,
    { id, country }: Contract,
    { account: { id: account, email }, evidence }: { readonly account: Account; readonly evidence: Evidence },
  ): Promise<void> {
    const { store, clock } = this.parts;
    const { paper, content: shown } = await store.offer(work, id);
    const at = clock.now();
    const acceptance = { at, zone: zoneOf(country), ...evidence };
    const content = Buffer.from(await signedContractPaper(paper, { shown, acceptance, email }));
    await store.sign(work, { contract: id, account, email, at, ...evidence, content });
  }

  private async written(work: Work, mission: Mission, id: MemberId) {
    const { members, situations, cooperative, estimates, clock } = this.parts;
    const estimate = await estimates.ofMission(work, mission);
    if (!estimate.ok) return refuse({ kind: 'not-to-be-written' as const, why: estimate.refusal });
    const { deal, payslip } = estimate.value;
    const situation = await situations.on(work, id, mission.terms.first);
    return ok(
      writtenMissionContract({
        terms: mission.terms,
        termsHash: mission.agreement.hash,
        made: clock.now(),
        employer: await cooperative.entity(work, mission.entity),
        member: await members.member(work, id),
        identity: situation?.identity ?? {},
        country: deal.country,
        payslip,
        payOn: deal.payDay.on,
      }),
    );
  }
}

const zoneOf = (country: CountryCode): string => countryOf(country)?.timeZone ?? 'UTC';
