import type { Dated, Rate } from '@passerelle/values';

/**
 * What an employer may pay for a journey without a receipt and without tax or contributions, in whole units of the
 * country's currency. What a country leaves out is not known to this release, and is not paid without a receipt.
 */
export interface Allowances {
  /** For one kilometre in the worker's own car. */
  readonly perKilometre?: Dated<Rate>;
  /** For one whole day of a journey with a night away from home, in the country itself. */
  readonly perDiem?: Dated<Rate>;
}
