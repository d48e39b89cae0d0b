import { type PlainDate, day, money } from '@passerelle/values';
import type { Payslip, PayslipRequest } from '../kit/index.js';
import { belgium } from './index.js';

const eur = (text: string) => money(text, 'EUR');

/** A whole month of full-time work, paid on its last day. */
const month = (
  yearAndMonth: string,
  days: number,
  gross: string,
  facts: PayslipRequest['facts'] = {},
): PayslipRequest => {
  const last = new Date(`${yearAndMonth}-28T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  const lastDay = last.toISOString().slice(0, 10) as PlainDate;
  return { first: day(`${yearAndMonth}-01`), last: lastDay, days, paidOn: lastDay, facts, gross: eur(gross) };
};

/** Amina plays from Monday to Friday for a theatre. */
const amina = {
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  days: 5,
  paidOn: day('2026-04-07'),
  facts: { status: 'artist', withholding: 'artist-short-engagement' },
};

function payslip(request: PayslipRequest): Payslip {
  const answer = belgium.payslip(request);
  if (!answer.ok) throw new Error(`${answer.refusal.rule}: ${answer.refusal.detail}`);
  return answer.value;
}

function refusal(request: PayslipRequest) {
  const answer = belgium.payslip(request);
  if (answer.ok) throw new Error('it was not refused');
  return answer.refusal;
}

const worker = (of: Payslip, id: string) => of.lines.find((line) => line.id === id)?.worker?.amount.toDecimal();
const employer = (of: Payslip, id: string) => of.lines.find((line) => line.id === id)?.employer?.amount.toDecimal();

describe('a Belgian payslip', () => {
  it('takes the withholding of artists, 11.11 % of the taxable pay without reductions', () => {
    const slip = payslip({ ...amina, gross: eur('700.00'), facts: { ...amina.facts, children: 3 } });
    expect(slip.taxable.toDecimal()).toBe('616.60');
    expect(worker(slip, 'be.artist-withholding')).toBe('-68.50');
    expect(worker(slip, 'be.withholding-tax')).toBeUndefined();
  });

  it('brings five days to a full-time month before it looks for a work bonus', () => {
    const low = payslip({ ...amina, gross: eur('625.02') });
    expect(low.lines.find(({ id }) => id === 'be.work-bonus.a')?.base?.toDecimal()).toBe('2750.09');
    expect(worker(low, 'be.work-bonus.a')).toBe('30.19');
    expect(worker(payslip({ ...amina, gross: eur('800.00') }), 'be.work-bonus.a')).toBeUndefined();
  });

  it('marks the holiday contribution of artists as to confirm, and takes none for employees', () => {
    const line = payslip({ ...amina, gross: eur('700.00') }).lines.find(
      ({ id }) => id === 'be.holiday-contribution.yearly',
    );
    expect(line?.figures[0]?.confidence).toBe('to-confirm');
    expect(line?.employer?.amount.toDecimal()).toBe('77.64');
    expect(employer(payslip(month('2026-05', 21, '3000.00')), 'be.holiday-contribution')).toBeUndefined();
  });

  it('withholds by the day of payment, not of work', () => {
    const december = month('2025-12', 23, '3000.00');
    expect(worker(payslip(december), 'be.withholding-tax')).toBe('-471.93');
    expect(worker(payslip({ ...december, paidOn: day('2026-01-05') }), 'be.withholding-tax')).toBe('-455.57');
  });

  it('takes one family amount and a doubled tax-free amount from a couple with one income', () => {
    const single = payslip(month('2026-05', 21, '3000.00'));
    const couple = payslip(month('2026-05', 21, '3000.00', { household: 'one-income', children: 2 }));
    expect(couple.net.isMoreThan(single.net)).toBe(true);
    const tax = couple.lines.find(({ id }) => id === 'be.withholding-tax')!;
    expect(tax.figures.map(({ name }) => name)).toEqual([
      'be.withholding-tax.formula',
      'be.family-reductions.children',
    ]);
  });

  it('grants the artists’ reduction for a whole month in Brussels, and in Flanders only before April 2026', () => {
    const artist = (on: string, region: string) => payslip(month(on, 22, '3000.00', { status: 'artist', region }));
    expect(employer(artist('2026-04', 'brussels'), 'be.artist-reduction')).toBe('-242.17');
    expect(employer(artist('2026-03', 'flanders'), 'be.artist-reduction')).toBe('-242.17');
    expect(employer(artist('2026-04', 'flanders'), 'be.artist-reduction')).toBeUndefined();
  });

  it('grants no reduction for a few days of a quarter and the whole third of it for a month', () => {
    expect(employer(payslip({ ...amina, gross: eur('700.00') }), 'be.structural-reduction')).toBeUndefined();
    expect(employer(payslip(month('2026-05', 21, '2300.00')), 'be.structural-reduction')).toBe('-316.74');
  });

  it('adds meal vouchers and the refund of travel beside the wage', () => {
    const slip = payslip(
      month('2026-05', 21, '3000.00', {
        mealVoucherFace: '10.00',
        mealVoucherWorkerShare: '1.09',
        commuteRefund: '42.50',
      }),
    );
    const bare = payslip(month('2026-05', 21, '3000.00'));
    expect(slip.net.minus(bare.net).toDecimal()).toBe('19.61');
    expect(slip.cost.minus(bare.cost).toDecimal()).toBe('229.61');
  });

  it('stops the main contribution at 86 700.00 of pay a quarter from 2026', () => {
    expect(employer(payslip(month('2026-05', 21, '90000.00')), 'be.employer-contribution')).toBe('21675.00');
    expect(employer(payslip(month('2025-05', 22, '90000.00')), 'be.employer-contribution')).toBe('22500.00');
  });

  it('makes the special contribution right in the last month of a quarter', () => {
    const april = payslip(month('2026-04', 22, '2500.00'));
    const may = payslip({ ...month('2026-05', 21, '1800.00'), yearToDate: april.yearToDate, days: 14 });
    const june = payslip({ ...month('2026-06', 22, '2500.00'), yearToDate: may.yearToDate });
    expect([april, may, june].map((slip) => worker(slip, 'be.special-contribution'))).toEqual([
      '-13.74',
      '0.00',
      '-19.77',
    ]);
  });

  it('withholds on two engagements of a month what one of both would bear', () => {
    const facts = { household: 'single' };
    const half = { ...month('2026-05', 21, '1700.00', facts), last: day('2026-05-14'), days: 10 };
    const first = payslip(half);
    const second = payslip({
      ...half,
      first: day('2026-05-15'),
      last: day('2026-05-31'),
      yearToDate: first.yearToDate,
    });
    const alone = payslip({ ...half, first: day('2026-05-15'), last: day('2026-05-31') });
    expect(first.net.isMoreThan(second.net)).toBe(true);
    expect(alone.net.isMoreThan(second.net)).toBe(true);
    const { monthTaxable, monthTax } = second.yearToDate;
    expect(BigInt(monthTaxable!)).toBe(first.taxable.minor + second.taxable.minor);
    expect(BigInt(monthTax!)).toBe(57601n);
  });

  it('never grants a bonus beyond the year’s caps', () => {
    const full = payslip({ ...month('2026-05', 21, '2300.00'), yearToDate: capped('352000', '76500') });
    expect(worker(full, 'be.work-bonus.b')).toBe('3.92');
    expect(worker(full, 'be.work-bonus.a')).toBeUndefined();
    expect(worker(full, 'be.fiscal-work-bonus')).toBeUndefined();
  });

  it('computes a payslip of 2024 the same for ever', () => {
    const request = month('2024-02', 21, '2400.00');
    const slip = payslip(request);
    expect(JSON.stringify(payslip(request))).toBe(JSON.stringify(slip));
    expect([slip.taxable, slip.net, slip.cost].map((amount) => amount.toDecimal())).toEqual([
      '2264.51',
      '1994.36',
      '2925.92',
    ]);
  });
});

const capped = (bonus: string, fiscalBonus: string) => ({
  month: '2026-04',
  monthBase: '0',
  monthSpecial: '0',
  monthTaxable: '0',
  monthTax: '0',
  quarterGross: '0',
  quarterBase: '0',
  quarterSpecial: '0',
  bonus,
  fiscalBonus,
});

describe('a Belgian refusal', () => {
  it('names the missing amount when the pay is one cent under the minimum for the days', () => {
    expect(belgium.payslip({ ...amina, gross: eur('489.58') }).ok).toBe(true);
    expect(refusal({ ...amina, gross: eur('489.57') })).toMatchObject({
      kind: 'below-minimum',
      rule: 'be.minimum-income',
      missing: eur('0.01'),
    });
  });

  it('says from July 2026 that the work bonus is to confirm, where the pay depends on it', () => {
    expect(refusal(month('2026-07', 23, '2600.00'))).toMatchObject({
      kind: 'no-rule-on-date',
      rule: 'be.work-bonus.employee',
      date: '2026-07-01',
    });
    expect(belgium.payslip(month('2026-06', 22, '2600.00')).ok).toBe(true);
    const high = payslip(month('2026-07', 23, '4000.00'));
    expect(high.lines.find(({ id }) => id === 'be.work-bonus')?.figures[0]?.confidence).toBe('inferred');
  });

  it('finds no net there either, and finds it above', () => {
    const july = month('2026-07', 23, '1.00');
    expect(belgium.fromNet(eur('2300.00'), july)).toMatchObject({ refusal: { rule: 'be.work-bonus.employee' } });
    const found = belgium.fromNet(eur('2600.00'), july);
    expect(found.ok && found.value.net.toDecimal()).toBe('2600.00');
  });

  it.each([
    ['contract', { contract: 'article-1bis' }],
    ['artsAttestation', { status: 'artist', contract: 'article-1bis' }],
    ['withholding', { withholding: 'artist-short-engagement' }],
    ['disabledChildren', { children: 1, disabledChildren: 2 }],
    ['singleParent', { singleParent: true }],
    ['disabledSpouse', { disabledSpouse: true }],
    ['weeklyHours', { weeklyHours: '39' }],
    ['weeklyHours', { weeklyHours: '0' }],
    ['mealVoucherFace', { mealVoucherFace: '10.01' }],
    ['mealVoucherFace', { mealVoucherFace: '8.00', mealVoucherWorkerShare: '1.08' }],
    ['mealVoucherWorkerShare', { mealVoucherFace: '2.00', mealVoucherWorkerShare: '3.00' }],
    ['household', { household: 'widowed' }],
    ['children', { children: -1 }],
  ])('names the fact %s when it cannot be', (field, facts) => {
    expect(refusal(month('2026-05', 21, '3000.00', facts))).toMatchObject({ kind: 'impossible-facts', field });
  });

  it('lets article 1bis pass with an attestation', () => {
    const facts = { ...amina.facts, contract: 'article-1bis', artsAttestation: true };
    expect(belgium.payslip({ ...amina, facts, gross: eur('700.00') }).ok).toBe(true);
  });

  it('says that workers under 18 are not covered, nor a whole month in the non-profit sector from April 2024', () => {
    expect(refusal(month('2026-05', 21, '3000.00', { age: 17 }))).toMatchObject({ kind: 'not-covered', field: 'age' });
    const nonProfit = { sector: 'non-profit' };
    expect(belgium.payslip(month('2024-03', 21, '3000.00', nonProfit)).ok).toBe(true);
    expect(refusal(month('2024-04', 22, '3000.00', nonProfit)).rule).toBe('be.structural-reduction.non-profit');
    expect(belgium.payslip({ ...amina, gross: eur('700.00'), facts: { ...amina.facts, ...nonProfit } }).ok).toBe(true);
  });

  it('refuses a year to date of a later month and one that it did not write', () => {
    const june = payslip(month('2026-06', 22, '3000.00'));
    const late = { ...month('2026-05', 21, '3000.00'), yearToDate: june.yearToDate };
    expect(refusal(late)).toMatchObject({ kind: 'impossible-facts', field: 'yearToDate' });
    expect(refusal({ ...late, yearToDate: { month: '2026-04' } })).toMatchObject({ field: 'yearToDate' });
  });

  it('has no payslip paid in 2027, whose tax is not published', () => {
    expect(refusal({ ...month('2026-12', 23, '5000.00'), paidOn: day('2027-01-04') })).toMatchObject({
      kind: 'no-rule-on-date',
      rule: 'be.withholding-tax.formula',
      date: '2027-01-04',
    });
  });

  it('says how much more a cost must be to reach the minimum', () => {
    expect(belgium.fromCost(eur('600.00'), amina)).toMatchObject({
      refusal: { kind: 'below-minimum', field: 'cost', missing: eur('117.74') },
    });
  });
});
