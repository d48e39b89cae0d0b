import { foundingTerms } from '@passerelle/protocol';
import { type CurrencyCode, day, money } from '@passerelle/values';
import type { Place } from './places.js';

/** What these cooperatives have agreed: what they may owe each other, when they settle, and what a delay costs. */
export function termsOf(places: readonly Place[]): ReturnType<typeof foundingTerms> {
  const currencies = [...new Set(places.map(({ currency }) => currency))];
  return foundingTerms({
    from: day('2026-01-01'),
    founders: places,
    caps: Object.fromEntries(currencies.map((currency) => [currency, worth(50_000, currency)])),
    stakes: places.map(({ id, currency }) => ({ node: id, currency, amount: worth(20_000, currency) })),
    // Directive 2011/7/EU, article 2: eight points above the ECB's rate on 1 January 2026, which was 2.15 %.
    lateInterestPercent: '10.15',
  });
}

/** About so many euros, in minor units of a currency: a crown is a tenth of a euro here, since it is only a limit. */
const worth = (euros: number, currency: CurrencyCode): string =>
  money(String(currency === 'EUR' ? euros : euros * 10), currency).minor.toString();
