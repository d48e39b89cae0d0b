import { type CurrencyCode, Money, type Result, decimalsOf, mulDiv, ok, refuse } from '@passerelle/values';

/** Why a typed amount is not taken. `money.<kind>` in the catalogues says it to the reader. */
export type MoneyReadRefusal =
  | { readonly kind: 'empty' | 'not-money' | 'too-many-decimals' | 'other-currency'; readonly text: string }
  /** `1.234` is a thousand and more to one reader, one and a bit to another: ask which is meant. */
  | { readonly kind: 'ambiguous'; readonly text: string; readonly large: Money; readonly small: Money };

/**
 * An amount as people type it: comma or point before the decimals, spaces, points, commas or apostrophes between
 * thousands, the currency before or after. What can be read in two ways is never guessed.
 */
export function readMoney(text: string, currency: CurrencyCode): Result<Money, MoneyReadRefusal> {
  const refused = (kind: 'empty' | 'not-money' | 'too-many-decimals' | 'other-currency') => refuse({ kind, text });
  const plain = text.replace(/[\s\u00A0\u2009\u202F]+/g, ' ').trim();
  if (plain === '') return refused('empty');
  const parts = /^([-−]?) ?((?:[\p{L}\p{Sc}]+\.?)?) ?([-−]?) ?(\d(?:[\d.,'’ ]*\d)?) ?((?:[\p{L}\p{Sc}]+\.?)?)$/u.exec(
    plain,
  );
  if (!parts) return refused('not-money');
  const [, sign, before, signAfter, digits, after] = parts as unknown as readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if ((sign !== '' && signAfter !== '') || (before !== '' && after !== '')) return refused('not-money');
  if (!isName(before || after, currency)) return refused('other-currency');

  const written = split(digits.replaceAll('’', "'"));
  if (written === undefined) return refused('not-money');
  const isNegative = sign !== '' || signAfter !== '';
  if (written.isAmbiguous && decimalsOf(currency) > 0) return refuse(ambiguous(text, written, currency, isNegative));
  const { whole, fraction } = written.isAmbiguous ? { whole: written.whole + written.fraction, fraction: '' } : written;
  if (fraction.length > decimalsOf(currency)) return refused('too-many-decimals');
  return ok(amount(whole, fraction, currency, isNegative));
}

interface Written {
  readonly whole: string;
  readonly fraction: string;
  /** One separator with three digits behind it: thousands or decimals. */
  readonly isAmbiguous: boolean;
}

const grouped: Readonly<Record<string, RegExp>> = {
  '': /^\d{1,15}$/,
  ' ': /^\d{1,3}(?: \d{3}){1,4}$/,
  "'": /^\d{1,3}(?:'\d{3}){1,4}$/,
  '.': /^\d{1,3}(?:\.\d{3}){1,4}$/,
  ',': /^\d{1,3}(?:,\d{3}){1,4}$/,
};

/** Digits before and after the decimal sign, or undefined where the separators make no sense. */
function split(digits: string): Written | undefined {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const separators = new Set(digits.replace(/\d/g, ''));
  const mark = last === -1 ? '' : digits[last]!;
  const isDecimalSign = mark !== '' && digits.indexOf(mark) === last && !/[ ']/.test(digits.slice(last));
  const wholePart = isDecimalSign ? digits.slice(0, last) : digits;
  const others = new Set(wholePart.replace(/\d/g, ''));
  if (others.size > 1) return undefined;
  const [group = ''] = others;
  if (!grouped[group]!.test(wholePart)) return undefined;
  const whole = wholePart.replace(/\D/g, '');
  const fraction = isDecimalSign ? digits.slice(last + 1) : '';
  const couldBeThousands =
    isDecimalSign && separators.size === 1 && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return { whole, fraction, isAmbiguous: couldBeThousands };
}

function ambiguous(text: string, written: Written, currency: CurrencyCode, isNegative: boolean): MoneyReadRefusal {
  const { whole, fraction } = written;
  const digits = decimalsOf(currency);
  const small = mulDiv(BigInt(whole + fraction), 10n ** BigInt(digits), 10n ** BigInt(fraction.length), 'halfUp');
  return {
    kind: 'ambiguous',
    text,
    large: amount(whole + fraction, '', currency, isNegative),
    small: new Money(isNegative ? -small : small, currency),
  };
}

function amount(whole: string, fraction: string, currency: CurrencyCode, isNegative: boolean): Money {
  const minor = BigInt(whole + fraction.padEnd(decimalsOf(currency), '0'));
  return new Money(isNegative ? -minor : minor, currency);
}

/** What people and `Intl` write for each currency, beside its code. */
const names: Readonly<Record<CurrencyCode, readonly string[]>> = {
  BGN: ['лв'],
  CHF: ['fr', 'sfr'],
  CZK: ['kč'],
  DKK: ['kr', 'dkr'],
  EUR: ['€', 'euro', 'euros'],
  GBP: ['£', '£gb'],
  HUF: ['ft'],
  ISK: ['kr', 'ikr'],
  NOK: ['kr', 'nkr'],
  PLN: ['zł'],
  RON: ['lei', 'leu'],
  SEK: ['kr', 'skr', 'kronor'],
};

function isName(written: string, currency: CurrencyCode): boolean {
  const name = written.toLowerCase().replace(/\.$/, '');
  return name === '' || name === currency.toLowerCase() || names[currency].includes(name);
}
