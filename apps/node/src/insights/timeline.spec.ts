import { day } from '@passerelle/values';
import type { Mission } from '../missions/mission.js';
import { type Known, timelineOf } from './timeline.js';

/** Only what the timeline reads of a mission. */
const mission = (change: Partial<Mission>): Mission =>
  ({ role: 'home', state: 'active', terms: { last: day('2026-03-27') }, ...change }) as Mission;

const nothing: Known = {
  registered: day('2026-03-16'),
  checked: null,
  agreed: null,
  confirmed: null,
  done: null,
  payslip: null,
  debt: null,
};

const shown = (of: Mission, known: Known): string[] =>
  timelineOf(of, known).map(({ step, state, date, expected, owner }) =>
    [step, state, date ?? '-', expected ?? '-', owner].join(' '),
  );

describe('the timeline of a mission', () => {
  it('shows the home what comes: its own steps, the first open one as the current one', () => {
    expect(shown(mission({}), { ...nothing, checked: day('2026-03-16') })).toEqual([
      'registered done 2026-03-16 - worker',
      'checked done 2026-03-16 - home',
      'agreed current - - host',
      'client_confirmed ahead - - client',
      'work_done ahead - 2026-03-27 worker',
      'payslip ahead - - home',
      'worker_paid ahead - - home',
      'owed ahead - - host',
      'settled ahead - - both',
    ]);
  });

  it('says who paid the worker and when the branches settle', () => {
    const known: Known = {
      ...nothing,
      checked: day('2026-03-16'),
      agreed: day('2026-03-17'),
      confirmed: day('2026-03-17'),
      done: day('2026-03-27'),
      payslip: {
        on: day('2026-03-27'),
        payOn: day('2026-04-08'),
        paid: { on: day('2026-04-08'), by: 'fund' },
      },
      debt: { agreed: day('2026-03-27'), settled: null, expected: day('2026-04-08') },
    };
    expect(shown(mission({ state: 'completed' }), known).slice(-3)).toEqual([
      'worker_paid done 2026-04-08 2026-04-08 fund',
      'owed done 2026-03-27 - host',
      'settled current - 2026-04-08 both',
    ]);
  });

  it('shows the home every gate of work abroad with who has to act and by when, and the host one step for all', () => {
    const gates = [
      { name: 'legislation', owner: 'home', passed: day('2026-03-17'), due: day('2026-03-22') },
      { name: 'a1', owner: 'institution', passed: null, due: day('2026-03-22') },
    ] as const;
    const known = { ...nothing, checked: day('2026-03-16'), agreed: day('2026-03-17'), confirmed: day('2026-03-17') };
    expect(shown(mission({ state: 'formalities' }), { ...known, gates }).slice(3, 7)).toEqual([
      'client_confirmed done 2026-03-17 - client',
      'law_known done 2026-03-17 2026-03-22 home',
      'a1_certificate current - 2026-03-22 institution',
      'work_done ahead - 2026-03-27 worker',
    ]);
    expect(shown(mission({ role: 'host', state: 'formalities' }), { ...known, cleared: null }).slice(3, 6)).toEqual([
      'client_confirmed done 2026-03-17 - client',
      'formalities current - - home',
      'work_done ahead - 2026-03-27 worker',
    ]);
  });

  it('keeps the day that was expected before while the work is not done', () => {
    const moved = { from: day('2026-03-20'), because: 'The hall is closed that week' };
    const movedOf = (known: Known) =>
      timelineOf(mission({}), known).flatMap((step) => (step.moved ? [[step.step, step.expected, step.moved]] : []));
    expect(movedOf({ ...nothing, moved })).toEqual([['work_done', '2026-03-27', moved]]);
    expect(movedOf({ ...nothing, moved, done: day('2026-03-27') })).toEqual([]);
  });

  it('shows the host the invoice, and no payslip', () => {
    const { payslip: _none, ...known } = nothing;
    const invoice = { on: day('2026-03-27'), due: day('2026-04-26'), paid: day('2026-04-15'), isPaid: false };
    const steps = shown(mission({ role: 'host' }), { ...known, invoice });
    expect(steps.filter((step) => /invoiced|client_paid|payslip/.test(step))).toEqual([
      'invoiced done 2026-03-27 - host',
      'client_paid ahead 2026-04-15 2026-04-26 client',
    ]);
  });

  it('has no partner and no debt when one branch does it all, and no next step once it is called off', () => {
    const { debt: _none, ...known } = nothing;
    const steps = timelineOf(mission({ role: 'both', state: 'cancelled' }), { ...known, invoice: null });
    expect(steps.map(({ step }) => step)).not.toContain('agreed');
    expect(steps.map(({ step }) => step)).not.toContain('owed');
    expect(steps.map(({ state }) => state)).not.toContain('current');
    expect(steps.find(({ step }) => step === 'invoiced')?.owner).toBe('home');
  });
});
