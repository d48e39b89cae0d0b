import fc from 'fast-check';
import { percent } from '@passerelle/values';
import { type Shares, type Shortfall, lessen, recover, waterfall } from './waterfall.js';

const vector: Shortfall = {
  amount: 60000n,
  defaulter: 'fr',
  stakes: { be: 30000n, de: 20000n, fr: 15000n, pl: 10001n },
  usable: percent('50'),
  claims: { be: 15000n, pl: 45000n },
};

const borneBy = (of: Shortfall) => {
  const result = waterfall(of);
  if (!result.ok) throw new Error(result.refusal.detail);
  return result.value;
};

const sum = (shares: Shares) => Object.values(shares).reduce((so, amount) => so + amount, 0n);

describe('the waterfall', () => {
  it('gives what was published for a shortfall of 600.00', () => {
    expect(borneBy(vector)).toEqual({
      own: 15000n,
      mutual: { be: 15000n, de: 10000n, pl: 5000n },
      loss: { be: 3750n, pl: 11250n },
    });
  });

  it('stops at the own stake when that is enough', () => {
    expect(borneBy({ ...vector, amount: 15000n })).toEqual({
      own: 15000n,
      mutual: { be: 0n, de: 0n, pl: 0n },
      loss: { be: 0n, pl: 0n },
    });
  });

  it('uses the others no further than one event may', () => {
    expect(sum(borneBy({ ...vector, amount: 45000n }).mutual)).toBe(30000n);
    expect(sum(borneBy({ ...vector, amount: 45001n }).loss)).toBe(1n);
  });

  it('can share the rest by the caps that were granted', () => {
    expect(borneBy({ ...vector, claims: { be: 90000n, de: 30000n, pl: 30000n } }).loss).toEqual({
      be: 9000n,
      de: 3000n,
      pl: 3000n,
    });
  });

  it('lets nobody owe itself: a claim of the defaulter bears nothing', () => {
    expect(borneBy({ ...vector, claims: { ...vector.claims, fr: 99999n } }).loss).toEqual({ be: 3750n, pl: 11250n });
  });

  it('is refused for nothing missing, and when nobody is left to bear it', () => {
    expect(waterfall({ ...vector, amount: 0n })).toMatchObject({ refusal: { kind: 'not-a-shortfall' } });
    expect(waterfall({ ...vector, claims: { fr: 5n } })).toMatchObject({ refusal: { kind: 'nobody-bears-it' } });
  });

  it('pays recovered money back in the reverse order', () => {
    const borne = borneBy(vector);
    expect(recover(4000n, borne)).toEqual({
      loss: { be: 1000n, pl: 3000n },
      mutual: { be: 0n, de: 0n, pl: 0n },
      own: 0n,
      surplus: 0n,
    });
    expect(recover(30000n, borne)).toMatchObject({
      loss: { be: 3750n, pl: 11250n },
      mutual: { be: 7500n, de: 5000n, pl: 2500n },
    });
    expect(recover(60100n, borne)).toMatchObject({ own: 15000n, surplus: 100n });
  });

  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const shares = fc.dictionary(fc.constantFrom('at', 'be', 'de', 'fr', 'pl'), amount);

  it('adds up exactly, takes no more than is there, and does not depend on any order', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        shares,
        shares,
        fc.integer({ min: 0, max: 100 }),
        (missing, stakes, claims, usable) => {
          const of = {
            amount: missing,
            defaulter: 'fr',
            stakes,
            usable: percent(`${usable}`),
            claims: { ...claims, be: 1n },
          };
          const { own, mutual, loss } = borneBy(of);
          expect(own + sum(mutual) + sum(loss)).toBe(missing);
          for (const [node, part] of Object.entries(mutual)) expect(part >= 0n && part <= stakes[node]!).toBe(true);
          const turned = Object.fromEntries(Object.entries(stakes).reverse());
          expect(borneBy({ ...of, stakes: turned })).toEqual({ own, mutual, loss });
        },
      ),
    );
  });

  it('gives everything back in as many instalments as one likes, and never more than was borne', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 30000n }), { maxLength: 8 }), (instalments) => {
        let borne = borneBy(vector);
        let back = 0n;
        for (const instalment of instalments) {
          const recovery = recover(instalment, borne);
          back += instalment - recovery.surplus;
          borne = lessen(borne, recovery);
          for (const left of [borne.own, ...Object.values(borne.mutual), ...Object.values(borne.loss)])
            expect(left >= 0n).toBe(true);
        }
        expect(borne.own + sum(borne.mutual) + sum(borne.loss)).toBe(60000n - back);
      }),
    );
  });
});
