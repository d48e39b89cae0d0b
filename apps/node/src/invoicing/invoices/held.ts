import type { MissionId } from '../../missions/mission.js';
import type { BillRefusal } from './billing.js';

/** Why the invoice of a mission waits: it cannot be made, or it was taken back and is to be billed anew. */
export type HeldReason =
  BillRefusal | { readonly kind: 'taken-back'; readonly creditNote: string; readonly invoice: string };

/** A finished mission whose invoice cannot be made yet. */
export interface HeldMission {
  readonly mission: MissionId;
  readonly since: Date;
  /** The word for it that programs know. */
  readonly reason: string;
  /** With what its words are made of; null in rows of releases that kept only the English `detail`. */
  readonly why: HeldReason | null;
  readonly detail: string;
  /** The hash of the partner's report, to approve then; null when home and host are one. */
  readonly report: string | null;
}

export const reasonOf = (why: HeldReason): string => (why.kind === 'vat-undecided' ? why.vat.kind : why.kind);
