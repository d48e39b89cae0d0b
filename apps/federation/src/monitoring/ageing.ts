import type { ReportedObligation } from '@passerelle/protocol';
import { type CurrencyCode, Money, type PlainDate, day, daysBetween } from '@passerelle/values';
import { type ReportsByNode, type Signed, signedBy } from './figure.js';
import { bothSides, isOwed } from './pairs.js';

/** How many days a debt is past its day. */
export const ages = ['not-due', '0-7', '8-30', '31-60', 'over-60'] as const;
export type Age = (typeof ages)[number];

/** What one member owes another in one currency, by age. */
export interface Aged extends Signed {
  readonly debtor: string;
  readonly creditor: string;
  readonly currency: CurrencyCode;
  readonly amounts: Readonly<Record<Age, Money>>;
  /** The earliest day on which any of it was due. */
  readonly oldestDue: string;
}

/** Open debts by age: in the creditor's words, or in the debtor's where the creditor does not report it. */
export function ageingOf(reports: ReportsByNode, today: PlainDate): readonly Aged[] {
  const groups = new Map<string, ReportedObligation[]>();
  for (const { debtor, creditor } of bothSides(reports)) {
    const one = isOwed(creditor) ? creditor : debtor;
    if (!isOwed(one)) continue;
    const key = [one.debtor, one.creditor, one.currency].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => agedOf(group, reports, today));
}

export function ageOn(due: PlainDate, today: PlainDate): Age {
  const late = daysBetween(due, today);
  if (late < 0) return 'not-due';
  return late <= 7 ? '0-7' : late <= 30 ? '8-30' : late <= 60 ? '31-60' : 'over-60';
}

function agedOf(group: readonly ReportedObligation[], reports: ReportsByNode, today: PlainDate): Aged {
  const { debtor, creditor, currency } = group[0]!;
  const amounts = Object.fromEntries(ages.map((age) => [age, Money.zero(currency)])) as Record<Age, Money>;
  for (const { due, amount } of group) {
    const age = ageOn(day(due), today);
    amounts[age] = amounts[age].plus(new Money(BigInt(amount), currency));
  }
  const oldestDue = group.map(({ due }) => due).sort()[0]!;
  return { debtor, creditor, currency, amounts, oldestDue, ...signedBy(reports.get(debtor), reports.get(creditor)) };
}
