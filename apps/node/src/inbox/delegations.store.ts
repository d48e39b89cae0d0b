import { managerOf, type Role, type Work } from '@passerelle/doors';
import type { Delegation } from './delegation.js';
import type { InboxKind } from './inbox-kinds.js';

/** A delegation that nobody has taken back, and the roles of whom it was handed to. */
export interface OpenDelegation extends Delegation {
  readonly toRoles: readonly Role[];
}

export interface Handing {
  readonly kind: InboxKind;
  readonly item: string;
  /** Accounts. */
  readonly by: string;
  readonly to: string;
  readonly words: string;
  readonly at: Date;
}

/** Each delegation stays on the record; at most one of an item is open. */
export class DelegationsStore {
  open(work: Work): Promise<readonly OpenDelegation[]> {
    return managerOf(work).query<OpenDelegation[]>(
      `select d.kind, d.item, giver.email as by, taker.email as to, taker.roles as "toRoles", d.words, d.given_at as at
       from inbox_delegation d join account giver on giver.id = d.given_by join account taker on taker.id = d.given_to
       where d.taken_back_at is null`,
    );
  }

  async add(work: Work, { kind, item, by, to, words, at }: Handing): Promise<void> {
    await managerOf(work).query(
      `insert into inbox_delegation (kind, item, given_by, given_to, words, given_at) values ($1, $2, $3, $4, $5, $6)`,
      [kind, item, by, to, words, at],
    );
  }

  async takeBack(work: Work, { kind, item, by, at }: Pick<Handing, 'kind' | 'item' | 'by' | 'at'>): Promise<void> {
    await managerOf(work).query(
      `update inbox_delegation set taken_back_at = $3, taken_back_by = $4
       where kind = $1 and item = $2 and taken_back_at is null`,
      [kind, item, at, by],
    );
  }
}
