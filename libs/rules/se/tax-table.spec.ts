import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { heldBack } from './deduction.js';
import { type Column, columns } from './preliminary-tax.js';
import { TaxTable, publishedRow, taxTable } from './tax-table.js';

const published = join(process.cwd(), '..', 'shared', 'golden');
const files = ['se-tables-2025-29-34.csv', 'se-tables-2026-29-34.csv', 'se-table-35-2026.csv'];

const tableOf = (year: number, table: number, column: Column): TaxTable => {
  const found = taxTable(year, table, column);
  if (!found.ok) throw new Error(found.refusal.detail);
  return found.value;
};

const kronorHeld = (year: number, table: number, column: Column, kronor: bigint): bigint =>
  heldBack(tableOf(year, table, column), kronor * 100n) / 100n;

describe('the monthly tax tables', () => {
  it.each([
    // Skatteverket, monthly tables 2026 (SKVFS for 2026) and 2025 (open data).
    [2026, 35, 1, 1500n, 0n],
    [2026, 35, 1, 2001n, 150n],
    [2026, 35, 1, 20_001n, 3643n],
    [2026, 35, 1, 30_000n, 6229n],
    [2026, 35, 1, 52_800n, 13_383n],
    [2026, 35, 3, 42_000n, 6345n],
    [2026, 35, 4, 80_000n, 24_486n],
    [2025, 35, 1, 30_000n, 6495n],
    [2025, 35, 3, 25_000n, 2018n],
  ] as const)(
    'hold back in %i by table %i column %i from %s kronor what is published',
    (year, table, column, pay, held) => {
      expect(kronorHeld(year, table, column, pay)).toBe(held);
    },
  );

  it('see only the whole kronor of a pay', () => {
    const table = tableOf(2026, 35, 1);
    expect(heldBack(table, 20_000_99n)).toBe(heldBack(table, 20_000_00n));
    expect(heldBack(table, 80_000_99n)).toBe(heldBack(table, 80_000_00n));
    expect(heldBack(table, 80_001_00n)).not.toBe(heldBack(table, 80_000_00n));
  });

  it('hold back a whole percentage above 80 000 kronor, the öre dropped', () => {
    expect(publishedRow(2026, 35, 1, 97_500n)).toEqual({
      ok: true,
      value: { from: 97_401n, to: 97_600n, percent: 39n },
    });
    expect(publishedRow(2026, 35, 1, 1_300_000n)).toEqual({ ok: true, value: { from: 1_282_001n, percent: 54n } });
    expect(kronorHeld(2026, 35, 1, 97_503n)).toBe(38_026n);
  });

  it('name a table that does not exist', () => {
    expect(taxTable(2026, 43, 1)).toMatchObject({
      ok: false,
      refusal: { kind: 'impossible-facts', field: 'taxTable' },
    });
    expect(taxTable(2026, 33.5, 1)).toMatchObject({ ok: false, refusal: { kind: 'impossible-facts' } });
  });

  it('do not guess the columns of 2024 whose scales nobody has read', () => {
    expect(taxTable(2024, 33, 3)).toMatchObject({ ok: false, refusal: { kind: 'not-covered', date: '2024-01-01' } });
    expect(taxTable(2024, 33, 4)).toMatchObject({ ok: false, refusal: { kind: 'not-covered' } });
    expect(taxTable(2024, 33, 1).ok).toBe(true);
  });

  it('throw for a year the law is not known for, naming the figure and the day', () => {
    expect(() => taxTable(2023, 33, 1)).toThrow(/se\.price-base-amount has no value on 2023-01-01/);
    expect(() => taxTable(2027, 33, 1)).toThrow(/ended on 2027-01-01/);
  });
});

describe('every cell of the published tables', () => {
  it.each(files)('%s comes out of the formula', (file) => {
    const path = join(published, file);
    if (!existsSync(path)) {
      process.stdout.write(`skipped: ${file} is not beside the checkout\n`);
      return;
    }
    const [head, ...rows] = readFileSync(path, 'utf8').trim().split('\n');
    expect(head).toBe('incomeYear,table,unit,incomeFrom,incomeTo,col1,col2,col3,col4,col5,col6');
    const wrong = rows.flatMap((row) => wrongCells(row.split(',')));
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(500);
  });
});

function wrongCells([year, table, unit, from, to, ...cells]: string[]): string[] {
  return columns.flatMap((column, index) => {
    const row = publishedRow(Number(year), Number(table), column, BigInt(from!));
    if (!row.ok) return [`${year} ${table} column ${column}: ${row.refusal.detail}`];
    const { value } = row;
    const cell = unit === 'SEK' ? value.kronor : value.percent;
    const isSame =
      cell === BigInt(cells[index]!) && value.from === BigInt(from!) && (value.to?.toString() ?? '') === to;
    return isSame
      ? []
      : [
          `${year},${table},${from},${to} column ${column}: ${cells[index]} but ${cell} from ${value.from} to ${value.to}`,
        ];
  });
}
