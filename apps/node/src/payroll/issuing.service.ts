import type { Clock, Ids, Work } from '@passerelle/doors';
import type { Transaction } from '@passerelle/ledger';
import type { Month } from '@passerelle/values';
import type { Books } from '../books/books.service.js';
import type { Facts } from '../facts/facts.service.js';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import './payroll.facts.js';
import type { PayrollProblem, PayrollProblemId } from './payroll-problem.js';
import type { IssuedPayslip } from './payslip.js';
import type { PayslipsStore, PersonYear } from './payslips.store.js';
import type { PayrollRefusal } from './wage-deal.js';

export interface IssuingParts {
  readonly store: PayslipsStore;
  readonly books: Books;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A payslip with what becomes true with it. */
export interface Issue {
  readonly issued: IssuedPayslip;
  readonly year: PersonYear;
  /** How many payslips of that year there were before. */
  readonly before: number;
  readonly postings: readonly Transaction[];
  /** The missions whose money carries a monthly wage, and which part of the net each. */
  readonly carriedBy?: readonly { readonly mission: MissionId; readonly amount: IssuedPayslip['payslip']['net'] }[];
}

/** A mission, or a month, whose payslip could not be made. */
export interface HeldWage {
  readonly member: MemberId;
  readonly mission: MissionId | null;
  readonly month: Month | null;
  readonly days: number;
}

/** Writes down what payroll decided: a payslip with its postings, or why there is none. */
export class Issuing {
  constructor(private readonly parts: IssuingParts) {}

  async keep(work: Work, { issued, year, before, postings, carriedBy }: Issue): Promise<void> {
    const { store, books, facts } = this.parts;
    const { id: payslip, mission, member, entity, payOn } = issued;
    await store.add(work, [issued]);
    const state = issued.payslip.yearToDate;
    await store.addStates(work, [{ of: year, payslip, state, version: before + 1 }]);
    await books.postAll(work, postings);
    const net = issued.payslip.net.toJSON();
    const carriers = carriedBy?.map((part) => ({ ...part, amount: part.amount.toJSON() }));
    const body = { payslip, mission, member, entity, payOn, net, ...(carriers && { carriedBy: carriers }) };
    await facts.record(work, { kind: 'PayslipIssued', subject: payslip, body });
  }

  async hold(work: Work, { member, mission, month, days }: HeldWage, refusal: PayrollRefusal): Promise<PayrollProblem> {
    const { store, facts, ids, clock } = this.parts;
    const at = clock.now();
    const id = ids.newId() as PayrollProblemId;
    const wage = { member, mission, month, days };
    const problem = { ...wage, id, refusal, attempts: 1, raisedAt: at, triedAt: at, payslip: null };
    await store.keepProblem(work, problem);
    const reason = `${refusal.detail} ${refusal.remedy}`;
    const body = { mission, member, rule: refusal.rule, reason, ...(month && { month }) };
    await facts.record(work, { kind: 'PayslipHeld', subject: mission ?? member, body });
    return problem;
  }
}
