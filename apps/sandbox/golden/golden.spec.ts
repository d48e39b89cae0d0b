import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GoldenCase } from './answer.js';
import { answerers } from './answerers.js';
import { misses } from './compare.js';
import { readGolden } from './read.js';
import { report, runGolden } from './run.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rules = join(root, 'libs', 'rules');

const golden = (change: Partial<GoldenCase> = {}): GoldenCase => ({
  id: 'BE-1',
  schema: 'be',
  kind: 'minimum-wage',
  date: '2026-04-15',
  inputs: {},
  expected: { monthly: '2189.81' },
  ...change,
});

describe('a golden comparison', () => {
  it('takes a number and its text for one, and compares only what is expected', () => {
    expect(misses({ a: 6.7, b: '26.25', c: null }, { a: '6.70', b: '26.25', c: null, d: 1 })).toEqual([]);
  });

  it('names the field that differs, in objects and lists too', () => {
    expect(misses({ lines: { tax: [0, '1.50'] } }, { lines: { tax: ['0.00', '1.51'] } })).toEqual([
      { field: 'lines.tax[1]', expected: '"1.50"', got: '"1.51"' },
    ]);
    expect(misses({ net: '1.00' }, {})).toEqual([{ field: 'net', expected: '"1.00"', got: 'nothing' }]);
  });

  it('rounds what a source left unrounded when the answer is money, and not when it is a finer number', () => {
    expect(misses({ csg: 128.299 }, { csg: '128.30' })).toEqual([]);
    expect(misses({ csg: 128.295 }, { csg: '128.29' })).toHaveLength(1);
    expect(misses({ coefficient: 0.381 }, { coefficient: '0.3810' })).toEqual([]);
    expect(misses({ coefficient: 0.381 }, { coefficient: '0.3815' })).toHaveLength(1);
  });

  it('takes flags for a set, in which more may be than is expected', () => {
    expect(misses({ flags: ['B', 'A'] }, { flags: ['A', 'C', 'B'] })).toEqual([]);
    expect(misses({ flags: ['B'] }, { flags: ['A'] })).toEqual([{ field: 'flags', expected: '["B"]', got: '["A"]' }]);
    expect(misses({ flags: [] }, {})).toHaveLength(1);
  });

  it('allows the difference that a source allows and no more', () => {
    expect(misses({ net: '10.00' }, { net: '10.02' }, '0.02')).toEqual([]);
    expect(misses({ net: '10.00' }, { net: '10.03' }, '0.02')).toHaveLength(1);
  });
});

describe('the golden runner', () => {
  it('counts what passes and prints case, field, expected and got of what does not', () => {
    const outcomes = runGolden([golden(), golden({ id: 'BE-2', expected: { monthly: '2189.82' } })], answerers);
    expect(report(outcomes)).toBe('BE-2  monthly: expected "2189.82", got "2189.81"\n1 passed, 1 failed');
  });

  it('fails a kind that nobody answers, an inherited name too', () => {
    const outcomes = runGolden([golden({ kind: 'pension' }), golden({ kind: 'toString' })], answerers);
    expect(outcomes.map((outcome) => outcome.misses[0]?.got)).toEqual(['kind not yet covered', 'kind not yet covered']);
  });

  it('fails a case on a day without a rule and one that lacks an input, with the reason', () => {
    const early = golden({ date: '2020-01-01' });
    const poor = golden({ kind: 'base-scale', expected: { baseTax: '1.00' } });
    const reasons = runGolden([early, poor], answerers).map((outcome) => outcome.misses[0]?.got);
    expect(reasons[0]).toContain('be.minimum-income.monthly has no value on 2020-01-01');
    expect(reasons[1]).toBe('the case gives no "annualNet"');
  });

  it('computes a published payslip of a whole month by the road of every payslip', () => {
    const inputs = {
      jointCommittee: '200',
      status: 'employee',
      fullTime: true,
      family: 'single',
      children: 0,
      region: 'Brussels',
      employerWorkers: 20,
      grossMonthly: '2300.00',
      taxFreeCommuteRefund: '42.50',
    };
    const expected = {
      employeeContributionGross: '300.61',
      workBonusTotal: '281.65',
      employeeContributionNet: '18.96',
      taxable: '2281.04',
      fiscalWorkBonus: '123.72',
      withholdingTax: '163.57',
      specialContribution: '11.54',
      netPay: '2148.43',
      employerContribution: '628.13',
      structuralReductionMonthly: '316.74',
      employerNet: '311.39',
      totalEmployerCost: '2653.89',
    };
    const full = golden({ kind: 'full-payslip', inputs, expected });
    const inMay = runGolden([{ ...full, date: '2026-05-15' }], answerers);
    const inJune = runGolden([{ ...full, date: '2026-06-15' }], answerers);
    expect(report([...inMay, ...inJune])).toBe('2 passed, 0 failed');
  });
});

