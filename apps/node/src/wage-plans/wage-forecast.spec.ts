import { Money, type Month, currency, month, sum } from '@passerelle/values';
import fc from 'fast-check';
import { type Means, evenCost, forecastOf, monthAfter } from './wage-forecast.js';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import { type WagePlan, grossIn, runFrom } from './wage-plan.js';

const euro = (units: number): Money => new Money(BigInt(units) * 100n, currency('EUR'));
const april = month('2026-04');
const means = (free: number, brings: Readonly<Record<string, number>>): Means => ({
  from: april,
  free: euro(free),
  brings: new Map(Object.entries(brings).map(([name, units]) => [month(name), euro(units)])),
});
const plan = (from: string, gross: number | null): WagePlan => ({
  member: 'amina' as MemberId,
  entity: 'brug' as EntityId,
  from: month(from),
  gross: gross === null ? null : euro(gross),
  isPaid: true,
  decidedAt: new Date(0),
});

describe('a planned wage', () => {
  it('holds from its month on, until another one or a stop, as it was decided last', () => {
    const plans = [plan('2026-04', 2000), plan('2026-09', null), plan('2026-06', 1500), plan('2026-06', 1800)];
    const shown = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-08', '2026-09'].map((name) =>
      grossIn(plans, month(name))?.toDecimal(),
    );
    expect(shown).toEqual([undefined, '2000.00', '2000.00', '1800.00', '1800.00', undefined]);
  });

  it('runs from its first month to its stop, and again after a break', () => {
    const plans = [plan('2026-04', 2000), plan('2026-06', 1800), plan('2026-09', null), plan('2026-11', 1000)];
    expect(runFrom(plans, month('2026-01'))).toEqual({ from: '2026-04', until: '2026-09' });
    expect(runFrom(plans, month('2026-08'))).toEqual({ from: '2026-04', until: '2026-09' });
    expect(runFrom(plans, month('2026-09'))).toEqual({ from: '2026-11', until: null });
    expect(runFrom(plans.slice(0, 3), month('2026-09'))).toBeNull();
    expect(runFrom([], april)).toBeNull();
  });

  it('is carried by what is free and by work from the month in which it is done', () => {
    const { months, driesUpIn } = forecastOf(means(500, { '2026-04': 3000, '2026-06': 2500 }), month('2027-04'), () =>
      euro(2000),
    );
    expect(months.map((each) => `${each.month} ${each.brings} ${each.left}`)).toEqual([
      '2026-04 3000.00 EUR 1500.00 EUR',
      '2026-05 0.00 EUR -500.00 EUR',
    ]);
    expect(driesUpIn).toBe('2026-05');
  });

  it('does not dry up when every month that is looked at is carried, to the cent', () => {
    const { months, driesUpIn } = forecastOf(means(0, { '2026-04': 4000 }), month('2026-05'), () => euro(2000));
    expect([months.at(-1)!.left.toDecimal(), driesUpIn]).toEqual(['0.00', null]);
  });

  const anyMeans = fc
    .tuple(fc.integer({ min: -5000, max: 5000 }), fc.array(fc.nat(8000), { minLength: 12, maxLength: 12 }))
    .map(([free, brought]) => ({
      from: april,
      free: new Money(BigInt(free), currency('EUR')),
      brings: new Map(
        brought.map((minor, index) => [monthAfter(april, index), new Money(BigInt(minor), currency('EUR'))]),
      ),
    }));

  it('is the largest even one: it is carried as long as asked, and one cent more is not', () => {
    fc.assert(
      fc.property(anyMeans, fc.integer({ min: 1, max: 12 }), (given, count) => {
        const even = evenCost(given, count);
        const last = monthAfter(april, count - 1);
        const dries = (cost: Money): Month | null => forecastOf(given, last, () => cost).driesUpIn;
        if (even.isPositive()) expect(dries(even)).toBeNull();
        expect(dries(even.plus(new Money(1n, 'EUR')))).not.toBeNull();
      }),
    );
  });

  it('leaves of all money what its months did not cost', () => {
    fc.assert(
      fc.property(anyMeans, fc.nat(3000), (given, cost) => {
        const { months } = forecastOf(given, monthAfter(april, 11), () => new Money(BigInt(cost), 'EUR'));
        const brought = sum(
          months.map(({ brings }) => brings),
          'EUR',
        );
        const spent = new Money(BigInt(cost * months.length), 'EUR');
        expect(months.at(-1)!.left.plus(spent)).toEqual(brought.plus(given.free));
      }),
    );
  });
});
