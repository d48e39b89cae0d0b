import type { PlainDate } from '@passerelle/values';
import type { GateName, GateOwner } from '../formalities/gate.js';
import type { Mission } from '../missions/mission.js';
import type { MovedDay } from '../missions/moved-day.js';

/** The steps of a mission in their order, over all that happens because of it. */
export type StepName =
  | 'registered'
  | 'checked'
  | 'agreed'
  | 'client_confirmed'
  | 'law_known'
  | 'a1_certificate'
  | 'posting_notice'
  | 'guarantee_verdict'
  | 'formalities'
  | 'work_done'
  | 'invoiced'
  | 'client_paid'
  | 'payslip'
  | 'worker_paid'
  | 'owed'
  | 'settled';

export type StepOwner = GateOwner | 'both';

/** How the timeline calls the gates of work abroad. */
export const gateSteps: Readonly<Record<GateName, StepName>> = {
  legislation: 'law_known',
  a1: 'a1_certificate',
  notice: 'posting_notice',
  guarantee: 'guarantee_verdict',
};

export interface TimelineStep {
  readonly step: StepName;
  readonly state: 'done' | 'current' | 'ahead';
  /** The day it was done. */
  readonly date: PlainDate | null;
  /** The day by which it should be done, where that is known. */
  readonly expected: PlainDate | null;
  /** Who did it, or who has to. */
  readonly owner: StepOwner;
  /** The day that was expected before, and why it is another one now; null where it never moved. */
  readonly moved: MovedDay | null;
}

/** What this node knows of a mission; null where it has not happened, undefined where this node cannot know. */
export interface Known {
  readonly registered: PlainDate | null;
  readonly checked: PlainDate | null;
  readonly agreed: PlainDate | null;
  readonly confirmed: PlainDate | null;
  readonly done: PlainDate | null;
  /** Of the last day of work. */
  readonly moved?: MovedDay | null;
  /** At the home, of work abroad. */
  readonly gates?: readonly {
    readonly name: GateName;
    readonly owner: GateOwner;
    readonly passed: PlainDate | null;
    readonly due: PlainDate | null;
  }[];
  /** At the host: the day on which the home said that the work may begin. */
  readonly cleared?: PlainDate | null;
  readonly invoice?: {
    readonly on: PlainDate;
    readonly due: PlainDate;
    readonly paid: PlainDate | null;
    readonly isPaid: boolean;
  } | null;
  readonly payslip?: {
    readonly on: PlainDate;
    readonly payOn: PlainDate;
    readonly paid: { readonly on: PlainDate; readonly by: 'fund' | 'home' } | null;
  } | null;
  readonly debt?: {
    readonly agreed: PlainDate | null;
    readonly settled: PlainDate | null;
    readonly expected: PlainDate | null;
  } | null;
}

type Raw = Omit<TimelineStep, 'state' | 'moved'> & { readonly isDone: boolean; readonly moved?: MovedDay | null };

/** The timeline as one list. The first step that is not done is the current one; a mission that ended has none. */
export function timelineOf({ role, state, terms }: Mission, known: Known): readonly TimelineStep[] {
  const steps = [...workSteps(role, terms, known), ...billSteps(role, known), ...paySteps(known), ...debtSteps(known)];
  const isOver = state === 'refused' || state === 'cancelled';
  let isCurrentFound = isOver;
  return steps.map(({ isDone, moved = null, ...step }) => {
    if (isDone) return { ...step, moved: null, state: 'done' };
    const isCurrent = !isCurrentFound;
    isCurrentFound = true;
    return { ...step, moved, state: isCurrent ? 'current' : 'ahead' };
  });
}

function workSteps(role: Mission['role'], { last }: Mission['terms'], known: Known): Raw[] {
  const step = (name: StepName, owner: StepOwner, date: PlainDate | null, expected: PlainDate | null = null): Raw => ({
    step: name,
    owner,
    date,
    expected,
    isDone: date !== null,
  });
  const between = role === 'both' ? [] : [step('agreed', 'host', known.agreed)];
  return [
    step('registered', 'worker', known.registered),
    step('checked', 'home', known.checked),
    ...between,
    step('client_confirmed', 'client', known.confirmed),
    ...(known.gates ?? []).map((gate) => step(gateSteps[gate.name], gate.owner, gate.passed, gate.due)),
    ...(known.cleared === undefined ? [] : [step('formalities', 'home', known.cleared)]),
    { ...step('work_done', 'worker', known.done, last), moved: known.moved ?? null },
  ];
}

function billSteps(role: Mission['role'], { invoice }: Known): Raw[] {
  if (invoice === undefined) return [];
  const { on = null, due = null, paid = null, isPaid = false } = invoice ?? {};
  return [
    { step: 'invoiced', owner: role === 'both' ? 'home' : 'host', date: on, expected: null, isDone: on !== null },
    { step: 'client_paid', owner: 'client', date: paid, expected: due, isDone: isPaid },
  ];
}

function paySteps({ payslip }: Known): Raw[] {
  if (payslip === undefined) return [];
  const { on = null, payOn = null, paid = null } = payslip ?? {};
  return [
    { step: 'payslip', owner: 'home', date: on, expected: null, isDone: on !== null },
    { step: 'worker_paid', owner: paid?.by ?? 'home', date: paid?.on ?? null, expected: payOn, isDone: paid !== null },
  ];
}

function debtSteps({ debt }: Known): Raw[] {
  if (debt === undefined) return [];
  const { agreed = null, settled = null, expected = null } = debt ?? {};
  return [
    { step: 'owed', owner: 'host', date: agreed, expected: null, isDone: agreed !== null },
    { step: 'settled', owner: 'both', date: settled, expected, isDone: settled !== null },
  ];
}
