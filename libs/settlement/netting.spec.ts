import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { day } from '@passerelle/values';
import type { NettingRules } from './federation.js';
import type { Fixing } from './fixing.js';
import { type NettingResult, legId, legsOf, netCycle, resultHash } from './netting.js';
import type { Obligation } from './obligation.js';
import { type Statement, statementOf } from './statement.js';
import { canonical, digest } from './testing/canonical.js';
import { byPair, inCurrency, owes, statementsOf, table } from './testing/debts.js';

const each: NettingRules = { mode: 'per-currency' };
const setOffOnly: NettingRules = { mode: 'set-off' };

function net(statements: readonly Statement[], rules = each, fixing: Fixing | null = null): NettingResult {
  const result = netCycle({ cycle: '2026-08', round: '0', statements, fixing, rules });
  if (!result.ok) throw new Error(result.refusal.detail);
  return result.value;
}

/** A month among Brussels, Paris and Berlin, amounts in cents. */
const month: readonly Obligation[] = [
  owes('be', 'fr', '400000'),
  owes('fr', 'be', '250000'),
  owes('fr', 'de', '300000'),
  owes('de', 'be', '120000'),
  owes('de', 'fr', '50000'),
];

describe('a month among three branches', () => {
  it('of five debts over 11 200.00 needs two payments over 1 300.00', () => {
    const { positions, legs } = net(statementsOf(month));
    expect(positions).toEqual({ EUR: { be: '-30000', fr: '-100000', de: '130000' } });
    expect(table(legs)).toEqual(['fr -> de 100000 EUR', 'be -> de 30000 EUR']);
  });

  it('leaves out what is disputed', () => {
    const disputed = month.map((one) =>
      one.terms.amount === '300000'
        ? { ...one, state: 'held' as const, holds: [{ from: '2026-08', until: null }] }
        : one,
    );
    const { positions, legs } = net(statementsOf(disputed));
    expect(positions).toEqual({ EUR: { be: '-30000', fr: '200000', de: '-170000' } });
    expect(table(legs)).toEqual(['de -> fr 170000 EUR', 'be -> fr 30000 EUR']);
  });

  it('by set-off alone shortens debts and lets nobody pay a stranger', () => {
    const { positions, legs } = net(statementsOf(month), setOffOnly);
    expect(positions).toEqual({ EUR: { be: '-30000', fr: '-100000', de: '130000' } });
    expect(table(legs)).toEqual(['be -> fr 30000 EUR', 'fr -> de 130000 EUR']);
  });
});

describe('the published vector', () => {
  const statement = (a: string, b: string, lines: Statement['lines']): Statement => ({
    cycle: '2026-08',
    a,
    b,
    n: '1',
    lines,
    root: '',
  });
  const statements = [
    statement('be', 'fr', { EUR: { ab: '90000', ba: '215000' } }),
    statement('be', 'pl', { PLN: { ab: '1250033', ba: '200000' } }),
    statement('fr', 'pl', { EUR: { ab: '40000', ba: '0' }, PLN: { ab: '0', ba: '77777' } }),
  ];
  const fixing: Fixing = {
    source: 'agreed table',
    date: day('2026-08-31'),
    into: 'EUR',
    table: { PLN: { num: '2337', den: '10000', text: '0.2337' } },
  };
  const rules: NettingRules = { mode: 'one-currency', currency: 'EUR' };

  it('gives its positions and legs', () => {
    const { positions, legs } = net(statements, rules, fixing);
    expect(positions).toEqual({ EUR: { be: '-120393', fr: '-146824', pl: '267217' } });
    expect(table(legs)).toEqual(['fr -> pl 146824 EUR', 'be -> pl 120393 EUR']);
  });

  it('is not netted without the fixing, by another one, or with a currency it does not have', () => {
    const refusal = (given: Fixing | null, by = rules) => {
      const result = netCycle({ cycle: '2026-08', round: '0', statements, fixing: given, rules: by });
      return result.ok ? 'netted' : result.refusal.kind;
    };
    expect(refusal(null)).toBe('no-fixing');
    expect(refusal({ ...fixing, into: 'SEK' })).toBe('no-fixing');
    expect(refusal(fixing, each)).toBe('no-fixing');
    expect(refusal({ ...fixing, table: {} })).toBe('no-rate');
  });
});

describe('a leg', () => {
  const base32 = (bytes: Buffer) =>
    [...bytes]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .match(/.{5}/g)!
      .map((bits) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(bits, 2)])
      .join('');

  it('is named by 26 characters of base32 that a bank can carry', () => {
    fc.assert(
      fc.property(fc.string(), (result) => {
        const names = { from: 'fr', to: 'de', currency: 'EUR' };
        const bytes = createHash('sha256')
          .update(`coop-settle/1\n${canonical([result, 'fr', 'de', 'EUR'])}`)
          .digest();
        expect(legId(result, names, digest)).toBe(base32(bytes).slice(0, 26));
        expect(legId(result, names, digest)).toMatch(/^[A-Z2-7]{26}$/);
      }),
    );
  });

  it('has another name in another result', () => {
    const result = net(statementsOf(month));
    const [one] = legsOf(result, resultHash(result, digest), digest);
    const [other] = legsOf(result, resultHash({ ...result, round: '1' }, digest), digest);
    expect(one!.leg).not.toBe(other!.leg);
  });
});

