import { day, money } from '@passerelle/values';
import type { Fact } from '../kit/facts.js';
import type { Payslip, YearToDate } from '../kit/payslip.js';
import { france, publicHolidaysOfAlsaceMoselle, resultToDate } from './index.js';
import { publicHolidays } from './public-holidays.js';

const monthOf = (month: string, last: string) => ({
  first: day(`${month}-01`),
  last: day(`${month}-${last}`),
  days: 23,
});
const july = { ...monthOf('2026-07', '31'), paidOn: day('2026-07-31') };

interface Asked {
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly yearToDate?: YearToDate;
}

function paid(gross: string, asked: Asked = {}, period: typeof july = july): Payslip {
  const answer = france.payslip({ ...period, facts: {}, ...asked, gross: money(gross, 'EUR') });
  if (!answer.ok) throw new Error(`${answer.refusal.kind}: ${answer.refusal.detail}`);
  return answer.value;
}

const line = (payslip: Payslip, id: string) => payslip.lines.find((one) => one.id === id);
const employer = (payslip: Payslip, id: string) => line(payslip, id)?.employer?.amount.toDecimal();
const worker = (payslip: Payslip, id: string) => line(payslip, id)?.worker?.amount.toDecimal();

const refusalOf = (gross: string, change: object) => {
  const answer = france.payslip({ ...july, facts: {}, ...change, gross: money(gross, 'EUR') });
  if (answer.ok) throw new Error('it was paid');
  return answer.refusal;
};

describe('a French payslip', () => {
  it('names for every line a figure with its source, a law and words in five languages', () => {
    for (const { figures, law, words } of paid('5000.00', { facts: { executive: true, headcount: 300 } }).lines) {
      expect(figures.every(({ source }) => source.length > 0)).toBe(true);
      expect(figures.length).toBeGreaterThan(0);
      expect(law.article).not.toBe('');
      expect(Object.keys(words).sort()).toEqual(['de', 'en', 'fr', 'nl', 'sv']);
    }
  });

  it('follows the rates of the day of work: unemployment falls in May 2025', () => {
    const april = { ...monthOf('2025-04', '30'), paidOn: day('2025-04-30') };
    const may = { ...monthOf('2025-05', '31'), paidOn: day('2025-05-31') };
    expect(employer(paid('2500.00', {}, april), 'fr.unemployment')).toBe('101.25');
    expect(employer(paid('2500.00', {}, may), 'fr.unemployment')).toBe('100.00');
  });

  it('follows the grid of the day of payment: work of April 2026 paid in May is taxed by the new grid', () => {
    const april = monthOf('2026-04', '30');
    const taxable = (paidOn: string) => paid('1985.00', {}, { ...april, paidOn: day(paidOn) });
    expect(taxable('2026-04-30').taxable.toDecimal()).toBe('1627.87');
    expect(worker(taxable('2026-04-30'), 'fr.withholding')).toBe('-8.14');
    expect(worker(taxable('2026-05-04'), 'fr.withholding')).toBe('0.00');
  });

  it('gives a whole month of part time its share of minimum wage and ceiling', () => {
    expect(employer(paid('1010.00', { facts: { weeklyHours: '17.5' } }), 'fr.old-age-capped')).toBe('86.36');
    expect(employer(paid('2100.00', { facts: { weeklyHours: '17.5' } }), 'fr.old-age-capped')).toBe('171.21');
  });

  it('prorates the ceiling of an incomplete month by calendar days', () => {
    const half = { first: day('2026-07-17'), last: day('2026-07-31'), days: 11, paidOn: day('2026-07-31') };
    const base = line(paid('3000.00', {}, half), 'fr.old-age-capped')?.base?.toDecimal();
    expect(base).toBe('1937.90');
  });
});

