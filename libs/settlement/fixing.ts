import {
  type CurrencyCode,
  type PlainDate,
  type Rate,
  type Result,
  decimalsOf,
  isCurrencyCode,
  isPlainDate,
  mulDiv,
  ok,
  rate,
  refuse,
} from '@passerelle/values';

/** One unit of a currency in the currency of the fixing, exact, with the table's own text: so many to the euro. */
export interface FixingRate {
  readonly num: string;
  readonly den: string;
  readonly text: string;
}

/** The table by which a cycle converts. It is part of the proposal and so approved by all. */
export interface Fixing {
  readonly source: string;
  readonly date: PlainDate;
  readonly into: CurrencyCode;
  readonly table: Readonly<Partial<Record<CurrencyCode, FixingRate>>>;
}

/** The reference rates of one day, each per 1 EUR, with the text of the file. */
export interface EuroRates {
  readonly date: PlainDate;
  readonly perEuro: ReadonlyMap<CurrencyCode, { readonly text: string; readonly rate: Rate }>;
}

export interface RatesRefusal {
  readonly kind: 'not-ecb-history' | 'no-rates-yet';
  readonly detail: string;
}

/** The name under which the European Central Bank's table stands in a fixing. */
export const ecbSource = 'ECB euro foreign exchange reference rates';

/**
 * The rates in force on a day in the text of the ECB's `eurofxref-hist.csv`: those of that day or, when the bank was
 * closed, of the last day before. `N/A` means that the bank gave no rate.
 */
export function ecbRatesOn(history: string, on: PlainDate): Result<EuroRates, RatesRefusal> {
  const [header = '', ...lines] = history.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first, ...currencies] = cells(header);
  if (first !== 'Date' || currencies.length === 0)
    return refuse({ kind: 'not-ecb-history', detail: 'the first line does not begin with Date and currencies' });
  // Newest first: the first line that is not after the day is the one in force.
  for (const line of lines) {
    const [date, ...texts] = cells(line);
    if (!isPlainDate(date)) return refuse({ kind: 'not-ecb-history', detail: `"${date}" is not a day` });
    if (date <= on) return ratesOf(date, currencies, texts);
  }
  return refuse({ kind: 'no-rates-yet', detail: `the file has no line on ${on} or before` });
}

/** The table into one currency, from rates per euro. Currencies without a rate that day are not in it. */
export function fixingInto(into: CurrencyCode, { date, perEuro }: EuroRates, source = ecbSource): Fixing {
  const all = new Map(perEuro).set('EUR', { text: '1', rate: rate('1') });
  const target = all.get(into)?.rate;
  if (target === undefined) throw new RangeError(`no rate of ${into} on ${date}`);
  const table: Partial<Record<CurrencyCode, FixingRate>> = {};
  for (const [code, one] of all) {
    const [num, den] = [target.num * one.rate.den, target.den * one.rate.num];
    table[code] = { num: `${num}`, den: `${den}`, text: one.text };
  }
  return { source, date, into, table };
}

/**
 * Converts a pair's net, in minor units, once: half to even, so that the two sides get the same number with opposite
 * signs. Undefined when the table has no such currency.
 */
export function convert(minor: bigint, from: string, { into, table }: Fixing): bigint | undefined {
  if (from === into) return minor;
  const entry = isCurrencyCode(from) ? table[from] : undefined;
  if (!isCurrencyCode(from) || entry === undefined) return undefined;
  const num = BigInt(entry.num) * 10n ** BigInt(decimalsOf(into));
  const den = BigInt(entry.den) * 10n ** BigInt(decimalsOf(from));
  return mulDiv(minor, num, den, 'halfEven');
}

function ratesOf(
  date: PlainDate,
  currencies: readonly string[],
  texts: readonly string[],
): Result<EuroRates, RatesRefusal> {
  const perEuro = new Map<CurrencyCode, { text: string; rate: Rate }>();
  for (const [index, code] of currencies.entries()) {
    const text = texts[index] ?? '';
    if (!isCurrencyCode(code) || text === 'N/A' || text === '') continue;
    if (!/^\d+(\.\d+)?$/.test(text) || rate(text).isZero())
      return refuse({ kind: 'not-ecb-history', detail: `"${text}" is not a rate of ${code} on ${date}` });
    perEuro.set(code, { text, rate: rate(text) });
  }
  return ok({ date, perEuro });
}

/** The file ends each line with a comma, which is not one more column. */
const cells = (line: string): [string, ...string[]] => {
  const [first = '', ...rest] = line.split(',').map((cell) => cell.trim());
  return [first, ...(rest.at(-1) === '' ? rest.slice(0, -1) : rest)];
};
