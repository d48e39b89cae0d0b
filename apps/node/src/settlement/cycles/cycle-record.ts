import { type CycleId, type CycleState, openCycle } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';

/** What people read about a cycle: who said what and when. `at` is the business clock's instant. */
export interface CycleEvent {
  readonly at: string;
  readonly node: NodeId;
  /** A message type such as `cycle.approve`, or `final`, `left-out`, `not-approved`, `pair-differs`, `closed`. */
  readonly what: string;
  readonly text: string;
}

/**
 * A cycle as this node keeps it. Instants in milliseconds are of the real clock: they say how long the node has waited,
 * and no amount depends on them.
 */
export interface CycleRecord {
  readonly id: CycleId;
  readonly state: CycleState;
  /** `applied`: the final is booked here. `closed`: its payments have arrived, or there were none. */
  readonly status: 'running' | 'applied' | 'closed';
  readonly cutAtMs: number | null;
  /** When this node stopped waiting for statements. */
  readonly statementsAtMs: number | null;
  readonly roundAtMs: number | null;
  readonly events: readonly CycleEvent[];
}

export const newCycle = (of: {
  readonly id: CycleId;
  readonly me: NodeId;
  readonly members: readonly NodeId[];
  readonly earlierClosed: boolean;
  readonly abstains: boolean;
}): CycleRecord => ({
  id: of.id,
  state: openCycle({ ...of, cycle: of.id }),
  status: 'running',
  cutAtMs: null,
  statementsAtMs: null,
  roundAtMs: null,
  events: [],
});

export const isCut = ({ cutAtMs }: CycleRecord): boolean => cutAtMs !== null;
