import { type Words, cited } from '@passerelle/rules';
import { languages, localeOf, showDate } from '@passerelle/i18n';
import { type PlainDate, day } from '@passerelle/values';

/** The dated amount by which a journey is paid, as the claim keeps it. */
export interface Allowance {
  /** The name of the figure: `be.allowance-per-kilometre`. */
  readonly figure: string;
  /** Kilometres or days. */
  readonly quantity: number;
  /** For one of them, a decimal text, and its currency. */
  readonly each: string;
  readonly currency: string;
  readonly from: PlainDate;
  readonly source: string;
}

const since: Words = {
  en: 'in force since',
  fr: 'en vigueur depuis le',
  nl: 'van kracht sinds',
  sv: 'gäller sedan',
  de: 'gilt seit',
};

/** `233 × 0,4449 EUR, en vigueur depuis le 1 juil. 2025 : …` in each language. */
export function allowanceWords({ figure, quantity, each, currency, from, source }: Allowance): Words {
  const sources = cited(source);
  const said = languages.map((language) => {
    const locale = localeOf(language);
    const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
    const product = `${numbers.format(quantity)} × ${numbers.format(each as Intl.StringNumericLiteral)} ${currency}`;
    const colon = language === 'fr' ? '\u00a0: ' : ': ';
    return [
      language,
      `${product}, ${since[language]} ${showDate(from, locale)}${colon}${sources[language]} (${figure})`,
    ];
  });
  return Object.fromEntries(said) as Words;
}

/** What is kept of an allowance: once it was one line of text. */
export function allowanceFrom(kept: Allowance | string | null): Allowance | null {
  if (typeof kept !== 'string') return kept;
  const [, figure, quantity, each, currency, from, source] =
    /^(\S+), (\d+) × (\S+) (\S+) from (\S+): (.*)$/.exec(kept) ?? [];
  if (source === undefined) throw new Error(`a kept expense holds no rule: ${kept}`);
  return {
    figure: figure!,
    quantity: Number(quantity),
    each: each!,
    currency: currency!,
    from: day(from!),
    source,
  };
}