describe('the year with one employer', () => {
  it('sets the ceilings right on lines of their own', () => {
    const january = { ...monthOf('2026-01', '31'), paidOn: day('2026-01-31') };
    const february = { ...monthOf('2026-02', '28'), paidOn: day('2026-02-28') };
    const first = paid('3000.00', {}, january);
    const second = paid('6000.00', { yearToDate: first.yearToDate }, february);
    expect(line(second, 'fr.old-age-capped')?.base?.toDecimal()).toBe('4005.00');
    expect(line(second, 'fr.old-age-capped.correction')?.base?.toDecimal()).toBe('1005.00');
    expect(worker(second, 'fr.old-age-capped.correction')).toBe('-69.34');
    expect(line(second, 'fr.retirement.tranche-2.correction')?.base?.toDecimal()).toBe('-1005.00');
  });

  it('takes the technical balance back when the year falls under its ceilings again', () => {
    const january = { ...monthOf('2026-01', '31'), paidOn: day('2026-01-31') };
    const february = { ...monthOf('2026-02', '28'), paidOn: day('2026-02-28') };
    const first = paid('5000.00', {}, january);
    expect(worker(first, 'fr.retirement-technical-balance')).toBe('-7.00');
    const second = paid('2500.00', { yearToDate: first.yearToDate }, february);
    expect(worker(second, 'fr.retirement-technical-balance.correction')).toBe('7.00');
  });

  it('grants the reduction so far less what was granted before, and takes it back after a bonus', () => {
    const months = ['2026-01', '2026-02', '2026-03'].map((month) => ({
      ...monthOf(month, month === '2026-02' ? '28' : '31'),
      paidOn: day(`${month}-28`),
    }));
    const january = paid('2000.00', {}, months[0]);
    const february = paid('2000.00', { yearToDate: january.yearToDate }, months[1]);
    const march = paid('9000.00', { yearToDate: february.yearToDate }, months[2]);
    expect(employer(january, 'fr.general-reduction')).toBe('-629.40');
    expect(employer(february, 'fr.general-reduction')).toBe('-1258.80');
    expect(employer(february, 'fr.general-reduction.granted-before')).toBe('629.40');
    const granted = line(march, 'fr.general-reduction')!.employer!.amount.plus(money('1258.80', 'EUR'));
    expect(granted.isPositive()).toBe(true);
  });

  it('corrects sickness and family when the pay of 2025 passes their limits', () => {
    const january = { ...monthOf('2025-01', '31'), paidOn: day('2025-01-31') };
    const february = { ...monthOf('2025-02', '28'), paidOn: day('2025-02-28') };
    const first = paid('4000.00', {}, january);
    expect(line(first, 'fr.sickness')?.employer?.rate?.toPercent()).toBe('7');
    const second = paid('4300.00', { yearToDate: first.yearToDate }, february);
    expect(line(second, 'fr.sickness')?.employer?.rate?.toPercent()).toBe('13');
    expect(line(second, 'fr.sickness.correction')?.base?.toDecimal()).toBe('4000.00');
    expect(employer(second, 'fr.sickness.correction')).toBe('240.00');
    const third = paid(
      '3000.00',
      { yearToDate: second.yearToDate },
      { ...monthOf('2025-03', '31'), paidOn: day('2025-03-31') },
    );
    expect(employer(third, 'fr.sickness.correction')).toBe('-498.00');
  });

  it('pays the indemnities of a fixed-term contract on all its months at the end', () => {
    const cdd = { contract: 'cdd', contractLength: 'longer' };
    const later = { ...cdd, endIndemnity: 'later', leaveIndemnity: 'later' };
    const january = paid('2000.00', { facts: later }, { ...monthOf('2026-01', '31'), paidOn: day('2026-01-31') });
    expect(january.gross.toDecimal()).toBe('2000.00');
    const february = paid(
      '2000.00',
      { facts: { ...cdd, contractStarts: false }, yearToDate: january.yearToDate },
      { ...monthOf('2026-02', '28'), paidOn: day('2026-02-28') },
    );
    expect(worker(february, 'fr.contract-indemnities.end')).toBe('400.00');
    expect(worker(february, 'fr.contract-indemnities.leave')).toBe('440.00');
  });

  it('begins the reduction again with each fixed-term contract, and not the ceilings', () => {
    const usage = { facts: { contract: 'cddu' } };
    const days = { first: day('2026-03-02'), last: day('2026-03-04'), days: 3, paidOn: day('2026-03-31') };
    const again = { first: day('2026-03-09'), last: day('2026-03-11'), days: 3, paidOn: day('2026-03-31') };
    const first = paid('400.00', usage, days);
    const second = paid('400.00', { ...usage, yearToDate: first.yearToDate }, again);
    expect(line(second, 'fr.general-reduction.granted-before')).toBeUndefined();
    expect(second.yearToDate['base']).toBe('88000');
  });

  it('refuses the sums of another year', () => {
    const before = paid('2000.00', {}, { ...monthOf('2025-12', '31'), paidOn: day('2025-12-31') }).yearToDate;
    expect(refusalOf('2500.00', { yearToDate: before })).toMatchObject({
      kind: 'impossible-facts',
      field: 'yearToDate',
    });
  });
});

