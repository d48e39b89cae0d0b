import { type Fact, type PayslipTerms } from '../kit/index.js';
import { Money, type PlainDate, addWorkingDays, day, money, percent } from '@passerelle/values';
import fc from 'fast-check';
import { sweden } from './index.js';

const terms = (paidOn: string, facts: Record<string, Fact> = {}, rest: Partial<PayslipTerms> = {}): PayslipTerms => ({
  first: day(`${paidOn.slice(0, 7)}-01`),
  last: day(`${paidOn.slice(0, 7)}-20`),
  days: 10,
  paidOn: day(paidOn),
  facts,
  ...rest,
});

function payslip(gross: string, on: PayslipTerms) {
  const answer = sweden.payslip({ ...on, gross: money(gross, 'SEK') });
  if (!answer.ok) throw new Error(`${answer.refusal.detail} ${answer.refusal.remedy}`);
  return answer.value;
}

const refusalOf = (gross: string, on: PayslipTerms) => sweden.payslip({ ...on, gross: money(gross, 'SEK') });

const printed = (gross: string, on: PayslipTerms): readonly string[] =>
  payslip(gross, on).lines.map(({ id, worker, employer }) =>
    [id, worker?.amount.toDecimal() ?? '-', employer?.amount.toDecimal() ?? '-'].join(' '),
  );

const contributions = (gross: string, on: PayslipTerms): string => {
  const { cost, gross: paid } = payslip(gross, on);
  return cost.minus(paid).toDecimal();
};

const taxHeld = (gross: string, on: PayslipTerms): string => {
  const { gross: paid, net } = payslip(gross, on);
  return paid.minus(net).toDecimal();
};

describe('a Swedish payslip', () => {
  it('explains each amount of Ingrid’s month', () => {
    expect(printed('30000.00', terms('2026-06-25', { taxTable: 35 }))).toEqual([
      'se.pay 26785.71 26785.71',
      'se.holiday-pay 3214.29 3214.29',
      'se.table-tax -6229.00 -',
      'se.old-age-pension - 3063.00',
      'se.survivors-pension - 90.00',
      'se.sickness-insurance - 1065.00',
      'se.work-injury - 30.00',
      'se.parental-insurance - 600.00',
      'se.labour-market - 792.00',
      'se.general-payroll-tax - 3786.00',
    ]);
  });

  it('shows what rounding to whole kronor changes as a line of its own', () => {
    const lines = printed('30001.99', terms('2026-06-25', { holidayPay: 'none' }));
    expect(lines[0]).toBe('se.pay 30001.99 30001.99');
    expect(lines.at(-1)).toBe('se.contribution-rounding - -0.32');
    expect(contributions('30001.99', terms('2026-06-25'))).toBe('9426.00');
  });

  it('names on each line the law, a source and the words of five languages', () => {
    const facts = { occupationalPensionPercent: '4.5', insurancePercent: '0.68', birthYear: 2005 };
    for (const line of payslip('40000.00', terms('2026-06-25', facts)).lines) {
      expect(line.law.act).not.toBe('');
      expect(line.figures.length).toBeGreaterThan(0);
      expect(Object.keys(line.words).sort()).toEqual(['de', 'en', 'fr', 'nl', 'sv']);
    }
  });
});

