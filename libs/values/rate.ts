/**
 * An exact fraction such as 13.07 %: two whole numbers, never a float. Multiplying money by a rate rounds once, in the
 * way the caller names.
 */
export class Rate {
  static readonly zero = new Rate(0n, 1n);
  static readonly one = new Rate(1n, 1n);

  /** Numerator and a positive denominator. Use `percent`, `rate` or `ratio` to make one. */
  constructor(
    readonly num: bigint,
    readonly den: bigint,
  ) {
    if (den <= 0n) throw new RangeError('the denominator of a rate is positive');
  }

  plus(other: Rate): Rate {
    return new Rate(this.num * other.den + other.num * this.den, this.den * other.den);
  }

  minus(other: Rate): Rate {
    return new Rate(this.num * other.den - other.num * this.den, this.den * other.den);
  }

  times(other: Rate): Rate {
    return new Rate(this.num * other.num, this.den * other.den);
  }

  equals(other: Rate): boolean {
    return this.num * other.den === other.num * this.den;
  }

  isZero(): boolean {
    return this.num === 0n;
  }

  /** The fraction as a decimal text, `0.1307`. Rates that no decimal can say exactly are written as `1/3`. */
  toString(): string {
    let den = this.den;
    let num = this.num;
    const divisor = greatestCommonDivisor(num < 0n ? -num : num, den);
    num /= divisor;
    den /= divisor;
    let digits = 0;
    let scale = 1n;
    while (digits < 18 && (num * scale) % den !== 0n) {
      scale *= 10n;
      digits += 1;
    }
    if ((num * scale) % den !== 0n) return `${num}/${den}`;
    return decimalText((num * scale) / den, digits);
  }

  /** The rate in percent without its sign: `13.07`. */
  toPercent(): string {
    return new Rate(this.num * 100n, this.den).toString();
  }

  toJSON(): string {
    return this.toString();
  }
}

/** `percent('13.07')` is 0.1307 exactly. Throws RangeError when the text is not a decimal. */
export function percent(text: string): Rate {
  const { num, den } = rate(text);
  return new Rate(num, den * 100n);
}

/** `rate('0.1307')`, `rate('1.08')`. Throws RangeError when the text is not a decimal. */
export function rate(text: string): Rate {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a decimal number such as 13.07`);
  const [, sign, whole, fraction = ''] = match;
  return new Rate(BigInt(sign! + whole! + fraction), 10n ** BigInt(fraction.length));
}

/** `ratio(5n, 22n)`: five of twenty-two days. */
export const ratio = (part: bigint, whole: bigint): Rate =>
  whole < 0n ? new Rate(-part, -whole) : new Rate(part, whole);

function decimalText(value: bigint, digits: number): string {
  const sign = value < 0n ? '-' : '';
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
