import { ok, refuse } from '@passerelle/values';
import type { Reckoner } from '../kit/answers.js';
import type { Country } from '../kit/country.js';
import { lawOfTheDay } from '../kit/figures.js';
import { payslipOf } from '../kit/line.js';
import type { Payslip, PayslipLine } from '../kit/payslip.js';
import { type RuleRefusal, refusals } from '../kit/refusal.js';
import { type Category, type Engagement, engagementOf, leastGross } from './engagement.js';
import { grossPay } from './gross-pay.js';
import { minimumWage } from './minimum-wage.js';
import { netFalls } from './net-falls.js';
import { type Pay, measure } from './pay.js';
import type { Rule, Settled } from './rule.js';
import { Slip } from './slip.js';
import { type Tax, type TaxRule, taxRuleOf } from './withholding.js';
import { type Sums, stateOf } from './year-to-date.js';

type Head = Pick<Country, 'code' | 'version' | 'currency'>;
type Rules = Readonly<Record<Category, readonly Rule[]>>;

/** An engagement with the rules of its day and category, and of its day of payment. */
interface Settlement {
  readonly engagement: Engagement;
  readonly rules: readonly Settled[];
  readonly tax: TaxRule;
}

/** One payslip in totals; everything else only explains them. Amounts in cents. */
interface Totals {
  readonly pay: Pay;
  readonly slip: Slip;
  readonly taxable: bigint;
  readonly tax: Tax;
  readonly net: bigint;
}

/** Reckons one engagement after another; the rules of a day are settled once. */
export function reckoner(head: Head, rules: Rules): Reckoner<Settlement> {
  const settledOn = lawOfTheDay((date) => {
    const settled = (category: Category): readonly Settled[] =>
      rules[category].map((rule) => rule.settle({ date, category }));
    return { general: settled('general'), artist: settled('artist'), technician: settled('technician') };
  });
  return {
    settle: (terms) => {
      const found = engagementOf(terms);
      if (!found.ok) return found;
      const engagement = found.value;
      const refusal = fixedPartRefusal(engagement);
      if (refusal) return refuse(refusal);
      return ok({ engagement, rules: settledOn(terms.first)[engagement.category], tax: taxRuleOf(engagement) });
    },
    floor: ({ engagement }) => ({
      gross: leastGross(engagement),
      rule: engagement.facts.status === 'entrepreneur' ? grossPay.id : minimumWage.id,
    }),
    cost: (settlement) => ({ at: (gross) => totalsOf(settlement, gross, null).slip.cost }),
    net: (settlement) => {
      const totals = (gross: bigint): Totals => totalsOf(settlement, gross, null);
      return { at: (gross) => totals(gross).net, wiggle: 60n, fallsAt: netFalls(totals, settlement.tax.steps) };
    },
    payslip: (settlement, gross) => explained(head, settlement, totalsOf(settlement, gross, [])),
  };
}

function totalsOf({ engagement, rules, tax }: Settlement, gross: bigint, lines: PayslipLine[] | null): Totals {
  const pay = measure(engagement, gross);
  const slip = new Slip(lines);
  for (const rule of rules) rule(pay, slip);
  const before = pay.gross - slip.held;
  const taxable = before + slip.addedBack;
  const due = tax.on(taxable);
  return { pay, slip, taxable, tax: due, net: before - due.amount };
}

function explained(head: Head, { engagement, tax }: Settlement, { pay, slip, taxable, tax: due }: Totals): Payslip {
  const lines = slip.lines ?? [];
  if (due.base > 0n) lines.push(tax.line(due));
  return payslipOf(head, pay.gross, taxable, lines, stateOf(engagement.date, sumsAfter(engagement, pay, slip)));
}

function sumsAfter(engagement: Engagement, pay: Pay, slip: Slip): Sums {
  const { category, before, ceilings, time, reductionMinimumWage, endIndemnity, leaveIndemnity } = engagement;
  const isGeneral = category === 'general';
  return {
    base: isGeneral ? before.base + pay.subject : before.base,
    ceiling: isGeneral ? before.ceiling + ceilings.period : before.ceiling,
    showBase: isGeneral ? before.showBase : before.showBase + pay.subject,
    deduction: before.deduction + pay.deduction,
    pay: before.pay + pay.subject,
    wage: before.wage + pay.gross,
    time: before.time + time,
    minimumWage: before.minimumWage + reductionMinimumWage,
    reduction: slip.reduction,
    sicknessFull: slip.sicknessFull,
    familyFull: slip.familyFull,
    endIndemnity: stillOpen(endIndemnity, before.endIndemnity, pay.agreed),
    leaveIndemnity: stillOpen(leaveIndemnity, before.leaveIndemnity, pay.agreed),
  };
}

/** Pay whose indemnity waits for a later payslip of the contract. */
const stillOpen = (when: 'now' | 'later' | 'none', waiting: bigint, agreed: bigint): bigint =>
  when === 'later' ? waiting + agreed : when === 'now' ? 0n : waiting;

/** An entrepreneur-salarié is paid the fixed part of the contract in any case. */
function fixedPartRefusal({ facts, fixedPart, date }: Engagement): RuleRefusal | undefined {
  if (facts.status !== 'entrepreneur' || fixedPart > 0n) return undefined;
  return refusals(grossPay.id, date).impossible(
    'fixedPart',
    'The contract of an entrepreneur-salarié (CESA) has a fixed part, and none is given.',
    'Give the fixed monthly part of the contract in euros.',
  );
}
