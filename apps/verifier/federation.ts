import { type RosterContent, presentMembers } from '@passerelle/protocol';
import type { CycleId, Federation } from '@passerelle/settlement';

/** From this round on a proposal is empty, where the roster does not say. */
const usualEmptyRound = 8;

/** What a version of the roster says about the netting of a cycle; null when it has no rule for it. */
export function federationOf(roster: RosterContent, cycle: CycleId): Federation | null {
  const rule = roster.computations
    .filter(({ from }) => from <= cycle)
    .reduce<RosterContent['computations'][number] | null>(
      (newest, each) => (newest === null || each.from > newest.from ? each : newest),
      null,
    );
  if (rule === null) return null;
  return {
    members: presentMembers(roster).map(({ id }) => id),
    coordinators: roster.coordinators,
    quorum: roster.quorum,
    netting: { mode: rule.mode, ...(rule.currency === undefined ? {} : { currency: rule.currency }) },
    emptyFromRound: roster.emptyFromRound ?? usualEmptyRound,
  };
}
