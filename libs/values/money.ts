import { allocate } from './allocate.js';
import { type CurrencyCode, decimalsOf, isCurrencyCode } from './currency.js';
import type { Rate } from './rate.js';
import { type Result, ok, refuse } from './result.js';
import { type Rounding, mulDiv } from './rounding.js';

/** Money as it travels: a decimal text with exactly the currency's decimals, and the currency. */
export interface MoneyText {
  readonly amount: string;
  readonly currency: CurrencyCode;
}

/** A whole number of minor units (cents, öre) of one currency. Two currencies never meet in one operation. */
export class Money<C extends CurrencyCode = CurrencyCode> {
  constructor(
    readonly minor: bigint,
    readonly currency: C,
  ) {}

  static zero<C extends CurrencyCode>(currency: C): Money<C> {
    return new Money(0n, currency);
  }

  /** Reads `1000.00` with at most the decimals of the currency; no separators, no exponent, no plus sign. */
  static parse(
    amount: string,
    currency: string,
  ): Result<Money, { readonly kind: 'not-money'; readonly detail: string }> {
    if (!isCurrencyCode(currency))
      return refuse({ kind: 'not-money', detail: `"${currency}" is not a known currency` });
    const digits = decimalsOf(currency);
    const match = /^(-?)(\d{1,16})(?:\.(\d+))?$/.exec(amount);
    const fraction = match?.[3] ?? '';
    if (!match || fraction.length > digits)
      return refuse({
        kind: 'not-money',
        detail: `"${amount}" is not an amount in ${currency} such as ${new Money(100000n, currency).toDecimal()}`,
      });
    return ok(new Money(BigInt(match[1]! + match[2]! + fraction.padEnd(digits, '0')), currency));
  }

  plus(other: Money<C>): Money<C> {
    return new Money(this.minor + this.sameCurrency(other).minor, this.currency);
  }

  minus(other: Money<C>): Money<C> {
    return new Money(this.minor - this.sameCurrency(other).minor, this.currency);
  }

  negated(): Money<C> {
    return new Money(-this.minor, this.currency);
  }

  /** This amount times an exact rate, rounded once to whole minor units. */
  times(factor: Rate, rounding: Rounding): Money<C> {
    return new Money(mulDiv(this.minor, factor.num, factor.den, rounding), this.currency);
  }

  /** Parts in proportion to the weights that add up to this amount exactly. */
  allocate(weights: readonly bigint[]): Money<C>[] {
    return allocate(this.minor, weights).map((part) => new Money(part, this.currency));
  }

  compare(other: Money<C>): -1 | 0 | 1 {
    const theirs = this.sameCurrency(other).minor;
    return this.minor < theirs ? -1 : this.minor > theirs ? 1 : 0;
  }

  equals(other: Money): boolean {
    return this.currency === other.currency && this.minor === other.minor;
  }

  isLessThan(other: Money<C>): boolean {
    return this.compare(other) < 0;
  }

  isMoreThan(other: Money<C>): boolean {
    return this.compare(other) > 0;
  }

  isZero(): boolean {
    return this.minor === 0n;
  }

  isNegative(): boolean {
    return this.minor < 0n;
  }

  isPositive(): boolean {
    return this.minor > 0n;
  }

  /** The amount with all its decimals and a point: `-1234.50`. */
  toDecimal(): string {
    const digits = decimalsOf(this.currency);
    const sign = this.minor < 0n ? '-' : '';
    const text = (this.minor < 0n ? -this.minor : this.minor).toString().padStart(digits + 1, '0');
    return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }

  toString(): string {
    return `${this.toDecimal()} ${this.currency}`;
  }

  toJSON(): MoneyText {
    return { amount: this.toDecimal(), currency: this.currency };
  }

  private sameCurrency(other: Money<C>): Money<C> {
    if (other.currency !== this.currency)
      throw new TypeError(`${this.currency} and ${other.currency} do not mix: convert with a rate, its source and day`);
    return other;
  }
}

/** `money('980.00', 'EUR')`, for amounts written in code. Throws RangeError when the text is not an amount. */
export function money<C extends CurrencyCode>(amount: string, currency: C): Money<C> {
  const parsed = Money.parse(amount, currency);
  if (!parsed.ok) throw new RangeError(parsed.refusal.detail);
  return parsed.value as Money<C>;
}

/** The total of amounts of one currency; zero of that currency when there is none. */
export function sum<C extends CurrencyCode>(amounts: Iterable<Money<C>>, currency: C): Money<C> {
  let total = Money.zero(currency);
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

export const min = <C extends CurrencyCode>(a: Money<C>, b: Money<C>): Money<C> => (b.isLessThan(a) ? b : a);

export const max = <C extends CurrencyCode>(a: Money<C>, b: Money<C>): Money<C> => (b.isMoreThan(a) ? b : a);
