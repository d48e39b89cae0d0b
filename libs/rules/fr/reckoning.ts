import { ok, refuse } from '@passerelle/values';
import type { Reckoner } from '../kit/answers.js';
import type { Country } from '../kit/country.js';
import { payslipOf, workerLine } from '../kit/line.js';
import type { Payslip, PayslipLine } from '../kit/payslip.js';
import { type RuleRefusal, refusals } from '../kit/refusal.js';
import { rememberedBy } from '../kit/remembered.js';
import { type Engagement, engagementOf, leastGross } from './engagement.js';
import { grossPay } from './gross-pay.js';
import { minimumWage } from './minimum-wage.js';
import { netFalls } from './net-falls.js';
import { type Pay, measure } from './pay.js';
import type { Rule, Writer } from './rule.js';
import type { Setting } from './setting.js';
import { Slip } from './slip.js';
import { type TaxRule, taxRuleOf } from './withholding.js';
import { type Sums, stateOf } from './year-to-date.js';

type Head = Pick<Country, 'code' | 'version' | 'currency'>;

/** An engagement with what its rules write, and the tax of its day of payment. */
interface Settlement {
  readonly engagement: Engagement;
  readonly writers: readonly Writer[];
  readonly tax: TaxRule;
}

/** Reckons one engagement after another; the rules are asked once for each setting. */
export function reckoner(head: Head, rules: readonly Rule[]): Reckoner<Settlement> {
  const writersIn = rememberedBy(Object.values<unknown>, (of: Setting) => rules.flatMap((rule) => rule.writers(of)));
  return {
    settle: (terms, lawDay) => {
      const found = engagementOf(terms, lawDay);
      if (!found.ok) return found;
      const engagement = found.value;
      const refusal = fixedPartRefusal(engagement);
      return refusal
        ? refuse(refusal)
        : ok({ engagement, writers: writersIn(engagement.setting), tax: taxRuleOf(engagement) });
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
    payslip: (settlement, gross) => explained(head, totalsOf(settlement, gross, [])),
  };
}

/** One payslip in totals, in cents; everything else only explains them. */
function totalsOf({ engagement, writers, tax }: Settlement, gross: bigint, lines: PayslipLine[] | null) {
  const pay = measure(engagement, gross);
  const slip = new Slip(lines);
  for (const write of writers) write(pay, slip);
  const taxable = slip.net + slip.addedBack;
  const due = tax.on(taxable);
  return { pay, slip, taxable, due, net: slip.net - due.amount };
}

type Totals = ReturnType<typeof totalsOf>;

function explained(head: Head, { pay, slip, taxable, due }: Totals): Payslip {
  const lines = slip.lines ?? [];
  if (due.base > 0n) lines.push(workerLine(due.kind, due.base, -due.amount));
  return payslipOf(head, pay.gross, taxable, lines, stateOf(pay.engagement.date, sumsAfter(pay, slip)));
}

function sumsAfter({ engagement, agreed, gross, subject, deduction }: Pay, slip: Slip): Sums {
  const { before, ceilings, time, reductionMinimumWage, endIndemnity, leaveIndemnity } = engagement;
  const isGeneral = engagement.setting.category === 'general';
  return {
    base: isGeneral ? before.base + subject : before.base,
    ceiling: isGeneral ? before.ceiling + ceilings.period : before.ceiling,
    showBase: isGeneral ? before.showBase : before.showBase + subject,
    deduction: before.deduction + deduction,
    pay: before.pay + subject,
    wage: before.wage + gross,
    time: before.time + time,
    minimumWage: before.minimumWage + reductionMinimumWage,
    reduction: slip.reduction,
    sicknessFull: slip.sicknessFull,
    familyFull: slip.familyFull,
    endIndemnity: stillOpen(endIndemnity, before.endIndemnity, agreed),
    leaveIndemnity: stillOpen(leaveIndemnity, before.leaveIndemnity, agreed),
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
