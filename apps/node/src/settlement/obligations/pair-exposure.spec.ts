import { type Obligation, type ObligationState, exposureOf } from '@passerelle/settlement';
import fc from 'fast-check';
import { day, money } from '@passerelle/values';
import { type Pair, newPair } from './pair.js';
import { exposureIn, movedBy } from './pair-exposure.js';

const cap = { creditor: 'be', debtor: 'fr', amount: money('1000000.00', 'EUR') };

const obligation = (id: number, of: { state: ObligationState; proposer: string; withdrawSeq: number | null }) =>
  ({
    terms: {
      obligation: `obligation ${id}`,
      mission: 'by-hand',
      debtor: id % 4 === 0 ? 'be' : 'fr',
      creditor: id % 4 === 0 ? 'fr' : 'be',
      currency: id % 5 === 0 ? 'SEK' : 'EUR',
      amount: String(100 + id),
      due: day('2026-04-30'),
      kind: 'shared.cost',
      text: '',
    },
    hash: '',
    proposeSeq: 1,
    answerSeq: null,
    cycle: null,
    settledIn: null,
    holds: [],
    dispute: null,
    disputeEnded: null,
    ...of,
  }) as unknown as Obligation;

const states = ['proposed', 'agreed', 'held', 'rejected', 'withdrawn', 'settled', 'void'] as const;

describe('what a pair owes', () => {
  it('is the same as a running sum and counted from all obligations, whatever becomes of them', () => {
    const change = fc.record({
      id: fc.nat(9),
      state: fc.constantFrom(...states),
      isOurs: fc.boolean(),
      seen: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const kept = new Map<number, Obligation>();
        let pair: Pair = newPair('fr');
        for (const [at, { id, state, isOurs, seen }] of changes.entries()) {
          const before = kept.get(id);
          const proposer = before?.proposer ?? (isOurs ? 'be' : 'fr');
          const next = obligation(id, { state, proposer, withdrawSeq: state === 'withdrawn' ? at + 1 : null });
          pair = { ...pair, seen: Math.max(pair.seen, Math.min(at, pair.seen + seen)) };
          pair = { ...pair, ...movedBy(pair, { before, next }, 'be') };
          kept.set(id, next);
          const counted = exposureOf(cap, kept.values(), { me: 'be', seenByPeer: pair.seen });
          expect(exposureIn(pair, cap)).toEqual(counted);
        }
      }),
    );
  });
});
