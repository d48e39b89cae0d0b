import { addDays, day, money } from '@passerelle/values';
import {
  type Claim,
  type RecordedEvent,
  type RecoveryEvent,
  decide,
  lostOf,
  reminderDue,
  stateOf,
} from './recovery.js';

const dueOn = day('2026-04-26');
const policy = [7, 21, 35];
const eur = (amount: string) => money(amount, 'EUR');
const disputed = { kind: 'disputed', reason: 'One concert was cancelled' } as const;
const resolved = { kind: 'resolved', reason: 'A credit note was made' } as const;
const lost = { kind: 'lost', reason: 'The client is bankrupt', amount: eur('1000.00') } as const;

/** Each event on so many days after the due day. */
const claim = (...events: readonly (readonly [after: number, event: RecoveryEvent])[]): Claim => ({
  dueOn,
  open: eur('1000.00'),
  events: events.map(([after, event]): RecordedEvent => ({ day: addDays(dueOn, after), who: 'finance', event })),
});
const due = (of: Claim, after: number) => reminderDue(of, policy, addDays(dueOn, after));

describe('reminders of a late invoice', () => {
  it('are written on the days of the policy, in their order, each once', () => {
    expect([due(claim(), 6), due(claim(), 7)]).toEqual([null, 'reminder']);
    const once = claim([7, { kind: 'reminder' }]);
    expect([due(once, 7), due(once, 20), due(once, 21)]).toEqual([null, null, 'second-reminder']);
    const twice = claim([7, { kind: 'reminder' }], [21, { kind: 'second-reminder' }]);
    expect([due(twice, 34), due(twice, 35)]).toEqual([null, 'notice']);
    expect(
      due(claim([7, { kind: 'reminder' }], [21, { kind: 'second-reminder' }], [35, { kind: 'notice' }]), 365),
    ).toBeNull();
  });

  it('leave the client the days between two of them, also when the first came late', () => {
    const late = claim([40, { kind: 'reminder' }]);
    expect([due(late, 53), due(late, 54)]).toEqual([null, 'second-reminder']);
  });

  it('rest during a dispute, and give as much time again after it', () => {
    const open = claim([7, { kind: 'reminder' }], [10, disputed]);
    expect([stateOf(open), due(open, 100)]).toEqual(['disputed', null]);
    const closed = claim([7, { kind: 'reminder' }], [10, disputed], [50, resolved]);
    expect([stateOf(closed), due(closed, 63), due(closed, 64)]).toEqual(['reminded', null, 'second-reminder']);
  });

  it('end with the payment', () => {
    expect(due({ ...claim(), open: eur('0.00') }, 7)).toBeNull();
  });
});

describe('a claim', () => {
  it('goes from open to reminded, handed over and lost', () => {
    const all = [
      [7, { kind: 'reminder' }],
      [21, { kind: 'second-reminder' }],
      [35, { kind: 'notice' }],
      [60, lost],
    ] as const;
    const states = [0, 1, 2, 3, 4].map((taken) => stateOf(claim(...all.slice(0, taken))));
    expect(states).toEqual(['open', 'reminded', 'reminded', 'handed-over', 'lost']);
    expect(due(claim([60, lost]), 100)).toBeNull();
  });

  it('is given up only when it is late, open and undisputed, and once', () => {
    const refusal = (of: Claim, after: number) => {
      const decided = decide(of, lost, addDays(dueOn, after));
      return decided.ok ? null : decided.refusal.kind;
    };
    expect([refusal(claim(), 0), refusal(claim(), 1)]).toEqual(['not-due', null]);
    expect(refusal(claim([1, disputed]), 40)).toBe('disputed');
    expect(refusal(claim([1, lost]), 40)).toBe('given-up');
    expect(refusal({ ...claim(), open: eur('0.00') }, 40)).toBe('nothing-open');
  });

  it('is disputed also before it is late, and resolved only when it is disputed', () => {
    const before = addDays(dueOn, -20);
    expect(decide(claim(), disputed, before).ok).toBe(true);
    expect(decide(claim(), resolved, before)).toEqual({ ok: false, refusal: { kind: 'not-disputed' } });
    expect(decide(claim([-25, disputed]), resolved, before).ok).toBe(true);
  });

  it('is lost less what came after all', () => {
    const events = claim([60, lost], [90, { kind: 'recovered', amount: eur('400.00') }]);
    expect(lostOf(events.events)).toEqual(eur('600.00'));
    expect(stateOf(claim([60, lost], [90, { kind: 'recovered', amount: eur('1000.00') }]))).toBe('open');
  });
});
