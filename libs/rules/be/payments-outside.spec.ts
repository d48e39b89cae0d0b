import { day, money, monthOf, percent, rate } from '@passerelle/values';
import { type AllowanceAsked, clientDues, decideAllowance } from './amateur-arts-allowance.js';
import { cachetDays, cachetDivisor } from './cachet.js';
import { publicHolidays, weekdaysOf, weekdaysOfQuarter } from './calendar.js';
import { exceptionalRate, exceptionalTax } from './exceptional-withholding.js';
import { doubleHolidayPay, fundHolidayPay, leavingHolidayPay } from './holiday-pay.js';
import { minimumHour, minimumMonth } from './minimum-income.js';
import { dueShare } from './reduction-multiplier.js';
import { specialContribution, specialDue } from './special-contribution.js';

const eur = (text: string) => money(text, 'EUR');

describe('the amateur arts allowance', () => {
  const day0 = { date: day('2024-05-06'), client: 'choir', amount: eur('77.22'), travel: eur('22.06') };
  const ask = (change: Partial<AllowanceAsked> = {}) =>
    decideAllowance({
      ...day0,
      before: [],
      isRegisteredBefore: true,
      isArtisticWork: true,
      hasContractForSameWork: false,
      ...change,
    });
  const daysFrom = (first: number, count: number, client = 'choir') =>
    Array.from({ length: count }, (_, index) => ({
      ...day0,
      client,
      date: day(`2024-05-${String(first + index).padStart(2, '0')}`),
    }));
  const kindOf = (answer: ReturnType<typeof ask>) => (answer.ok ? 'granted' : answer.refusal.kind);

  it('is granted at the limits of the day, with proven travel', () => {
    expect(ask()).toEqual({ ok: true, value: day0 });
  });

  it('is refused one cent above the day’s limit for one client, other pay of the day counted', () => {
    expect(kindOf(ask({ amount: eur('77.23') }))).toBe('too-much-a-day');
    expect(kindOf(ask({ before: [{ ...day0, amount: eur('0.01') }] }))).toBe('too-much-a-day');
    expect(kindOf(ask({ before: [{ ...day0, client: 'theatre' }] }))).toBe('granted');
    expect(kindOf(ask({ travel: eur('22.07') }))).toBe('too-much-travel');
  });

  it('is refused on the 31st day of the year but not for a second client on a day already counted', () => {
    const thirty = daysFrom(1, 30, 'theatre');
    expect(kindOf(ask({ date: day('2024-06-20'), before: thirty }))).toBe('too-many-days');
    expect(kindOf(ask({ date: day('2024-06-20'), before: thirty.slice(1) }))).toBe('granted');
    expect(kindOf(ask({ before: thirty }))).toBe('granted');
    expect(kindOf(ask({ date: day('2025-01-03'), before: thirty }))).toBe('granted');
  });

  it('is refused on the eighth day in a row for one client, also when it joins two runs', () => {
    expect(kindOf(ask({ date: day('2024-05-08'), before: daysFrom(1, 7) }))).toBe('too-many-in-a-row');
    expect(kindOf(ask({ date: day('2024-05-07'), before: daysFrom(1, 6) }))).toBe('granted');
    expect(kindOf(ask({ date: day('2024-05-04'), before: [...daysFrom(1, 3), ...daysFrom(5, 4)] }))).toBe(
      'too-many-in-a-row',
    );
    expect(kindOf(ask({ date: day('2024-05-08'), before: daysFrom(1, 7, 'theatre') }))).toBe('granted');
  });

  it('is refused without registration, for work that is not art, and beside a contract for the same work', () => {
    expect(kindOf(ask({ isRegisteredBefore: false }))).toBe('not-registered');
    expect(kindOf(ask({ isArtisticWork: false }))).toBe('not-artistic');
    expect(kindOf(ask({ hasContractForSameWork: true }))).toBe('contract-with-client');
  });

  it('makes the client pay 5 % of the whole once the year exceeds 551.56, and report above 100 days', () => {
    const at = day('2024-12-31');
    expect(clientDues(daysFrom(1, 7), at).contribution).toEqual(eur('0.00'));
    expect(clientDues(daysFrom(1, 8), at).contribution).toEqual(eur('30.89'));
    expect(
      clientDues(
        Array.from({ length: 100 }, () => day0),
        at,
      ).mustReport,
    ).toBe(false);
    expect(
      clientDues(
        Array.from({ length: 101 }, () => day0),
        at,
      ).mustReport,
    ).toBe(true);
  });
});

