import { Money, type Rate, dated, ended, money, percent } from '@passerelle/values';

/** What every source below is quoted by. */
const skv433 = {
  y2024: 'SKV 433 for 2024; value from memory, no 2024 table was open to prove it',
  y2025: 'Skatteverket, monthly tables 2025 (open data), reproduced cell by cell',
  y2026: 'Skatteverket, SKV 433 technical description 2026, edition 36; tables 2026 reproduced cell by cell',
  y2027: 'Skatteverket publishes SKV 433 for 2027 in December 2026',
} as const;

type Kronor = Money<'SEK'>;

const kronor = (text: string): Kronor => money(text, 'SEK');

/** Whole kronor of an amount; the öre are dropped, as tax law drops them. */
export const inKronor = (amount: Kronor): bigint => amount.minor / 100n;

/** Prisbasbelopp: the amount by which most limits of income tax are counted. */
export const priceBaseAmount = dated<Kronor>(
  'se.price-base-amount',
  ['2024-01-01', kronor('57300'), skv433.y2024, 'to-confirm'],
  ['2025-01-01', kronor('58800'), skv433.y2025],
  ['2026-01-01', kronor('59200'), skv433.y2026],
  ['2027-01-01', ended, skv433.y2027],
);

/** Inkomstbasbelopp: the amount by which limits of the pension system are counted. */
export const incomeBaseAmount = dated<Kronor>(
  'se.income-base-amount',
  ['2024-01-01', kronor('76200'), skv433.y2024, 'to-confirm'],
  ['2025-01-01', kronor('80600'), skv433.y2025],
  ['2026-01-01', kronor('83400'), skv433.y2026],
  ['2027-01-01', ended, skv433.y2027],
);

/** Share of the table number that is burial and church fee, which no credit can reduce. */
export const burialAndChurchFee = dated<Rate>(
  'se.burial-and-church-fee',
  ['2024-01-01', percent('1.16'), skv433.y2024, 'to-confirm'],
  ['2025-01-01', percent('1.16'), skv433.y2025],
  ['2026-01-01', percent('1.16'), skv433.y2026],
  ['2027-01-01', ended, skv433.y2027],
);

/** From this age at the start of the year: columns 2 and 3, the enhanced basic allowance and the older credit. */
export const seniorTaxAge = dated<number>(
  'se.senior-tax-age',
  ['2024-01-01', 66, 'Skatteverket, column heads of the monthly tables; Inkomstskattelag (1999:1229), 63 kap. 3 a §'],
  ['2027-01-01', 67, 'Finansdepartementet, press release of October 2023: the step to 67 moves to 2027', 'secondary'],
);

export { skv433 };
