import assert from 'node:assert/strict';
import { type Account, type Posting, type Transaction, account, mustBeTransaction } from '@passerelle/ledger';
import type { PayslipLine } from '@passerelle/rules';
import { Money } from '@passerelle/values';
import { entryKinds } from '../activities/entries.js';
import type { MemberId } from '../members/member.js';
import type { Draws } from '../wage-plans/carrying.js';
import type { Budget, IssuedPayslip } from './payslip.js';

/** What a payslip owes to others than the worker, by account. */
const thirdParties = {
  earned: account('benefits.payable'),
  worker_social: account('social.payable'),
  employer_social: account('social.payable'),
  tax: account('tax.payable'),
  net_addition: account('benefits.payable'),
  net_deduction: account('benefits.payable'),
} as const satisfies Record<PayslipLine['group'], Account>;

/** The transactions of the payslip of a mission: the wage with everything owed because of it, and what the income leaves besides. */
export function postingsOf(issued: IssuedPayslip, ids: readonly [string, string]): readonly Transaction[] {
  const { entity, issuedOn: day, reference, id } = issued;
  const entry = { entity, day, cause: `payslip:${id}`, text: `Payslip of mission ${reference}` } as const;
  const shared = sharePostings(issued.member, issued.budget);
  const wage = mustBeTransaction({ ...entry, id: ids[0], kind: 'payslip-issued' }, wagePostings(issued));
  if (shared.length === 0) return [wage];
  return [wage, mustBeTransaction({ ...entry, id: ids[1], kind: 'income-shared' }, shared)];
}

function wagePostings({ member, payslip }: IssuedPayslip): readonly Posting[] {
  const { cost, net, lines } = payslip;
  const owed = new Map<Account, Money>();
  for (const line of lines) {
    const to = thirdParties[line.group];
    owed.set(to, (owed.get(to) ?? Money.zero(cost.currency)).plus(owedBy(line)));
  }
  const postings: Posting[] = [
    { account: account('wages.cost'), amount: cost },
    { account: account('wages.payable', member), amount: net.negated() },
    ...[...owed].map(([to, amount]) => ({ account: to, amount: amount.negated() })),
  ];
  return postings.filter(({ amount }) => !amount.isZero());
}

/** What the employer pays for a line less what the worker gets of it goes to somebody else. */
function owedBy({ worker, employer }: PayslipLine): Money {
  const either = worker ?? employer;
  assert(either, 'a line has an amount');
  const zero = Money.zero(either.amount.currency);
  return (employer?.amount ?? zero).minus(worker?.amount ?? zero);
}

/** The transactions of the payslip of a month: the wage, and who gives it. What missions gave before is no longer kept. */
export function monthlyPostingsOf(
  issued: IssuedPayslip,
  { missions, own }: Draws,
  ids: readonly [string, string],
): readonly Transaction[] {
  const { entity, issuedOn: day, reference, id, member } = issued;
  const entry = { entity, day, cause: `payslip:${id}`, text: `Wage of ${reference}` } as const;
  const taken = missions.reduce((all, { amount }) => all.plus(amount), own.minus(own));
  const carried = [
    { account: keptWages(member), amount: taken },
    { account: account('member', member), amount: own },
    { account: account('mission.share'), amount: taken.plus(own).negated() },
  ].filter(({ amount }) => !amount.isZero());
  return [
    mustBeTransaction({ ...entry, id: ids[0], kind: 'payslip-issued' }, wagePostings(issued)),
    mustBeTransaction({ ...entry, id: ids[1], kind: entryKinds.wage }, carried),
  ];
}

/** What a mission leaves for monthly wages is kept for them, beside what is shared as ever. */
export function keptPostings(member: MemberId, budget: Budget): readonly Posting[] {
  return [
    ...sharePostings(member, budget),
    { account: account('mission.share'), amount: budget.wage },
    { account: keptWages(member), amount: budget.wage.negated() },
  ];
}

/** What is kept for the wages of a member; what they took before the work was reported makes it a claim. */
const keptWages = (member: MemberId): Account => account('wages.kept', member);

/** The contribution of the cooperative, what is set aside for expenses, and the remainder that stays with the member. */
function sharePostings(member: MemberId, { contribution, setAside, remainder }: Budget): readonly Posting[] {
  const share = account('mission.share');
  const kept = setAside && [
    { account: share, amount: setAside.amount },
    { account: account(setAside.account), amount: setAside.amount.negated() },
  ];
  return [
    { account: share, amount: contribution },
    { account: account('contribution'), amount: contribution.negated() },
    ...(kept ?? []),
    { account: share, amount: remainder },
    { account: account('member', member), amount: remainder.negated() },
  ].filter(({ amount }) => !amount.isZero());
}
