import assert from 'node:assert/strict';
import type { Clock, Ids, Work } from '@passerelle/doors';
import type { Transaction } from '@passerelle/ledger';
import type { YearToDate } from '@passerelle/rules';
import { type PlainDate, type Result, monthOf, ok, refuse, yearOf } from '@passerelle/values';
import type { SetAsides } from '../activities/set-asides.service.js';
import type { Books } from '../books/books.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Member } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import type { Mission, MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import { type Decomposition, decompose } from './decomposition.js';
import { hostShareOf } from './host-share.js';
import type { Issuing } from './issuing.service.js';
import type { MonthlyWages } from './monthly-wages.service.js';
import type { PayrollProblem, PayrollProblemId } from './payroll-problem.js';
import type { IssuedPayslip, PartKept, PayslipId, RightsFacts } from './payslip.js';
import type { PersonYear, PayslipsStore } from './payslips.store.js';
import { postingsOf } from './postings.js';
import { type PayrollRefusal, type WageDeal, wageDealOf } from './wage-deal.js';

export interface PayslipsParts {
  readonly store: PayslipsStore;
  readonly books: Books;
  readonly cooperative: Cooperative;
  readonly members: Members;
  readonly missions: Missions;
  readonly setAsides: SetAsides;
  readonly issuing: Issuing;
  readonly monthly: MonthlyWages;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Work that is done and must be paid. */
export interface WorkDone {
  readonly mission: MissionId;
  readonly days: number;
}

/** Everything a payslip is made from, as it is at this moment. */
interface Basis {
  readonly mission: Mission;
  readonly member: Member;
  readonly entity: LegalEntity;
  readonly year: PersonYear;
  readonly before: { readonly state: YearToDate; readonly version: number } | null;
  readonly setAside: PartKept | null;
  readonly today: PlainDate;
}

/** Payslips of this branch's members. */
export class Payslips {
  constructor(private readonly parts: PayslipsParts) {}

  /**
   * Makes the payslip of a finished mission with its postings, or records a problem that payroll sees. A mission has
   * one payslip: asked again, it answers with the one there is.
   */
  async issue(work: Work, done: WorkDone): Promise<Result<IssuedPayslip, PayrollProblem>> {
    const made = await this.make(work, done);
    return made.ok ? made : refuse(await this.hold(work, done, made.refusal));
  }

  /** Pays the months that are over by a payslip each, or tells payroll why not, and tries again on the next day. */
  async issueMonths(work: Work, today: PlainDate): Promise<void> {
    const { monthly, issuing, store } = this.parts;
    for (const due of await monthly.due(work, today)) {
      const problem = await store.problemOfMonth(work, due);
      const made = problem ? ok(await this.retry(work, problem.id)) : await monthly.make(work, due);
      if (!made.ok) await issuing.hold(work, { ...due, mission: null, days: 0 }, made.refusal);
    }
  }

  /**
   * Holds the payslip of work that this node knows again only because a partner gave it back after a restore: its wage
   * may have been paid in the days that were lost, and must not be paid twice. Trying again makes it.
   */
  async askFirst(work: Work, done: WorkDone): Promise<void> {
    const { mission } = await this.missionAtHome(work, done.mission);
    if (!(await this.parts.store.ofMission(work, mission.id))) await this.hold(work, done, paidBefore(mission));
  }

  /** Tries a payslip again after something was corrected; null when there is no such problem. */
  async retry(work: Work, id: PayrollProblemId): Promise<PayrollProblem | null> {
    const { store, clock } = this.parts;
    const problem = await store.holdProblem(work, id);
    if (!problem || problem.payslip !== null) return problem;
    const made = await this.tryAgain(work, problem);
    const tried = { ...problem, attempts: problem.attempts + 1, triedAt: clock.now() };
    const result = made.ok ? { ...tried, payslip: made.value.id } : { ...tried, refusal: made.refusal };
    await store.keepProblem(work, result);
    return result;
  }

