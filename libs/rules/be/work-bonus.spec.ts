import { day, mulDiv } from '@passerelle/values';
import { bonusRule, workBonus } from './work-bonus.js';

const at = (status: 'employee' | 'worker', on: string, reference: bigint) => bonusRule(status, day(on)).at(reference);

describe('the work bonus', () => {
  it('is whole up to the lower limit, falls, and ends above the upper limit', () => {
    expect(at('employee', '2026-04-15', 225550n)).toEqual([12504n, 16862n]);
    expect(at('employee', '2026-04-15', 230000n)).toEqual([12504n, 15661n]);
    expect(at('employee', '2026-04-15', 288032n)).toEqual([12504n, 0n]);
    expect(at('employee', '2026-04-15', 300000n)).toEqual([9227n, 0n]);
    expect(at('employee', '2026-04-15', 333699n)).toEqual([0n, 0n]);
  });

  it('was one bonus until 31 March 2024 and has two parts from 1 April', () => {
    expect(bonusRule('employee', day('2024-03-31')).isSingle).toBe(true);
    expect(at('employee', '2024-03-31', 205401n)).toEqual([26742n, 0n]);
    expect(at('employee', '2024-03-31', 262300n)).toEqual([12068n, 0n]);
    expect(at('employee', '2024-03-31', 314446n)).toEqual([0n, 0n]);
    expect(bonusRule('employee', day('2024-04-01')).isSingle).toBe(false);
    expect(at('employee', '2024-04-01', 200000n)).toEqual([11591n, 15630n]);
  });

  it('is 1.08 times the employees’ for manual workers and artists, in every table', () => {
    const times108 = (amount: bigint): bigint => mulDiv(amount, 108n, 100n, 'halfUp');
    workBonus.worker.entries.forEach(({ from, value }) => {
      const own = workBonus.employee.on(from);
      expect([value.a.max, value.b.max]).toEqual([times108(own.a.max), times108(own.b.max)]);
      expect([value.a.lower, value.a.upper, value.b.lower]).toEqual([own.a.lower, own.a.upper, own.b.lower]);
    });
  });

  it.each([
    ['2026-01-15', 346644n],
    ['2026-04-15', 352392n],
  ])('is capped on %s at twelve times the two maxima', (on, cap) => {
    expect(bonusRule('employee', day(on)).yearlyCap).toBe(cap);
  });

  it('keeps from 1 July 2026 only what is certain: the maxima below the old limit, nothing above any possible one', () => {
    expect(at('employee', '2026-06-30', 240000n)).toEqual([12504n, 12962n]);
    expect(at('employee', '2026-07-01', 225550n)).toEqual([12754n, 17199n]);
    expect(at('employee', '2026-07-01', 225551n)).toBeUndefined();
    expect(at('employee', '2026-07-01', 347180n)).toBeUndefined();
    expect(at('employee', '2026-07-01', 347181n)).toEqual([0n, 0n]);
    expect(at('worker', '2026-08-31', 225550n)).toEqual([13774n, 18575n]);
    expect(at('worker', '2026-09-01', 225550n)).toBeUndefined();
  });

  it('is not known before 1 November 2023', () => {
    expect(() => bonusRule('employee', day('2023-10-31'))).toThrow(
      'be.work-bonus.none-above has no value on 2023-10-31',
    );
  });
});