describe('employer contributions', () => {
  const born = (birthYear: number) => ({ birthYear, holidayPay: 'none', taxTable: 33 });

  it.each([
    ['2024-06-25', 1985, '31420.00'],
    ['2025-06-25', 1985, '31420.00'],
    ['2026-06-25', 1985, '31420.00'],
    ['2025-06-25', 1958, '10210.00'],
    ['2025-06-25', 1959, '31420.00'],
    ['2026-06-25', 1959, '31420.00'],
    ['2026-06-25', 1958, '10210.00'],
    ['2026-06-25', 1938, '10210.00'],
    ['2026-06-25', 1937, '0.00'],
    ['2026-06-25', 2007, '28767.50'],
    ['2026-06-25', 2003, '28767.50'],
    ['2026-06-25', 2002, '31420.00'],
    ['2026-03-31', 2005, '31420.00'],
    ['2026-04-01', 2005, '28767.50'],
    ['2026-06-25', 2008, '26117.50'],
    ['2025-06-25', 2007, '26117.50'],
    ['2026-06-25', 2011, '31420.00'],
  ])('paid on %s to a person born in %i are %s on 100 000', (paidOn, birthYear, expected) => {
    const total = contributions('100000.00', terms(paidOn, born(birthYear)));
    expect(total).toBe(`${expected.split('.')[0]}.00`);
  });

  it('are 20.81 % for the young up to 25 000 kronor a month and payer, and full above', () => {
    expect(contributions('25000.00', terms('2026-06-25', born(2005)))).toBe('5202.00');
    expect(contributions('25100.00', terms('2026-06-25', born(2005)))).toBe('5233.00');
  });

  it('count the 25 000 kronor over all payments of a month', () => {
    const first = payslip('20000.00', terms('2026-06-10', born(2005)));
    const second = terms('2026-06-25', born(2005), { yearToDate: first.yearToDate });
    expect(contributions('20000.00', second)).toBe('5753.00');
    const july = terms('2026-07-25', born(2005), { yearToDate: first.yearToDate });
    expect(contributions('20000.00', july)).toBe('4162.00');
  });

  it('are 19.80 % and, from 2026, 18.80 % for an employer from abroad', () => {
    const abroad = { permanentEstablishment: false };
    expect(contributions('10000.00', terms('2025-06-25', abroad))).toBe('1980.00');
    expect(contributions('10000.00', terms('2026-06-25', abroad))).toBe('1880.00');
  });

  it('are not owed while the year stays under 1 000 kronor, and then on all of it', () => {
    const unsure = { reachesYearlyLimit: false };
    const first = payslip('900.00', terms('2026-02-10', unsure));
    expect(first.cost.toDecimal()).toBe('900.00');
    expect(first.lines.at(-1)).toMatchObject({ id: 'se.small-yearly-pay' });
    const second = terms('2026-03-10', unsure, { yearToDate: first.yearToDate });
    expect(contributions('99.99', second)).toBe('0.00');
    expect(contributions('100.00', second)).toBe('314.00');
    const nextYear = terms('2025-03-10', unsure, { yearToDate: first.yearToDate });
    expect(contributions('500.00', nextYear)).toBe('0.00');
  });

  it('carry pension with its special payroll tax and insurance where the employer agreed to them', () => {
    const lines = printed(
      '30000.00',
      terms('2026-06-25', { occupationalPensionPercent: '4.5', insurancePercent: '0.68' }),
    );
    expect(lines.slice(-3)).toEqual([
      'se.occupational-pension - 1350.00',
      'se.special-payroll-tax - 327.51',
      'se.insurance - 204.00',
    ]);
  });
});

