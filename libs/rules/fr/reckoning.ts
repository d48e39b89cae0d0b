import { type Result, ok, refuse } from '@passerelle/values';
import type { Reckoning } from '../kit/answers.js';
import type { Country, PayslipTerms } from '../kit/country.js';
import { lawOfTheDay } from '../kit/figures.js';
import { payslipOf } from '../kit/line.js';
import type { Payslip, PayslipLine } from '../kit/payslip.js';
import type { RuleRefusal } from '../kit/refusal.js';
import type { Staircase } from '../kit/search.js';
import { type Category, type Engagement, engagementOf, leastGross } from './engagement.js';
import { grossPay } from './gross-pay.js';
import { minimumWage } from './minimum-wage.js';
import { netFalls } from './net-falls.js';
import { type Pay, measure } from './pay.js';
import type { Rule, Settled } from './rule.js';
import { Slip } from './slip.js';
import { type TaxRule, taxRuleOf } from './withholding.js';
import { type Sums, stateOf } from './year-to-date.js';

type Head = Pick<Country, 'code' | 'version' | 'currency'>;
type Rules = Readonly<Record<Category, readonly Rule[]>>;

/** One payslip in totals; everything else only explains them. Amounts in cents. */
export interface Totals {
  readonly pay: Pay;
  readonly slip: Slip;
  readonly taxable: bigint;
  readonly net: bigint;
}

/** Answers for one engagement after another; the rules of a day are settled once. */
export function reckoner(head: Head, rules: Rules): (terms: PayslipTerms) => Result<Reckoning, RuleRefusal> {
  const settledOn = lawOfTheDay((date) => {
    const settled = (category: Category): readonly Settled[] =>
      rules[category].map((rule) => rule.settle({ date, category }));
    return { general: settled('general'), artist: settled('artist'), technician: settled('technician') };
  });
  return (terms) => {
    const engagement = engagementOf(terms);
    if (!engagement.ok) return engagement;
    const refusal = fixedPartRefusal(engagement.value);
    if (refusal) return refuse(refusal);
    const settled = settledOn(terms.first)[engagement.value.category];
    return ok(new FrenchReckoning(head, engagement.value, settled, taxRuleOf(terms, engagement.value)));
  };
}

/** A class, because its floor and its two searches are only wanted by those who ask for them. */
class FrenchReckoning implements Reckoning {
  constructor(
    private readonly head: Head,
    private readonly engagement: Engagement,
    private readonly rules: readonly Settled[],
    private readonly tax: TaxRule,
  ) {}

  get floor(): NonNullable<Reckoning['floor']> {
    const { engagement } = this;
    return {
      gross: leastGross(engagement),
      rule: engagement.status === 'entrepreneur' ? grossPay.id : minimumWage.id,
    };
  }

  get cost(): Staircase {
    return { at: (gross) => this.totalsOf(gross, null).slip.cost };
  }

  get net(): Staircase {
    const totalsOf = (gross: bigint): Totals => this.totalsOf(gross, null);
    return { at: (gross) => totalsOf(gross).net, wiggle: 60n, fallsAt: netFalls(totalsOf, this.tax.steps) };
  }

  payslip(gross: bigint): Payslip {
    return explained(this.head, this.engagement, this.tax, this.totalsOf(gross, []));
  }

  private totalsOf(gross: bigint, lines: PayslipLine[] | null): Totals {
    const pay = measure(this.engagement, gross);
    const slip = new Slip(lines);
    for (const rule of this.rules) rule(pay, slip);
    const before = pay.gross - slip.held;
    const taxable = before + slip.addedBack;
    return { pay, slip, taxable, net: before - this.tax.on(taxable).amount };
  }
}

function explained(head: Head, engagement: Engagement, tax: TaxRule, totals: Totals): Payslip {
  const { pay, slip, taxable } = totals;
  const due = tax.on(taxable);
  const lines = slip.lines ?? [];
  if (due.base > 0n) lines.push(tax.line(due));
  return payslipOf(head, pay.gross, taxable, lines, stateOf(engagement.date, sumsAfter(engagement, pay, slip)));
}

function sumsAfter(engagement: Engagement, pay: Pay, slip: Slip): Sums {
  const { category, before, ceilings, time, reductionMinimumWage, endIndemnity, leaveIndemnity } = engagement;
  const isGeneral = category === 'general';
  const { contract } = before;
  return {
    base: isGeneral ? before.base + pay.subject : before.base,
    ceiling: isGeneral ? before.ceiling + ceilings.period : before.ceiling,
    showBase: isGeneral ? before.showBase : before.showBase + pay.subject,
    deduction: before.deduction + pay.deduction,
    contract: {
      pay: contract.pay + pay.subject,
      wage: contract.wage + pay.gross,
      time: contract.time + time,
      minimumWage: contract.minimumWage + reductionMinimumWage,
      reduction: slip.reduction,
      sicknessFull: slip.sicknessFull,
      familyFull: slip.familyFull,
      endIndemnity: stillOpen(endIndemnity, contract.endIndemnity, pay.agreed),
      leaveIndemnity: stillOpen(leaveIndemnity, contract.leaveIndemnity, pay.agreed),
    },
  };
}

/** Pay whose indemnity waits for a later payslip of the contract. */
const stillOpen = (when: 'now' | 'later' | 'none', waiting: bigint, agreed: bigint): bigint =>
  when === 'later' ? waiting + agreed : when === 'now' ? 0n : waiting;

/** An entrepreneur-salarié is paid the fixed part of the contract in any case. */
function fixedPartRefusal({ status, fixedPart, date }: Engagement): RuleRefusal | undefined {
  if (status !== 'entrepreneur' || fixedPart > 0n) return undefined;
  return {
    kind: 'impossible-facts',
    rule: grossPay.id,
    date,
    field: 'fixedPart',
    detail: 'The contract of an entrepreneur-salarié (CESA) has a fixed part, and none is given.',
    remedy: 'Give the fixed monthly part of the contract in euros.',
  };
}