const nodes = ['at', 'be', 'de', 'es', 'fr', 'hu', 'it', 'se'];
const debt = fc
  .record({
    pair: fc.shuffledSubarray(nodes, { minLength: 2, maxLength: 2 }),
    amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    currency: fc.constantFrom('EUR', 'SEK', 'ISK'),
  })
  .map(({ pair: [debtor, creditor], amount, currency }) => inCurrency(currency, owes(debtor!, creditor!, `${amount}`)));
const federation = fc.array(debt, { maxLength: 40 }).map((debts) => statementsOf(debts));
const table3: Fixing['table'] = { SEK: { num: '1', den: '11', text: '' }, ISK: { num: '7', den: '1000', text: '' } };
const intoEuro: Fixing = { source: 'drawn', date: day('2026-08-31'), into: 'EUR', table: table3 };
const rulesDrawn = fc.constantFrom<NettingRules>(each, setOffOnly, { mode: 'one-currency', currency: 'EUR' });
const fixingFor = ({ mode }: NettingRules): Fixing | null => (mode === 'one-currency' ? intoEuro : null);

/** The positions that the legs alone would give. */
function paidBy({ legs }: NettingResult): Record<string, Record<string, bigint>> {
  const paid: Record<string, Record<string, bigint>> = {};
  for (const { from, to, currency, amount } of legs) {
    const nodesOf = (paid[currency] ??= {});
    nodesOf[from] = (nodesOf[from] ?? 0n) - BigInt(amount);
    nodesOf[to] = (nodesOf[to] ?? 0n) + BigInt(amount);
  }
  return paid;
}

describe('netting', () => {
  const property = (holds: (result: NettingResult, statements: readonly Statement[]) => void) =>
    fc.assert(
      fc.property(federation, rulesDrawn, (statements, rules) => {
        holds(net(statements, rules, fixingFor(rules)), statements);
      }),
      { numRuns: 300 },
    );

  it('makes positions that sum to exactly zero in each currency', () => {
    property(({ positions }) => {
      for (const byNode of Object.values(positions))
        expect(Object.values(byNode).reduce((so, minor) => so + BigInt(minor), 0n)).toBe(0n);
    });
  });

  it('makes payments that reproduce the positions', () => {
    property((result) => {
      const paid = paidBy(result);
      for (const [currency, byNode] of Object.entries(result.positions))
        for (const [node, minor] of Object.entries(byNode)) expect(paid[currency]?.[node] ?? 0n).toBe(BigInt(minor));
    });
  });

  it('does not depend on the order of the statements', () => {
    fc.assert(
      fc.property(
        federation.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        rulesDrawn,
        ([statements, shuffled], rules) => {
          const fixing = fixingFor(rules);
          expect(resultHash(net(shuffled, rules, fixing), digest)).toBe(
            resultHash(net(statements, rules, fixing), digest),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('needs fewer payments than nodes, each above zero, and no node both pays and receives', () => {
    fc.assert(
      fc.property(federation, (statements) => {
        const { legs } = net(statements);
        for (const currency of ['EUR', 'SEK', 'ISK']) {
          const ofOne = legs.filter((leg) => leg.currency === currency);
          const payers = new Set(ofOne.map(({ from }) => from));
          expect(ofOne.length).toBeLessThan(nodes.length);
          expect(ofOne.every(({ amount, to }) => BigInt(amount) > 0n && !payers.has(to))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('by set-off never makes a debt larger than the pair had, nor joins strangers, nor leaves a cycle', () => {
    fc.assert(
      fc.property(federation, (statements) => {
        const { legs } = net(statements, setOffOnly);
        for (const { from, to, currency, amount } of legs) {
          const pair = statements.find(({ a, b }) => (a === from && b === to) || (a === to && b === from));
          const { ab, ba } = pair!.lines[currency]!;
          const owed = pair!.a === from ? BigInt(ab) - BigInt(ba) : BigInt(ba) - BigInt(ab);
          expect(BigInt(amount) > 0n && BigInt(amount) <= owed).toBe(true);
        }
        expect(hasCycle(legs.filter(({ currency }) => currency === 'EUR'))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  /** Takes away whoever is owed nothing by anyone left, until nobody or a cycle remains. */
  function hasCycle(legs: readonly { from: string; to: string }[]): boolean {
    const rest = legs.filter(({ from }) => legs.some(({ to }) => to === from));
    return rest.length === legs.length ? rest.length > 0 : hasCycle(rest);
  }
});

describe('a large federation', () => {
  it('of 27 nodes and 100 000 obligations is stated, netted and verified', () => {
    const names = [...Array(27).keys()].map((index) => `n${index + 10}`);
    const obligations = [...Array(100_000).keys()].map((index) => {
      const debtor = names[index % 27]!;
      const creditor = names[(index + 1 + (((index / 27) % 26) | 0)) % 27]!;
      const terms = { obligation: `0198f5c1-8f2a-7c3b-9a41-${100_000_000_000 + index}`, debtor, creditor };
      return { ...month[0]!, terms: { ...month[0]!.terms, ...terms, amount: `${index + 1}` } };
    });
    const pairs = [...byPair(obligations)].map(([key, owed]) => [key.split(' ') as [string, string], owed] as const);
    // Time of this processor alone, because the machine may be busy with other things.
    const statements = pairs.map(([pair, owed]) => statementOf('2026-08', pair, owed, digest));
    const result = net(statements);
    const hash = resultHash(result, digest);
    const legs = legsOf(result, hash, digest);
    const isVerified = resultHash(net([...statements].reverse()), digest) === hash;
    expect(statements).toHaveLength(351);
    expect(legs.length).toBeGreaterThan(0);
    expect(legs.length).toBeLessThanOrEqual(26);
    expect(isVerified).toBe(true);
  });
});
