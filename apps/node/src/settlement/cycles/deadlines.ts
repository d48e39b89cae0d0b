import type { CycleDates, CycleInput } from '@passerelle/settlement';
import type { PlainDate } from '@passerelle/values';
import type { CycleRecord } from './cycle-record.js';

/**
 * How long a node waits by the real clock, besides the days of the calendar: a clock that jumps over all days of a cycle
 * must not leave out those who have had no moment to answer. Milliseconds.
 */
export interface Patience {
  /** From the cut, for the statements of all pairs. */
  readonly statementsMs: number;
  /** From then on, and in each later round, for what the others submit or answer. */
  readonly answersMs: number;
  /** For the coordinator of the first round; twice as long in the second, and so on. */
  readonly roundMs: number;
}

export const usualPatience: Patience = { statementsMs: 30_000, answersMs: 15_000, roundMs: 60_000 };

/** The deadlines of a cycle that have passed, on a day and after so long a wait. They only say when, never what. */
export function deadlinesPassed(
  { state, cutAtMs, statementsAtMs, roundAtMs }: CycleRecord,
  { statements, proposal }: CycleDates,
  { today, nowMs, patience }: { readonly today: PlainDate; readonly nowMs: number; readonly patience: Patience },
): CycleInput[] {
  if (cutAtMs === null) return [];
  if (statementsAtMs === null)
    return today > statements && nowMs - cutAtMs >= patience.statementsMs ? [{ kind: 'due', what: 'statements' }] : [];
  if (today <= proposal) return [];
  // In each round the coordinator gives up on the silent well before the others give up on the coordinator.
  const inRound = nowMs - (roundAtMs ?? statementsAtMs);
  const due: CycleInput[] = [];
  if (inRound >= patience.answersMs && state.proposeBy < state.round) due.push({ kind: 'due', what: 'proposal' });
  if (inRound >= patience.roundMs * (state.round + 1)) due.push({ kind: 'round-over', round: state.round });
  return due;
}
