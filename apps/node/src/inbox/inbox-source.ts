import type { Account, Language, Work } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import type { InboxItem } from './inbox-item.js';
import type { InboxKind } from './inbox-kinds.js';

/** Who looks into her inbox, and on which day. */
export interface Asker {
  readonly account: Pick<Account, 'email' | 'subject' | 'roles'>;
  readonly language: Language;
  readonly today: PlainDate;
}

/** A room in which things wait for people, and what waits there. */
export abstract class InboxSource {
  /** What it brings. It is asked only for somebody who decides one of them. */
  abstract readonly kinds: readonly InboxKind[];
  /**
   * All that waits, in as many questions to the database whatever their number. What she may not decide herself, because
   * it is her own or she prepared it, is left out.
   */
  abstract waiting(work: Work, asker: Asker): Promise<readonly InboxItem[]>;
}

/**
 * What waits is known in rooms that come after this one, and must not be called from here. They announce themselves when
 * the node is put together.
 */
export class InboxSources {
  private readonly sources: InboxSource[] = [];

  add(source: InboxSource): void {
    this.sources.push(source);
  }

  /** Those that may bring one of these kinds. */
  of(kinds: ReadonlySet<InboxKind>): readonly InboxSource[] {
    return this.sources.filter((source) => source.kinds.some((kind) => kinds.has(kind)));
  }
}
