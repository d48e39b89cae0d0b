/** One field that is not as published. */
export interface Miss {
  readonly field: string;
  readonly expected: string;
  readonly got: string;
}

/** One difference allowed everywhere, or one for each top field. */
type Tolerance = string | Readonly<Record<string, string>>;

/** Compares what is expected with what was got, only where something is expected, in objects and lists alike. */
export function misses(expected: unknown, got: unknown, tolerance?: Tolerance, field = ''): readonly Miss[] {
  if (Array.isArray(expected) && isSet(field)) return notAmong(expected, got, field);
  if (Array.isArray(expected)) {
    if (!Array.isArray(got)) return [{ field, expected: shown(expected), got: shown(got) }];
    const shorter = got.length < expected.length ? [{ field, expected: shown(expected), got: shown(got) }] : [];
    if (shorter.length > 0) return shorter;
    return expected.flatMap((item, index) => misses(item, (got as unknown[])[index], tolerance, `${field}[${index}]`));
  }
  if (isRecord(expected)) {
    const from = isRecord(got) ? got : {};
    return Object.entries(expected).flatMap(([name, value]) =>
      misses(value, from[name], tolerance, field === '' ? name : `${field}.${name}`),
    );
  }
  const allowed = typeof tolerance === 'object' ? tolerance[/^[^.[]*/.exec(field)![0]] : tolerance;
  return isSame(expected, got, allowed) ? [] : [{ field, expected: shown(expected), got: shown(got) }];
}

/** Flags are warnings in no order: all that are expected must be there, and more may be. */
const isSet = (field: string): boolean => /(^|\.)flags$/.test(field);

function notAmong(expected: readonly unknown[], got: unknown, field: string): readonly Miss[] {
  const found: readonly unknown[] = Array.isArray(got) ? got : [];
  const isThere = Array.isArray(got) && expected.every((item) => found.includes(item));
  return isThere ? [] : [{ field, expected: shown(expected), got: shown(got) }];
}

function isSame(expected: unknown, got: unknown, tolerance: string | undefined): boolean {
  const wanted = decimal(expected);
  const found = decimal(got);
  if (wanted === undefined || found === undefined) return expected === got;
  // A source that computes without rounding is compared to the cent when the answer is an amount of money.
  const digits = found.digits <= 2 && wanted.digits > 2 ? 2 : Math.max(wanted.digits, found.digits);
  const difference = rounded(wanted, digits) - rounded(found, digits);
  const allowed = tolerance === undefined ? 0n : rounded(decimal(tolerance) ?? zero, digits);
  return (difference < 0n ? -difference : difference) <= allowed;
}

interface Decimal {
  readonly whole: bigint;
  readonly digits: number;
}

const zero: Decimal = { whole: 0n, digits: 0 };

/** The written number, without its trailing zeros: `6.70`, 6.7 and `6.7` are one number. */
function decimal(value: unknown): Decimal | undefined {
  const text = typeof value === 'number' ? plain(value) : value;
  const match = typeof text === 'string' ? /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(text) : null;
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  return { whole: BigInt(match[1]! + match[2]! + fraction), digits: fraction.length };
}

/** Never in the notation with an exponent, which JSON uses for very small numbers. */
const plain = (value: number): string => (String(value).includes('e') ? value.toFixed(12) : String(value));

function rounded({ whole, digits }: Decimal, to: number): bigint {
  if (digits <= to) return whole * 10n ** BigInt(to - digits);
  const unit = 10n ** BigInt(digits - to);
  const magnitude = ((whole < 0n ? -whole : whole) * 2n + unit) / (2n * unit);
  return whole < 0n ? -magnitude : magnitude;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
