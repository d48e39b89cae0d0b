import type { Clock, Work } from '@passerelle/doors';
import { type PlainDate, dayOf, daysBetween } from '@passerelle/values';
import { isHandedOver, isHers } from './delegation.js';
import type { DelegationsStore, OpenDelegation } from './delegations.store.js';
import { type InboxItem, type WaitingItem, inOrder } from './inbox-item.js';
import { decidedBy, decides, type InboxKind } from './inbox-kinds.js';
import type { Asker, InboxSources } from './inbox-source.js';

type Who = Omit<Asker, 'today'>;

/** What one person finds in her inbox. */
export interface Found {
  readonly hers: readonly WaitingItem[];
  readonly handedOver: readonly WaitingItem[];
}

/** What needs a decision, and whose: the one answer for pages and programs. */
export class Inbox {
  constructor(
    private readonly sources: InboxSources,
    private readonly delegations: DelegationsStore,
    private readonly clock: Clock,
    private readonly zone: string,
  ) {}

  /** What waits for her and nothing else, by its place, and what she has handed to colleagues, as long as it waits. */
  async look(work: Work, who: Who): Promise<Found> {
    const items = await this.everything(work, who);
    return {
      hers: items.filter((item) => isHers(item, who.account)),
      handedOver: items.filter((item) => isHandedOver(item, who.account)),
    };
  }

  /** What waits for her: what her roles decide and nobody else was asked to decide instead. */
  async of(work: Work, who: Who): Promise<readonly WaitingItem[]> {
    return (await this.look(work, who)).hers;
  }

  /** One item that waits for her, or that she has handed over. */
  async find(work: Work, of: Pick<InboxItem, 'kind' | 'id'>, who: Who): Promise<WaitingItem | undefined> {
    const items = await this.everything(work, who, of.kind);
    const found = items.find(({ id }) => id === of.id);
    return found && (isHers(found, who.account) || isHandedOver(found, who.account)) ? found : undefined;
  }

  /** Everything that her roles decide, whoever was asked to do it, or what of it is of one kind. */
  async everything(work: Work, who: Who, only?: InboxKind): Promise<readonly WaitingItem[]> {
    const asker = { ...who, today: this.clock.today(this.zone) };
    const hers = decidedBy(who.account.roles);
    const kinds = only === undefined ? hers : new Set(hers.has(only) ? [only] : []);
    const found: InboxItem[] = [];
    // One after the other: a desk that is asked often must not take every connection of the database at once.
    for (const source of this.sources.of(kinds)) found.push(...(await source.waiting(work, asker)));
    const delegations = byItem(found.length > 0 ? await this.delegations.open(work) : []);
    const waiting = found
      .filter(({ kind }) => kinds.has(kind))
      .map((item) => ({ ...this.onDay(item, asker), delegation: delegations.get(nameOf(item.kind, item.id)) ?? null }));
    return inOrder(waiting);
  }

  private onDay(item: InboxItem, { today }: Asker): Omit<WaitingItem, 'delegation'> {
    const [since, deadline] = [this.dayOf(item.since), this.dayOf(item.deadline)];
    const age = since && Math.max(0, daysBetween(since, today));
    return { ...item, since, deadline, age, isLate: deadline !== null && deadline < today };
  }

  private dayOf(at: Date | PlainDate | null): PlainDate | null {
    return at instanceof Date ? dayOf(at, this.zone) : at;
  }
}

const nameOf = (kind: InboxKind, id: string): string => `${kind} ${id}`;

/** A colleague who no longer decides things of that kind is as if nobody had been asked. */
const byItem = (open: readonly OpenDelegation[]): ReadonlyMap<string, OpenDelegation> =>
  new Map(
    open
      .filter(({ kind, toRoles }) => decides(toRoles, kind))
      .map((delegation) => [nameOf(delegation.kind, delegation.item), delegation]),
  );
