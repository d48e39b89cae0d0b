import type { CycleDates, CycleInput } from '@passerelle/settlement';
import type { PlainDate } from '@passerelle/values';
import type { CycleRecord } from './cycle-record.js';

/**
 * How long a node waits by the real clock, besides the days of the calendar: a clock that jumps over all days of a cycle
 * must not leave out those who have had no moment to answer. Milliseconds.
 */
export interface Patience {
  readonly statementsMs: number;
  readonly proposalMs: number;
  readonly roundMs: number;
}

export const usualPatience: Patience = { statementsMs: 30_000, proposalMs: 45_000, roundMs: 60_000 };

/** The deadlines of a cycle that have passed, on a day and after so long a wait. They only say when, never what. */
export function deadlinesPassed(
  { state, cutAtMs, roundAtMs }: CycleRecord,
  { statements, proposal }: CycleDates,
  { today, nowMs, patience }: { readonly today: PlainDate; readonly nowMs: number; readonly patience: Patience },
): CycleInput[] {
  if (cutAtMs === null) return [];
  const sinceCut = nowMs - cutAtMs;
  const inRound = nowMs - (roundAtMs ?? cutAtMs);
  const due: CycleInput[] = [];
  if (today > statements && sinceCut >= patience.statementsMs && !state.statementsDue)
    due.push({ kind: 'due', what: 'statements' });
  if (today <= proposal) return due;
  // In each round the coordinator gives up on the silent well before the others give up on the coordinator.
  if (sinceCut >= patience.proposalMs && inRound >= patience.proposalMs / 3 && state.proposeBy < state.round)
    due.push({ kind: 'due', what: 'proposal' });
  if (inRound >= patience.roundMs * (state.round + 1)) due.push({ kind: 'round-over', round: state.round });
  return due;
}