describe('a golden file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const casesOf = (content: unknown): readonly GoldenCase[] => {
    const file = join(folder, 'cases.json');
    writeFileSync(file, JSON.stringify(content));
    return readGolden(file);
  };

  it('is read in each of its shapes', () => {
    const french = { id: 'F', in: { date: '2026-07-01', gross: 1900 }, out: { net: 1 } };
    const reverse = { id: 'R', in: { date: '2026-07-01' }, target: 3000, out: { grossBase: 2100 } };
    const read = casesOf({
      cases: [french],
      reverse: [reverse],
      yearly: [{ id: 'Y', in: { year: 2026 }, rgduYear: 1 }],
    });
    expect(read.map(({ schema, kind }) => [schema, kind])).toEqual([
      ['fr', 'payslip'],
      ['fr', 'reverse'],
      ['fr', 'yearly'],
    ]);
    expect(read[1]).toMatchObject({ inputs: { target: 3000 }, expected: { grossBase: 2100 } });
    expect(read[2]?.expected).toEqual({ rgduYear: 1 });
    const artists = casesOf({
      cases: [{ id: 'A', kind: 'dfs-cap', in: { period: 'month' }, out: { cap: 1 }, tolerance: 0.01 }],
    });
    expect(artists[0]).toMatchObject({ schema: 'fr-artists', kind: 'dfs-cap', tolerance: '0.01' });
    const listed = casesOf([
      { id: 'C', facts: { date: '2026-11-21' }, expect: { legislation: 'FR' } },
      { id: 'V', kind: 'vat_treatment', facts: {}, expect: {} },
    ]);
    expect(listed.map(({ schema, kind }) => [schema, kind])).toEqual([
      ['coordination', 'coordination'],
      ['vat', 'vat_treatment'],
    ]);
  });

  it('is refused when it holds no cases', () => {
    expect(() => casesOf({ rows: [] })).toThrow('holds no cases');
  });
});

describe('published values', () => {
  const lists = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /examples\/published.*\.json$/.test(name),
  );

  it.each(lists)('of libs/rules/%s are reproduced', (name) => {
    expect(report(runGolden(readGolden(join(rules, name)), answerers))).toMatch(/^\d+ passed, 0 failed$/);
  });
});

const samples = join(root, '..', 'shared', 'golden');
const covered = ['be', 'se', 'fr', 'fr-artists', 'coordination', 'vat'].filter((schema) =>
  Object.hasOwn(answerers, schema),
);

describe('the golden samples beside the checkout', () => {
  if (!existsSync(samples)) {
    it('are skipped: there is no folder ../shared/golden', () => {
      process.stdout.write('golden samples skipped: there is no folder ../shared/golden\n');
      expect(existsSync(samples)).toBe(false);
    });
    return;
  }

  it.each(covered)('of the schema %s are reproduced', (schema) => {
    const cases = readGolden(join(samples, `${schema}-sample.json`));
    expect(report(runGolden(cases, answerers))).toBe(`${cases.length} passed, 0 failed`);
  });
});
