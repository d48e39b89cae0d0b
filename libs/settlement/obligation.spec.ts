import fc from 'fast-check';
import { settle } from './decide.js';
import { type Obligation, type ObligationState, countsIn, mayVoid, obligationMoves } from './obligation.js';
import { type PairMessage, type PairRecord, applyToPair, emptyRecord, isFrozen, setOf } from './pair-record.js';
import { digest } from './testing/canonical.js';
import { type Direction, amina, direction, fold, interleavings, pairOfBeAndFr, say } from './testing/conversation.js';
import { type ObligationTerms, amountOf } from './terms.js';

const hash = digest(amina);
const id = amina.obligation;

const propose = (terms: ObligationTerms = amina): PairMessage => ({ type: 'obligation.propose', body: terms });
const accept = (cycle = '2026-08', terms = hash): PairMessage => ({
  type: 'obligation.accept',
  body: { obligation: id, terms, cycle },
});
const reject: PairMessage = { type: 'obligation.reject', body: { obligation: id, code: 'unknown-mission' } };
const withdraw: PairMessage = { type: 'obligation.withdraw', body: { obligation: id } };
const open: PairMessage = { type: 'dispute.open', body: { obligation: id, code: 'not-delivered', evidence: '' } };
const close = (outcome: 'upheld' | 'void'): PairMessage => ({
  type: 'dispute.close',
  body: { obligation: id, outcome },
});
const cut = (cycle: string): PairMessage => ({ type: 'cycle.cut', body: { cycle } });

/** Says the messages one after the other, each side having applied all before it, and returns every outcome. */
function inTurn(...said: readonly (readonly [from: 'be' | 'fr', message: PairMessage])[]) {
  const count = { be: 0, fr: 0 };
  let record = emptyRecord(pairOfBeAndFr);
  const outcomes: string[] = [];
  for (const [from, message] of said) {
    count[from] += 1;
    const ack = count[from === 'be' ? 'fr' : 'be'];
    const step = applyToPair(record, { ...message, from, seq: count[from], ack }, digest);
    if (step.ok) record = step.value.record;
    outcomes.push(step.ok ? step.value.effects.join() : `refused ${step.refusal.code}`);
  }
  return { record, obligation: record.obligations[id], outcomes };
}

const agreed = [
  ['be', propose()],
  ['fr', accept()],
] as const;

/** Both sides' view of one obligation; the number of a withdrawal that came too late is nobody's business. */
function view({ obligations }: PairRecord): string {
  const known = obligations[id];
  if (known === undefined) return 'none';
  const { hash: terms, proposer, state, cycle, holds, dispute, disputeEnded, proposeSeq, answerSeq } = known;
  const words = pairOfBeAndFr.map((node) => (dispute?.words[node] ?? []).map(({ outcome }) => outcome).join());
  const ended = pairOfBeAndFr.map((node) => disputeEnded?.[node]);
  const held = holds.map(({ from, until }) => `${from}-${until ?? ''}`);
  return [terms, proposer, state, cycle, proposeSeq, answerSeq, ...held, ...words, ...ended].join(' ');
}

/** Terms are hashed again and again below; each text needs it once. */
const hashes = new Map<unknown, string>();
const digestOnce = (value: unknown): string => {
  const known = hashes.get(value) ?? digest(value);
  hashes.set(value, known);
  return known;
};

function expectOneOutcome(one: Direction, other: Direction): void {
  const views = new Map<string, string[]>();
  for (const order of interleavings(one, other))
    views.set(
      view(fold(order, digestOnce)),
      order.map(({ from, type }) => `${from} ${type}`),
    );
  if (views.size > 1) expect([...views]).toEqual('one outcome');
}