  find(work: Work, id: PayslipId): Promise<IssuedPayslip | null> {
    return this.parts.store.find(work, id);
  }

  ofMission(work: Work, mission: MissionId): Promise<IssuedPayslip | null> {
    return this.parts.store.ofMission(work, mission);
  }

  /** The payslip of the same member and entity issued just before, to compare with. */
  before(work: Work, issued: IssuedPayslip): Promise<IssuedPayslip | null> {
    return this.parts.store.before(work, issued);
  }

  /** The payslips whose sums a payslip continues: of the same member, entity and year, the first first. */
  earlierInYear(work: Work, issued: IssuedPayslip): Promise<readonly IssuedPayslip[]> {
    return this.parts.store.earlierInYear(work, issued);
  }

  page(work: Work, page: Parameters<PayslipsStore['page']>[1]): Promise<readonly IssuedPayslip[]> {
    return this.parts.store.page(work, page);
  }

  /** From now on its worker may read it. */
  publish(work: Work, id: PayslipId): Promise<void> {
    return this.parts.store.publish(work, id, this.parts.clock.now());
  }

  /** True when a run was approved with it, and it was given to its worker. */
  isPublished(work: Work, id: PayslipId): Promise<boolean> {
    return this.parts.store.isPublished(work, id);
  }

  problems(work: Work, page: Parameters<PayslipsStore['problems']>[1]): Promise<readonly PayrollProblem[]> {
    return this.parts.store.problems(work, page);
  }

  /** Everything booked because of a payslip, its payment included. */
  postings(work: Work, id: PayslipId): Promise<readonly Transaction[]> {
    return this.parts.books.postingsOf(work, `payslip:${id}`);
  }

  private async tryAgain(
    work: Work,
    { mission, month, member, days }: PayrollProblem,
  ): Promise<Result<IssuedPayslip, PayrollRefusal>> {
    if (mission !== null) return (await this.keptAfterAll(work, mission)) ?? this.make(work, { mission, days });
    const due = await this.parts.monthly.month(work, member, month!);
    assert(due, `a wage is planned for ${month}`);
    return this.parts.monthly.make(work, due);
  }

  /** Work that monthly wages have drawn on gives the rest to them too, once that can be said; null for other work. */
  private async keptAfterAll(work: Work, mission: MissionId): Promise<Result<IssuedPayslip, PayrollRefusal> | null> {
    const { monthly, store } = this.parts;
    const drawing = await monthly.lastDrawnBy(work, mission);
    if (!drawing) return null;
    const { terms } = await this.parts.missions.mission(work, mission);
    return (await monthly.keepIncome(work, mission)) ? ok((await store.find(work, drawing))!) : refuse(drawnOn(terms));
  }

  private async make(work: Work, { mission, days }: WorkDone): Promise<Result<IssuedPayslip, PayrollRefusal>> {
    const { store } = this.parts;
    const found = await this.missionAtHome(work, mission);
    await store.hold(work, found.member.id);
    const known = await store.ofMission(work, mission);
    if (known) return ok(known);
    if (await this.parts.monthly.lastDrawnBy(work, mission)) return refuse(drawnOn(found.mission.terms));
    const basis = await this.basis(work, found);
    const policies = await this.parts.cooperative.policies(work, basis.entity.id);
    const deal = wageDealOf(engagementOf(basis, days), policies, basis.today);
    if (!deal.ok) return deal;
    const answer = decompose(deal.value);
    if (!answer.ok) return answer;
    const { payslip } = answer.value;
    if (!payslip.net.isPositive()) return refuse(nothingToPay(deal.value, payslip.net.toString()));
    const issued = this.issuedFrom(basis, deal.value, answer.value);
    await this.keep(work, basis, issued);
    return ok(issued);
  }

