import { type Dated, type PlainDate, type Result, dated, ended, ok, refuse, yearOf } from '@passerelle/values';
import { type InForce, type RuleRefusal, act, inForce, refusals, scheme } from '../kit/index.js';
import type { Column } from './preliminary-tax.js';

/** Up to so many kronor of expected pay in the year (null: without limit), so many percent of the one-off amount. */
export type Band = readonly [upTo: number | null, percent: number];

const far = 'SKVFS 2025:21; FAR, Rätt skatt: engångsskatt 2026';
const agency2026 = 'SKVFS 2025:21; Skatteverket, Engångsbelopp';
const agency2024 = 'SKVFS 2023:21; Skatteverket, Engångsbelopp';
const y2027 = 'Skatteverket decides the one-off tables of 2027 in December 2026';

// prettier-ignore
const bands = {
  y2024: {
    1: [[24_237, 0], [80_900, 10], [185_700, 21], [463_000, 28], [598_500, 34], [775_900, 54], [null, 57]],
    2: [[63_700, 0], [185_700, 23], [463_000, 29], [615_500, 34], [775_900, 54], [null, 59]],
    3: [[24_237, 0], [310_800, 10], [463_000, 28], [598_500, 34], [775_900, 57], [null, 60]],
    4: [[24_237, 0], [52_200, 8], [185_700, 23], [598_500, 30], [null, 50]],
  },
  y2025: {
    1: [[24_872, 0], [83_100, 10], [190_600, 21], [475_200, 28], [643_100, 34], [null, 54]],
  },
  y2026: {
    1: [[25_041, 0], [82_800, 10], [192_000, 21], [477_600, 26], [660_000, 34], [null, 54]],
    2: [[65_800, 0], [477_600, 26], [660_000, 34], [null, 55]],
    3: [[25_041, 0], [331_200, 10], [477_600, 26], [660_000, 34], [null, 55]],
    4: [[25_041, 0], [54_000, 3], [192_000, 22], [660_000, 26], [null, 46]],
    5: [[25_041, 0], [32_400, 10], [160_800, 29], [184_800, 34], [660_000, 38], [null, 54]],
    6: [[25_041, 0], [160_800, 29], [184_800, 34], [660_000, 38], [null, 54]],
  },
} as const satisfies Record<string, Partial<Record<Column, readonly Band[]>>>;

const bandsOf = (
  column: Column,
  ...tuples: readonly (readonly [from: string, bands: readonly Band[] | typeof ended, source: string])[]
) => dated<readonly Band[]>(`se.one-off-tax.column-${column}`, ...tuples);

/** One-off amounts of the main employer: a percentage by the pay expected in the whole year, the amount included. */
export const oneOffTax = scheme({
  id: 'se.one-off-tax',
  localName: 'Skatt på engångsbelopp',
  law: act('Skatteförfarandelag (2011:1244)', '11 och 12 kap.; SKVFS om engångsbelopp'),
  words: {
    en: 'Income tax on a one-off amount',
    fr: 'Impôt sur un montant unique',
    nl: 'Inkomstenbelasting op een eenmalig bedrag',
    sv: 'Skatt på engångsbelopp',
    de: 'Einkommensteuer auf einen einmaligen Betrag',
  },
  column1: bandsOf(
    1,
    ['2024-01-01', bands.y2024[1], agency2024],
    ['2025-01-01', bands.y2025[1], 'SKVFS 2024:23; Björn Lundén, Skatteavdrag på engångsbelopp'],
    ['2026-01-01', bands.y2026[1], far],
    ['2027-01-01', ended, y2027],
  ),
  column2: of2026(2),
  column3: of2026(3),
  column4: of2026(4),
  column5: of2026(5),
  column6: of2026(6),
  // Nobody has read these columns of 2025, so those of 2024 end by themselves.
  column2Of2024: of2024(2),
  column3Of2024: of2024(3),
  column4Of2024: of2024(4),
});

const byColumn = {
  1: [oneOffTax.column1],
  2: [oneOffTax.column2, oneOffTax.column2Of2024],
  3: [oneOffTax.column3, oneOffTax.column3Of2024],
  4: [oneOffTax.column4, oneOffTax.column4Of2024],
  5: [oneOffTax.column5],
  6: [oneOffTax.column6],
} as const;

/** The percentage for a pay expected in the year, in kronor. Throws NoValueOnDay outside the known years. */
export function oneOffPercent(on: PlainDate, column: Column, expected: number): Result<InForce<number>, RuleRefusal> {
  inForce(oneOffTax.column1, on);
  const figure = byColumn[column].find((one) => one.hasValueOn(on));
  if (figure === undefined) return refuse(columnUnknown(on, column));
  const known = inForce(figure, on);
  const [, percent] = known.value.find(([upTo]) => upTo === null || expected <= upTo)!;
  return ok({ value: percent, applied: known.applied });
}

function of2026(column: 2 | 3 | 4 | 5 | 6): Dated<readonly Band[]> {
  return bandsOf(column, ['2026-01-01', bands.y2026[column], agency2026], ['2027-01-01', ended, y2027]);
}

function of2024(column: 2 | 3 | 4): Dated<readonly Band[]> {
  const end = 'SKVFS 2024:23: this column has not been read';
  return dated<readonly Band[]>(
    `se.one-off-tax.column-${column}-of-2024`,
    ['2024-01-01', bands.y2024[column], agency2024],
    ['2025-01-01', ended, end],
  );
}

const columnUnknown = (on: PlainDate, column: Column): RuleRefusal =>
  refusals(oneOffTax.id, on).notCovered(
    'taxColumn',
    `The one-off percentages of column ${column} for ${yearOf(on)} are not known here.`,
    'Pay it with the month’s pay, or with a decision of the Tax Agency; or add the bands with their source in libs/rules/se/one-off-tax.ts.',
  );
