import type { AppliedFigure, LawReference, LineShare, Payslip, PayslipLine, Words } from '@passerelle/rules';
import { type Money, type Rate, type Month, monthOf } from '@passerelle/values';
import { type PricePart, groupOf } from './decomposition.js';
import { type PartGroup, groupWords } from './part-words.js';
import type { IssuedPayslip } from './payslip.js';

/** Why an amount is what it is, in the order in which people ask. */
export interface Explanation {
  readonly id: string;
  readonly group: PartGroup;
  readonly title: Words;
  readonly localName: string | null;
  readonly text: Words;
  readonly amount: Money;
  readonly base: { readonly ref: string; readonly amount: Money } | null;
  readonly rate: Rate | null;
  /** Null where the amount is not the base times the rate, rounded half up. */
  readonly rounding: 'half-up' | null;
  readonly version: string;
  readonly figures: readonly AppliedFigure[];
  readonly law: LawReference | null;
  readonly previous: Previous | null;
}

/** The same line on the payslip before, and the first thing that made it another amount. */
export interface Previous {
  readonly period: Month;
  readonly amount: Money;
  readonly cause: 'same' | 'base_changed' | 'rate_changed' | 'rule_changed' | 'facts_changed';
}

/** Amounts that other amounts are worked out from, by the name they have on the page. */
type Bases = readonly (readonly [ref: string, amount: Money])[];

/** The parts of a price, each explained. */
export function explainParts(
  parts: readonly PricePart[],
  { price, income, payslip }: { readonly price: Money; readonly income: Money; readonly payslip: Payslip },
): readonly Explanation[] {
  const bases: Bases = [...basesOf(payslip), ['price', price], ['income', income]];
  return parts.map(({ words, base, ...part }) => ({
    ...part,
    title: words,
    text: groupWords[part.group],
    base: baseOf(base, part.group === 'host_share' ? [['price', price]] : bases),
    rounding: roundingOf(base, part.rate, part.amount),
    previous: null,
  }));
}

/** The lines of a payslip as they touch the worker's pay and the cooperative's cost, each explained. */
export function explainPayslip(issued: IssuedPayslip, before: IssuedPayslip | null): readonly Explanation[] {
  const sides = issued.payslip.lines.flatMap((line) => sidesOf(line, issued.payslip));
  if (before === null) return sides;
  const earlier = new Map(
    before.payslip.lines.flatMap((line) => sidesOf(line, before.payslip)).map((side) => [side.id, side]),
  );
  const period = monthOf(before.request.first);
  return sides.map((side) => ({ ...side, previous: previousOf(side, earlier.get(side.id), period) }));
}

function sidesOf(line: PayslipLine, payslip: Payslip): readonly Explanation[] {
  const { id, group, worker, employer } = line;
  if (group === 'earned' || !employer)
    return worker ? [sideOf(line, worker, payslip, { id, group: groupOf(group) })] : [];
  const onTop = sideOf(line, employer, payslip, {
    id: worker ? `${id}/employer` : id,
    group: group === 'tax' ? 'tax' : 'paid_on_top',
  });
  return worker ? [sideOf(line, worker, payslip, { id, group: groupOf(group) }), onTop] : [onTop];
}

const sideOf = (
  { words, localName, base, figures, law }: PayslipLine,
  { amount, rate }: LineShare,
  payslip: Payslip,
  { id, group }: { readonly id: string; readonly group: PartGroup },
): Explanation => ({
  id,
  group,
  title: words,
  localName,
  text: groupWords[group],
  amount,
  base: baseOf(base, basesOf(payslip)),
  rate,
  rounding: roundingOf(base, rate, amount),
  version: payslip.version,
  figures,
  law,
  previous: null,
});

const basesOf = ({ gross, taxable }: Payslip): Bases => [
  ['gross', gross],
  ['taxable', taxable],
];

const baseOf = (base: Money | null, bases: Bases): Explanation['base'] =>
  base && { ref: bases.find(([, amount]) => amount.equals(base))?.[0] ?? 'base', amount: base };

/** Said only where it can be checked by anybody with a pencil. */
function roundingOf(base: Money | null, rate: Rate | null, amount: Money): 'half-up' | null {
  if (base === null || rate === null) return null;
  const product = base.times(rate, 'halfUp');
  return product.equals(amount) || product.negated().equals(amount) ? 'half-up' : null;
}

function previousOf(now: Explanation, then: Explanation | undefined, period: Month): Previous | null {
  if (!then || then.amount.currency !== now.amount.currency) return null;
  return { period, amount: then.amount, cause: causeOf(now, then) };
}

function causeOf(now: Explanation, then: Explanation): Previous['cause'] {
  if (now.amount.equals(then.amount)) return 'same';
  const isSameRate = now.rate === null ? then.rate === null : then.rate !== null && now.rate.equals(then.rate);
  if (!isSameRate) return 'rate_changed';
  if (now.version !== then.version || now.figures.some(({ from }, index) => from !== then.figures[index]?.from))
    return 'rule_changed';
  const isSameBase = now.base === null ? then.base === null : then.base?.amount.equals(now.base.amount);
  return isSameBase ? 'facts_changed' : 'base_changed';
}
