import { day } from '@passerelle/values';
import * as parameters from './parameters.js';
import { reform } from './reform.js';
import { groupOf } from './states.js';
import { country } from '@passerelle/values';
import { hasSignedTelework } from './telework-signatories.js';

describe('the numbers of coordination', () => {
  it('each stand once, with their source and how sure they are', () => {
    const all = Object.values(parameters);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { entries } of all)
      for (const { source, confidence } of entries) {
        expect(source.length).toBeGreaterThan(10);
        expect(['confirmed', 'secondary', 'to-confirm']).toContain(confidence);
      }
  });

  it('of the planned reform are written down and switched off', () => {
    expect(reform.map(({ name }) => name)).toContain('minPriorAffiliationMonths');
    expect(reform.every(({ inForce }) => !inForce)).toBe(true);
  });
});

describe('the coordinated states', () => {
  const group = (state: string, on: string) => groupOf(country(state), day(on));

  it('join and leave on their own days', () => {
    expect([group('CH', '2012-03-31'), group('CH', '2012-04-01')]).toEqual([undefined, 'switzerland']);
    expect([group('NO', '2012-05-31'), group('NO', '2012-06-01')]).toEqual([undefined, 'eea']);
    expect([group('HR', '2013-06-30'), group('HR', '2013-07-01')]).toEqual([undefined, 'union']);
    expect([group('GB', '2020-12-31'), group('GB', '2021-01-01')]).toEqual(['union', 'tca']);
    expect(group('US', '2026-11-21')).toBeUndefined();
  });

  it('are 27 in the Union today', () => {
    const codes = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
    expect(codes.filter((code) => group(code, '2026-11-21') === 'union')).toHaveLength(27);
  });

  it('have signed the telework agreement each from its day', () => {
    const signed = (state: string, on: string) => hasSignedTelework(country(state), day(on));
    expect([signed('IT', '2023-12-31'), signed('IT', '2024-01-01')]).toEqual([false, true]);
    expect([signed('BE', '2023-06-30'), signed('BE', '2023-07-01'), signed('DK', '2026-11-21')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
