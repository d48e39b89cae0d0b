import type { ReportedObligation } from '@passerelle/protocol';
import fc from 'fast-check';
import { channel, type NodeName, obligation, reportOf, reportsOf } from '../testing/federation.js';
import { bothSides, differencesOf } from './pairs.js';
import { positionsOf } from './positions.js';

const members: readonly NodeName[] = ['be', 'fr', 'se'];

/** Every node reports the obligations it is a party of. */
const alike = (all: readonly ReportedObligation[]) =>
  reportsOf(
    ...members.map((node) =>
      reportOf(node, { obligations: all.filter(({ debtor, creditor }) => [debtor, creditor].includes(node)) }),
    ),
  );
const frOwesBe = obligation(1, { debtor: 'fr', creditor: 'be' });
const beOwesSe = obligation(2, { debtor: 'be', creditor: 'se' }, { amount: '30000' });

describe('who owes whom', () => {
  it('is told per currency, in the words of both, with positions that sum to zero', () => {
    const inCrowns = obligation(3, { debtor: 'se', creditor: 'be' }, { currency: 'SEK', amount: '150000' });
    const told = positionsOf(members, alike([frOwesBe, beOwesSe, inCrowns])).map((each) => ({
      currency: each.currency,
      owed: each.owed.map(
        ({ from, to, debtorSays, creditorSays }) => `${from} → ${to} ${debtorSays} = ${creditorSays}`,
      ),
      positions: each.positions.map(({ node, amount }) => `${node} ${amount}`),
      check: `gross ${each.gross}, net ${each.net}, sum ${each.sumOfPositions}`,
    }));
    expect(told).toEqual([
      {
        currency: 'EUR',
        owed: ['be → se 300.00 EUR = 300.00 EUR', 'fr → be 980.00 EUR = 980.00 EUR'],
        positions: ['be 680.00 EUR', 'fr -980.00 EUR', 'se 300.00 EUR'],
        check: 'gross 1280.00 EUR, net 980.00 EUR, sum 0.00 EUR',
      },
      {
        currency: 'SEK',
        owed: ['se → be 1500.00 SEK = 1500.00 SEK'],
        positions: ['be 1500.00 SEK', 'fr 0.00 SEK', 'se -1500.00 SEK'],
        check: 'gross 1500.00 SEK, net 1500.00 SEK, sum 0.00 SEK',
      },
    ]);
  });

  it('counts nothing that is only proposed, or settled already', () => {
    const rest = (['proposed', 'rejected', 'withdrawn', 'void', 'settled'] as const).map((state, at) =>
      obligation(at + 1, { debtor: 'fr', creditor: 'be' }, { state }),
    );
    expect(positionsOf(members, alike(rest))).toEqual([]);
  });

  it('says who signed each figure, and when', () => {
    const [euros] = positionsOf(members, alike([frOwesBe]));
    expect(euros!.owed[0]).toMatchObject({ signedBy: ['be', 'fr'], at: '2026-04-08T08:00:00.000Z', isAlike: true });
    expect(euros!.positions[1]).toMatchObject({ node: 'fr', signedBy: ['fr'] });
  });

  it('does not sum to zero when only one of the two reports a debt', () => {
    const reports = reportsOf(reportOf('be', { obligations: [frOwesBe] }), reportOf('fr'));
    const [euros] = positionsOf(members, reports);
    expect(String(euros!.sumOfPositions)).toBe('980.00 EUR');
    expect(euros!.owed[0]).toMatchObject({ isAlike: false });
    expect(euros!.positions[2]).toMatchObject({ node: 'se', amount: null, signedBy: [], at: null });
  });

  it('listens to nobody about the debts of others', () => {
    const reports = reportsOf(reportOf('be'), reportOf('fr'), reportOf('se', { obligations: [frOwesBe] }));
    expect(bothSides(reports)).toEqual([]);
    expect(positionsOf(members, reports)).toEqual([]);
  });

  it('sums to zero whatever the debts are, as long as both sides say the same', () => {
    const pair = fc.constantFrom<[NodeName, NodeName][]>(
      ['be', 'fr'],
      ['fr', 'be'],
      ['be', 'se'],
      ['se', 'be'],
      ['fr', 'se'],
      ['se', 'fr'],
    );
    const debt = fc.tuple(pair, fc.bigInt(1n, 10n ** 12n), fc.constantFrom('EUR' as const, 'SEK' as const));
    fc.assert(
      fc.property(fc.array(debt, { maxLength: 30 }), (debts) => {
        const all = debts.map(([[debtor, creditor], amount, currency], at) =>
          obligation(at, { debtor, creditor }, { amount: String(amount), currency }),
        );
        for (const each of positionsOf(members, alike(all))) {
          expect(each.sumOfPositions.isZero()).toBe(true);
          expect(each.net.isMoreThan(each.gross)).toBe(false);
        }
        expect(differencesOf(alike(all))).toEqual([]);
      }),
    );
  });
});

describe('a difference between the two sides of a debt', () => {
  const said = (be: readonly ReportedObligation[], fr: readonly ReportedObligation[], sent = 1, heard = 1) =>
    differencesOf(
      reportsOf(
        reportOf('be', { obligations: [...be], channels: [channel('fr', { sent })] }),
        reportOf('fr', { obligations: [...fr], channels: [channel('be', { heard })] }),
      ),
    );

  it.each([
    ['the amount', { amount: '98001' }, 'terms'],
    ['the day it is due', { due: '2026-04-24' as ReportedObligation['due'] }, 'terms'],
    ['its state', { state: 'held' as const }, 'state'],
    ['its cycle', { cycle: '2026-05' }, 'cycle'],
  ])('is seen in %s', (_what, change, kind) => {
    expect(said([frOwesBe], [{ ...frOwesBe, ...change }])).toMatchObject([
      { obligation: frOwesBe.id, debtor: 'fr', creditor: 'be', kind, isOnItsWay: false },
    ]);
  });

  it('is seen when one of the two does not know the debt', () => {
    expect(said([frOwesBe], [])).toMatchObject([{ kind: 'debtor-silent', debtorSays: null, creditorSays: 'agreed' }]);
    expect(said([], [frOwesBe])).toMatchObject([{ kind: 'creditor-silent', creditorSays: null }]);
  });

  it('is only on its way while messages between the two are', () => {
    expect(said([frOwesBe], [], 2, 1)).toMatchObject([{ kind: 'debtor-silent', isOnItsWay: true }]);
  });

  it('is none when neither is bound, or when one of the two has never reported', () => {
    const proposed = { ...frOwesBe, state: 'proposed' as const };
    expect(said([proposed], [])).toEqual([]);
    expect(differencesOf(reportsOf(reportOf('be', { obligations: [frOwesBe] })))).toEqual([]);
  });
});
