import type { Money, PlainDate } from '@passerelle/values';
import type { Delegation } from './delegation.js';
import type { InboxKind } from './inbox-kinds.js';

/** Why something waits, where the record says more than its kind does. */
export interface InboxReason {
  /** A word for programs, such as the kind of a refusal. */
  readonly code: string;
  /** The same for people. */
  readonly text: string;
}

/** Something that waits for the decision of a person, as the room knows it to which it belongs. */
export interface InboxItem {
  readonly kind: InboxKind;
  /** As the API writes it; no two items of a kind have the same. */
  readonly id: string;
  /** Whom or what it is about, in words that the record brings. */
  readonly about: string;
  /** How many of what its kind names it stands for; null for one. */
  readonly count: number | null;
  readonly why: InboxReason | null;
  /** From when on it waits. */
  readonly since: Date | PlainDate | null;
  /** The last day on which a decision is in time. */
  readonly deadline: Date | PlainDate | null;
  /** The money at stake; negative where it went out. */
  readonly amount: Money | null;
  /** The page of the desk on which it is decided. */
  readonly page: string;
}

/** An item on one day, where the node is. */
export interface WaitingItem extends InboxItem {
  readonly since: PlainDate | null;
  readonly deadline: PlainDate | null;
  /** For how many days it has waited. */
  readonly age: number | null;
  /** Its deadline is past. */
  readonly isLate: boolean;
  /** Who was asked to decide it, and by whom; null while it waits for everybody who decides its kind. */
  readonly delegation: Delegation | null;
}

/** Stands after every deadline that there is. */
const noDeadline = '9999-12-31';

/** The place of an item in the inbox: the nearest deadline first; what has none comes after, the oldest first. */
export const placeOf = ({ deadline, since, kind, id }: WaitingItem): string =>
  `${deadline ?? noDeadline} ${since ?? ''} ${kind} ${id}`;

/** By their place. */
export const inOrder = (items: readonly WaitingItem[]): readonly WaitingItem[] =>
  items
    .map((item) => ({ item, place: placeOf(item) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ item }) => item);
