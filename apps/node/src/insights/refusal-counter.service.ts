import type { Work } from '@passerelle/doors';
import type { Report } from '@passerelle/protocol';
import type { ChannelStore } from '../peers/channel/channels.js';
import { countedByCode } from './report.js';

interface Counts {
  readonly invalid: number;
  readonly refused: number;
}

/** Rows of one peer that are looked at for their reasons. */
const reasonsMax = 200;

/** What was refused since the last report that reached the federation; nothing before this start of the node. */
export class RefusalCounter {
  private told = new Map<string, Counts>();

  constructor(private readonly store: ChannelStore) {}

  /** The refusals that were not told yet, and what to call once they are. */
  async untold(
    work: Work,
    seen: ReadonlyMap<string, Counts>,
  ): Promise<{ readonly refusals: Report['refusals']; readonly tell: () => void }> {
    const refusals: Report['refusals'] = [];
    for (const [peer, { invalid, refused }] of seen) {
      const before = this.told.get(peer) ?? { invalid, refused };
      const fresh = Math.min(invalid - before.invalid, reasonsMax);
      const unbelieved = fresh > 0 ? await this.store.refusals(work, peer, fresh) : [];
      const answered = Array.from({ length: Math.max(0, refused - before.refused) }, () => 'message-refused');
      refusals.push(...countedByCode(peer, [...unbelieved.map(({ reason }) => reason), ...answered]));
      if (!this.told.has(peer)) this.told.set(peer, before);
    }
    return { refusals, tell: () => (this.told = new Map(seen)) };
  }
}
