import type { Situation } from './french-model.js';

const fullTime = [
  '1867.02',
  '1867.03',
  '1900',
  '1950.37',
  '2001.11',
  '2100.05',
  '2199.99',
  '2250',
  '2345.67',
  '2480',
  '2599.49',
  '2600.51',
  '2750.08',
  '2903.73',
  '3000',
  '3211.19',
  '3333.33',
  '3456.78',
  '3599.95',
  '3801.06',
  '3999.99',
  '4004.99',
  '4005',
  '4005.01',
  '4100.4',
  '4321.09',
  '4500',
  '4807.77',
  '5000.05',
  '5333.21',
  '5601.05',
  '5601.06',
  '5601.07',
  '5999.99',
  '6250.5',
  '7007.07',
  '8123.45',
  '9999.99',
  '12000',
  '14444.44',
  '16019.99',
  '16020.01',
  '18765.43',
  '24999.99',
  '32040',
  '32040.03',
  '40000.7',
] as const;

const byHours: Readonly<Record<string, readonly string[]>> = {
  '28': [
    '1493.62',
    '1600.33',
    '1849.99',
    '2100',
    '2560.4',
    '2999.95',
    '3203.99',
    '3204.01',
    '3700',
    '4480.84',
    '4480.86',
    '5500',
    '7777.77',
  ],
  '17.5': [
    '933.51',
    '1010',
    '1234.56',
    '1501.05',
    '1777.7',
    '2002.49',
    '2002.51',
    '2500',
    '2800.53',
    '2800.55',
    '4000.4',
  ],
  '24': ['1280.25', '1444.44', '1799.9', '2300.65', '2746.28', '2746.3', '3333.3', '3840.74', '5001.99'],
  '31.5': ['1680.32', '1888.81', '2222.22', '2999.99', '3604.49', '3604.51', '5040.94', '6543.21'],
};

const executiveHours = { '28': byHours['28']! };

const base: Situation = {
  date: '2026-07-01',
  contract: 'CDI',
  isExecutive: false,
  weeklyHours: '35',
  headcount: 5,
  accidentPercent: '2.08',
  mobilityPercent: '0',
  healthPremium: '40',
  healthEmployerPercent: '50',
  gross: '0',
};

/** Companies of each size that law distinguishes, with rates of several places and trades. */
const companies: readonly Partial<Situation>[] = [
  {},
  { headcount: 11, mobilityPercent: '2.01', accidentPercent: '1.1' },
  { headcount: 49, mobilityPercent: '0.7', healthPremium: '58', healthEmployerPercent: '60' },
  { headcount: 50, accidentPercent: '3.27' },
  { headcount: 400, mobilityPercent: '2.95', accidentPercent: '1.3' },
  { headcount: 2500, mobilityPercent: '3.2', accidentPercent: '0.74', healthPremium: '72.5' },
];

/** Pays before indemnities in whole tens of euros, so that the model's unrounded indemnities are whole cents. */
const fixedTerm = ['1870', '2050', '2400', '2600', '2980', '3300', '3640', '4100', '4700', '5200', '8000'] as const;

/** More than a thousand payslips of July and March 2026: every size, hours of the week, kind of contract, executives. */
export function situations(): readonly Situation[] {
  const all: Situation[] = [];
  for (const company of companies)
    for (const isExecutive of [false, true]) {
      for (const gross of fullTime) all.push({ ...base, ...company, isExecutive, gross });
      for (const [weeklyHours, pays] of Object.entries(isExecutive ? executiveHours : byHours))
        for (const gross of pays) all.push({ ...base, ...company, isExecutive, weeklyHours, gross });
    }
  for (const company of companies.slice(0, 4))
    for (const isUsage of [false, true])
      for (const isLeavePaidOut of [false, true])
        for (const gross of fixedTerm)
          all.push({ ...base, ...company, contract: 'CDD', isUsage, isLeavePaidOut, cddMonths: 6, gross });
  for (const gross of fullTime.slice(0, 24)) all.push({ ...base, date: '2026-03-01', gross, headcount: 30 });
  for (const gross of fullTime.slice(4, 16)) all.push({ ...base, gross, headcount: 260, isAlsaceMoselle: true });
  return all;
}
