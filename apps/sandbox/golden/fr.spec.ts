import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldenCase, GoldenSchema } from './answer.js';
import { frenchArtistAnswers } from './fr-artists.js';
import { frenchAnswers } from './fr.js';
import { readGolden } from './read.js';
import { report, runGolden } from './run.js';

const answerers = { fr: frenchAnswers, 'fr-artists': frenchArtistAnswers };
const reported = (file: string): string => report(runGolden(readGolden(file), answerers));

const beside = (name: string): string | undefined => {
  const file = join(process.cwd(), '..', 'shared', 'golden', name);
  if (existsSync(file)) return file;
  process.stdout.write(`skipped: ${name} is not beside the checkout\n`);
  return undefined;
};

const asked = (kind: string, inputs: Record<string, unknown>, schema: GoldenSchema = 'fr-artists'): GoldenCase => ({
  id: 'one',
  schema,
  kind,
  ...(typeof inputs['date'] === 'string' ? { date: inputs['date'] } : {}),
  inputs,
  expected: {},
});

const artists = (kind: string, inputs: Record<string, unknown>) => frenchArtistAnswers[kind]!(asked(kind, inputs));

describe('French published values', () => {
  it.each(['fr-sample.json', 'fr-artists-sample.json'])('come out as they lie beside the checkout: %s', (name) => {
    const file = beside(name);
    if (file !== undefined) expect(reported(file)).toMatch(/^\d+ passed, 0 failed$/);
  });
});

describe('answers about artists and technicians', () => {
  it('give the published payslip of Audiens for one cachet of 400.00', () => {
    const audiens = {
      date: '2026-01-01',
      category: 'artist',
      annex: 10,
      cadre: false,
      idcc: 3090,
      contract: 'CDDU',
      contractAtMost3Months: true,
      cachets: 1,
      days: 1,
      continuousEngagementUnder5Days: true,
      gross: '400.00',
      dfs: false,
      headcount: 'under 11',
      atmpRateAlreadyReduced: '1.19',
      mobilityRate: '0',
      apprenticeshipTaxDue: false,
    };
    expect(artists('payslip', audiens)).toMatchObject({
      cappedBase: '360.00',
      employeeWithoutNonDeductible: '76.46',
      csgNonDeductiblePlusCrds: '11.47',
      netBeforeTax: '312.07',
      employer: '223.98',
    });
  });

  it.each([
    ['daily-ceiling', { year: 2025, engagement: 'under 5 days' }, { perDay: '348.00' }],
    ['daily-ceiling', { year: 2026, engagement: 'under 5 days' }, { perDay: '360.00' }],
    ['dfs-rate', { year: 2026, group: 'dramatic artists' }, { ratePct: '18' }],
    ['dfs-rate', { year: 2027, group: 'musicians' }, { ratePct: '14' }],
    ['dfs-rate', { year: 2032, group: 'musicians' }, { ratePct: '0' }],
    ['dfs-cap', { period: 'year' }, { cap: '7600.00' }],
    ['eligibility', { date: '2026-01-01', category: 'artist', rates: 'reduced' }, { generalReduction: false }],
    ['eligibility', { date: '2026-01-01', category: 'technician', rates: 'ordinary' }, { generalReduction: true }],
    ['leave-allowance', { exercise: '2025-2026', gross: '6000.00' }, { leaveGross: '600.00' }],
    ['pas-allowance', { date: '2025-03-01', contract: 'CDDU' }, { allowance: '739.00' }],
    ['pas-rate', { date: '2026-04-30', territory: 'metropolitan', monthlyBase: '1635.00' }, { ratePct: '0.5' }],
    ['pas-rate', { date: '2026-05-01', territory: 'metropolitan', monthlyBase: '1634.99' }, { ratePct: '0' }],
    ['pas-rate', { date: '2026-05-01', territory: 'Martinique', monthlyBase: '1875.00' }, { ratePct: '0.5' }],
    ['artist-rate', { date: '2026-01-01', category: 'artist', line: 'sickness' }, { employerPct: '9.1' }],
    [
      'artist-rate',
      { date: '2026-01-01', category: 'technician', line: 'Agirc-Arrco T1' },
      { employerPct: '3.94', employeePct: '3.93' },
    ],
    [
      'rate-delta',
      { from: '2025-12-31', to: '2026-01-01', category: 'artist', pay: 'under 2.25 SMIC' },
      { employerRateChangePoints: '5.53' },
    ],
    [
      'rate-delta',
      { from: '2025-12-31', to: '2026-01-01', category: 'artist', pay: 'above 3.3 SMIC' },
      { employerRateChangePoints: '0.07' },
    ],
  ])('%s of %j', (kind, inputs, expected) => {
    expect(artists(kind, inputs)).toMatchObject(expected);
  });

  it('say so when a table has a line that the rules do not know', () => {
    expect(() => artists('artist-rate', { date: '2026-01-01', category: 'artist', line: 'moonlight' })).toThrow(
      /moonlight/,
    );
  });
});

describe('answers about the general scheme', () => {
  const employee = {
    date: '2026-07-01',
    contract: 'CDI',
    cadre: false,
    weeklyHours: 35,
    headcount: 30,
    atmpPct: 2.08,
    transportPct: 0,
    healthTotal: 40,
    healthEmployerPct: 50,
    pas: 'neutral',
  };

  it('give the largest gross of a cost and what is left of it', () => {
    const back = frenchAnswers['reverse']!(asked('reverse', { ...employee, target: 3000 }, 'fr'));
    const cost = (grossBase: string) =>
      Number(frenchAnswers['payslip']!(asked('payslip', { ...employee, grossBase }, 'fr'))['employerCost']);
    const gross = String(back['grossBase']);
    expect(cost(gross) + Number(back['left'])).toBeCloseTo(3000, 6);
    expect(cost((Number(gross) + 0.01).toFixed(2))).toBeGreaterThan(3000);
  });

  it('give the reduction of a year month by month, regularised and alone', () => {
    const gross = [2000, 2000, 2000, 2000, 2000, 5000, 2000, 2000, 2000, 2000, 2000, 2000];
    const year = frenchAnswers['yearly']!(asked('yearly', { year: 2026, headcount: 30, weeklyHours: 35, gross }, 'fr'));
    expect(year['coefYtd']).toHaveLength(12);
    expect((year['rgdu'] as string[])[5]).toMatch(/^-/);
    expect(Number(year['rgduYear'])).toBeLessThan(Number(year['rgduWithoutRegularisation']));
  });
});
