import { type Amount, amountOf, moneyOf } from '../app/amount.js';

/** What is asked of a cycle: its day, and in each currency its debts and what was left of them to pay. */
interface Cycle {
  readonly cutOff: string | null;
  readonly gross: readonly Amount[];
  readonly net: readonly Amount[];
}

/** What cycles made of the debts in one currency, the oldest first. */
export interface Netted {
  readonly currency: string;
  readonly days: readonly string[];
  readonly gross: readonly Amount[];
  readonly net: readonly Amount[];
  /** Over all of these cycles. */
  readonly total: { readonly gross: Amount; readonly net: Amount };
}

/** One series for each currency that at least two cycles netted: a single point is no history. */
export function nettedByCurrency(cycles: readonly Cycle[]): readonly Netted[] {
  const results = cycles
    .flatMap(({ cutOff, gross, net }) =>
      cutOff === null ? [] : gross.map((sum, at) => ({ cutOff, sum, left: net[at]! })),
    )
    .sort((one, other) => one.cutOff.localeCompare(other.cutOff));
  return [...new Set(results.map(({ sum }) => sum.currency))]
    .map((currency) =>
      seriesOf(
        currency,
        results.filter(({ sum }) => sum.currency === currency),
      ),
    )
    .filter(({ days }) => days.length > 1);
}

interface Result {
  readonly cutOff: string;
  readonly sum: Amount;
  readonly left: Amount;
}

function seriesOf(currency: string, results: readonly Result[]): Netted {
  const [gross, net] = [results.map(({ sum }) => sum), results.map(({ left }) => left)];
  return {
    currency,
    days: results.map(({ cutOff }) => cutOff),
    gross,
    net,
    total: { gross: sumOf(gross, currency), net: sumOf(net, currency) },
  };
}

const sumOf = (amounts: readonly Amount[], currency: string): Amount =>
  amountOf(amounts.reduce((sum, each) => sum.plus(moneyOf(each)), moneyOf({ amount: '0', currency })));