describe('exceptional payments', () => {
  it('are taxed by the row whose limit includes the yearly normal pay', () => {
    const rateOf = (yearly: bigint) => exceptionalRate('holiday-pay', yearly, day('2025-06-15')).toPercent();
    expect([rateOf(1696000n), rateOf(1696001n), rateOf(5846001n)]).toEqual(['21.2', '26.25', '53.5']);
  });

  it('are exempt for a parent up to the limit, and reduced while the yearly pay allows it', () => {
    const paidOn = day('2025-06-15');
    const tax = (yearlyNormal: bigint, children: number) =>
      exceptionalTax({ payment: 'other', taxable: 100000n, yearlyNormal, children, paidOn });
    expect(tax(1740000n, 0)).toBe(30280n);
    expect(tax(1740000n, 1)).toBe(0n);
    // 18 400 − 17 900 is exempt; 500.00 × 30.28 % less 7.5 %.
    expect(tax(1790000n, 1)).toBe(14004n);
    expect(tax(2824501n, 1)).toBe(40380n);
  });

  it('are not known for 2024', () => {
    expect(() => exceptionalRate('other', 100000n, day('2024-12-31'))).toThrow('be.exceptional-withholding.scale');
  });
});

describe('holiday pay', () => {
  it('is 92 % of a month for an employee, with the contribution on 85 of the 92', () => {
    const paidOn = day('2026-05-29');
    const pay = doubleHolidayPay({ monthGross: 300000n, yearlyNormal: 3129480n, children: 0, paidOn });
    expect(pay).toEqual({ gross: 276000n, contribution: 33329n, taxable: 242671n, tax: 88187n, net: 154484n });
  });

  it('is 7.67 % twice for one who leaves, and 15.38 % of the year at 108 % from the fund', () => {
    expect(leavingHolidayPay(1000000n, day('2026-05-29'))).toEqual({ simple: 76700n, double: 76700n });
    expect(fundHolidayPay(1080000n, day('2026-05-29'))).toEqual({ gross: 166104n, solidarity: 1661n });
  });
});

describe('the special contribution of a month', () => {
  const due = (taxation: 'individual' | 'joint-both' | 'joint-one', base: bigint) =>
    specialDue(specialContribution.monthly.on(day('2026-05-31')), taxation, base);

  it('follows the individual scale at its edges', () => {
    expect([194538n, 219018n, 373700n, 603882n, 700000n].map((base) => due('individual', base))).toEqual([
      0n,
      1033n,
      2735n,
      6094n,
      6094n,
    ]);
  });

  it('has a flat amount where both earn, and a cap by household', () => {
    expect([109509n, 109510n, 194538n, 200000n, 900000n].map((base) => due('joint-both', base))).toEqual([
      0n,
      515n,
      515n,
      515n,
      5164n,
    ]);
    expect([194537n, 219018n, 900000n].map((base) => due('joint-one', base))).toEqual([0n, 1444n, 6094n]);
  });
});

describe('the minimum income', () => {
  it('is published by the hour for 38 hours a week', () => {
    expect(minimumHour(minimumMonth(21, false, day('2025-02-15')), rate('38'))).toBe(128252n);
  });

  it('is lower under 18 and under a student contract', () => {
    const on = day('2025-02-15');
    expect(minimumMonth(16, false, on)).toBe(141497n);
    expect(minimumMonth(18, false, on)).toBe(211189n);
    expect(minimumMonth(18, true, on)).toBe(166839n);
    expect(minimumMonth(21, true, on)).toBe(211189n);
  });

  it('makes one cachet day of its twenty-sixth part', () => {
    expect([cachetDivisor(day('2024-03-31')), cachetDivisor(day('2024-04-01'))]).toEqual([7670n, 7807n]);
    expect(cachetDays(78070n, day('2024-04-01'))).toBe(10n);
    expect(cachetDays(99999999n, day('2024-04-01'))).toBe(156n);
  });
});

describe('the part of a quarter’s reduction', () => {
  const share = (worked: string) => dueShare(percent(worked), day('2026-05-01')).toString();

  it('is nothing under 27.5 %, more than its share between, and whole from 80 %', () => {
    expect([share('27.49'), share('27.5'), share('50'), share('60'), share('80'), share('100')]).toEqual([
      '0',
      '0.3245',
      '0.59',
      '0.7164',
      '1',
      '1',
    ]);
  });
});

describe('the calendar', () => {
  it('knows the ten legal holidays of 2026 in order', () => {
    expect(publicHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-07-21',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it('counts Mondays to Fridays', () => {
    expect(weekdaysOf(monthOf(day('2026-05-01')))).toBe(21);
    expect(weekdaysOfQuarter(monthOf(day('2026-05-01')))).toBe(65);
  });
});
