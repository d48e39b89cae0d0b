import { countryOf, frenchValues, type Fact, type Payslip } from '@passerelle/rules';
import { day, firstDayOf, lastDayOf, money, monthOf } from '@passerelle/values';
import { lineCodes, payslipFields } from '../golden/fr.js';
import { situations } from './french-grid.js';
import { type Situation, askModel, askModelForEach, isUndefined, pureValue } from './french-model.js';

const france = countryOf('FR')!;
const cotisations = 'salarié . cotisations . ';

/** The model's rules for the two sides of each line, worker first; null where a side has none. */
const modelRules: Readonly<Record<string, readonly [string | null, string | null]>> = {
  maladie: ['maladie . salarié', 'maladie . employeur'],
  sante: ['prévoyances . santé . salarié', 'prévoyances . santé . employeur'],
  prevoyanceCadre: [null, 'prévoyances . incapacité invalidité décès . employeur'],
  atmp: [null, 'ATMP'],
  vieillessePlafonnee: ['vieillesse . plafonnée . salarié', 'vieillesse . plafonnée . employeur'],
  vieillesseDeplafonnee: ['vieillesse . déplafonnée . salarié', 'vieillesse . déplafonnée . employeur'],
  agircArrco: ['retraite complémentaire . salarié', 'retraite complémentaire . employeur'],
  ceg: ['CEG . salarié', 'CEG . employeur'],
  cet: ['CET . salarié', 'CET . employeur'],
  apec: ['APEC . salarié', 'APEC . employeur'],
  famille: [null, 'allocations familiales'],
  chomage: [null, 'chômage'],
  ags: [null, 'AGS'],
  csa: [null, 'CSA'],
  fnal: [null, 'FNAL'],
  versementMobilite: [null, 'versement mobilité'],
  dialogueSocial: [null, 'contribution au dialogue social'],
  formation: [null, 'formation professionnelle'],
  cpfCdd: [null, 'CPF CDD'],
  taxeApprentissage: [null, "taxe d'apprentissage . base"],
  taxeApprentissageSolde: [null, "taxe d'apprentissage . solde"],
  csaApprentissage: [null, "taxe d'apprentissage . contribution supplémentaire"],
  peec: [null, 'PEEC'],
  forfaitSocial: [null, 'forfait social'],
  csgDeductible: ['CSG-CRDS . CSG . déductible', null],
  csgNonDeductible: ['CSG-CRDS . CSG . non déductible', null],
  crds: ['CSG-CRDS . CRDS', null],
};

const reductionRule = `${cotisations}exonérations . RGDU`;

const rulesOfLines = lineCodes.flatMap((code) =>
  modelRules[code]!.flatMap((rule) => (rule === null ? [] : [cotisations + rule])),
);

function factsOf(s: Situation): Readonly<Record<string, Fact>> {
  return {
    executive: s.isExecutive,
    contract: s.contract === 'CDI' ? 'cdi' : s.isUsage ? 'cddu' : 'cdd',
    contractLength: (s.cddMonths ?? 6) <= 2 ? 'up-to-2-months' : 'longer',
    leaveIndemnity: s.isLeavePaidOut ? 'now' : 'none',
    weeklyHours: s.weeklyHours,
    headcount: s.headcount,
    accidentRate: s.accidentPercent,
    mobilityRate: s.mobilityPercent,
    healthPremium: s.healthPremium,
    healthEmployerShare: s.healthEmployerPercent,
    alsaceMoselle: s.isAlsaceMoselle ?? false,
    deathCoverCeiling: 'full',
    reductionMinimumWage: 'of-the-month',
  };
}

function ours(s: Situation, change: Readonly<Record<string, Fact>> = {}): Payslip {
  const month = monthOf(day(s.date));
  const answer = france.payslip({
    first: firstDayOf(month),
    last: lastDayOf(month),
    days: 23,
    paidOn: lastDayOf(month),
    gross: money(s.gross, 'EUR'),
    facts: { ...factsOf(s), ...change },
  });
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
}

type Lines = Readonly<Record<string, readonly [string, string]>>;

/** Half up to the cent. The model computes with floats: a billionth below a half cent is that half. */
function cents(value: number): string {
  const whole = Math.floor((Math.round(Math.abs(value) * 1e8) + 500_000) / 1_000_000);
  return `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

/** Every line where we and the model differ by a cent. */
function differences(s: Situation): readonly string[] {
  const fields = payslipFields(ours(s)) as unknown as { readonly lines: Lines; readonly rgdu: string };
  const model = askModelForEach(s, [...rulesOfLines, reductionRule]);
  const found: string[] = [];
  const compare = (name: string, mine: string, rule: string | null): void => {
    const theirs = rule === null ? '0.00' : cents(model.get(rule)!);
    if (mine !== theirs) found.push(`${s.gross} ${JSON.stringify(s)} ${name}: ours ${mine}, the model's ${theirs}`);
  };
  for (const code of lineCodes) {
    const [worker, employer] = modelRules[code]!;
    const [mineWorker, mineEmployer] = fields.lines[code]!;
    compare(`${code} of the worker`, mineWorker, worker === null ? null : cotisations + worker);
    compare(`${code} of the employer`, mineEmployer, employer === null ? null : cotisations + employer);
  }
  compare('general reduction', fields.rgdu, reductionRule);
  return found;
}

