import type { Declaration, RosterContent, SigningKey } from '@passerelle/protocol';
import type { CycleEvidence, CycleId, Federation, Fixing, NodeId } from '@passerelle/settlement';
import type { Bank } from './bank.js';
import type { Core } from './core.js';
import type { Draft } from './disk.js';
import type { Kept } from './kept.js';
import type { World } from './world.js';

/** What the rooms of a node work with. */
export interface NodeParts {
  readonly me: NodeId;
  readonly core: Core;
  readonly world: World;
  readonly bank: Bank;
  /** Those that this node takes part in, by the rosters it has followed. */
  readonly cycles: readonly CycleId[];
  readonly audit: Pick<Accusations, 'accused'>;
  /** The own clock, which may be wrong. */
  localNow(): number;
  /** Decides to say it; it is numbered when the channel is open. */
  say(draft: Draft, peer: NodeId, type: string, body: object): void;
  /** A place at which the program may stop. */
  point(): void;
  federationOf(kept: Kept, cycle: CycleId): Federation;
  /** The fund that stands for a cycle. */
  fundOf(kept: Kept, cycle: CycleId): RosterContent['fund'];
  declarationKey(kept: Kept): SigningKey;
  /** By a key that counts. */
  isDeclared(kept: Kept, node: NodeId, declaration: Declaration, sig: string): boolean;
  /** By any of its keys, also one that was revoked since. */
  wasDeclared(kept: Kept, node: NodeId, declaration: Declaration, sig: string): boolean;
  isFixingRight(fixing: Fixing): boolean;
  /** A member without money does not pay until then. */
  paysFrom(): number;
}

/** Where proofs that a node holds against another one are noted. */
export interface Accusations {
  accused(by: NodeId, evidence: CycleEvidence): void;
}
