import { type Country, type PayslipTerms, countries, countryOf, demoCountry } from '@passerelle/rules';
import { Money, day, money, percent, sum } from '@passerelle/values';
import fc from 'fast-check';
import { type Deal, decompose, priceForNet } from './decomposition.js';
import { recompute } from './payslip-document.js';
import type { DecidedRate } from './payslip.js';

const decided = (text: string): DecidedRate => ({
  rate: percent(text),
  version: '2026-01-01',
  figure: { name: 'policy', from: day('2026-01-01'), source: 'general assembly', confidence: 'confirmed' },
});

const week: PayslipTerms = {
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  days: 5,
  paidOn: day('2026-04-08'),
  facts: {},
};

const artist = { status: 'artist', withholding: 'artist-short-engagement' };

const deal = (price: Money, change: Partial<Deal> = {}): Deal => ({
  price,
  hostShare: decided('2'),
  contribution: decided('6.5'),
  country: countryOf('BE')!,
  terms: { ...week, facts: artist },
  ...change,
});

const table = (given: Deal): string[] => {
  const answer = decompose(given);
  if (!answer.ok) throw new Error(`${answer.refusal.rule}: ${answer.refusal.detail}`);
  return answer.value.parts.map(({ id, amount }) => `${amount.toDecimal().padStart(8)} ${id}`);
};

describe('the decomposition of a price', () => {
  it('tells the published example of the invented country', () => {
    const rows = table(deal(money('1000.00', 'EUR'), { country: demoCountry, hostShare: null, terms: week }));
    expect(rows).toEqual([
      '   65.00 contribution',
      '   96.22 xx.worker-contribution',
      '  128.00 xx.wage-tax',
      '  184.06 xx.employer-contribution',
      '   14.72 xx.other-charges',
      '  512.00 net',
    ]);
  });

  it('keeps the gross that was asked, which the indemnities of a French fixed-term contract raise', () => {
    const france = countryOf('FR')!;
    const terms = { ...week, facts: { contract: 'cdd' } };
    const answer = decompose(deal(money('2000.00', 'EUR'), { country: france, terms }));
    if (!answer.ok) throw new Error(answer.refusal.detail);
    const { gross, payslip } = answer.value;
    expect(payslip.gross.isMoreThan(gross)).toBe(true);
    expect(recompute({ request: { ...terms, gross }, payslip })).toMatchObject({ ok: true });
  });

  it('names every part of what Amina’s week in Lille costs', () => {
    expect(table(deal(money('1000.00', 'EUR')))).toEqual([
      '   20.00 host-share',
      '   63.70 contribution',
      '   88.23 be.employee-contribution',
      '  -30.19 be.work-bonus.a',
      '   -5.51 be.work-bonus.b',
      '   63.60 be.artist-withholding',
      '    0.00 be.special-contribution',
      '  168.76 be.employer-contribution',
      '   11.41 be.unemployment-contribution',
      '    2.50 be.closure-fund',
      '    0.61 be.temporary-unemployment',
      '    1.01 be.risk-groups',
      '    0.07 be.asbestos-fund',
      '   37.60 be.holiday-contribution',
      '   69.32 be.holiday-contribution.yearly',
      '  508.89 net',
    ]);
  });

  const any = fc.record({
    country: fc.constantFrom(...countries, demoCountry),
    minor: fc.bigInt({ min: 1n, max: 5_000_000n }),
    host: fc.option(fc.integer({ min: 0, max: 3000 }).map((hundredths) => decided((hundredths / 100).toFixed(2)))),
    contribution: fc.integer({ min: 0, max: 2000 }).map((hundredths) => decided((hundredths / 100).toFixed(2))),
  });
  const dealFrom = (given: {
    country: Country;
    minor: bigint;
    host: DecidedRate | null;
    contribution: DecidedRate;
  }) => ({
    country: given.country,
    price: new Money(given.minor, given.country.currency),
    hostShare: given.host,
    contribution: given.contribution,
    terms: week,
  });

  it('makes exactly the price in every country, or refuses by name', () => {
    let answered = 0;
    fc.assert(
      fc.property(any, (given) => {
        const asked = dealFrom(given);
        const answer = decompose(asked);
        if (!answer.ok) {
          expect(answer.refusal.rule).not.toBe('');
          expect(answer.refusal.remedy).not.toBe('');
          return;
        }
        answered += 1;
        const { parts, payslip, budget } = answer.value;
        const total = sum(
          parts.map(({ amount }) => amount),
          asked.price.currency,
        );
        expect(total.toString()).toBe(asked.price.toString());
        expect(budget.remainder.isNegative()).toBe(false);
        expect(payslip.cost.plus(budget.remainder).toString()).toBe(budget.wage.toString());
        for (const { figures, id } of parts)
          if (id !== 'net' && id !== 'remainder') expect(figures.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
    expect(answered).toBeGreaterThan(50);
  });

  it('finds the smallest price from which a wanted net remains', () => {
    const asked = deal(money('0.01', 'EUR'));
    const price = priceForNet(money('500.00', 'EUR'), asked);
    if (!price.ok) throw new Error(price.refusal.detail);
    const net = (of: Money): string => {
      const answer = decompose({ ...asked, price: of });
      if (!answer.ok) throw new Error(answer.refusal.detail);
      return answer.value.payslip.net.toDecimal();
    };
    expect(net(price.value)).toBe('500.00');
    expect(Number(net(price.value.minus(money('0.01', 'EUR'))))).toBeLessThan(500);
  });

  it('says by how much a price is below the minimum for the days, and which rule says so', () => {
    expect(decompose(deal(money('500.00', 'EUR')))).toMatchObject({
      ok: false,
      refusal: { kind: 'below-minimum', rule: 'be.minimum-income', date: '2026-03-23' },
    });
    expect(
      decompose(deal(money('1.00', 'EUR'), { country: demoCountry, contribution: decided('100'), terms: week })),
    ).toMatchObject({
      refusal: { kind: 'cost-too-small' },
    });
  });

  it('says for July 2026 that the law is not known yet', () => {
    const july = { first: day('2026-07-01'), last: day('2026-07-31'), days: 23, paidOn: day('2026-08-11'), facts: {} };
    const answer = decompose(deal(money('4000.00', 'EUR'), { hostShare: null, terms: july }));
    expect(answer).toMatchObject({ refusal: { kind: 'no-rule-on-date', rule: 'be.work-bonus.employee' } });
  });

  it('finds no price when everything is shared', () => {
    const asked = deal(money('0.01', 'EUR'), { contribution: decided('100') });
    expect(priceForNet(money('500.00', 'EUR'), asked)).toMatchObject({
      ok: false,
      refusal: { rule: 'policy.contributionRate', field: 'net' },
    });
  });
});
