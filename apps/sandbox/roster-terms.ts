import { type RosterContent, quorumOf } from '@passerelle/protocol';
import { type CurrencyCode, addDays, addMonths, day, decimalsOf, lastDayOf, money, monthOf } from '@passerelle/values';
import type { Place } from './places.js';

type Terms = Omit<RosterContent, 'kind' | 'net' | 'version' | 'prev' | 'members'>;

/** What these cooperatives have agreed: what they may owe each other, when they settle, and what a delay costs. */
export function termsOf(places: readonly Place[]): Terms {
  const ids = places.map(({ id }) => id);
  const currencies = [...new Set(places.map(({ currency }) => currency))].sort();
  return {
    from: day('2026-01-01'),
    coordinators: ids,
    currencies: Object.fromEntries(currencies.map((code) => [code, decimalsOf(code)])),
    quorum: quorumOf(places.length),
    computations: [{ from: '2026-01', netting: 1, rounding: 1, waterfall: 1, mode: 'per-currency' }],
    calendar: Array.from({ length: 60 }, (_, index) => cycleDates(index)),
    caps: currencies.flatMap((currency) => capsIn(currency, ids)),
    fund: {
      stakes: places.map(({ id, currency }) => ({ node: id, currency, amount: worth(20_000, currency) })),
      eventSharePercent: '50',
    },
    // Directive 2011/7/EU, article 2: eight points above the ECB's rate on 1 January 2026, which was 2.15 %.
    lateInterestPercent: '10.15',
  };
}

/** A month is cut at its end, agreed in the first days of the next, paid on the 8th, and late from the 15th on. */
function cycleDates(index: number): Terms['calendar'][number] {
  const first = addMonths(day('2026-01-01'), index);
  const cutOff = lastDayOf(monthOf(first));
  const after = (days: number) => addDays(cutOff, days);
  return {
    cycle: monthOf(first),
    cutOff,
    statements: after(2),
    proposal: after(3),
    payment: after(8),
    graceEnd: after(15),
  };
}

/** Everybody trusts everybody with the same, in each currency that somebody keeps books in. */
const capsIn = (currency: CurrencyCode, ids: readonly string[]): Terms['caps'] =>
  ids.flatMap((creditor) =>
    ids
      .filter((debtor) => debtor !== creditor)
      .map((debtor) => ({ creditor, debtor, currency, max: worth(50_000, currency) })),
  );

/** About so many euros, in minor units of a currency: a crown is a tenth of a euro here, since it is only a limit. */
const worth = (euros: number, currency: CurrencyCode): string =>
  money(String(currency === 'EUR' ? euros : euros * 10), currency).minor.toString();
