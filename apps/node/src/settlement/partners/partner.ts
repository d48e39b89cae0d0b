import type { RosterContent } from '@passerelle/protocol';
import { memberOf } from '@passerelle/protocol';
import type { Cap } from '@passerelle/settlement';
import { Money } from '@passerelle/values';
import { type Bar, barByRoster } from '../../peers/bar.js';
import type { NodeId } from '../../peers/received.js';
import { capOf } from '../roster-rules.js';

/** What this node and another one have said about dealing with each other, besides what the roster says. */
export interface Partner {
  readonly node: NodeId;
  /** This branch starts nothing new with it; null while it does. */
  readonly suspended: Suspension | null;
  /** Who of the two has said that nothing is open between them and that it leaves. */
  readonly left: { readonly us: boolean; readonly them: boolean };
  /** The result of the fund call that its default led to, until all of that money has come back. */
  readonly defaulted: string | null;
}

export interface Suspension {
  readonly reason: string;
  /** An instant of the business clock. */
  readonly since: string;
}

/** What a creditor has said with `limit.set`, in minor units. */
export interface GrantedCap {
  readonly creditor: NodeId;
  readonly debtor: NodeId;
  readonly currency: string;
  readonly max: bigint;
}

export type CapQuestion = Omit<GrantedCap, 'max'>;

export const newPartner = (node: NodeId): Partner => ({
  node,
  suspended: null,
  left: { us: false, them: false },
  defaulted: null,
});

/** Why this branch begins nothing new with the partner, besides what the roster says. */
export function ownBar({ suspended, left, defaulted }: Partner): Bar | null {
  if (left.us || left.them) return 'left';
  return suspended !== null ? 'suspended' : defaulted !== null ? 'defaulted' : null;
}

/** Why nothing new begins between this node and another one; null when nothing stands in the way. */
export const barTo = (partner: Partner, { roster, me }: { roster: RosterContent; me: NodeId }): Bar | null =>
  ownBar(partner) ?? barByRoster(roster, [partner.node, me]);

/**
 * What the creditor lets the debtor owe it now: what it has said, and at most what the roster lets anybody say. Both
 * sides compute the same from the same messages and the same roster.
 */
export function capUnder(
  roster: RosterContent,
  of: CapQuestion,
  said: { readonly granted: bigint | null; readonly isDefaulter: boolean },
): Cap {
  const most = capOf(roster, of);
  const isBarred = said.isDefaulter || [of.creditor, of.debtor].some((node) => isHeldBack(roster, node));
  if (isBarred) return { ...most, amount: Money.zero(most.amount.currency) };
  const { granted } = said;
  return granted === null || granted >= most.amount.minor
    ? most
    : { ...most, amount: new Money(granted, most.amount.currency) };
}

/** A member that the roster suspends or lets go starts nothing new. */
const isHeldBack = (roster: RosterContent, node: NodeId): boolean =>
  (memberOf(roster, node)?.status ?? 'member') !== 'member';