const employee: Situation = situations()[0]!;

describe('the general scheme beside the official model', () => {
  it('agrees on every line of more than a thousand payslips, to the cent', () => {
    const all = situations();
    expect(all.length).toBeGreaterThan(1000);
    expect(all.flatMap(differences)).toEqual([]);
  }, 600_000);
});

// What is known to differ, and why ours stands. A test here turns red when the model changes its mind.
describe('where the official model differs from the law', () => {
  it('takes the minimum wage of June in the general reduction of 2026, where its January value is kept', () => {
    const july = { ...employee, gross: '2250' };
    askModel(july);
    const coefficientOfModel = pureValue(`${reductionRule} . coefficient`);
    const asDecreed = ours(july, { reductionMinimumWage: 'as-decreed' });
    const coefficient = payslipFields(asDecreed)['rgduCoef'];
    expect(coefficientOfModel).toBe(0.2457);
    expect(coefficient).toBe('0.2304');
  });

  it('does not round its lines', () => {
    expect(askModel({ ...employee, gross: '2250' })(`${cotisations}CSG-CRDS . CRDS`)).toBeCloseTo(11.153125, 6);
  });

  it('rounds the tax to a whole euro of a year', () => {
    const model = askModel({ ...employee, gross: '3000' });
    const ofYear = model('impôt . montant') * 12;
    expect(ofYear).toBeCloseTo(Math.round(ofYear), 6);
    expect(payslipFields(ours({ ...employee, gross: '3000' }))['pas']).toBe('130.32');
  });

  it('divides the allowance of a short contract by twelve', () => {
    const short: Situation = { ...employee, contract: 'CDD', cddMonths: 1, gross: '2400' };
    const model = askModel(short);
    const allowance = model('impôt . revenu imposable . abattement contrat court');
    expect(allowance).toBeGreaterThan(60);
    expect(allowance).toBeLessThan(75);
    expect(frenchValues.shortContractAllowance(day('2026-07-31')).toDecimal()).toBe('748.00');
  });

  it('adds the death cover of executives to their taxable pay', () => {
    const executive = { ...employee, isExecutive: true, gross: '3400' };
    const more =
      askModel(executive)('salarié . rémunération . net . imposable') - Number(ours(executive).taxable.toDecimal());
    expect(more).toBeCloseTo(51, 1);
  });

  it('does not reduce the ceiling of that cover for part time', () => {
    const partTime = { ...employee, isExecutive: true, weeklyHours: '28', gross: '3700' };
    const cover = (payslip: Payslip) =>
      payslip.lines.find(({ id }) => id === 'fr.death-cover')?.employer?.amount.toDecimal();
    expect(askModel(partTime)(`${cotisations}prévoyances . incapacité invalidité décès . employeur`)).toBeCloseTo(
      55.5,
      6,
    );
    expect(cover(ours(partTime, { deathCoverCeiling: 'reduced' }))).toBe('48.06');
  });

  it('begins the default grid of 2026 in January, and the law in May', () => {
    askModel({ ...employee, date: '2026-03-01', gross: '1985', headcount: 30 });
    const base = pureValue('impôt . revenu imposable');
    expect(base).toBeGreaterThan(1620);
    expect(base).toBeLessThan(1635);
    expect(pureValue("impôt . taux d'imposition")).toBe(0);
    const march = frenchValues.gridRate(day('2026-03-31'), 'mainland', money('1630.00', 'EUR'));
    expect(march.toPercent()).toBe('0.5');
  });

  const show = (kind: 'artiste' | 'technicien'): Situation => ({
    ...employee,
    contract: 'CDD',
    isUsage: true,
    gross: '2000',
    more: {
      'salarié . convention collective': "'SVP'",
      'salarié . régimes spécifiques . intermittents du spectacle': `'${kind}'`,
    },
  });

  it('has no family contribution of artists', () => {
    askModel(show('artiste'));
    expect(isUndefined(`${cotisations}allocations familiales`)).toBe(true);
  });

  it('charges technicians the ordinary unemployment insurance and an old rate of the leave fund', () => {
    const model = askModel(show('technicien'));
    expect(model(`${cotisations}chômage`)).toBeCloseTo(80, 6);
    expect(
      model('salarié . régimes spécifiques . intermittents du spectacle . caisse des congés spectacle'),
    ).toBeCloseTo(308, 6);
  });

  it('agrees on the complementary pension of technicians', () => {
    expect(askModel(show('technicien'))(`${cotisations}retraite complémentaire . employeur`)).toBeCloseTo(78.8, 6);
  });
});