describe('tax held back', () => {
  it.each([
    ['table', { taxTable: 35 }, '2026-06-25', '6229.00'],
    ['table of 2025', { taxTable: 35 }, '2025-06-25', '6495.00'],
    ['side income', { withholding: 'side-income' }, '2026-06-25', '9000.00'],
    ['decision', { withholding: 'decision', decisionPercent: '17' }, '2026-06-25', '5100.00'],
    ['decision of nothing', { withholding: 'decision', decisionPercent: '0' }, '2026-06-25', '0.00'],
    ['no tax information', { withholding: 'no-tax-information', taxTable: 35 }, '2026-06-25', '9229.00'],
    ['SINK of 2025', { withholding: 'sink' }, '2025-12-31', '7500.00'],
    ['SINK of 2026', { withholding: 'sink' }, '2026-01-01', '6750.00'],
    ['SINK of 2027', { withholding: 'sink' }, '2027-01-01', '6000.00'],
    ['A-SINK', { withholding: 'a-sink' }, '2026-06-25', '4500.00'],
    ['one-off', { pay: 'one-off', expectedAnnualPay: 400_000 }, '2026-06-25', '7800.00'],
    ['one-off, other bands', { pay: 'one-off', expectedAnnualPay: 660_001 }, '2026-06-25', '16200.00'],
    ['one-off from a side employer', { pay: 'one-off', withholding: 'side-income' }, '2026-06-25', '9000.00'],
    ['senior', { birthYear: 1958, taxTable: 35 }, '2026-06-25', '2992.00'],
  ])('by %s from 30 000 kronor', (_what, facts, paidOn, expected) => {
    expect(taxHeld('30000.00', terms(paidOn, facts as Record<string, Fact>))).toBe(expected);
  });

  it('drops the öre of a percentage', () => {
    expect(taxHeld('1003.32', terms('2026-06-25', { withholding: 'side-income' }))).toBe('300.00');
    expect(taxHeld('1003.34', terms('2026-06-25', { withholding: 'side-income' }))).toBe('301.00');
  });

  it('leaves a payment under 100 kronor alone, except for SINK', () => {
    const side = terms('2026-06-25', { withholding: 'side-income' });
    expect(taxHeld('99.99', side)).toBe('0.00');
    expect(payslip('99.99', side).lines.map(({ id }) => id)).toContain('se.small-payment');
    expect(taxHeld('100.00', side)).toBe('30.00');
    expect(taxHeld('99.99', terms('2026-06-25', { withholding: 'sink' }))).toBe('22.00');
  });

  it('looks by table at all pay of the month together', () => {
    const first = payslip('12000.00', terms('2026-06-10', { taxTable: 35 }));
    const second = terms('2026-06-25', { taxTable: 35 }, { yearToDate: first.yearToDate });
    const whole = Number(taxHeld('30000.00', terms('2026-06-25', { taxTable: 35 })));
    const inTwo =
      Number(taxHeld('12000.00', terms('2026-06-10', { taxTable: 35 }))) + Number(taxHeld('18000.00', second));
    expect(inTwo).toBe(whole);
  });
});

describe('what is refused', () => {
  it.each([
    ['the day before the law is known', '2023-12-31', {}, 'no-rule-on-date', undefined],
    ['a table year not yet published', '2027-01-01', {}, 'no-rule-on-date', undefined],
    ['an unknown table', '2026-06-25', { taxTable: 43 }, 'impossible-facts', 'taxTable'],
    [
      'a decision without its percentage',
      '2026-06-25',
      { withholding: 'decision' },
      'impossible-facts',
      'decisionPercent',
    ],
    [
      'a decision of more than all',
      '2026-06-25',
      { withholding: 'decision', decisionPercent: '101' },
      'impossible-facts',
      'decisionPercent',
    ],
    [
      'a one-off amount without the year’s pay',
      '2026-06-25',
      { pay: 'one-off' },
      'impossible-facts',
      'expectedAnnualPay',
    ],
    ['F-tax', '2026-06-25', { withholding: 'f-tax' }, 'impossible-facts', 'withholding'],
    ['a column for another age', '2026-06-25', { taxColumn: '3' }, 'impossible-facts', 'taxColumn'],
    ['a senior’s table of 2024', '2024-06-25', { birthYear: 1950 }, 'not-covered', 'taxColumn'],
    [
      'a one-off amount of a senior in 2025',
      '2025-06-25',
      { birthYear: 1950, pay: 'one-off', expectedAnnualPay: 9 },
      'not-covered',
      'taxColumn',
    ],
    [
      'a one-off amount without tax certificate',
      '2026-06-25',
      { withholding: 'no-tax-information', pay: 'one-off', expectedAnnualPay: 9 },
      'not-covered',
      'pay',
    ],
    ['a person born after the work', '2024-06-25', { birthYear: 2024 }, 'impossible-facts', 'birthYear'],
    ['a fact nobody knows', '2026-06-25', { shoeSize: 38 }, 'impossible-facts', 'shoeSize'],
  ])('%s', (_what, paidOn, facts, kind, field) => {
    const answer = refusalOf('30000.00', terms(paidOn, facts));
    expect(answer).toMatchObject({ ok: false, refusal: { kind, ...(field ? { field } : {}) } });
    if (answer.ok) return;
    expect(answer.refusal.rule).toMatch(/^se\./);
    expect(answer.refusal.remedy.length).toBeGreaterThan(15);
  });

  it('a gross of nothing, and a cost in which no gross fits', () => {
    expect(refusalOf('0.00', terms('2026-06-25'))).toMatchObject({
      refusal: { kind: 'impossible-facts', field: 'gross' },
    });
    expect(sweden.fromCost(money('0.00', 'SEK'), terms('2026-06-25'))).toMatchObject({
      refusal: { kind: 'cost-too-small' },
    });
  });
});

