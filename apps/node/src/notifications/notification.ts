import type { MemberId } from '../members/member.js';

export type NotificationId = string & { readonly __notification: true };

/** What a worker is told of as it happens, in the order of a mission. */
export const notificationKinds = [
  'changes-requested',
  'mission-refused',
  'mission-agreed',
  'client-confirmed',
  'contract-to-sign',
  'mission-started',
  'mission-cancelled',
  'client-paid',
  'payslip-published',
  'wage-paid',
  'expense-approved',
  'expense-refused',
  'expense-paid',
  'wage-dries-up',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Something that happened to what is hers, as she reads it. */
export interface Notification {
  readonly id: NotificationId;
  readonly member: MemberId;
  readonly kind: NotificationKind;
  /** What it is about, by the name she gave it; of a planned wage the month. */
  readonly name: string;
  /** The page that shows it: `/missions/mis_…`. */
  readonly path: string;
  readonly at: Date;
  readonly readAt: Date | null;
}

/** By which ways she wants to hear of a kind. */
export interface Wish {
  readonly kind: NotificationKind;
  readonly inApp: boolean;
  readonly mail: boolean;
}

/** The rooms of these write a letter themselves: the cooperative owes it, and nobody can wish it away. */
const lettered: ReadonlySet<NotificationKind> = new Set(['payslip-published', 'wage-dries-up']);

/** Where she has to act, or to plan anew, a letter is written unless she wishes otherwise. */
const urgent: ReadonlySet<NotificationKind> = new Set([
  'changes-requested',
  'mission-refused',
  'contract-to-sign',
  'mission-started',
  'mission-cancelled',
  'expense-refused',
]);

/** True when the letter comes whatever she wishes. */
export const isLettered = (kind: NotificationKind): boolean => lettered.has(kind);

/** What holds as long as she has wished nothing else. */
export const usualWish = (kind: NotificationKind): Wish => ({
  kind,
  inApp: true,
  mail: lettered.has(kind) || urgent.has(kind),
});

/** Her wishes for every kind, with the usual ones where she has said nothing. */
export const wishesOf = (stated: readonly Wish[]): readonly Wish[] =>
  notificationKinds.map((kind) => stated.find((wish) => wish.kind === kind) ?? usualWish(kind));
