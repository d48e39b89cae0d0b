import { Money, country, dated, day, money, ok, percent } from '@passerelle/values';
import fc from 'fast-check';
import { answersFrom } from './answers.js';
import { comingLaw } from './coming.js';
import { averageOf, compare, nothingCompared } from './comparison.js';
import { differenceOf } from './difference.js';
import { halfUp } from './exact.js';
import { inForce, lawOfTheDay } from './figures.js';
import { lineKind, payslipOf, sharedLine, workerLine } from './line.js';
import type { Payslip } from './payslip.js';
import { act, scheme } from './scheme.js';
import { shareOf } from './share.js';

const head = { code: country('XX'), currency: 'EUR', version: '2026.1' } as const;
const words = (text: string) => ({ en: text, fr: text, nl: text, sv: text, de: text });
const law = act('Invented Act', 'art. 1');
const pay = scheme({
  id: 'xx.pay',
  localName: 'Pago',
  law,
  words: words('Pay'),
  since: dated('xx.pay.since', ['2024-01-01', 1, 'invented']),
});
const contribution = scheme({
  id: 'xx.contribution',
  localName: 'Kotizo',
  law,
  words: words('Contribution'),
  worker: dated(
    'xx.contribution.worker',
    ['2024-01-01', percent('10'), 'invented'],
    ['2027-01-01', percent('11.5'), 'invented', 'to-confirm'],
  ),
});
const lawOn = lawOfTheDay((on) => ({
  pay: lineKind(pay, { group: 'earned', currency: 'EUR', figures: [inForce(pay.since, on).applied] }),
  contribution: shareOf(contribution, inForce(contribution.worker, on), { group: 'worker_social', currency: 'EUR' }),
}));

/** A country whose only rate goes up on 1 January 2027, and whose sums are those of the month of work. */
const invented = answersFrom<{ readonly law: ReturnType<typeof lawOn>; readonly month: string }>(head, {
  settle: ({ first }, lawDay) => ok({ law: lawOn(lawDay(first)), month: first.slice(0, 7) }),
  cost: () => ({ at: (gross) => gross }),
  net: (engagement) => ({ at: (gross) => gross - halfUp(gross, engagement.law.contribution.factor), wiggle: 2n }),
  payslip: ({ law: held, month }, gross) => {
    const due = halfUp(gross, held.contribution.factor);
    const lines = [sharedLine(held.pay, null, gross, gross), workerLine(held.contribution.kind, gross, -due)];
    return payslipOf(head, gross, gross, lines, { month });
  },
});

const december = { first: day('2026-12-07'), last: day('2026-12-11'), days: 5, paidOn: day('2026-12-22'), facts: {} };
const made = (gross: string): Payslip => {
  const answer = invented.payslip({ ...december, gross: money(gross, 'EUR') });
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
};
const tried = (gross: string, from: string) =>
  invented.payslipByLawOf(day(from), { ...december, gross: money(gross, 'EUR') });

describe('the law of a day to come', () => {
  it('is known by its day and the names of its figures', () => {
    const figures = [pay.since, contribution.worker];
    expect(comingLaw({ figures }, day('2026-12-31'))).toEqual([
      { from: '2027-01-01', figures: ['xx.contribution.worker'] },
    ]);
    expect(comingLaw({ figures }, day('2027-01-01'))).toEqual([]);
  });

  it('changes nothing until the day from which it holds', () => {
    expect(tried('1000.00', '2026-12-31')).toEqual(ok(made('1000.00')));
    const january = { ...december, first: day('2027-01-04'), last: day('2027-01-08'), gross: money('1000.00', 'EUR') };
    expect(invented.payslipByLawOf(day('2027-01-01'), january)).toEqual(invented.payslip(january));
  });

  it('moves the law and leaves the month of work where it was', () => {
    const answer = tried('1000.00', '2027-01-01');
    expect(answer).toMatchObject({ ok: true, value: { yearToDate: { month: '2026-12' } } });
    expect(answer.ok && answer.value.net.toDecimal()).toBe('885.00');
  });
});

describe('two payslips of the same work', () => {
  it('differ by what their lines differ, one by one', () => {
    const [before, after] = [made('1000.00'), tried('1000.00', '2027-01-01')];
    const difference = after.ok ? differenceOf(before, after.value) : null;
    expect(difference?.net.toDecimal()).toBe('-15.00');
    expect(difference?.lines.map(({ id, worker }) => [id, worker.toDecimal()])).toEqual([
      ['xx.contribution', '-15.00'],
    ]);
  });

  it('are equal when only words, sources or the version changed', () => {
    const slip = made('1000.00');
    const lines = slip.lines.map((line) => ({ ...line, words: words('Otherwise'), figures: [] }));
    expect(differenceOf(slip, { ...slip, version: '2027.1', lines })).toBeNull();
  });

  it('are unlike when one line is missing, or the next payslip would begin with another sum', () => {
    const slip = made('1000.00');
    const [first] = slip.lines;
    expect(differenceOf(slip, { ...slip, lines: [first!] })?.lines).toMatchObject([
      { id: 'xx.contribution', after: null },
    ]);
    expect(differenceOf(slip, { ...slip, yearToDate: { month: '2027-01' } })).toMatchObject({ sums: ['month'] });
    expect(differenceOf(slip, { ...slip, yearToDate: { ...slip.yearToDate, bonus: '0' } })).toBeNull();
  });
});

describe('payslips compared with what the law to come gives', () => {
  const grosses = fc.array(fc.bigInt({ min: 1n, max: 2_000_000n }), { maxLength: 40 });
  const comparisonOf = (all: readonly bigint[], from: string) =>
    all.reduce(
      (so, gross) => {
        const text = new Money(gross, 'EUR').toDecimal();
        return compare(so, made(text), tried(text, from)).comparison;
      },
      nothingCompared({ country: head.code, currency: 'EUR' }),
    );

  it('differ in sum by exactly what their lines differ', () => {
    fc.assert(
      fc.property(grosses, (all) => {
        const { net, cost, lines, payslips, differing } = comparisonOf(all, '2027-01-01');
        const sumOf = (side: 'worker' | 'employer') => lines.reduce((so, line) => so + line[side].minor, 0n);
        expect([payslips, sumOf('worker'), sumOf('employer')]).toEqual([all.length, net.total.minor, cost.total.minor]);
        expect(differing).toBeLessThanOrEqual(payslips);
        expect(net.lowest.isMoreThan(net.highest)).toBe(false);
        const average = averageOf(net, { differing });
        if (differing > 0)
          expect([average.isLessThan(net.lowest), average.isMoreThan(net.highest)]).toEqual([false, false]);
      }),
    );
  });

  it('do not differ before that law', () => {
    fc.assert(
      fc.property(grosses, (all) => {
        expect(comparisonOf(all, '2026-12-31')).toMatchObject({ payslips: all.length, differing: 0, lines: [] });
      }),
    );
  });

  it('are counted by the rule where they cannot be made', () => {
    const refused = invented.payslip({ ...december, gross: money('0.00', 'EUR') });
    const once = compare(nothingCompared({ country: head.code, currency: 'EUR' }), made('1.00'), refused).comparison;
    expect(compare(once, made('2.00'), refused).comparison).toMatchObject({
      payslips: 2,
      differing: 0,
      refusing: [{ kind: 'impossible-facts', rule: 'xx.gross', payslips: 2 }],
    });
  });
});
