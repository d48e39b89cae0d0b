import { day } from '@passerelle/values';
import { capOf, cycleFor, datesOfCycle, federationOf } from './roster-rules.js';
import { federation } from './testing/spec-federation.js';

describe('the cycle of a debt', () => {
  it('is the one whose cut-off has not passed, the day of the cut-off included', () => {
    expect(cycleFor(federation, day('2026-04-10'), null)).toBe('2026-04');
    expect(cycleFor(federation, day('2026-04-30'), null)).toBe('2026-04');
    expect(cycleFor(federation, day('2026-05-01'), null)).toBe('2026-05');
  });

  it('is never one that was cut, and follows the months where the calendar ends', () => {
    expect(cycleFor(federation, day('2026-04-10'), '2026-04')).toBe('2026-05');
    expect(cycleFor(federation, day('2026-06-01'), '2026-04')).toBe('2026-06');
    expect(datesOfCycle(federation, '2026-06').cutOff).toBe('2026-06-30');
    expect(datesOfCycle(federation, '2026-04').payment).toBe('2026-05-08');
  });
});

describe('the rules of a cycle', () => {
  const [rule] = federation.computations;

  it('are those that started with it or before', () => {
    const setOff = { ...rule!, from: '2026-05', mode: 'set-off' as const };
    const roster = { ...federation, computations: [setOff, rule!] };
    expect(federationOf(roster, '2026-04').netting.mode).toBe('per-currency');
    expect(federationOf(roster, '2026-05').netting.mode).toBe('set-off');
    expect(() => federationOf(roster, '2025-12')).toThrow('no rule for the netting of 2025-12');
  });

  it('let nobody owe where the roster grants no cap', () => {
    const pair = { creditor: 'be', debtor: 'fr', currency: 'EUR' };
    expect(capOf(federation, pair).amount.minor).toBe(5_000_000n);
    expect(capOf({ ...federation, caps: [] }, pair).amount.isZero()).toBe(true);
  });
});
