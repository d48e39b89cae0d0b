import {
  type PairSettlement,
  hearPair,
  isSettledByPair,
  mayOffer,
  newPairSettlement,
  offerOf,
  pairLabel,
  pairLegs,
} from './pair.js';
import { statementOf } from './statement.js';
import { check, digest, signerOf } from './testing/canonical.js';
import { inCurrency, owes, signedByBoth, table } from './testing/debts.js';

const set = [owes('fr', 'be', '98000'), owes('be', 'fr', '15000'), inCurrency('SEK', owes('be', 'fr', '700'))];
const statement = signedByBoth(statementOf('2026-08', ['be', 'fr'], set, digest));
const view = { closed: '2026-08', isInFinal: false, lastCut: '2026-08', set };

function hear(current: PairSettlement, from: string, body = offerOf(statement, signerOf(from)), lastCut = '2026-08') {
  return hearPair(current, from, body, { lastCut, check });
}

describe('a pair that a cycle left out', () => {
  it('pays its net directly in each currency', () => {
    expect(table(pairLegs(statement, digest))).toEqual(['fr -> be 83000 EUR', 'be -> fr 700 SEK']);
    expect(pairLegs(statement, digest).every(({ leg }) => /^[A-Z2-7]{26}$/.test(leg))).toBe(true);
    expect(pairLabel(statement)).toBe('2026-08:be:fr');
  });

  it('pays nothing in a currency in which it is even', () => {
    const even = statementOf('2026-08', ['be', 'fr'], [owes('fr', 'be', '5'), owes('be', 'fr', '5')], digest);
    expect(pairLegs(even, digest)).toEqual([]);
  });

  it('is settled when both have said so, in either order', () => {
    for (const [first, second] of [
      ['be', 'fr'],
      ['fr', 'be'],
    ] as const) {
      const one = hear(newPairSettlement(statement), first);
      if (!one.ok) throw new Error(one.refusal.detail);
      expect(isSettledByPair(one.value)).toBe(false);
      const both = hear(one.value, second);
      expect(both.ok && isSettledByPair(both.value)).toBe(true);
    }
  });

  it('is refused a word from others, on another statement, badly signed, or after the next cut', () => {
    const none = newPairSettlement(statement);
    const code = (result: ReturnType<typeof hear>) => (result.ok ? 'heard' : result.refusal.code);
    expect(code(hear(none, 'se'))).toBe('wrong-party');
    expect(code(hear(none, 'be', { ...offerOf(statement, signerOf('be')), root: 'other' }))).toBe('other-statement');
    expect(code(hear(none, 'be', { ...offerOf(statement, signerOf('be')), cycle: '2026-07' }))).toBe('other-statement');
    expect(code(hear(none, 'be', offerOf(statement, signerOf('fr'))))).toBe('bad-signature');
    expect(code(hear(none, 'be', offerOf(statement, signerOf('be')), '2026-09'))).toBe('next-cycle-cut');
    expect(code(hear(none, 'be'))).toBe('heard');
  });

  it('is offered only when no cycle can settle the same debts', () => {
    expect(mayOffer(statement, view)).toBe(true);
    expect(mayOffer(statement, { ...view, closed: '2026-07' })).toBe(false);
    expect(mayOffer(statement, { ...view, closed: null })).toBe(false);
    expect(mayOffer(statement, { ...view, isInFinal: true })).toBe(false);
    expect(mayOffer(statement, { ...view, lastCut: '2026-09' })).toBe(false);
    expect(mayOffer(statement, { ...view, set: [...set, owes('fr', 'be', '1', { state: 'held' })] })).toBe(false);
    expect(mayOffer(statement, { ...view, set: [owes('fr', 'be', '1', { settledIn: '2026-08' })] })).toBe(false);
  });
});