  private async basis(work: Work, { mission, member }: { mission: Mission; member: Member }): Promise<Basis> {
    const { cooperative, store, setAsides } = this.parts;
    const entity = await cooperative.entity(work, mission.entity);
    const year = { member: member.id, entity: entity.id, year: yearOf(mission.terms.last) };
    const before = await store.state(work, year);
    const setAside = await setAsides.fixedFor(work, mission.id);
    return { mission, member, entity, year, before, setAside, today: cooperative.today(entity) };
  }

  private async missionAtHome(work: Work, id: MissionId): Promise<{ mission: Mission; member: Member }> {
    const mission = await this.parts.missions.mission(work, id);
    if (mission.member === null) throw new Error(`mission ${id} is paid by its home branch, not here`);
    return { mission, member: await this.parts.members.member(work, mission.member) };
  }

  private issuedFrom(
    basis: Basis,
    { payDay, terms }: WageDeal,
    { gross, payslip, budget }: Decomposition,
  ): IssuedPayslip {
    const { mission, member, entity, today } = basis;
    return {
      id: this.parts.ids.newId() as PayslipId,
      member: member.id,
      mission: mission.id,
      reference: mission.terms.reference,
      entity: entity.id,
      issuedOn: today,
      payOn: payDay.on,
      request: { ...terms, gross },
      payslip,
      budget,
      rights: rightsOf(mission, entity, terms),
    };
  }

  private async keep(work: Work, { year, before }: Basis, issued: IssuedPayslip): Promise<void> {
    const { issuing, ids } = this.parts;
    const postings = postingsOf(issued, [ids.newId(), ids.newId()]);
    await issuing.keep(work, { issued, year, before: before?.version ?? 0, postings });
  }

  private async hold(work: Work, { mission, days }: WorkDone, refusal: PayrollRefusal): Promise<PayrollProblem> {
    const { id: member } = (await this.missionAtHome(work, mission)).member;
    return this.parts.issuing.hold(work, { member, mission, month: null, days }, refusal);
  }
}

const engagementOf = ({ mission: { terms, role }, member, entity, before, setAside }: Basis, days: number) => ({
  entity,
  price: terms.price,
  hostShare: role === 'both' ? null : hostShareOf(terms),
  setAside,
  first: terms.first,
  last: terms.last,
  days,
  facts: member.facts,
  yearToDate: before?.state,
});

const rightsOf = ({ terms }: Mission, entity: LegalEntity, { days, paidOn }: WageDeal['terms']): RightsFacts => ({
  contractFirst: terms.first,
  contractLast: terms.last,
  contractKind: 'fixed-term',
  daysPaid: days,
  daysInsured: null,
  hours: null,
  hoursUnpaid: null,
  cachets: null,
  monthOfWork: monthOf(terms.last),
  monthOfPayment: monthOf(paidOn),
  entity: entity.id,
  employer: entity.name,
  countryOfWork: terms.place.country,
  legislation: entity.country,
  a1Reference: null,
});

const nothingToPay = ({ country, terms }: WageDeal, net: string): PayrollRefusal => ({
  kind: 'nothing-to-pay',
  rule: `${country.code.toLowerCase()}.net`,
  date: terms.paidOn,
  field: 'price',
  detail: `The net pay would be ${net}.`,
  remedy: 'Raise the price, or look at what is held back from this member.',
});

const drawnOn = ({ last }: Mission['terms']): PayrollRefusal => ({
  kind: 'drawn-on',
  rule: 'wage-plan',
  date: last,
  field: 'mission',
  detail: 'Monthly wages were paid from this work, and what it brings cannot be kept for them as it stands.',
  remedy:
    'Decide a contribution rate for its last day, or take back a set-aside that is more than its price; then try again.',
});

const paidBefore = ({ terms }: Mission): PayrollRefusal => ({
  kind: 'paid-before',
  rule: 'restore',
  date: terms.last,
  field: 'mission',
  detail:
    'A partner gave this work back after this node was restored from a backup; its wage may have been paid before.',
  remedy:
    'Look for it on the bank statements since the backup. Only when it was not paid, try again: that makes and pays it.',
});
