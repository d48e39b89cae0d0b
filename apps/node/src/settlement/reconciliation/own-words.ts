import type { Work } from '@passerelle/doors';
import type { BodyOf } from '@passerelle/protocol';
import type { ChannelStore } from '../../peers/channel/channels.js';
import type { NodeId } from '../../peers/received.js';
import type { ObligationId } from '../obligations/obligation.js';
import type { Learned, ObligationsStore } from '../obligations/obligations-store.js';
import { pairWords } from '../obligations/pair.js';

/** More than people propose while a peer is away. */
const waitingMax = 1_000_000;

/** More is learned at once than is asked for, because an answer to many words is followed by answers to the next. */
const learnedAtOnce = 512;

/** Turns how many of our messages a peer had taken in into how many of our words about the pair. */
export class OwnWords {
  constructor(
    private readonly store: ObligationsStore,
    private readonly channels: Pick<ChannelStore, 'types' | 'status' | 'intents'>,
  ) {}

  /** False until the peer has answered our last start: it may hold words of ours that a backup did not know. */
  async mayFollow(work: Work, peer: NodeId): Promise<boolean> {
    return (await this.channels.status(work, peer)) !== 'waiting';
  }

  /** The obligations of the proposals that wait for their number. Nothing else is said while a peer has not answered. */
  async waiting(work: Work, peer: NodeId): Promise<readonly ObligationId[]> {
    const intents = await this.channels.intents(work, peer, waitingMax);
    return intents.flatMap(({ type, body }) =>
      type === 'obligation.propose' ? (body as BodyOf<'obligation.propose'>).obligation : [],
    ) as ObligationId[];
  }

  /** Words that are not numbered yet stand in no message, so nobody can have seen them. */
  async among(work: Work, peer: NodeId, messages: bigint): Promise<number> {
    let known = await this.store.learned(work, peer);
    while (messages > known.upto) known = await this.learn(work, peer, known);
    return this.store.wordsUpto(work, peer, messages);
  }

  private async learn(work: Work, peer: NodeId, { upto, words }: Learned): Promise<Learned> {
    const types = await this.channels.types(work, peer, { after: upto, limit: learnedAtOnce });
    if (types.length === 0) throw new Error(`${peer} has seen more than the ${upto} messages that it was sent`);
    const next = types.map((type, at) => ({ type, seq: upto + BigInt(at) + 1n }));
    const found = next.filter(({ type }) => pairWords.includes(type)).map(({ seq }) => seq);
    const learned = { upto: next.at(-1)!.seq, words: words + found.length };
    await this.store.learn(work, peer, found, learned.upto);
    return learned;
  }
}
