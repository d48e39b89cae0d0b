import { type CurrencyCode, Money, sum } from '@passerelle/values';
import { type ReportsByNode, signedBy, type Signed } from './figure.js';
import { type BothSides, bothSides, isOwed } from './pairs.js';

/** What one member owes another in one currency, once by each of them. */
export interface Owed extends Signed {
  readonly from: string;
  readonly to: string;
  readonly debtorSays: Money;
  readonly creditorSays: Money;
  readonly isAlike: boolean;
  readonly obligations: readonly string[];
}

/** What a member gets (positive) or owes (negative), by its own report; null for one that never reported. */
export interface Position extends Signed {
  readonly node: string;
  readonly amount: Money | null;
}

/** The totals are signed by everybody who reports. */
export interface PositionsInCurrency extends Signed {
  readonly currency: CurrencyCode;
  readonly owed: readonly Owed[];
  readonly positions: readonly Position[];
  /** Everything that is owed, by the debtors' reports. */
  readonly gross: Money;
  /** What would have to be paid if all of it were netted now: the sum of the positive positions. */
  readonly net: Money;
  /** Zero when every debtor and creditor say the same. */
  readonly sumOfPositions: Money;
}

/** Who owes whom, per currency. Each position is its own node's word, so their sum is a check and not an identity. */
export function positionsOf(members: readonly string[], reports: ReportsByNode): readonly PositionsInCurrency[] {
  const sides = bothSides(reports).filter(({ debtor, creditor }) => isOwed(debtor) || isOwed(creditor));
  const currencies = new Set(sides.flatMap(({ debtor, creditor }) => [debtor?.currency, creditor?.currency]));
  return [...currencies]
    .filter((currency) => currency !== undefined)
    .sort()
    .map((currency) => inCurrency(currency, { members, reports, sides }));
}

interface Ground {
  readonly members: readonly string[];
  readonly reports: ReportsByNode;
  readonly sides: readonly BothSides[];
}

function inCurrency(currency: CurrencyCode, ground: Ground): PositionsInCurrency {
  const { members, reports } = ground;
  const positions = members.map((node) => positionOf(node, currency, reports));
  const amounts = positions.flatMap(({ amount }) => amount ?? []);
  const owed = owedOf(currency, ground);
  return {
    currency,
    owed,
    positions,
    gross: sum(
      owed.map(({ debtorSays }) => debtorSays),
      currency,
    ),
    net: sum(
      amounts.filter((amount) => amount.isPositive()),
      currency,
    ),
    sumOfPositions: sum(amounts, currency),
    ...signedBy(...reports.values()),
  };
}

function positionOf(node: string, currency: CurrencyCode, reports: ReportsByNode): Position {
  const known = reports.get(node);
  const own = known?.report.obligations.filter((each) => each.currency === currency && isOwed(each)) ?? [];
  const amounts = own.map(({ creditor, debtor, amount }) => {
    const money = new Money(BigInt(amount), currency);
    return creditor === node ? money : debtor === node ? money.negated() : Money.zero(currency);
  });
  return { node, amount: known ? sum(amounts, currency) : null, ...signedBy(known) };
}

function owedOf(currency: CurrencyCode, { members, reports, sides }: Ground): readonly Owed[] {
  const directions = members.flatMap((from) => members.map((to) => ({ from, to })));
  return directions.flatMap(({ from, to }) => {
    const between = sides.filter(({ debtor, creditor }) =>
      [debtor, creditor].some((each) => each?.debtor === from && each.creditor === to && each.currency === currency),
    );
    if (between.length === 0) return [];
    const said = (side: 'debtor' | 'creditor'): Money =>
      sum(
        between.flatMap((both) => {
          const each = both[side];
          return isOwed(each) && each.currency === currency ? new Money(BigInt(each.amount), currency) : [];
        }),
        currency,
      );
    const [debtorSays, creditorSays] = [said('debtor'), said('creditor')];
    const obligations = between.map(({ id }) => id);
    const signed = signedBy(reports.get(from), reports.get(to));
    return [{ from, to, debtorSays, creditorSays, isAlike: debtorSays.equals(creditorSays), obligations, ...signed }];
  });
}
