import type { Work } from '@passerelle/doors';
import type { InboxItem } from '../../inbox/inbox-item.js';
import { InboxSource } from '../../inbox/inbox-source.js';
import type { StuckMessage } from './stuck.js';
import type { StuckStore } from './stuck.store.js';

/** Messages of other nodes that a room fails on and nobody has paused or parked. */
export class StuckMessages extends InboxSource {
  override readonly kinds = ['message-stuck'] as const;

  constructor(private readonly store: StuckStore) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    const stuck = await this.store.list(work, null);
    return stuck.filter(({ nextTryAt }) => nextTryAt !== null).map(itemOf);
  }
}

const itemOf = ({ peer, seq, type, since }: StuckMessage): InboxItem => ({
  kind: 'message-stuck',
  id: `${peer}:${seq}`,
  about: `${peer} · ${type}`,
  count: null,
  why: null,
  since,
  deadline: null,
  amount: null,
  page: '/system',
});
