import type { NodeBody } from '../api/node.js';

export type Run = NodeBody<'RunBody'>;

/** The way of a run, as people walk it. */
export const runSteps = ['collect', 'compute', 'check', 'approve', 'file', 'sent', 'confirmed', 'publish'] as const;

export type RunStepName = (typeof runSteps)[number];

export interface ShownStep {
  readonly name: RunStepName;
  readonly state: 'done' | 'current' | 'ahead';
  /** How many of all wages have come so far, where that is counted. */
  readonly count: number | null;
}

/** Payslips that are made, published or not. */
export const madeIn = ({ items }: Run): number => items.done + items.published;

/** True while a program works through its items. */
export const isWorked = ({ state }: Run): boolean => state === 'computing' || state === 'publishing';

const approvedStates: readonly Run['state'][] = ['approved', 'publishing', 'published'];

/** Where a run stands. Paying goes on beside publishing, so more than one step may be under way. */
export function stepsOf(run: Run): readonly ShownStep[] {
  const made = madeIn(run);
  const isComputed = run.state !== 'computing';
  const isApproved = approvedStates.includes(run.state);
  const step = (name: RunStepName, isDone: boolean, isNext: boolean, count: number | null = null): ShownStep => ({
    name,
    state: isDone ? 'done' : isNext ? 'current' : 'ahead',
    count,
  });
  const paying = (name: RunStepName, count: number, from: number): ShownStep =>
    step(name, made > 0 && count === made, count < from, count);
  return [
    step('collect', true, false),
    step('compute', isComputed, true),
    step('check', isApproved, run.state === 'checking'),
    step('approve', isApproved, run.state === 'checking'),
    paying('file', run.prepared, run.ordered),
    paying('sent', run.sent, run.prepared),
    paying('confirmed', run.confirmed, run.sent),
    step('publish', run.state === 'published', isApproved, run.items.published),
  ];
}

/** What is still to do when so much was done since it was first seen; null while that cannot be said. */
export function secondsLeft(
  first: { readonly atMs: number; readonly left: number },
  now: { readonly atMs: number; readonly left: number },
): number | null {
  const [worked, tookMs] = [first.left - now.left, now.atMs - first.atMs];
  return worked > 0 && tookMs >= 1_000 ? Math.ceil((now.left * tookMs) / worked / 1_000) : null;
}
