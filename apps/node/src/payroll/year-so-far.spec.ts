import { type PayslipTerms, countryOf } from '@passerelle/rules';
import { day, money } from '@passerelle/values';
import { explainPayslip } from './explanation.js';
import type { IssuedPayslip } from './payslip.js';
import { linesOfYear, sumsOfYear } from './year-so-far.js';

const engagement = (gross: string, facts: PayslipTerms['facts'], month: string) => {
  const terms = { first: day(`2026-${month}-23`), last: day(`2026-${month}-27`), days: 5, paidOn: day('2026-04-08') };
  const request = { ...terms, facts, gross: money(gross, 'EUR') };
  const answer = countryOf('BE')!.payslip(request);
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return explainPayslip({ request, payslip: answer.value } as IssuedPayslip, null);
};

const short = { status: 'artist', withholding: 'artist-short-engagement' };
const scale = { status: 'artist' };

describe('the year so far on a payslip', () => {
  it('is the payslip itself when it is the first', () => {
    const first = engagement('700.00', short, '02');
    for (const { amount, yearToDate } of linesOfYear(first, [])) expect(yearToDate).toEqual(amount);
  });

  it('adds each line to the same one of the payslips before', () => {
    const lines = linesOfYear(engagement('700.00', short, '03'), [
      engagement('600.00', short, '01'),
      engagement('800.00', short, '02'),
    ]);
    const own = lines.find(({ id }) => id === 'be.employee-contribution')!;
    // 13.07 % of 108 % each: 98.81 + 84.69 + 112.92.
    expect([own.amount.toDecimal(), own.yearToDate.toDecimal()]).toEqual(['-98.81', '-296.42']);
  });

  it('keeps a line in sight that only an earlier payslip had', () => {
    const before = engagement('700.00', short, '02');
    const lines = linesOfYear(engagement('700.00', scale, '03'), [before]);
    const gone = lines.find(({ id }) => id === 'be.artist-withholding')!;
    expect(gone).toMatchObject({ base: null, rate: null });
    expect(gone.amount.isZero()).toBe(true);
    expect(gone.yearToDate).toEqual(before.find(({ id }) => id === gone.id)!.amount);
  });

  it('sums groups, net and cost, on the payslip and over the year', () => {
    const [one, two] = [engagement('700.00', short, '02'), engagement('800.00', scale, '03')];
    const sums = sumsOfYear(linesOfYear(two, [one]));
    const of = (group: string) => sums.find((each) => each.group === group)!;
    const alone = (lines: typeof one, group: string) =>
      sumsOfYear(linesOfYear(lines, [])).find((each) => each.group === group)!.amount;
    for (const group of ['earned', 'held_back_social', 'net', 'paid_on_top', 'cost']) {
      expect(of(group).amount).toEqual(alone(two, group));
      expect(of(group).yearToDate).toEqual(alone(two, group).plus(alone(one, group)));
    }
    expect(of('earned').yearToDate.toDecimal()).toBe('1500.00');
  });
});
