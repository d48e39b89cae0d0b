import type { Clock, Work } from '@passerelle/doors';
import { type PlainDate, dayOf, daysBetween } from '@passerelle/values';
import { type InboxItem, type WaitingItem, inOrder } from './inbox-item.js';
import { decidedBy } from './inbox-kinds.js';
import type { Asker, InboxSources } from './inbox-source.js';

/** What needs a decision, and whose: the one answer for pages and programs. */
export class Inbox {
  constructor(
    private readonly sources: InboxSources,
    private readonly clock: Clock,
    private readonly zone: string,
  ) {}

  /** Everything that waits for somebody with these roles, and nothing else, by its place. */
  async of(work: Work, who: Omit<Asker, 'today'>): Promise<readonly WaitingItem[]> {
    const asker = { ...who, today: this.clock.today(this.zone) };
    const kinds = decidedBy(who.account.roles);
    const found: InboxItem[] = [];
    // One after the other: a desk that is asked often must not take every connection of the database at once.
    for (const source of this.sources.of(kinds)) found.push(...(await source.waiting(work, asker)));
    return inOrder(found.filter(({ kind }) => kinds.has(kind)).map((item) => this.onDay(item, asker)));
  }

  private onDay(item: InboxItem, { today }: Asker): WaitingItem {
    const [since, deadline] = [this.dayOf(item.since), this.dayOf(item.deadline)];
    const age = since && Math.max(0, daysBetween(since, today));
    return { ...item, since, deadline, age, isLate: deadline !== null && deadline < today };
  }

  private dayOf(at: Date | PlainDate | null): PlainDate | null {
    return at instanceof Date ? dayOf(at, this.zone) : at;
  }
}
