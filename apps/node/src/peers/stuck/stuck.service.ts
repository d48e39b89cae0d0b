import type { Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { ChannelStore } from '../channel/channels.js';
import type { Peers } from '../peers.service.js';
import { type NodeId, refused } from '../received.js';
import type { StuckDecision, StuckMessage } from './stuck.js';
import type { StuckStore } from './stuck.store.js';

export type StuckRefused = { readonly kind: 'not-stuck' };

export type StuckOrder = Omit<StuckDecision, 'peer' | 'seq'>;

/** Messages that rooms fail on: what is wrong with them, and what a person decides. */
export class Stuck {
  constructor(
    private readonly store: StuckStore,
    private readonly channels: Pick<ChannelStore, 'settle'>,
    private readonly peers: Peers,
  ) {}

  list(work: Work, limit: number): Promise<readonly StuckMessage[]> {
    return this.store.list(work, limit);
  }

  /** Tries it now, lets it rest, lets it be tried again, or sets it aside for good; each with a reason that is kept. */
  async order(work: Work, peer: NodeId, seq: bigint, order: StuckOrder): Promise<Result<StuckMessage, StuckRefused>> {
    const message = await this.store.find(work, peer, seq);
    if (!message) return refuse({ kind: 'not-stuck' });
    await this.store.decided(work, { ...order, peer, seq });
    if (order.action === 'park') await this.park(work, message, order.reason);
    else if (order.action === 'pause') await this.store.pause(work, message);
    else await this.store.due(work, message);
    return ok((await this.store.find(work, peer, seq)) ?? message);
  }

  /** Nothing follows from the message any more, and its sender hears so. */
  private async park(work: Work, { peer, seq, hash }: StuckMessage, reason: string): Promise<void> {
    await this.channels.settle(work, peer, seq, refused('parked', reason));
    const body = { ref: `${seq}`, message: hash, code: 'parked', detail: reason };
    await this.peers.send(work, peer, 'refuse', body);
  }
}
