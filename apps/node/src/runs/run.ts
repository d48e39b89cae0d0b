import { type Money, type Month, type Result, ok, refuse } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';

export type RunId = string & { readonly __payrollRun: true };

/** Where a run stands. Whether its wages have left and arrived is read from the transfers, not kept here. */
export type RunState = 'computing' | 'checking' | 'approved' | 'withdrawn' | 'publishing' | 'published';

interface Move {
  readonly from: readonly RunState[];
  readonly to: RunState;
}

/** What is done with a run, and from where to where it leads. `computed` and `published` are the node's own. */
export const runMoves = {
  collected: { from: [], to: 'computing' },
  computed: { from: ['computing'], to: 'checking' },
  retried: { from: ['checking'], to: 'computing' },
  approved: { from: ['checking'], to: 'approved' },
  withdrawn: { from: ['checking'], to: 'withdrawn' },
  released: { from: ['approved'], to: 'publishing' },
  published: { from: ['publishing'], to: 'published' },
} as const satisfies Record<string, Move>;

export type RunAct = keyof typeof runMoves;

/** One line of a run's record. */
export interface RunStep {
  readonly act: RunAct;
  /** The account that did it; null for the node itself. */
  readonly by: string | null;
  readonly at: Date;
  /** Why it was withdrawn. */
  readonly reason: string | null;
}

/** The payslips of one legal entity that fall due by the end of a month, prepared by one person and approved by another. */
export interface Run {
  readonly id: RunId;
  readonly entity: EntityId;
  readonly period: Month;
  /** Everything that was done with it, the first first. Never empty, only added to. */
  readonly steps: readonly RunStep[];
}

/** `failed` waits for a correction; `dropped` is free for another run. */
export const itemStates = ['left', 'done', 'failed', 'dropped', 'published'] as const;

export type ItemState = (typeof itemStates)[number];

export interface RunCounts {
  readonly items: Readonly<Record<ItemState, number>>;
  /** What the computed payslips pay, published or not. */
  readonly total: Money;
  readonly unusual: number;
  /** Of the computed payslips, how many wages are ordered, and of these how many stand in a payment file. */
  readonly ordered: number;
  readonly prepared: number;
  /** In a payment file that two people have let go. */
  readonly sent: number;
  /** Shown by our own bank statement. */
  readonly confirmed: number;
}

/** What the second person says she has checked. */
export interface Checked {
  readonly payslips: number;
  readonly total: Money;
}

export type RunRefusal =
  | { readonly kind: 'no-such-run' }
  | { readonly kind: 'no-such-entity' }
  | { readonly kind: 'nothing-to-collect'; readonly period: Month }
  | { readonly kind: 'not-from-here'; readonly act: RunAct; readonly state: RunState }
  | { readonly kind: 'nothing-failed' }
  | { readonly kind: 'nothing-made' }
  | { readonly kind: 'same-person' }
  | { readonly kind: 'not-what-was-checked'; readonly found: Checked };

export const stateOf = ({ steps }: Pick<Run, 'steps'>): RunState => runMoves[steps.at(-1)!.act].to;

/** True when the act is allowed where the run stands. */
export const mayFollow = (run: Pick<Run, 'steps'>, act: RunAct): boolean =>
  (runMoves[act].from as readonly RunState[]).includes(stateOf(run));

/** Everybody who had a hand in what is to be approved. */
export const preparersOf = ({ steps }: Pick<Run, 'steps'>): readonly (string | null)[] =>
  steps.filter(({ act }) => act === 'collected' || act === 'retried').map(({ by }) => by);

/** Somebody else approves exactly what she has seen. */
export function approvalOf(
  run: Pick<Run, 'steps'>,
  { by, checked }: { readonly by: string; readonly checked: Checked },
  { items, total }: Pick<RunCounts, 'items' | 'total'>,
): Result<null, RunRefusal> {
  if (!mayFollow(run, 'approved')) return refuse({ kind: 'not-from-here', act: 'approved', state: stateOf(run) });
  if (preparersOf(run).includes(by)) return refuse({ kind: 'same-person' });
  if (items.done === 0) return refuse({ kind: 'nothing-made' });
  const found: Checked = { payslips: items.done, total };
  const isSame = checked.payslips === found.payslips && checked.total.toString() === found.total.toString();
  return isSame ? ok(null) : refuse({ kind: 'not-what-was-checked', found });
}
