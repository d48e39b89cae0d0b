import { money } from '@passerelle/values';
import { type Checked, type RunAct, type RunStep, approvalOf, mayFollow, runMoves, stateOf } from './run.js';

const step = (act: RunAct, by: string | null = null): RunStep => ({
  act,
  by,
  at: new Date('2026-04-01T08:00:00Z'),
  reason: null,
});
const computed = { steps: [step('collected', 'nora'), step('computed')] };
const items = { left: 0, done: 2, failed: 1, dropped: 0, published: 0 };
const counts = { items, total: money('1017.78', 'EUR') };
const checked: Checked = { payslips: 2, total: money('1017.78', 'EUR') };

describe('a payroll run', () => {
  it('can reach every state, and leaves none but the last ones without a way on', () => {
    const ways = Object.values(runMoves);
    const reached = new Set(['computing']);
    for (const { from, to } of [...ways, ...ways]) if (from.some((state) => reached.has(state))) reached.add(to);
    expect([...reached].sort()).toEqual(
      ['approved', 'checking', 'computing', 'published', 'publishing', 'withdrawn'].sort(),
    );
    const ends = [...reached].filter((state) => !ways.some(({ from }) => (from as readonly string[]).includes(state)));
    expect(ends.sort()).toEqual(['published', 'withdrawn']);
  });

  it('publishes nothing before it is approved', () => {
    for (const steps of [computed.steps, computed.steps.slice(0, 1), [...computed.steps, step('withdrawn', 'fatou')]])
      expect(mayFollow({ steps }, 'released')).toBe(false);
    expect(mayFollow({ steps: [...computed.steps, step('approved', 'fatou')] }, 'released')).toBe(true);
  });

  it('is approved by somebody else who saw exactly what it holds', () => {
    expect(approvalOf(computed, { by: 'fatou', checked }, counts)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['whoever collected it', 'nora', 'same-person'],
    ['whoever tried some of it again', 'karim', 'same-person'],
  ])('is not approved by %s', (_, by, kind) => {
    const steps = [...computed.steps, step('retried', 'karim'), step('computed')];
    expect(approvalOf({ steps }, { by, checked }, counts)).toMatchObject({ refusal: { kind } });
  });

  it('is not approved when it holds something else by now', () => {
    for (const other of [
      { ...checked, payslips: 3 },
      { ...checked, total: money('1017.77', 'EUR') },
    ])
      expect(approvalOf(computed, { by: 'fatou', checked: other }, counts)).toMatchObject({
        refusal: { kind: 'not-what-was-checked', found: checked },
      });
  });

  it('is not approved while it is computed, or when nothing could be made', () => {
    const computing = { steps: computed.steps.slice(0, 1) };
    expect(stateOf(computing)).toBe('computing');
    expect(approvalOf(computing, { by: 'fatou', checked }, counts)).toMatchObject({
      refusal: { kind: 'not-from-here' },
    });
    const nothing = { items: { ...items, done: 0 }, total: money('0.00', 'EUR') };
    expect(approvalOf(computed, { by: 'fatou', checked }, nothing)).toMatchObject({
      refusal: { kind: 'nothing-made' },
    });
  });
});
