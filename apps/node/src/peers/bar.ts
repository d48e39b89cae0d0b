import { type RosterContent, memberOf } from '@passerelle/protocol';
import type { NodeId } from './received.js';

/** Why nothing new begins between this node and another one. */
export type Bar = 'suspended' | 'suspended-by-roster' | 'leaving' | 'left' | 'defaulted';

/** A member that the roster suspends or lets go starts nothing new, and neither does anybody with it. */
export function barByRoster(roster: RosterContent, node: NodeId): Bar | null {
  const status = memberOf(roster, node)?.status;
  if (status === 'suspended') return 'suspended-by-roster';
  return status === 'leaving' || status === 'left' ? status : null;
}
