import fc from 'fast-check';
import { differences, itemsOf } from './differences.js';
import {
  type CoSigned,
  coSign,
  isCoSigned,
  isSameStatement,
  isSignedBy,
  isSound,
  signStatement,
  statementOf,
} from './statement.js';
import { check, digest, signerOf } from './testing/canonical.js';
import { inCurrency, owes, signedByBoth } from './testing/debts.js';

const pair = ['fr', 'be'] as const;
const owed = [
  owes('fr', 'be', '98000', { id: 'o-3' }),
  owes('fr', 'be', '2000', { id: 'o-1' }),
  owes('be', 'fr', '15000', { id: 'o-2' }),
  inCurrency('SEK', owes('be', 'fr', '700', { id: 'o-4' })),
];

describe('a statement', () => {
  it('says what each of the two owes the other in each currency', () => {
    expect(statementOf('2026-08', pair, owed, digest)).toMatchObject({
      a: 'be',
      b: 'fr',
      n: '4',
      lines: { EUR: { ab: '15000', ba: '100000' }, SEK: { ab: '700', ba: '0' } },
    });
  });

  it('leaves out what is held, settled, not agreed or of a later cycle', () => {
    const left = [
      owes('fr', 'be', '1', { holds: [{ from: '2026-08', until: null }], state: 'held' }),
      owes('fr', 'be', '2', { settledIn: '2026-07', state: 'settled' }),
      owes('fr', 'be', '3', { cycle: null, state: 'proposed' }),
      owes('fr', 'be', '4', { cycle: '2026-09' }),
    ];
    expect(statementOf('2026-08', pair, [...owed, ...left], digest)).toEqual(
      statementOf('2026-08', pair, owed, digest),
    );
  });

  it('is the same from either side and in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(owed, { minLength: owed.length }), fc.boolean(), (order, isTurned) => {
        const parties = isTurned ? (['be', 'fr'] as const) : pair;
        const one = statementOf('2026-08', parties, order, digest);
        expect(isSameStatement(one, statementOf('2026-08', pair, owed, digest), digest)).toBe(true);
      }),
    );
  });

  it('differs when one obligation has other terms of the same amount', () => {
    const other = [...owed.slice(1), { ...owed[0]!, hash: digest('other terms') }];
    const [one, two] = [owed, other].map((list) => statementOf('2026-08', pair, list, digest));
    expect(one!.lines).toEqual(two!.lines);
    expect(isSameStatement(one!, two!, digest)).toBe(false);
  });

  it('binds with both signatures over the same words, and not otherwise', () => {
    const statement = statementOf('2026-08', pair, owed, digest);
    const signed = signedByBoth(statement);
    expect(isCoSigned(signed, check)).toBe(true);
    const forged: CoSigned[] = [
      { ...signed, sigB: signed.sigA },
      { ...signed, sigA: '' },
      { ...signed, n: '5' },
      { ...signed, cycle: '2026-09' },
      coSign(statement, { be: signed.sigA, fr: signStatement(statement, signerOf('se')) }),
    ];
    expect(forged.map((one) => isCoSigned(one, check))).toEqual(forged.map(() => false));
    expect(isSignedBy('se', statement, signStatement(statement, signerOf('se')), check)).toBe(false);
  });

  it('is unsound for another cycle, in reversed order, or with amounts that are none', () => {
    const statement = statementOf('2026-08', pair, owed, digest);
    expect(isSound(statement, '2026-08')).toBe(true);
    const unsound = [
      { ...statement, cycle: '2026-09' },
      { ...statement, a: 'fr', b: 'be' },
      { ...statement, n: '-1' },
      { ...statement, lines: { EUR: { ab: '1.5', ba: '0' } } },
      { ...statement, lines: { XYZ: { ab: '1', ba: '0' } } },
    ];
    expect(unsound.map((one) => isSound(one, '2026-08'))).toEqual(unsound.map(() => false));
  });
});

describe('two lists that should be equal', () => {
  const many = [...Array(300).keys()].map((index) => owes('fr', 'be', `${index + 1}`, { id: `o-${1000 + index}` }));

  it('have no differences when they are', () => {
    expect(differences(itemsOf(many), itemsOf([...many].reverse()), digest)).toEqual([]);
  });

  it('show exactly the obligations that differ, are missing or stand otherwise', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 299 }), { maxLength: 12 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 299 }), { maxLength: 12 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 299 }), { maxLength: 12 }),
        (missingHere, missingThere, otherwise) => {
          const mine = many.filter((_, index) => !missingHere.includes(index));
          const theirs = many
            .map((one, index) => (otherwise.includes(index) ? { ...one, state: 'held' as const } : one))
            .filter((_, index) => !missingThere.includes(index));
          const expected = [...many.keys()].filter(
            (index) =>
              missingHere.includes(index) !== missingThere.includes(index) ||
              (otherwise.includes(index) && !missingHere.includes(index)),
          );
          const found = differences(itemsOf(mine), itemsOf(theirs), digest);
          expect(found.map(({ obligation }) => obligation)).toEqual(expected.map((index) => `o-${1000 + index}`));
          for (const { obligation, mine: here, theirs: there } of found) {
            expect(here).toEqual(itemsOf(mine).find((item) => item.obligation === obligation) ?? null);
            expect(there).toEqual(itemsOf(theirs).find((item) => item.obligation === obligation) ?? null);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
