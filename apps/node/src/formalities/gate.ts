import { isDeepStrictEqual } from 'node:util';
import type { Words } from '@passerelle/coordination';
import type { PlainDate } from '@passerelle/values';

/** What the law asks before work abroad may begin, in the order in which one rests on the other. */
export const gateNames = ['legislation', 'a1', 'notice', 'guarantee'] as const;

export type GateName = (typeof gateNames)[number];

/** `refused` stays shut until something about the mission changes; `overridden` was answered for by an adviser. */
export type GateState = 'open' | 'passed' | 'overridden' | 'refused';

/** Who has to act, or did. */
export type GateOwner = 'worker' | 'home' | 'host' | 'client' | 'institution' | 'fund';

/** One step between the client's yes and the first day of work. */
export interface Gate {
  readonly name: GateName;
  readonly state: GateState;
  readonly owner: GateOwner;
  /** The day by which it should be passed; null where nothing is due. */
  readonly due: PlainDate | null;
  readonly reasons: readonly Words[];
  /** What will go wrong if nobody acts in time. */
  readonly warnings: readonly Words[];
  /** An adviser may answer for it as it stands. */
  readonly overridable: boolean;
}

/** True when the work may begin: every gate is passed, or answered for. */
export const areOpen = (gates: readonly Gate[]): boolean =>
  gateNames.every((name) => gates.some((gate) => gate.name === name && isThrough(gate)));

export const isThrough = ({ state }: Gate): boolean => state === 'passed' || state === 'overridden';

/** True when both lists say the same of every gate, so that there is nothing to record. */
export const areAlike = (a: readonly Gate[], b: readonly Gate[]): boolean => isDeepStrictEqual(a, b);