describe('an obligation', () => {
  it('binds when the other side repeats the hash of its terms', () => {
    const { obligation, outcomes } = inTurn(...agreed);
    expect(outcomes).toEqual(['proposed', 'agreed']);
    expect(obligation).toMatchObject({ state: 'agreed', cycle: '2026-08', hash });
    expect(amountOf(amina).toString()).toBe('980.00 EUR');
  });

  it('hashes its terms as every node does', () => {
    const vector = { ...amina, amount: '125000', text: 'Formation à Lyon' };
    expect(digest(vector)).toBe('tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4');
  });

  it('reaches every state, and only by the moves of the table', () => {
    const settled = settle(inTurn(...agreed).obligation!, '2026-08');
    const reached: Record<ObligationState, ObligationState | undefined> = {
      proposed: inTurn(['be', propose()]).obligation?.state,
      agreed: inTurn(...agreed).obligation?.state,
      held: inTurn(...agreed, ['be', open]).obligation?.state,
      rejected: inTurn(['be', propose()], ['fr', reject]).obligation?.state,
      withdrawn: inTurn(['be', propose()], ['be', withdraw]).obligation?.state,
      settled: settled.ok ? settled.value.next.state : undefined,
      void: inTurn(...agreed, ['be', open], ['fr', close('void')], ['be', close('void')]).obligation?.state,
    };
    for (const state of Object.keys(obligationMoves)) expect(reached[state as ObligationState]).toBe(state);
  });

  it('is refused when its terms are nonsense or name strangers', () => {
    const codes = [
      propose({ ...amina, amount: '0' }),
      propose({ ...amina, amount: '-1' }),
      propose({ ...amina, amount: '1.50' }),
      propose({ ...amina, currency: 'XYZ' }),
      propose({ ...amina, due: '2026-02-30' }),
      propose({ ...amina, obligation: '' }),
      propose({ ...amina, debtor: 'be' }),
      propose({ ...amina, creditor: 'se' }),
    ].map((message) => inTurn(['be', message]).outcomes[0]);
    expect(codes.slice(0, 6)).toEqual(Array(6).fill('refused nonsense'));
    expect(codes.slice(6)).toEqual(['refused wrong-party', 'refused wrong-party']);
  });

  it('keeps its id: the same terms change nothing, other terms are refused', () => {
    const { outcomes } = inTurn(...agreed, ['be', propose()], ['be', propose({ ...amina, amount: '98001' })]);
    expect(outcomes.slice(2)).toEqual(['', 'refused other-terms']);
  });

  it('is answered only by the other side, for the terms proposed and for a cycle that exists', () => {
    expect(inTurn(['be', propose()], ['be', accept()]).outcomes[1]).toBe('refused wrong-party');
    expect(inTurn(['be', propose()], ['be', reject]).outcomes[1]).toBe('refused wrong-party');
    expect(inTurn(['be', propose()], ['fr', withdraw]).outcomes[1]).toBe('refused wrong-party');
    expect(inTurn(['be', propose()], ['fr', accept('2026-08', 'other')]).outcomes[1]).toBe('refused wrong-terms');
    expect(inTurn(['be', propose()], ['fr', accept('2026-13')]).outcomes[1]).toBe('refused no-cycle');
    expect(inTurn(['fr', accept()]).outcomes[0]).toBe('refused unknown-obligation');
    expect(inTurn(...agreed, ['fr', reject]).outcomes[2]).toBe('refused agreed');
    expect(inTurn(...agreed, ['be', withdraw]).outcomes[2]).toBe('refused agreed');
    expect(inTurn(['be', propose()], ['be', withdraw], ['fr', accept()]).outcomes[2]).toBe('refused withdrawn');
  });

  it('is refused an answer from somebody who cannot have seen the proposal', () => {
    const order = [...direction('be', say(0, propose())), ...direction('fr', say(0, accept()))];
    expect(fold(order).obligations[id]?.state).toBe('proposed');
  });

  it('is agreed when the accept had not seen the withdrawal, whichever came first', () => {
    const be = direction('be', say(0, propose()), say(0, withdraw));
    const fr = direction('fr', say(1, accept()));
    const states = [...interleavings(be, fr)].map((order) => fold(order).obligations[id]?.state);
    expect(states).toEqual(['agreed', 'agreed']);
  });

  it('is rejected when the reject had not seen the withdrawal, whichever came first', () => {
    const be = direction('be', say(0, propose()), say(0, withdraw));
    const fr = direction('fr', say(1, reject));
    const states = [...interleavings(be, fr)].map((order) => fold(order).obligations[id]?.state);
    expect(states).toEqual(['rejected', 'rejected']);
  });

  it('counts in the first cycle after the last one its acceptor has cut', () => {
    expect(inTurn(['be', propose()], ['fr', cut('2026-11')], ['fr', accept()]).obligation?.cycle).toBe('2026-12');
    expect(inTurn(['be', propose()], ['fr', cut('2026-12')], ['fr', accept()]).obligation?.cycle).toBe('2027-01');
    expect(inTurn(['be', propose()], ['be', cut('2026-12')], ['fr', accept()]).obligation?.cycle).toBe('2026-08');
  });

  it('is settled once', () => {
    const once = settle(inTurn(...agreed).obligation!, '2026-08');
    expect(once).toMatchObject({ ok: true, value: { next: { settledIn: '2026-08' }, effects: ['settled'] } });
    expect(settle((once as { value: { next: Obligation } }).value.next, '2026-09')).toMatchObject({
      refusal: { code: 'settled' },
    });
  });

  it('counts from its cycle on until it is settled', () => {
    const { obligation } = inTurn(...agreed);
    expect(['2026-07', '2026-08', '2026-09'].map((cycle) => countsIn(obligation!, cycle))).toEqual([false, true, true]);
  });
});

