import { type RosterContent, type RosterMember, memberOf } from '@passerelle/protocol';
import type { NodeId } from './received.js';

/** Why nothing new begins between this node and another one. */
export type Bar = 'suspended' | 'suspended-by-roster' | 'leaving' | 'left' | 'defaulted';

/** A member that the roster suspends or lets go starts nothing new, and neither does anybody with it. */
export function barByRoster(roster: RosterContent, pair: readonly NodeId[]): Bar | null {
  const bars = pair.map((node) => barOf(memberOf(roster, node)?.status));
  return bars.find((bar) => bar !== null) ?? null;
}

function barOf(status: RosterMember['status'] | undefined): Bar | null {
  if (status === 'suspended') return 'suspended-by-roster';
  return status === 'leaving' || status === 'left' ? status : null;
}
