import { type RosterContent, memberOf } from '@passerelle/protocol';
import type { NodeId } from './received.js';

/** Why nothing new begins between this node and another one. */
export type Bar = 'suspended' | 'suspended-by-roster' | 'leaving' | 'left' | 'defaulted';

/** A member that the roster suspends or lets go starts nothing new, and neither does anybody with it. */
export function barByRoster(roster: RosterContent, node: NodeId): Bar | null {
  const status = memberOf(roster, node)?.status;
  return status === 'suspended' ? 'suspended-by-roster' : status === 'leaving' ? 'leaving' : null;
}
