import { country, day } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import { type Counting, type CountingId, elsewhereOf, isCode, nameIn } from './counting.js';

const code = 'A'.repeat(43);
const [first, second] = ['q1' as CountingId, 'q2' as CountingId];
const year = { first: day('2026-01-01'), last: day('2026-12-31') };

const asked = (peer: string, days: number | 'unknown-person' | null): Counting => ({
  id: first,
  member: 'amina' as MemberId,
  peer,
  direction: 'asked',
  host: country('SE'),
  spans: [year],
  askedAt: new Date('2026-03-16T08:00:00Z'),
  answer:
    days === null
      ? null
      : typeof days === 'number'
        ? { kind: 'counted', days: [days], on: day('2026-03-16') }
        : { kind: days, on: day('2026-03-17') },
});

describe('the name of a person between two nodes', () => {
  it('is the same for both, and another one in every question, direction and pair', () => {
    const name = nameIn(first, { code, from: 'be', to: 'fr' });
    expect(nameIn(first, { code, from: 'be', to: 'fr' })).toBe(name);
    const others = [
      nameIn(second, { code, from: 'be', to: 'fr' }),
      nameIn(first, { code, from: 'fr', to: 'be' }),
      nameIn(first, { code, from: 'be', to: 'se' }),
      nameIn(first, { code: 'B'.repeat(43), from: 'be', to: 'fr' }),
    ];
    expect(new Set([name, ...others]).size).toBe(5);
    expect(isCode(name)).toBe(true);
  });
});

describe('what her other cooperatives count', () => {
  const said = (...countings: Counting[]) => elsewhereOf(['fr', 'se'], countings, [year]);

  it('is a sum once all of them have told', () => {
    expect(said(asked('fr', 12), asked('se', 3)).spans).toEqual([{ ...year, days: 15 }]);
    expect(said(asked('fr', 12), asked('se', 0)).spans).toEqual([{ ...year, days: 12 }]);
  });

  it('is unknown while one of them is silent, and says who, and of what day the others are', () => {
    expect(said(asked('fr', 12), asked('se', null))).toEqual({
      spans: [{ ...year, days: null }],
      told: [
        { peer: 'fr', state: 'counted', on: '2026-03-16' },
        { peer: 'se', state: 'waiting', on: null },
      ],
    });
  });

  it('is unknown where she is unknown, whatever was counted before', () => {
    expect(said(asked('fr', 12), asked('fr', 'unknown-person'), asked('se', 3)).spans[0]?.days).toBeNull();
  });

  it('is the newest count while a newer question waits', () => {
    expect(said(asked('fr', 12), asked('fr', 14), asked('fr', null), asked('se', 1)).spans[0]?.days).toBe(15);
  });
});