describe('a dispute', () => {
  it('holds the obligation back until both sides say the same', () => {
    const steps = inTurn(...agreed, ['be', open], ['be', close('upheld')], ['fr', close('void')]);
    expect(steps.obligation?.state).toBe('held');
    expect(setOf(steps.record, '2026-08')).toEqual([]);
    const both = inTurn(...agreed, ['be', open], ['be', close('upheld')], ['fr', close('upheld')]);
    expect(both.outcomes.at(-1)).toBe('resumed');
    expect(setOf(both.record, '2026-08')).toHaveLength(1);
  });

  it('is ended by the next words when the first ones differed', () => {
    const { outcomes } = inTurn(
      ...agreed,
      ['be', open],
      ['be', close('upheld')],
      ['fr', close('void')],
      ['be', close('void')],
      ['fr', close('void')],
    );
    expect(outcomes.slice(3)).toEqual(['', '', '', 'voided']);
  });

  it('comes too late for a cycle that its opener has cut', () => {
    const { record } = inTurn(...agreed, ['be', cut('2026-08')], ['be', open], ['fr', cut('2026-08')]);
    expect(isFrozen(record, '2026-08')).toBe(true);
    expect(setOf(record, '2026-08')).toHaveLength(1);
    expect(setOf(record, '2026-09')).toHaveLength(0);
  });

  it('brings the obligation back only into a cycle that neither side has cut', () => {
    const { record } = inTurn(
      ...agreed,
      ['be', open],
      ['be', cut('2026-08')],
      ['fr', close('upheld')],
      ['be', close('upheld')],
      ['fr', cut('2026-08')],
    );
    expect(['2026-08', '2026-09'].map((cycle) => setOf(record, cycle).length)).toEqual([0, 1]);
  });

  it('is refused for what is not agreed, and closed only when open', () => {
    expect(inTurn(['be', propose()], ['be', open]).outcomes[1]).toBe('refused not-agreed');
    expect(inTurn(...agreed, ['be', close('void')]).outcomes[2]).toBe('refused no-dispute');
    expect(inTurn(['be', propose()], ['fr', reject], ['fr', open]).outcomes[2]).toBe('refused rejected');
  });

  it('is not declared void while an open cycle may still settle the obligation', () => {
    const { obligation } = inTurn(...agreed, ['be', cut('2026-08')], ['be', open]);
    expect(mayVoid(obligation!, '2026-08', '2026-07')).toBe(false);
    expect(mayVoid(obligation!, '2026-08', null)).toBe(false);
    expect(mayVoid(obligation!, '2026-08', '2026-08')).toBe(true);
    expect(mayVoid(obligation!, '2026-07', null)).toBe(true);
    expect(mayVoid(obligation!, null, null)).toBe(true);
  });

  it('is not declared void while an older cycle than the newest cut is open', () => {
    const { obligation } = inTurn(...agreed, ['be', cut('2026-08')], ['be', open], ['be', cut('2026-09')]);
    expect(countsIn(obligation!, '2026-09')).toBe(false);
    expect(mayVoid(obligation!, '2026-09', '2026-07')).toBe(false);
    expect(mayVoid(obligation!, '2026-09', null)).toBe(false);
    expect(mayVoid(obligation!, '2026-09', '2026-08')).toBe(true);
  });
});

describe('an opening that crosses the end of a dispute', () => {
  it('holds nothing back when its speaker has said its word before', () => {
    const be = direction('be', say(0, propose()), say(3, close('upheld')), say(3, open));
    const fr = direction('fr', say(1, accept()), say(1, cut('2026-08')), say(1, open), say(1, close('upheld')));
    const sets = [...interleavings(be, fr)].map((order) => setOf(fold(order), '2026-08').length);
    expect(new Set(sets)).toEqual(new Set([1]));
  });
});

describe('a correction', () => {
  const reverse: ObligationTerms = {
    ...amina,
    obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120009',
    debtor: 'be',
    creditor: 'fr',
    amount: '1000',
    reverses: id,
  };
  const outcome = (terms: ObligationTerms) => inTurn(...agreed, ['fr', propose(terms)]).outcomes[2];

  it('is a new obligation the other way', () => {
    expect(outcome(reverse)).toBe('proposed');
  });

  it('is refused in the same direction, another currency, for more, or of something unknown', () => {
    expect(outcome({ ...reverse, debtor: 'fr', creditor: 'be' })).toBe('refused wrong-reversal');
    expect(outcome({ ...reverse, currency: 'SEK' })).toBe('refused wrong-reversal');
    expect(outcome({ ...reverse, amount: '98001' })).toBe('refused wrong-reversal');
    expect(outcome({ ...reverse, reverses: '0198f5c1-0000-7000-8000-000000000000' })).toBe('refused wrong-reversal');
    expect(outcome({ ...reverse, amount: '98000' })).toBe('proposed');
  });
});

