import { countryOf } from '@passerelle/rules';
import { type CountryCode, type PlainDate, type Rate, type Result, ok, refuse } from '@passerelle/values';

/** What decides how a service is taxed, as far as this room looks. */
export interface Supply {
  /** The country of the legal entity that invoices. */
  readonly seller: CountryCode;
  readonly buyer: { readonly country: CountryCode; readonly isBusiness: boolean };
  /** Where the work is done. */
  readonly place: CountryCode;
  readonly on: PlainDate;
}

export type VatRefusal =
  | { readonly kind: 'client-abroad'; readonly seller: CountryCode; readonly buyer: CountryCode }
  | { readonly kind: 'work-abroad'; readonly seller: CountryCode; readonly place: CountryCode }
  | { readonly kind: 'no-vat-rate'; readonly country: CountryCode; readonly on: PlainDate };

/**
 * The standard rate of the seller's country, where seller and buyer are established there. A service to a business is
 * taxed where that business is (Directive 2006/112/EC, art. 44), wherever the work is done; to a private person it may
 * be taxed where the work is done (art. 54), so that case, like every buyer abroad, is refused rather than guessed.
 */
export function vatRateOf({ seller, buyer, place, on }: Supply): Result<Rate, VatRefusal> {
  if (buyer.country !== seller) return refuse({ kind: 'client-abroad', seller, buyer: buyer.country });
  if (place !== seller && !buyer.isBusiness) return refuse({ kind: 'work-abroad', seller, place });
  const standard = countryOf(seller)?.vat.standard;
  return standard?.hasValueOn(on) ? ok(standard.on(on)) : refuse({ kind: 'no-vat-rate', country: seller, on });
}
