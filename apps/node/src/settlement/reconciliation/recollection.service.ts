import type { Work } from '@passerelle/doors';
import { presentMembers } from '@passerelle/protocol';
import type { Peers } from '../../peers/peers.service.js';
import type { NodeId } from '../../peers/received.js';
import type { CyclesStore } from '../cycles/cycles-store.js';
import type { Patience } from '../cycles/deadlines.js';
import type { OwnWords } from './own-words.js';

export interface RecollectionParts {
  readonly cycles: Pick<CyclesStore, 'abstention'>;
  readonly words: Pick<OwnWords, 'mayFollow'>;
  readonly peers: Peers;
  readonly realNowMs: () => number;
  readonly patience: Pick<Patience, 'statementsMs'>;
}

/** Whether this node knows what it has said: it may have been restored from a backup, and only its peers can tell. */
export class Recollection {
  private readonly startedAtMs: number;

  constructor(private readonly parts: RecollectionParts) {
    this.startedAtMs = parts.realNowMs();
  }

  /** Whether the peer has given back all our words since the last start. */
  mayFollow(work: Work, peer: NodeId): Promise<boolean> {
    return this.parts.words.mayFollow(work, peer);
  }

  /** Before the others have answered a start, nothing shows that this node was restored and has voted already. */
  async isAwake(work: Work): Promise<boolean> {
    const { peers, realNowMs, patience } = this.parts;
    if (realNowMs() - this.startedAtMs >= patience.statementsMs) return true;
    for (const { id } of presentMembers(peers.roster!))
      if (id !== peers.me && !(await this.mayFollow(work, id))) return false;
    return true;
  }

  /** Nobody may hold words of ours that are unknown here, apart from one that may never answer again. */
  async isWhole(work: Work, but: NodeId): Promise<boolean> {
    if (!(await this.isAwake(work))) return false;
    const abstention = await this.parts.cycles.abstention(work);
    return abstention === null || abstention.missing.every((node) => node === but);
  }
}