describe('both sides of a pair', () => {
  const beSays = [withdraw, open, close('upheld'), close('void'), cut('2026-08')];
  const frSays = [accept(), reject, open, close('upheld'), close('void'), cut('2026-08')];

  it('reach the same state for every order of any two messages each', () => {
    let conversations = 0;
    const acks = (most: number) =>
      [...Array(most + 1).keys()].flatMap((a) => [...Array(most - a + 1).keys()].map((more) => [a, a + more] as const));
    for (const [be1, be2] of beSays.flatMap((a) => beSays.map((b) => [a, b] as const)))
      for (const [fr1, fr2] of frSays.flatMap((a) => frSays.map((b) => [a, b] as const)))
        for (const [seenByBe1, seenByBe2] of acks(2))
          for (const [seenByFr1, seenByFr2] of acks(3)) {
            conversations += 1;
            expectOneOutcome(
              direction('be', say(0, propose()), say(seenByBe1, be1), say(seenByBe2, be2)),
              direction('fr', say(seenByFr1, fr1), say(seenByFr2, fr2)),
            );
          }
    expect(conversations).toBe(25 * 36 * 6 * 10);
  });

  const cheaper = { ...amina, amount: '1' };
  const word = fc.constantFrom(
    propose(),
    propose(cheaper),
    accept(),
    accept('2026-09'),
    reject,
    withdraw,
    open,
    open,
    close('upheld'),
    close('void'),
    cut('2026-08'),
    cut('2026-09'),
  );
  const disputed = fc.constantFrom(open, close('upheld'), close('void'), cut('2026-08'), cut('2026-09'));
  /** A message and how much of what the other side has said by then arrives before it. */
  const conversation = (message: fc.Arbitrary<PairMessage>) =>
    fc.array(fc.record({ isBe: fc.boolean(), message, news: fc.integer({ min: 0, max: 3 }) }), { maxLength: 14 });
  const coins = fc.array(fc.boolean());

  it('reach the same state, and freeze the same set, when both talk at once', () => {
    const [be, fr] = [[say(0, propose())], []];
    fc.assert(
      fc.property(conversation(word), coins, (spoken, coin) => expectOneView(be, fr, spoken, coin)),
      { numRuns: 1000 },
    );
  });

  it('reach the same state, and freeze the same set, when both dispute at once what is agreed', () => {
    const [be, fr] = [[say(0, propose())], [say(1, accept())]];
    fc.assert(
      fc.property(conversation(disputed), coins, (spoken, coin) => expectOneView(be, fr, spoken, coin)),
      { numRuns: 1500 },
    );
  });

  function expectOneView(
    begunByBe: readonly ReturnType<typeof say>[],
    begunByFr: readonly ReturnType<typeof say>[],
    spoken: readonly { readonly isBe: boolean; readonly message: PairMessage; readonly news: number }[],
    coin: readonly boolean[],
  ): void {
    const [be, fr] = [[...begunByBe], [...begunByFr]];
    for (const { isBe, message, news } of spoken) {
      const [mine, theirs] = isBe ? [be, fr] : [fr, be];
      mine.push(say(Math.min(theirs.length, (mine.at(-1)?.ack ?? 0) + news), message));
    }
    const [one, other] = [direction('be', ...be), direction('fr', ...fr)];
    const orders = [early(one, other), early(other, one), byCoin(one, other, coin)];
    expect(new Set(orders.map((order) => view(fold(order, digestOnce)))).size).toBe(1);
    for (const cycle of ['2026-08', '2026-09']) expect(new Set(orders.map(frozenSet(cycle))).size).toBe(1);
  }

  /** As much of the first direction as its acks allow, before the other. */
  const early = (first: Direction, second: Direction) => byCoin(first, second, []);

  function byCoin(first: Direction, second: Direction, coin: readonly boolean[]): Direction {
    const order: Direction[number][] = [];
    for (let i = 0, j = 0; i < first.length || j < second.length;) {
      const [a, b] = [first[i], second[j]];
      const takesFirst: boolean =
        a !== undefined && a.ack <= j && (b === undefined || b.ack > i || !coin[order.length]);
      if (takesFirst) i += 1;
      else j += 1;
      order.push((takesFirst ? a : b)!);
    }
    return order;
  }

  /** The set of a cycle at the moment both cuts are in, and at the end. */
  const frozenSet = (cycle: string) => (order: Direction) => {
    const moment = order.findIndex((_, index) => isFrozen(fold(order.slice(0, index + 1), digestOnce), cycle));
    if (moment < 0) return 'open';
    const [then, now] = [fold(order.slice(0, moment + 1), digestOnce), fold(order, digestOnce)].map(
      (record) => setOf(record, cycle).length,
    );
    expect(now).toBe(then);
    return `${then}`;
  };
});
