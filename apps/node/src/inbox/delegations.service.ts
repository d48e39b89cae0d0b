import type { Account, Accounts, Clock, Language, Work } from '@passerelle/doors';
import { ok, refuse, type Result } from '@passerelle/values';
import type { DelegationRefusal } from './delegation.js';
import type { DelegationsStore } from './delegations.store.js';
import type { WaitingItem } from './inbox-item.js';
import { decidedBy, decides, type InboxKind } from './inbox-kinds.js';
import type { Inbox } from './inbox.service.js';

/** What is handed over or taken back, and by whom. */
export interface Handing {
  readonly kind: InboxKind;
  readonly item: string;
  readonly by: Account;
  readonly language: Language;
}

export interface Colleague {
  readonly email: string;
  readonly kinds: readonly InboxKind[];
}

type Decision = Promise<Result<WaitingItem, DelegationRefusal>>;

/** Whoever decides something may have a colleague decide it. */
export class Delegations {
  constructor(
    private readonly store: DelegationsStore,
    private readonly inbox: Inbox,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** An item that waits for her, or that she has handed over. */
  async item(work: Work, { kind, item, by: account, language }: Handing): Decision {
    const found = await this.inbox.find(work, { kind, id: item }, { account, language });
    return found ? ok(found) : refuse({ kind: 'not-waiting' });
  }

  /** Hands it to a colleague, with a sentence; to another one when somebody has it already. The same again changes nothing. */
  async hand(work: Work, handing: Handing, given: { readonly to: string; readonly words: string }): Decision {
    const { kind, item, by, language } = handing;
    const found = await this.item(work, handing);
    if (!found.ok) return found;
    const to = await this.accounts.find(work, given.to);
    if (!to || !decides(to.roles, kind)) return refuse({ kind: 'no-such-colleague', email: given.to });
    if (to.id === by.id) return refuse({ kind: 'to-oneself' });
    const hers = await this.inbox.everything(work, { account: to, language }, kind);
    if (!hers.some(({ id }) => id === item)) return refuse({ kind: 'not-hers-to-decide', email: to.email });
    const { delegation } = found.value;
    const isSame = delegation?.by === by.email && delegation.to === to.email && delegation.words === given.words;
    if (isSame) return found;
    const at = this.clock.now();
    await this.store.takeBack(work, { kind, item, by: by.id, at });
    await this.store.add(work, { kind, item, by: by.id, to: to.id, words: given.words, at });
    return this.item(work, handing);
  }

  /** It waits for everybody again who decides it: said by whoever handed it over, or whom it was handed to. */
  async takeBack(work: Work, handing: Handing): Decision {
    const found = await this.item(work, handing);
    if (!found.ok || found.value.delegation === null) return found;
    const { kind, item, by } = handing;
    await this.store.takeBack(work, { kind, item, by: by.id, at: this.clock.now() });
    return this.item(work, handing);
  }

  /** To whom she may hand something, each with what they both decide. */
  async colleagues(work: Work, { id, roles }: Account): Promise<readonly Colleague[]> {
    const kinds = [...decidedBy(roles)];
    const others = (await this.accounts.withRoles(work, roles)).filter((other) => other.id !== id);
    return others
      .map((other) => ({ email: other.email, kinds: kinds.filter((kind) => decides(other.roles, kind)) }))
      .filter((other) => other.kinds.length > 0);
  }
}
