import { day } from '@passerelle/values';
import { type CycleRecord, newCycle } from './cycle-record.js';
import { deadlinesPassed } from './deadlines.js';

const dates = {
  cycle: '2026-04',
  cutOff: day('2026-04-30'),
  statements: day('2026-05-04'),
  proposal: day('2026-05-05'),
  payment: day('2026-05-08'),
  graceEnd: day('2026-05-18'),
};
const patience = { statementsMs: 30_000, answersMs: 15_000, roundMs: 60_000 };
const open = newCycle({ id: '2026-04', me: 'be', members: ['be', 'fr', 'se'], earlierClosed: true, abstains: false });

const passed = (change: Partial<CycleRecord>, today: string, nowMs: number) =>
  deadlinesPassed({ ...open, ...change }, dates, { today: day(today), nowMs, patience }).map((input) =>
    input.kind === 'due' ? input.what : input.kind,
  );

describe('the deadlines of a cycle', () => {
  it('begin with the cut', () => {
    expect(passed({}, '2026-06-01', 1_000_000)).toEqual([]);
  });

  it('need both the day over and time to have passed, so that a jump of the clock leaves nobody out', () => {
    const cut = { cutAtMs: 0 };
    expect(passed(cut, '2026-05-04', 1_000_000)).toEqual([]);
    expect(passed(cut, '2026-05-05', 29_999)).toEqual([]);
    expect(passed(cut, '2026-05-05', 30_000)).toEqual(['statements']);
    expect(passed(cut, '2026-06-01', 1_000_000)).toEqual(['statements']);
  });

  it('let the others submit before the coordinator goes on without them', () => {
    const stated = { cutAtMs: 0, statementsAtMs: 30_000 };
    expect(passed(stated, '2026-05-05', 1_000_000)).toEqual([]);
    expect(passed(stated, '2026-05-06', 44_999)).toEqual([]);
    expect(passed(stated, '2026-05-06', 45_000)).toEqual(['proposal']);
    expect(passed(stated, '2026-05-06', 90_000)).toEqual(['proposal', 'round-over']);
  });

  it('wait longer in each later round', () => {
    const second = { cutAtMs: 0, statementsAtMs: 0, roundAtMs: 100_000, state: { ...open.state, round: 1 } };
    expect(passed(second, '2026-05-06', 219_999)).toEqual(['proposal']);
    expect(passed(second, '2026-05-06', 220_000)).toEqual(['proposal', 'round-over']);
    const proposed = { ...second, state: { ...second.state, proposeBy: 1 } };
    expect(passed(proposed, '2026-05-06', 219_999)).toEqual([]);
  });
});
