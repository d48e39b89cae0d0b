import type { NodeId } from '../received.js';

/** A message of a peer that a room failed on. It is tried again and again until it works or a person sets it aside. */
export interface StuckMessage {
  readonly peer: NodeId;
  readonly seq: bigint;
  readonly type: string;
  /** Names the message in an answer to its sender. */
  readonly hash: string;
  readonly error: string;
  readonly attempts: number;
  readonly since: Date;
  /** Null while a person has paused it. */
  readonly nextTryAt: Date | null;
}

/** What a person decided about a stuck message; it is only added to. */
export interface StuckDecision {
  readonly peer: NodeId;
  readonly seq: bigint;
  readonly action: 'retry' | 'pause' | 'resume' | 'park';
  readonly reason: string;
  readonly by: string | null;
}
