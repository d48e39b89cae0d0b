import {
  type Confidence,
  type CountryCode,
  type Dated,
  type PlainDate,
  type Rate,
  dated,
  percent,
} from '@passerelle/values';
import type { RateClass } from './facts.js';

/** A class that is taxed at some rate. */
export type TaxedClass = Exclude<RateClass, 'exempt_cultural'>;

type Figure = readonly [from: string, percent: string, source: string, confidence?: Confidence];
type StateRates = Readonly<Partial<Record<TaxedClass, readonly Figure[]>>>;

const listed = 'Eurofiscalis, VAT rates in the EU 2026, https://www.eurofiscalis.com/en/vat-rates-in-ue';

/**
 * The rates that invoices of cooperatives need. A class without a line has no rate that we know, and is refused rather
 * than guessed. A rate `to-confirm` is believed and must be checked by a person before it goes live.
 */
const figures: Readonly<Record<string, StateRates>> = {
  AT: {
    standard: [['2026-01-01', '20', listed]],
    cultural_reduced: [['2026-01-01', '13', 'Umsatzsteuergesetz 1994, § 10 Abs. 3', 'to-confirm']],
  },
  BE: {
    standard: [['2024-01-01', '21', 'Royal Decree no. 20 of 20 July 1970, art. 1']],
    cultural_reduced: [
      [
        '2026-01-01',
        '6',
        'Royal Decree no. 20, table A; the rise to 12 % planned for 1 March 2026 was withdrawn on 13 February 2026 (KPMG Belgium)',
        'to-confirm',
      ],
    ],
    copyright_reduced: [['2026-01-01', '6', 'Royal Decree no. 20, table A', 'to-confirm']],
  },
  DE: {
    standard: [['2026-01-01', '19', listed]],
    cultural_reduced: [['2026-01-01', '7', 'Umsatzsteuergesetz, § 12 Abs. 2 Nr. 7 a', 'to-confirm']],
    copyright_reduced: [['2026-01-01', '7', 'Umsatzsteuergesetz, § 12 Abs. 2 Nr. 7 c', 'to-confirm']],
  },
  ES: {
    standard: [['2026-01-01', '21', listed]],
    cultural_reduced: [['2026-01-01', '10', 'Ley 37/1992, art. 91', 'to-confirm']],
  },
  FR: {
    standard: [['2014-01-01', '20', 'Code général des impôts, art. 278']],
    cultural_reduced: [['2026-01-01', '5.5', 'Code général des impôts, art. 278-0 bis; BOFiP, TVA, spectacles']],
    copyright_reduced: [['2026-01-01', '10', 'Code général des impôts, art. 279 g']],
  },
  HU: { standard: [['2026-01-01', '27', listed]] },
  IT: {
    standard: [['2026-01-01', '22', listed]],
    cultural_reduced: [['2026-01-01', '10', 'DPR 633/1972, tabella A, parte III', 'to-confirm']],
  },
  LU: { standard: [['2026-01-01', '17', listed]] },
  NL: {
    standard: [['2026-01-01', '21', listed]],
    cultural_reduced: [
      [
        '2026-01-01',
        '9',
        'Wet op de omzetbelasting 1968, tabel I; the rise to 21 % for 2026 was dropped',
        'to-confirm',
      ],
    ],
    copyright_reduced: [['2026-01-01', '9', 'Wet op de omzetbelasting 1968, tabel I', 'to-confirm']],
  },
  PT: { standard: [['2026-01-01', '23', listed]] },
  SE: {
    standard: [['2024-01-01', '25', 'Mervärdesskattelag (2023:200), 9 kap. 2 §']],
    cultural_reduced: [['2026-01-01', '6', 'Mervärdesskattelag (2023:200), 9 kap.', 'to-confirm']],
    copyright_reduced: [['2026-01-01', '6', 'Mervärdesskattelag (2023:200), 9 kap.', 'to-confirm']],
  },
};

/** Every rate known, by state and class, for the status of the rules. */
export const vatRates: readonly Dated<Rate>[] = Object.entries(figures).flatMap(([state, classes]) =>
  Object.entries(classes).map(([name, lines]) =>
    dated(
      nameOf(state, name),
      ...lines.map(([from, rate, source, confidence]) => [from, percent(rate), source, confidence] as const),
    ),
  ),
);

const byName = new Map(vatRates.map((rates) => [rates.name, rates]));

/** The rate of a class in a state on a day with its source, or undefined where none is known. */
export function vatRateOf(state: CountryCode, rateClass: TaxedClass, on: PlainDate) {
  const rates = byName.get(nameOf(state, rateClass));
  return rates?.hasValueOn(on) ? rates.entryOn(on) : undefined;
}

/** The states for which a standard rate is known on a day. */
export const statesWithRates = (on: PlainDate): readonly string[] =>
  Object.keys(figures).filter((state) => byName.get(nameOf(state, 'standard'))?.hasValueOn(on));

function nameOf(state: string, rateClass: string): string {
  return `${state.toLowerCase()}.vat.${rateClass.replace('_', '-')}`;
}
