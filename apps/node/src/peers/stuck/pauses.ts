import type { NodeId } from '../received.js';

/** What a person decided about the whole channel to a peer; it is only added to, and the last one is in force. */
export interface PauseDecision {
  readonly peer: NodeId;
  readonly action: 'pause' | 'resume';
  readonly reason: string;
}

/** Peers to whom nothing new is said for now, each with the reason. */
export type Pauses = ReadonlyMap<NodeId, string>;
