import type { NodeId } from './federation.js';
import { type LegRecord, missingOf } from './leg.js';
import type { Obligation, ObligationState } from './obligation.js';

/** States in which a debt binds one of the two, or may come to. */
export const openStates: readonly ObligationState[] = ['proposed', 'agreed', 'held'];

/** What keeps two nodes from parting. */
export interface StillOpen {
  readonly obligations: number;
  readonly payments: number;
}

/** A debt between the two that is not over yet. */
export const isOpen = ({ state }: Pick<Obligation, 'state'>): boolean => openStates.includes(state);

/**
 * A payment that this node waits for before it parts: one between the two, even when the fund stood in for it, because
 * who did not pay still owes it; and one of anybody to this node, as long as the fund may be called for it, because then
 * the stake of who leaves is used too.
 */
export function isAwaited(record: LegRecord, { me, peer }: { readonly me: NodeId; readonly peer: NodeId }): boolean {
  if (missingOf(record) === 0n) return false;
  const { from, to } = record.leg;
  return from === peer || to === peer || (to === me && record.standing !== 'defaulted');
}

export const stillOpen = (
  pair: { readonly me: NodeId; readonly peer: NodeId },
  { obligations, legs }: { readonly obligations: Iterable<Obligation>; readonly legs: Iterable<LegRecord> },
): StillOpen => ({
  obligations: [...obligations].filter(isOpen).length,
  payments: [...legs].filter((record) => isAwaited(record, pair)).length,
});
