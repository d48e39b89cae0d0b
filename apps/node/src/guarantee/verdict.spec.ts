import { country, day, money } from '@passerelle/values';
import { languages } from '@passerelle/rules/kit';
import { type VerdictFacts, verdictOf } from './verdict.js';

const confirmed = { state: 'active', clientConfirmedAt: new Date('2026-03-01T10:00:00Z') } as const;

const verdict = (change: Partial<VerdictFacts> = {}) =>
  verdictOf({
    mission: confirmed,
    client: country('FR'),
    on: day('2026-03-27'),
    net: money('508.89', 'EUR'),
    limit: money('1000.00', 'EUR'),
    ...change,
  });

const failing = (change: Partial<VerdictFacts>) => {
  const { verdict: outcome, reasons } = verdict(change);
  return [outcome, ...reasons.filter(({ holds }) => holds !== 'yes').map(({ code, holds }) => `${code} ${holds}`)];
};

describe('the verdict of the guarantee fund', () => {
  it('covers a confirmed mission for a client in the Union within the limit', () => {
    expect(verdict().verdict).toBe('covered');
    expect(verdict({ limit: null }).verdict).toBe('covered');
  });

  it('is conditional until the client has confirmed', () => {
    for (const state of ['draft', 'branch_check', 'offered', 'client_confirmation'] as const)
      expect(failing({ mission: { state, clientConfirmedAt: null } })).toEqual([
        'conditional',
        'client-confirms not-yet',
      ]);
  });

  it.each([
    ['a client outside the Union', { client: country('GB') }, 'client-in-area no'],
    ['work that began unconfirmed', { mission: { state: 'active', clientConfirmedAt: null } }, 'client-confirms no'],
    ['a wage one cent above the limit', { net: money('1000.01', 'EUR') }, 'within-limit no'],
  ] as const)('does not cover %s', (_, change, reason) => {
    expect(failing(change)).toEqual(['not-covered', reason]);
  });

  it('covers a wage at the limit', () => {
    expect(verdict({ net: money('1000.00', 'EUR') }).verdict).toBe('covered');
  });

  it('is conditional while nobody can say the wage', () => {
    expect(failing({ net: null })).toEqual(['conditional', 'wage-known not-yet']);
  });

  it('says why in every language', () => {
    for (const { words } of verdict().reasons) for (const language of languages) expect(words[language]).not.toBe('');
  });
});
