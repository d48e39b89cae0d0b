import { Rate, rate } from '@passerelle/values';

/**
 * The exact number that a text or a JSON number writes, or undefined when it writes none. JSON writes very small numbers
 * with an exponent; the digits are those of the file, never those of a computation.
 */
export function readDecimal(value: unknown): Rate | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = /^(-?\d{1,15}(?:\.\d{1,30})?)(?:e([+-]\d{1,2}))?$/.exec(String(value));
  if (!match) return undefined;
  const exponent = Number(match[2] ?? '0');
  const written = rate(match[1]!);
  const scale = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? new Rate(written.num, written.den * scale) : new Rate(written.num * scale, written.den);
}

export const isLess = (a: Rate, b: Rate): boolean => a.num * b.den < b.num * a.den;

export const isAtLeast = (a: Rate, b: Rate): boolean => !isLess(a, b);

export const totalOf = (rates: readonly Rate[]): Rate => rates.reduce((sum, one) => sum.plus(one), Rate.zero);

/** The part of a whole that is more than nothing. */
export const partOf = (part: Rate, whole: Rate): Rate => new Rate(part.num * whole.den, part.den * whole.num);

export const distance = (a: Rate, b: Rate): Rate => (isLess(a, b) ? b.minus(a) : a.minus(b));
