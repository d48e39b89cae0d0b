import type { Account } from '@passerelle/doors';
import type { InboxKind } from './inbox-kinds.js';

/** A colleague decides something instead of whoever handed it over, who says why in a sentence. */
export interface Delegation {
  readonly kind: InboxKind;
  /** The id of what is to be decided, as the inbox has it. */
  readonly item: string;
  /** Their addresses. */
  readonly by: string;
  readonly to: string;
  readonly words: string;
  readonly at: Date;
}

export type DelegationRefusal =
  /** Nothing of that name waits for her, or was handed over by her. */
  | { readonly kind: 'not-waiting' }
  | { readonly kind: 'no-such-colleague'; readonly email: string }
  | { readonly kind: 'to-oneself' }
  /** The colleague has prepared it, or it is her own. */
  | { readonly kind: 'not-hers-to-decide'; readonly email: string };

type Reader = Pick<Account, 'email'>;

/**
 * What was handed over waits for the colleague alone. When its last day is past, it waits for everybody again who decides
 * it: a wage must not hang on one person who is ill.
 */
export const isHers = (
  { delegation, isLate }: { readonly delegation: Delegation | null; readonly isLate: boolean },
  { email }: Reader,
): boolean => delegation === null || isLate || delegation.to === email;

/** What she has handed over and waits for her no more. */
export const isHandedOver = (
  item: { readonly delegation: Delegation | null; readonly isLate: boolean },
  reader: Reader,
): boolean => !isHers(item, reader) && item.delegation?.by === reader.email;