describe('artists and technicians', () => {
  const twoDays = { first: day('2026-02-10'), last: day('2026-02-11'), days: 2, paidOn: day('2026-02-28') };
  const artist = (facts: Readonly<Record<string, Fact>> = {}) => ({
    facts: { status: 'artist', cachets: 2, ...facts },
  });

  it('caps the old age of an artist day by day', () => {
    expect(line(paid('1000.00', artist(), twoDays), 'fr.old-age-capped')?.base?.toDecimal()).toBe('720.00');
    const unequal = artist({ payDay1: '900', payDay2: '100' });
    expect(line(paid('1000.00', unequal, twoDays), 'fr.old-age-capped')?.base?.toDecimal()).toBe('460.00');
  });

  it('charges FNAL and mobility of artists on the base enlarged by the leave of the fund', () => {
    const slip = paid('600.00', artist({ headcount: 60, mobilityRate: '2.95' }), twoDays);
    expect(employer(slip, 'fr.housing-aid')).toBe('2.34');
    expect(line(slip, 'fr.mobility')?.base?.toDecimal()).toBe('669.00');
    expect(line(slip, 'fr.mobility')?.employer?.rate?.toPercent()).toBe('2.065');
  });

  it('lowers the base by the flat deduction, never under the minimum wage of the hours', () => {
    const musician = artist({ deduction: 'musicians' });
    const slip = paid('600.00', musician, twoDays);
    expect(line(slip, 'fr.expense-deduction')?.base?.toDecimal()).toBe('96.00');
    expect(line(slip, 'fr.sickness')?.base?.toDecimal()).toBe('504.00');
    expect(line(slip, 'fr.unemployment')?.base?.toDecimal()).toBe('600.00');
    const floor = paid('105.00', musician, twoDays);
    expect(line(floor, 'fr.sickness')?.base?.toDecimal()).toBe('96.16');
  });

  it('deducts no more than 7 600.00 in a year', () => {
    const performer = artist({ deduction: 'performers' });
    const slip = paid('10000.00', { ...performer, yearToDate: { year: '2026', deduction: '700000' } }, twoDays);
    expect(line(slip, 'fr.expense-deduction')?.base?.toDecimal()).toBe('600.00');
  });

  it('gives technicians the reduction with the factor of the leave fund, and artists none', () => {
    const technician = paid('400.00', { facts: { status: 'technician' } }, twoDays);
    expect(line(technician, 'fr.general-reduction')?.employer?.rate?.toString()).toBe('-0.0342');
    expect(line(paid('400.00', artist(), twoDays), 'fr.general-reduction')).toBeUndefined();
  });

  it('splits the tranches of an executive by the day, and of others by the year', () => {
    const executive = paid('1000.00', artist({ executive: true }), twoDays);
    expect(line(executive, 'fr.retirement.tranche-1')?.base?.toDecimal()).toBe('440.00');
    expect(line(executive, 'fr.retirement.tranche-2')?.base?.toDecimal()).toBe('560.00');
    const other = paid('1000.00', artist(), twoDays);
    expect(line(other, 'fr.retirement.tranche-1')?.base?.toDecimal()).toBe('1000.00');
    const late = paid('1000.00', { ...artist(), yearToDate: { year: '2026', showBase: '4760000' } }, twoDays);
    expect(line(late, 'fr.retirement.tranche-1')?.base?.toDecimal()).toBe('460.00');
  });

  it('charges sickness of 2025 at the reduced rate within the limit of the hours', () => {
    const in2025 = { first: day('2025-02-10'), last: day('2025-02-10'), days: 1, paidOn: day('2025-02-28') };
    const rate = (gross: string) =>
      line(paid(gross, artist({ cachets: 1 }), in2025), 'fr.sickness')?.employer?.rate?.toPercent();
    expect(rate('106.92')).toBe('4.9');
    expect(rate('106.93')).toBe('9.1');
  });

  it('counts the ceiling of technicians in thirtieths of paid days, or by the calendar where the node says so', () => {
    const week = { first: day('2026-03-02'), last: day('2026-03-08'), days: 5, paidOn: day('2026-03-31') };
    const base = (facts: Readonly<Record<string, Fact>>) =>
      line(
        paid('2000.00', { facts: { status: 'technician', ...facts } }, week),
        'fr.old-age-capped',
      )?.base?.toDecimal();
    expect(base({})).toBe('667.50');
    expect(base({ intermittentCeiling: 'calendar-days' })).toBe('904.35');
  });
});

