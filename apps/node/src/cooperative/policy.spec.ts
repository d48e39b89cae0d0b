import { day, money } from '@passerelle/values';
import type { EntityId } from './legal-entity.js';
import { type PolicyEntry, decidePolicy, policiesOf } from './policy.js';

const entity = 'e' as EntityId;
const entry = (policy: PolicyEntry['policy'], from: string, value: string): PolicyEntry => ({
  entity,
  policy,
  from: day(from),
  value,
  decision: 'general assembly of 14 June 2025',
});
const known = (...earlier: PolicyEntry[]) => ({ currency: 'EUR' as const, today: day('2026-03-02'), earlier });

describe('a policy', () => {
  it('is what the members decided for each day, with the decision as its source', () => {
    const policies = policiesOf(
      [
        entry('contributionRate', '2026-01-01', '7'),
        entry('contributionRate', '2025-01-01', '6.5'),
        entry('advanceLimit', '2025-01-01', '5000.00'),
      ],
      'EUR',
    );
    expect(policies.contributionRate.on(day('2025-12-31')).toPercent()).toBe('6.5');
    expect(policies.contributionRate.entryOn(day('2026-01-01'))).toMatchObject({
      source: 'general assembly of 14 June 2025',
    });
    expect(policies.advanceLimit.on(day('2026-01-01'))).toEqual(money('5000.00', 'EUR'));
    expect(() => policies.payWorkingDays.on(day('2026-01-01'))).toThrow('policy.payWorkingDays');
  });

  it('may begin in the past only when it is the first of its kind', () => {
    expect(decidePolicy(entry('hostShare', '2025-01-01', '2'), known()).ok).toBe(true);
    const later = decidePolicy(entry('hostShare', '2026-02-01', '3'), known(entry('hostShare', '2025-01-01', '2')));
    expect(later).toMatchObject({ ok: false, refusal: { kind: 'policy-in-the-past', today: '2026-03-02' } });
  });

  it('is never decided twice for one day', () => {
    const twice = decidePolicy(entry('hostShare', '2026-04-01', '3'), known(entry('hostShare', '2026-04-01', '2')));
    expect(twice).toMatchObject({ ok: false, refusal: { kind: 'policy-already-decided' } });
  });

  it.each([
    ['contributionRate', '101'],
    ['contributionRate', '6,5'],
    ['contributionRate', '-1'],
    ['payWorkingDays', '0'],
    ['payWorkingDays', '7.5'],
    ['invoiceTermDays', '121'],
    ['reminderDays', '7 21'],
    ['reminderDays', '7 7 35'],
    ['reminderDays', '7 21 366'],
    ['advanceLimit', '-1.00'],
    ['advanceLimit', '1.001'],
  ] as const)('refuses %s = %s and says what is expected', (policy, value) => {
    expect(decidePolicy(entry(policy, '2026-04-01', value), known())).toMatchObject({
      ok: false,
      refusal: { kind: 'not-a-policy-value', expected: expect.stringContaining('such as') as unknown },
    });
  });
});
