import { type CurrencyCode, type Dated, Money, type Rate, decimalsOf, rate } from '@passerelle/values';

/** An amount for one unit, which may be finer than a cent: `0.4415 EUR` for a kilometre. */
export class PerUnit {
  private constructor(
    private readonly amount: Rate,
    readonly currency: CurrencyCode,
  ) {}

  /** Reads a decimal text. Throws RangeError when it is none. */
  static of(text: string, currency: CurrencyCode): PerUnit {
    return new PerUnit(rate(text), currency);
  }

  /** For so many units, rounded once to the cent. */
  times(quantity: number): Money {
    const units = new Money(BigInt(quantity) * 10n ** BigInt(decimalsOf(this.currency)), this.currency);
    return units.times(this.amount, 'halfUp');
  }

  /** For one unit, a decimal text: `0.4449`. */
  get each(): string {
    return this.amount.toString();
  }

  toString(): string {
    return `${this.each} ${this.currency}`;
  }
}

/**
 * What an employer may pay for a journey without a receipt and without tax or contributions. What a country leaves out is
 * not known to this release, and is not paid without a receipt.
 */
export interface Allowances {
  /** For one kilometre in the worker's own car. */
  readonly perKilometre?: Dated<PerUnit>;
  /** For one whole day of a journey with a night away from home, in the country itself. */
  readonly perDiem?: Dated<PerUnit>;
}

/** The dated amounts themselves, for the country's list of figures. */
export const allowanceFigures = ({ perKilometre, perDiem }: Allowances): readonly Dated<PerUnit>[] =>
  [perKilometre, perDiem].filter((figure) => figure !== undefined);