const anyTerms = fc
  .record({
    paidOn: fc.constantFrom('2024-05-25', '2025-05-25', '2026-03-31', '2026-05-25', '2026-12-31'),
    birthYear: fc.constantFrom(1930, 1960, 1985, 2004, 2009),
    withholding: fc.constantFrom('table', 'side-income', 'decision', 'no-tax-information', 'sink', 'a-sink'),
    taxTable: fc.constantFrom(29, 33, 42),
    pension: fc.constantFrom('0', '4.5'),
    isSure: fc.boolean(),
    paidBefore: fc.option(fc.bigInt(1n, 9_000_000n), { nil: undefined }),
  })
  .map(({ paidOn, birthYear, withholding, taxTable, pension, isSure, paidBefore }): PayslipTerms => {
    const facts = {
      birthYear,
      withholding,
      taxTable,
      occupationalPensionPercent: pension,
      reachesYearlyLimit: isSure,
      ...(withholding === 'decision' ? { decisionPercent: '57' } : {}),
    };
    const once = terms(paidOn, facts);
    if (paidBefore === undefined) return once;
    const before = sweden.payslip({ ...once, gross: new Money(paidBefore, 'SEK') });
    return before.ok ? { ...once, yearToDate: before.value.yearToDate } : once;
  })
  .filter((one) => sweden.payslip({ ...one, gross: money('1.00', 'SEK') }).ok);

const anyGross = fc.oneof(fc.bigInt(1n, 300_000n), fc.bigInt(1n, 12_000_000n), fc.bigInt(1n, 200_000_000n));

const at = (gross: bigint, on: PayslipTerms) => {
  const answer = sweden.payslip({ ...on, gross: new Money(gross, 'SEK') });
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
};

describe('the law of 2027, before it holds', () => {
  it('taxes her as 2027 will and charges her by the age she has now', () => {
    const on = terms('2026-12-22', { withholding: 'sink', birthYear: 1959 });
    const tried = sweden.payslipByLawOf(day('2027-01-01'), { ...on, gross: money('20000.00', 'SEK') });
    if (!tried.ok) throw new Error(tried.refusal.detail);
    expect([taxHeld('20000.00', on), tried.value.gross.minus(tried.value.net).toDecimal()]).toEqual([
      '4500.00',
      '4000.00',
    ]);
    // In 2027 she is old enough for the pension contribution alone.
    expect(tried.value.cost.equals(payslip('20000.00', on).cost)).toBe(true);
    expect(tried.value.yearToDate).toMatchObject({ month: '2026-12' });
  });

  it('says which table of 2027 is not published yet', () => {
    const request = { ...terms('2026-12-22'), gross: money('30000.00', 'SEK') };
    expect(sweden.payslipByLawOf(day('2027-01-01'), request)).toMatchObject({
      ok: false,
      refusal: { kind: 'no-rule-on-date', date: '2027-01-01' },
    });
  });
});

