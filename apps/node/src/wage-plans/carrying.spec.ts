import { Money, addDays, day, money, month } from '@passerelle/values';
import fc from 'fast-check';
import type { WageMoney } from '../activities/budget.js';
import type { MissionId } from '../missions/mission.js';
import { carriersOf, drawsFor, isForMonthlyWages, meansFrom } from './carrying.js';
import { monthAfter } from './wage-forecast.js';

const eur = (amount: string): Money => money(amount, 'EUR');
const work = (change: Partial<WageMoney>): WageMoney => ({
  mission: 'tour' as MissionId,
  first: day('2026-04-01'),
  last: day('2026-06-30'),
  amount: eur('9100.00'),
  drawn: eur('0.00'),
  isKept: false,
  hasBegun: true,
  ...change,
});
const concert = work({
  mission: 'concert' as MissionId,
  first: day('2026-04-20'),
  last: day('2026-04-20'),
  amount: eur('500.00'),
});

describe('what carries a monthly wage', () => {
  it('is the share of the days of an order that are over, and all of it when it ends', () => {
    const most = (name: string) => carriersOf(month(name), eur('0.00'), [work({})]).most.toDecimal();
    expect(['2026-03', '2026-04', '2026-05', '2026-06', '2026-07'].map(most)).toEqual([
      '0.00',
      '3000.00',
      '6100.00',
      '9100.00',
      '9100.00',
    ]);
  });

  it('is the oldest work first, then what is free on her own account', () => {
    const carriers = carriersOf(month('2026-04'), eur('100.00'), [work({ drawn: eur('1000.00') }), concert]);
    expect(carriers.most.toDecimal()).toBe('2600.00');
    const { missions, own } = drawsFor(eur('2550.00'), carriers);
    expect(missions.map(({ mission, amount }) => `${mission} ${amount.toDecimal()}`)).toEqual([
      'concert 500.00',
      'tour 2000.00',
    ]);
    expect(own.toDecimal()).toBe('50.00');
  });

  it('is less by what her budget lacks, and never less than nothing', () => {
    expect(carriersOf(month('2026-04'), eur('-200.00'), [concert]).most.toDecimal()).toBe('300.00');
    expect(carriersOf(month('2026-04'), eur('-900.00'), [concert]).most.toDecimal()).toBe('0.00');
  });

  it('is no work that may not begin yet, and no work that is paid by itself', () => {
    expect(carriersOf(month('2026-06'), eur('0.00'), [work({ hasBegun: false })]).missions).toEqual([]);
    const planned = (name: string) => name >= '2026-06';
    expect(isForMonthlyWages(work({}), planned)).toBe(true);
    expect(isForMonthlyWages(concert, planned)).toBe(false);
    expect(isForMonthlyWages({ ...concert, isKept: true }, planned)).toBe(true);
    expect(isForMonthlyWages({ ...concert, drawn: eur('1.00') }, planned)).toBe(true);
  });

  it('comes to all money of her work, whenever it is looked at', () => {
    const orders = fc
      .record({ start: fc.nat(300), days: fc.nat(200), minor: fc.nat(900_000) })
      .map(({ start, days, minor }): WageMoney => {
        const first = addDays(day('2026-01-01'), start);
        const amount = new Money(BigInt(minor), 'EUR');
        return work({ first, last: addDays(first, days), amount });
      });
    fc.assert(
      fc.property(fc.array(orders, { maxLength: 5 }), fc.nat(11), (all, later) => {
        const zero = eur('0.00');
        const { brings } = meansFrom(monthAfter(month('2026-01'), later), zero, all);
        const brought = [...brings.values()].reduce((one, other) => one.plus(other), zero);
        expect(brought).toEqual(all.reduce((one, { amount }) => one.plus(amount), zero));
        expect(carriersOf(month('2028-01'), zero, all).most).toEqual(brought);
      }),
    );
  });
});
