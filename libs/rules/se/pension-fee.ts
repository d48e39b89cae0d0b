import { type Rate, dated, ended, percent } from '@passerelle/values';
import { act, least, scheme } from '../kit/index.js';
import { skv433 } from './amounts.js';
import { tenThousandths } from './scale.js';

/** General pension fee: 7 % of income up to a ceiling, paid with the tax and given back as a credit. */
export const pensionFee = scheme({
  id: 'se.general-pension-fee',
  localName: 'Allmän pensionsavgift',
  law: act('Lag (1994:1744) om allmän pensionsavgift', '2–4 §§'),
  words: {
    en: 'General pension fee, inside the tax table and credited there',
    fr: 'Cotisation générale de pension, comprise dans la table et créditée',
    nl: 'Algemene pensioenbijdrage, in de tabel en daar teruggegeven',
    sv: 'Allmän pensionsavgift, ingår i tabellen, med full skattereduktion',
    de: 'Allgemeine Rentenabgabe, in der Tabelle enthalten und gutgeschrieben',
  },
  rate: dated<Rate>(
    'se.general-pension-fee.rate',
    ['2024-01-01', percent('7'), skv433.y2024, 'to-confirm'],
    ['2025-01-01', percent('7'), skv433.y2025],
    ['2026-01-01', percent('7'), skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
  /** In income base amounts. */
  ceiling: dated<string>(
    'se.general-pension-fee.ceiling',
    ['2024-01-01', '8.07', skv433.y2024, 'to-confirm'],
    ['2025-01-01', '8.07', skv433.y2025],
    ['2026-01-01', '8.07', skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
  /** In price base amounts: below it no fee is due. */
  floor: dated<string>(
    'se.general-pension-fee.floor',
    ['2024-01-01', '0.423', 'Skatteverket, one-off tables 2024–2026: end of their first band'],
    ['2027-01-01', ended, skv433.y2027],
  ),
});

export interface PensionFeeLimits {
  /** In 1/10 000 of a krona. */
  readonly floor: bigint;
  readonly ceiling: bigint;
  /** In 1/10 000. */
  readonly rate: bigint;
}

export function readyPensionFee(
  figures: { rate: Rate; ceiling: string; floor: string },
  priceBase: bigint,
  incomeBase: bigint,
): PensionFeeLimits {
  return {
    rate: (figures.rate.num * 10_000n) / figures.rate.den,
    floor: tenThousandths(figures.floor) * priceBase,
    ceiling: tenThousandths(figures.ceiling) * incomeBase,
  };
}

/** The fee in whole kronor, rounded to hundreds with halves down, for a year's income in whole kronor. */
export function pensionFeeOn(income: bigint, { rate, floor, ceiling }: PensionFeeLimits): bigint {
  const scaled = income * 10_000n;
  if (scaled < floor) return 0n;
  const exact = least(scaled, ceiling) * rate;
  const hundred = 100n * 100_000_000n;
  return ((exact - hundred / 2n + hundred - 1n) / hundred) * 100n;
}

/** The most anyone pays in a year, in whole kronor. */
export const mostPensionFee = (limits: PensionFeeLimits): bigint => pensionFeeOn(limits.ceiling / 10_000n + 1n, limits);