describe('whatever the pay', () => {
  it('the cost is the sum of its lines and never falls when the gross rises', () => {
    fc.assert(
      fc.property(anyTerms, anyGross, fc.bigInt(1n, 300n), (on, gross, more) => {
        const slip = at(gross, on);
        const owed = slip.lines.reduce((so, { employer }) => so + (employer?.amount.minor ?? 0n), 0n);
        expect(slip.cost.minor).toBe(owed);
        expect(at(gross + more, on).cost.minor).toBeGreaterThan(owed);
      }),
    );
  });

  it('tax and contributions are whole kronor', () => {
    fc.assert(
      fc.property(anyTerms, anyGross, (on, gross) => {
        const { lines } = at(gross, { ...on, facts: { ...on.facts, occupationalPensionPercent: '0' } });
        const tax = lines.filter(({ group }) => group === 'tax').map(({ worker }) => worker!.amount.minor);
        const owed = lines.filter(({ group }) => group === 'employer_social');
        expect(tax.every((amount) => amount % 100n === 0n && amount <= 0n)).toBe(true);
        expect(owed.reduce((so, { employer }) => so + employer!.amount.minor, 0n) % 100n).toBe(0n);
      }),
    );
  });

  it('the largest gross of a cost leaves a remainder that the next öre would not fit into', () => {
    fc.assert(
      fc.property(anyTerms, anyGross, (on, cost) => {
        const answer = sweden.fromCost(new Money(cost, 'SEK'), on);
        if (!answer.ok) return expect(answer.refusal.kind).toBe('cost-too-small');
        const { payslip: slip, remainder } = answer.value;
        expect(slip.cost.minor + remainder.minor).toBe(cost);
        expect(remainder.minor).toBeGreaterThanOrEqual(0n);
        return expect(at(slip.gross.minor + 1n, on).cost.minor).toBeGreaterThan(cost);
      }),
    );
  });

  it('the gross of a cost of a gross is that gross', () => {
    fc.assert(
      fc.property(anyTerms, anyGross, (on, gross) => {
        const answer = sweden.fromCost(at(gross, on).cost, on);
        expect(answer.ok && answer.value.payslip.gross.minor).toBe(gross);
      }),
    );
  });

  it('the smallest gross for a net reaches it, and no öre near below does', () => {
    fc.assert(
      fc.property(anyTerms, anyGross, (on, net) => {
        const answer = sweden.fromNet(new Money(net, 'SEK'), on);
        if (!answer.ok) throw new Error(answer.refusal.detail);
        const { gross } = answer.value;
        expect(answer.value.net.minor).toBeGreaterThanOrEqual(net);
        for (let less = 1n; less <= 300n && gross.minor - less > 0n; less += 1n)
          expect(at(gross.minor - less, on).net.minor).toBeLessThan(net);
      }),
      { numRuns: 60 },
    );
  });

  it('a net goes back to itself, except where tax falls from the last kronor of the table to its first percentage', () => {
    fc.assert(
      fc.property(anyTerms, anyGross, (on, gross) => {
        const { net } = at(gross, on);
        fc.pre(net.isPositive());
        const answer = sweden.fromNet(net, on);
        if (!answer.ok) throw new Error(answer.refusal.detail);
        expect(answer.value.gross.minor).toBeLessThanOrEqual(gross);
        if (answer.value.net.equals(net)) return;
        const monthBefore = BigInt(on.yearToDate?.['monthByTable'] ?? '0');
        expect(monthBefore + answer.value.gross.minor).toBe(80_001_00n);
        expect(answer.value.net.isMoreThan(net)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the Swedish calendar', () => {
  it('rests on the public holidays of 2026 and on the three eves', () => {
    expect(sweden.publicHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-24',
      '2026-06-06',
      '2026-06-19',
      '2026-06-20',
      '2026-10-31',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-31',
    ]);
  });

  it('keeps Midsummer Day and All Saints’ Day on a Saturday within their week, for two centuries', () => {
    for (let year = 1990; year < 2190; year += 1) {
      const days = sweden.publicHolidays(year);
      const within = (first: string, last: string) =>
        days.filter((one) => one.slice(5) >= first && one.slice(5) <= last);
      expect(within('06-20', '06-26').length).toBeGreaterThanOrEqual(1);
      expect(within('10-31', '11-06').length).toBe(1);
      expect(days.length).toBe(16);
    }
  });

  it('counts working days past midsummer', () => {
    const on = (from: PlainDate, count: number) => addWorkingDays(from, count, sweden.publicHolidays);
    expect(on(day('2026-06-18'), 1)).toBe('2026-06-22');
    expect(on(day('2026-12-23'), 4)).toBe('2027-01-04');
  });

  it('charges 25 % VAT', () => {
    expect(sweden.vat.standard.on(day('2026-03-09')).equals(percent('25'))).toBe(true);
  });
});