describe('an entrepreneur-salarié', () => {
  const cesa = { facts: { status: 'entrepreneur', fixedPart: '500' } };

  it('is paid the fixed part and a share of the result, on lines of their own', () => {
    const slip = paid('2200.00', cesa);
    expect(worker(slip, 'fr.gross-pay.fixed-part')).toBe('500.00');
    expect(worker(slip, 'fr.gross-pay.variable-part')).toBe('1700.00');
  });

  it('orders her own hours, so that no minimum wage is asked of a month', () => {
    expect(paid('700.00', cesa).gross.toDecimal()).toBe('700.00');
  });

  it('is never paid less than the fixed part', () => {
    const refusal = refusalOf('450.00', cesa);
    expect(refusal).toMatchObject({ kind: 'below-minimum', rule: 'fr.gross-pay' });
    expect(refusal.missing?.toDecimal()).toBe('50.00');
  });

  it('needs a fixed part in the contract', () => {
    expect(refusalOf('700.00', { facts: { status: 'entrepreneur' } })).toMatchObject({ field: 'fixedPart' });
  });

  it('shares what the activity has left', () => {
    const account = {
      turnover: money('4000.00', 'EUR'),
      directCharges: money('350.00', 'EUR'),
      contribution: money('400.00', 'EUR'),
      costOfPay: money('2900.50', 'EUR'),
    };
    expect(resultToDate(account).toDecimal()).toBe('349.50');
  });
});

describe('what is refused', () => {
  it.each([
    ['an unknown status', { facts: { status: 'volunteer' } }, 'impossible-facts', 'status'],
    ['hours above the legal week', { facts: { weeklyHours: '39' } }, 'not-covered', 'weeklyHours'],
    ['a week without hours', { facts: { weeklyHours: '0' } }, 'impossible-facts', 'weeklyHours'],
    [
      'an artist under an open-ended contract',
      { facts: { status: 'artist', contract: 'cdi' } },
      'not-covered',
      'contract',
    ],
    ['a CESA for a fixed term', { facts: { status: 'entrepreneur', contract: 'cdd' } }, 'impossible-facts', 'contract'],
    ['a tax home abroad', { facts: { taxHome: 'abroad' } }, 'not-covered', 'taxHome'],
    ['a payment before the work', { paidOn: day('2026-06-30') }, 'impossible-facts', 'paidOn'],
    ['a share above the whole', { facts: { healthEmployerShare: '101' } }, 'impossible-facts', 'healthEmployerShare'],
    ['a tax rate above the whole', { facts: { withholdingRate: '101' } }, 'impossible-facts', 'withholdingRate'],
    ['pay of fewer days than worked', { facts: { status: 'artist', payDay1: '100' } }, 'impossible-facts', 'payDay1'],
  ])('%s', (_, change, kind, field) => {
    expect(refusalOf('2500.00', change)).toMatchObject({ kind, field });
  });

  it('pay under the minimum wage, with the amount that is missing', () => {
    const refusal = refusalOf('1800.00', {});
    expect(refusal).toMatchObject({ kind: 'below-minimum', rule: 'fr.minimum-wage', date: '2026-07-01' });
    expect(refusal.missing?.toDecimal()).toBe('67.02');
  });

  it('the last day before the first ceiling, and the first after the last one', () => {
    const december = { ...monthOf('2023-12', '31'), paidOn: day('2023-12-31') };
    expect(refusalOf('2500.00', december)).toMatchObject({ kind: 'no-rule-on-date' });
    const january = { ...monthOf('2027-01', '31'), paidOn: day('2027-01-31') };
    expect(refusalOf('2500.00', january)).toMatchObject({ kind: 'no-rule-on-date', rule: 'fr.ceiling.month' });
  });

  it('a cost under that of the minimum wage, with what is missing of the cost', () => {
    const answer = france.fromCost(money('1500.00', 'EUR'), { ...july, facts: {} });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'below-minimum', field: 'cost' } });
  });
});

describe('public holidays', () => {
  it('are eleven, and two more in Alsace-Moselle', () => {
    expect(publicHolidays(2026)).toEqual(
      ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25'].map(
        (text) => `2026-${text}`,
      ),
    );
    expect(publicHolidaysOfAlsaceMoselle(2026)).toContain('2026-04-03');
    expect(publicHolidaysOfAlsaceMoselle(2026)).toContain('2026-12-26');
  });

  it('count once where two fall on one day', () => {
    expect(publicHolidays(2008)).toHaveLength(10);
  });
});
