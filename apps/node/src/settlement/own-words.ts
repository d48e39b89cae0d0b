import type { Work } from '@passerelle/doors';
import type { ChannelStore } from '../peers/channels.js';
import type { NodeId } from '../peers/received.js';
import type { ObligationsStore } from './obligations-store.js';
import { pairWords } from './pair.js';

/** Turns how many of our messages a peer had taken in into how many of our words about the pair. */
export class OwnWords {
  constructor(
    private readonly store: ObligationsStore,
    private readonly channels: Pick<ChannelStore, 'outbox'>,
  ) {}

  /** Words that are not numbered yet stand in no message, so nobody can have seen them. */
  async among(work: Work, peer: NodeId, messages: bigint): Promise<number> {
    const known = await this.store.numberedUpto(work, peer);
    if (messages > known) await this.learn(work, peer, known, messages);
    return this.store.wordsUpto(work, peer, messages);
  }

  private async learn(work: Work, peer: NodeId, known: bigint, upto: bigint): Promise<void> {
    const rows = await this.channels.outbox(work, peer, known + 1n, upto);
    const words = rows
      .map(({ sealed }) => JSON.parse(sealed.m) as { readonly type: string; readonly seq: string })
      .filter(({ type }) => pairWords.includes(type))
      .map(({ seq }) => BigInt(seq));
    await this.store.addNumbered(work, peer, words, upto);
  }
}
