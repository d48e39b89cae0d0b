import { percent } from '@passerelle/values';
import { type DefaultEvent, borneBy, callOn, payoutReference, payoutsOf } from './fund-event.js';
import type { Leg } from './netting.js';
import { recover } from './waterfall.js';

const leg = (to: string, amount: string): Leg => ({
  leg: `LEG${to.toUpperCase()}`.padEnd(26, 'A'),
  cycle: '2026-08',
  from: 'fr',
  to,
  currency: 'EUR',
  amount,
});

const legs = [leg('pl', '45000'), leg('be', '20000')];

const fund = { stakes: { be: 30_000n, de: 20_000n, fr: 15_000n, pl: 10_001n }, usable: percent('50') };

const event = (claims: DefaultEvent['claims']): DefaultEvent => ({
  cycle: '2026-08',
  defaulter: 'fr',
  currency: 'EUR',
  claims,
});

const digest = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url').padEnd(64, 'A');

describe('the call of a default', () => {
  it('is the published example, named after the leg of the first payee', () => {
    expect(callOn(event({ be: '15000', pl: '45000' }), legs, fund)).toEqual({
      ok: true,
      value: {
        leg: legs[1]!.leg,
        defaulter: 'fr',
        currency: 'EUR',
        shortfall: '60000',
        own: '15000',
        mutual: { be: '15000', de: '10000', pl: '5000' },
        loss: { be: '3750', pl: '11250' },
      },
    });
  });

  it('is the same in whatever order the claims come', () => {
    const one = callOn(event({ be: '15000', pl: '45000' }), legs, fund);
    expect(callOn(event({ pl: '45000', be: '15000' }), [...legs].reverse(), fund)).toEqual(one);
  });

  it('pays each payee what it does not bear itself, which is what the stakes give', () => {
    const claims = { be: '15000', pl: '45000' };
    const call = callOn(event(claims), legs, fund);
    if (!call.ok) throw new Error(call.refusal.detail);
    expect(payoutsOf(call.value, claims)).toEqual({ be: 11_250n, pl: 33_750n });
    expect(recover(60_000n, borneBy(call.value)).surplus).toBe(0n);
  });

  it('pays each payee under a reference of its own', () => {
    const result = 'r'.repeat(43);
    const one = payoutReference(result, 'be', 'EUR', digest);
    expect(one).toMatch(/^[A-Z2-7]{26}$/);
  });

  it.each([
    ['no-such-leg', { de: '1' }],
    ['no-such-leg', { be: '0' }],
    ['no-such-leg', { be: '-1' }],
    ['no-such-leg', {}],
    ['more-than-the-leg', { be: '20001' }],
  ])('is refused as %s for the claims %j', (code, claims) => {
    expect(callOn(event(claims as DefaultEvent['claims']), legs, fund)).toMatchObject({ ok: false, refusal: { code } });
  });
});
