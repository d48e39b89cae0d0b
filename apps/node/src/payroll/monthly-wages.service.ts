import type { Ids, Work } from '@passerelle/doors';
import { mustBeTransaction } from '@passerelle/ledger';
import { type Country, type Payslip, type PayslipTerms, countryOf } from '@passerelle/rules';
import {
  Money,
  type Month,
  type PlainDate,
  type Result,
  lastDayOf,
  monthOf,
  ok,
  refuse,
  yearOf,
} from '@passerelle/values';
import type { SetAsides } from '../activities/set-asides.service.js';
import type { Books } from '../books/books.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Facts } from '../facts/facts.service.js';
import type { Member, MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import type { Mission, MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import { type Draws, drawsFor } from '../wage-plans/carrying.js';
import type { DueMonth, MonthlyPay } from '../wage-plans/monthly-pay.service.js';
import { monthOfWage, termsOf } from '../wage-plans/monthly-wage.js';
import type { PlannedRun, WageStep } from '../wage-plans/wage-plan.js';
import { decidedBy, splitOf } from './decomposition.js';
import { hostShareOf } from './host-share.js';
import type { Issuing } from './issuing.service.js';
import type { MonthlyWagesStore } from './monthly-wages.store.js';
import { type PayDay, payDayOf } from './pay-day.js';
import type { Budget, IssuedPayslip, PayslipId, RightsFacts } from './payslip.js';
import type { PayslipsStore, PersonYear } from './payslips.store.js';
import { keptPostings, monthlyPostingsOf } from './postings.js';
import { type PayrollRefusal, noLaw, noPolicy } from './wage-deal.js';

export interface MonthlyWagesParts {
  readonly store: PayslipsStore;
  readonly kept: MonthlyWagesStore;
  readonly issuing: Issuing;
  readonly pay: MonthlyPay;
  readonly books: Books;
  readonly cooperative: Cooperative;
  readonly members: Members;
  readonly missions: Missions;
  readonly setAsides: SetAsides;
  readonly facts: Facts;
  readonly ids: Ids;
}

/** Everything the payslip of a month is made from, as it is at this moment. */
interface Basis {
  readonly member: Member;
  readonly entity: LegalEntity;
  readonly country: Country;
  readonly terms: PayslipTerms;
  readonly payDay: PayDay;
  readonly year: PersonYear;
  /** How many payslips of that year there are. */
  readonly before: number;
  readonly today: PlainDate;
}

/** A month of a wage as it would be paid, for who wants to know it before. */
export interface ExpectedMonth extends Pick<Basis, 'member' | 'entity' | 'country' | 'payDay'> {
  readonly payslip: Payslip;
}

/** Wages that are the same every month: missions give to them, in rich months more than they take. */
export class MonthlyWages {
  constructor(private readonly parts: MonthlyWagesParts) {}

  /**
   * Makes the payslip of a month with its postings, or says why there is none. Where her work does not carry what was
   * planned, she is paid what it carries, if the law allows so little. A month has one payslip.
   */
  async make(work: Work, due: DueMonth): Promise<Result<IssuedPayslip, PayrollRefusal>> {
    const { store, pay } = this.parts;
    await store.hold(work, due.member);
    const known = await store.ofMonth(work, due);
    if (known) return ok(known);
    const basis = await this.basis(work, due);
    if (!basis.ok) return basis;
    const carriers = await pay.carriers(work, basis.value.member, due.month);
    const wage = wageWithin(carriers.most, due, basis.value);
    if (!wage.ok) return wage;
    const issued = this.issuedFrom(basis.value, due, wage.value);
    await this.keep(work, basis.value, issued, drawsFor(issued.payslip.cost, carriers));
    return ok(issued);
  }

  /** A month to be paid; null when no wage is paid for it. */
  month(work: Work, member: MemberId, month: Month): Promise<DueMonth | null> {
    return this.parts.pay.month(work, member, month);
  }

  /** The months without a break for which she has a wage, each run an employment of its own. */
  runs(work: Work, member: MemberId): Promise<readonly PlannedRun[]> {
    return this.parts.pay.runs(work, member);
  }

  /** How her wage begins, changes and ends; it stays so until the end of this work. */
  steps(work: Work, member: MemberId): Promise<readonly WageStep[]> {
    return this.parts.pay.steps(work, member);
  }

  /** What a whole month of a wage would be, and when it is paid. Nothing is kept. */
  async expected(
    work: Work,
    { member: id, month, gross }: Pick<DueMonth, 'member' | 'month' | 'gross'>,
  ): Promise<Result<ExpectedMonth, PayrollRefusal>> {
    const basis = await this.basis(work, { member: id, month });
    if (!basis.ok) return basis;
    const { member, entity, country, payDay } = basis.value;
    const payslip = monthOfWage({ country, facts: member.facts }, gross, month);
    return payslip.ok ? ok({ member, entity, country, payDay, payslip: payslip.value }) : payslip;
  }

  /** Months that are over on a day and have no payslip. */
  due(work: Work, today: PlainDate): Promise<readonly DueMonth[]> {
    return this.parts.pay.due(work, today);
  }

  /** True when the money of a finished mission is kept for monthly wages, so that it has no payslip of its own. */
  async isKept(work: Work, mission: MissionId): Promise<boolean> {
    const [share] = await this.parts.kept.shares(work, [mission]);
    return share !== undefined && share.kept !== null;
  }

  /** The last payslip of a month that money of a mission has gone into; null when none has. */
  lastDrawnBy(work: Work, mission: MissionId): Promise<PayslipId | null> {
    return this.parts.kept.lastDrawnBy(work, mission);
  }

  /** Keeps the money of a finished mission for monthly wages; false when it is to be paid by a payslip of its own. */
  async keepIncome(work: Work, id: MissionId): Promise<boolean> {
    const { missions, store, kept, books, facts, cooperative, ids } = this.parts;
    const mission = await missions.mission(work, id);
    const { member } = mission;
    if (member === null) return false;
    await store.hold(work, member);
    const [share] = await kept.shares(work, [id]);
    if (share?.kept) return true;
    if (!share && !(await this.month(work, member, monthOf(mission.terms.last)))) return false;
    const budget = await this.budgetOf(work, mission);
    if (!budget) return false;
    const day = cooperative.today(await cooperative.entity(work, mission.entity));
    await kept.keep(work, { mission: id, member, keptOn: day, budget });
    const text = `Mission ${mission.terms.reference} is done`;
    const entry = {
      id: ids.newId(),
      entity: mission.entity,
      day,
      kind: 'income-kept',
      cause: `mission:${id}`,
      text,
    } as const;
    await books.post(work, mustBeTransaction(entry, keptPostings(member, budget)));
    const body = { mission: id, member, amount: budget.wage.toJSON() };
    await facts.record(work, { kind: 'IncomeKept', subject: id, body });
    return true;
  }

  /** How the price of a mission is shared; null where payroll has to ask first, as it does for every mission. */
  private async budgetOf(work: Work, { id, terms, role, entity }: Mission): Promise<Budget | null> {
    const { contributionRate } = await this.parts.cooperative.policies(work, entity);
    if (!contributionRate.hasValueOn(terms.last)) return null;
    const split = splitOf({
      price: terms.price,
      hostShare: role === 'both' ? null : hostShareOf(terms),
      contribution: decidedBy('policy.contributionRate', contributionRate.entryOn(terms.last)),
      setAside: await this.parts.setAsides.fixedFor(work, id),
    });
    return split.wage.isNegative() ? null : { ...split, remainder: Money.zero(terms.price.currency) };
  }

  private async basis(
    work: Work,
    { member: id, month }: Pick<DueMonth, 'member' | 'month'>,
  ): Promise<Result<Basis, PayrollRefusal>> {
    const { members, cooperative, store } = this.parts;
    const member = await members.member(work, id);
    const entity = await cooperative.entity(work, member.entity);
    const last = lastDayOf(month);
    const country = countryOf(entity.country);
    if (!country) return refuse(noLaw({ entity, last }));
    const { payWorkingDays } = await cooperative.policies(work, entity.id);
    if (!payWorkingDays.hasValueOn(last)) return refuse(noPolicy(payWorkingDays, last));
    const today = cooperative.today(entity);
    const holidaysOf = (year: number): readonly PlainDate[] => country.publicHolidays(year);
    const payDay = payDayOf(last, payWorkingDays.on(last), { holidaysOf, today });
    const year = { member: id, entity: entity.id, year: yearOf(last) };
    const state = await store.state(work, year);
    const terms = {
      ...termsOf({ country, facts: member.facts }, month),
      paidOn: payDay.on,
      ...(state && { yearToDate: state.state }),
    };
    return ok({ member, entity, country, terms, payDay, year, before: state?.version ?? 0, today });
  }

  private issuedFrom(basis: Basis, { month, since }: DueMonth, { gross, payslip }: Wage): IssuedPayslip {
    const { member, entity, terms, payDay, today } = basis;
    return {
      id: this.parts.ids.newId() as PayslipId,
      member: member.id,
      mission: null,
      reference: month,
      entity: entity.id,
      issuedOn: today,
      payOn: payDay.on,
      request: { ...terms, gross },
      payslip,
      budget: wholeCost(payslip.cost),
      rights: rightsOf(basis, since),
    };
  }

  private async keep(work: Work, { year, before }: Basis, issued: IssuedPayslip, draws: Draws): Promise<void> {
    const { issuing, kept, pay, ids } = this.parts;
    const postings = monthlyPostingsOf(issued, draws, [ids.newId(), ids.newId()]);
    await issuing.keep(work, { issued, year, before, postings, carriedBy: partsOfNet(issued.payslip.net, draws) });
    await kept.draw(work, issued.id, draws.missions);
    await pay.settle(work, { member: issued.member, month: issued.rights.monthOfWork }, issued.id);
  }
}

/** The gross that was asked, and the payslip that came of it. */
interface Wage {
  readonly gross: Money;
  readonly payslip: Payslip;
}

/** The planned wage where its cost may be spent, the largest one where less may be. */
function wageWithin(most: Money, due: DueMonth, { country, terms }: Basis): Result<Wage, PayrollRefusal> {
  const { gross } = due;
  const planned = country.payslip({ ...terms, gross });
  if (!planned.ok) return planned;
  const { cost, net } = planned.value;
  if (!cost.isMoreThan(most))
    return net.isPositive() ? ok({ gross, payslip: planned.value }) : refuse(notCarried(due, most, cost));
  const lower = most.isPositive() ? country.fromCost(most, terms) : null;
  if (!lower?.ok || !lower.value.payslip.net.isPositive()) return refuse(notCarried(due, most, cost));
  return ok(lower.value);
}

const notCarried = ({ month, gross }: DueMonth, most: Money, cost: Money): PayrollRefusal => ({
  kind: 'not-carried',
  rule: 'wage-plan',
  date: lastDayOf(month),
  field: 'gross',
  missing: cost.minus(most),
  detail: `A wage of ${gross} for ${month} costs ${cost}; her work until then and what is free in her budget carry ${most}, for which the law allows no wage of a whole month.`,
  remedy: 'Have the work that is done reported and confirmed; it is tried again every day.',
});

/** All that was given for a monthly wage is its cost: contribution and set-asides were taken with each mission. */
const wholeCost = (cost: Money): Budget => {
  const zero = Money.zero(cost.currency);
  const nothing = { hostShare: zero, contribution: zero, setAside: null, remainder: zero };
  return { ...nothing, price: cost, income: cost, wage: cost, decided: { hostShare: null, contribution: null } };
};

/** Which part of the net the money of each mission pays; the rest is paid from what is hers already. */
function partsOfNet(net: Money, { missions, own }: Draws): Draws['missions'] {
  const shares = net.allocate([...missions.map(({ amount }) => amount.minor), own.minor]);
  return missions
    .map(({ mission }, index) => ({ mission, amount: shares[index]! }))
    .filter(({ amount }) => amount.isPositive());
}

const rightsOf = ({ entity, terms: { first, days, paidOn } }: Basis, since: PlainDate): RightsFacts => ({
  contractFirst: since,
  contractLast: null,
  contractKind: 'open-ended',
  daysPaid: days,
  daysInsured: null,
  hours: null,
  hoursUnpaid: null,
  cachets: null,
  monthOfWork: monthOf(first),
  monthOfPayment: monthOf(paidOn),
  entity: entity.id,
  employer: entity.name,
  countryOfWork: entity.country,
  legislation: entity.country,
  a1Reference: null,
});
