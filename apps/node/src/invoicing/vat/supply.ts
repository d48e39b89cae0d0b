import type { RateClass } from '@passerelle/coordination';
import type { CountryCode } from '@passerelle/values';

/** What VAT must know of a mission beyond its terms. */
export interface Supply {
  /** How the law of the state of supply judges it. */
  readonly rateClass: RateClass;
  readonly virtual: boolean;
  /** The state of the client's fixed establishment that uses the service; null when its seat does. */
  readonly receivingEstablishment: CountryCode | null;
}

/**
 * What holds while nobody has said more: done in person where the terms say, used at the client's seat, and taxed at the
 * standard rate, from which every other is an exception that somebody must claim (Directive 2006/112/EC, art. 96 to 98).
 */
export const usualSupply: Supply = { rateClass: 'standard', virtual: false, receivingEstablishment: null };

/** What VIES said of the VAT number of a partner cooperative. */
export interface PartnerAnswer {
  readonly node: string;
  readonly vatNumber: string;
  readonly at: Date;
  readonly valid: boolean;
  readonly consultationNumber: string | null;
}
