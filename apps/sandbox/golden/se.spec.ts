import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldenCase } from './answer.js';
import { readGolden } from './read.js';
import { report, runGolden } from './run.js';
import { se } from './se.js';

const reported = (file: string): string => report(runGolden(readGolden(file), { se }));

const asked = (kind: string, inputs: Record<string, unknown>, date = '2026-06-25'): GoldenCase => ({
  id: 'one',
  schema: 'se',
  kind,
  date,
  inputs,
  expected: {},
});

describe('Sweden’s published values', () => {
  it('come out as they stand beside the rules', () => {
    expect(reported('libs/rules/se/examples/published.json')).toBe('23 passed, 0 failed');
  });

  it('come out as they lie beside the checkout', () => {
    const file = join(process.cwd(), '..', 'shared', 'golden', 'se-sample.json');
    if (existsSync(file)) expect(reported(file)).toMatch(/^\d+ passed, 0 failed$/);
    else process.stdout.write('skipped: se-sample.json is not beside the checkout\n');
  });

  it('say nothing about a year or a group that the rules do not know', () => {
    const allowance = se['basic-allowance']!;
    const seniors2024 = { incomeYear: 2024, assessedIncomeSek: 200_000, age66AtYearStart: true };
    expect(() => allowance(asked('basic-allowance', seniors2024))).toThrow(/se\.basic-allowance on 2024-01-01/);
    expect(() => allowance(asked('basic-allowance', { ...seniors2024, incomeYear: 2023 }))).toThrow(/no value on 2023/);
    expect(() => se['employer-contribution-rate']!(asked('', { category: 'pirates' }))).toThrow(/pirates/);
    expect(() => se['secondary-employer-withholding']!(asked('', { mainEmployer: true }))).toThrow(/main one/);
  });

  it('reckon the work-income credit of a year', () => {
    const credit = se['work-income-credit']!;
    const of = (incomeYear: number, workIncomeSek: number, age66AtYearStart = false) =>
      credit(asked('', { incomeYear, workIncomeSek, municipalRatePercent: 32, age66AtYearStart }))[
        'workIncomeCreditSek'
      ];
    // By hand: (3.027 × 59 200 − 17 400) × 32 %; (2.432 × 57 300 − 16 800) × 32 % − 3 % × (900 000 − 13.54 × 57 300).
    expect(of(2026, 600_000)).toBe(51_775);
    expect(of(2024, 900_000)).toBe(35_492);
    expect(of(2026, 600_000, true)).toBe(37_254);
  });
});
