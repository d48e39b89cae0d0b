import { type CurrencyCode, addMonths, firstDayOf, isPlainDate, month, monthOf } from '@passerelle/values';
import type { Quorum } from './quorum.js';

/** A member's id in the roster, such as `be`. Ids are compared by their code units. */
export type NodeId = string;

/** A cycle is named after a month, `2026-08`, so cycles compare with `<`. */
export type CycleId = string;

/** Hash of the canonical form of a value, base64url. The caller gives it, because canonical form is protocol. */
export type Digest = (value: unknown) => string;

/** Signs the canonical form of a value with this node's key. The same value always gives the same signature. */
export type Sign = (payload: unknown) => string;

/** True when the signature over the value is the named node's. Any other answer, including an error, is false. */
export type SignatureCheck = (node: NodeId, payload: unknown, sig: string) => boolean;

/** How debts are netted: a rule of the roster that changes with a cycle, never within one. */
export interface NettingRules {
  /**
   * One netting for each currency; or all converted by the fixing and netted in one currency; or set-off only, which
   * never joins two nodes that did not trade.
   */
  readonly mode: 'per-currency' | 'one-currency' | 'set-off';
  /** The currency of all legs in mode `one-currency`. */
  readonly currency?: CurrencyCode;
}

/** What the roster says that netting and voting need. */
export interface Federation {
  readonly members: readonly NodeId[];
  /** The order of succession: round r belongs to the r-th of them, and after the last one to the first again. */
  readonly coordinators: readonly NodeId[];
  /** How many votes make a round final, and how many abort it. */
  readonly quorum: Quorum;
  readonly netting: NettingRules;
  /** From this round on a proposal is empty, so that a cycle nobody can agree on closes and its debts roll. */
  readonly emptyFromRound: number;
}

export const isCycleId = (text: string): boolean => isPlainDate(`${text}-01`);

/** The month after: `2027-01` follows `2026-12`. Throws RangeError when the text is no cycle. */
export const nextCycle = (cycle: CycleId): CycleId => monthOf(addMonths(firstDayOf(month(cycle)), 1));

/** The first cycle that a node which has cut up to here can still add to; before its first cut, any. */
export const firstAfter = (lastCut: CycleId | null): CycleId => (lastCut === null ? '' : nextCycle(lastCut));

/** Whose turn a round is. Everybody computes the same, so nobody has to elect anybody. */
export function coordinatorOf(round: number, { coordinators }: Pick<Federation, 'coordinators'>): NodeId {
  const node = coordinators[round % coordinators.length];
  if (node === undefined) throw new RangeError('the roster names no coordinator');
  return node;
}

/** Whether a node votes and is netted in the cycles of this federation. Others open none of them and are not heard in any. */
export const takesPart = ({ members }: Pick<Federation, 'members'>, node: NodeId): boolean => members.includes(node);

/** Orders texts by code units, as canonical JSON orders keys, whatever the language of the machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
