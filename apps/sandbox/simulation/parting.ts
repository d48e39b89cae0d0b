import { type BodyOf, type ChannelState, type Message, memberOf } from '@passerelle/protocol';
import type { NodeId } from '@passerelle/settlement';
import type { Draft } from './disk.js';
import type { Kept, KeptChannel } from './kept.js';
import type { NodeParts } from './node-parts.js';

type Close = BodyOf<'channel.close'>;

/** How two nodes part: nothing is open between them, and both say where their messages end. */
export class Parting {
  constructor(private readonly parts: NodeParts) {}

  /** People say it once all cycles that both take part in are over: the one who leaves first, then the other. */
  tick(draft: Draft): void {
    for (const peer of Object.keys(draft.kept.channels))
      if (this.isDue(draft.kept, peer)) this.parts.say(draft, peer, 'channel.close', {});
  }

  /** True when the two want to part and nothing keeps them from it. */
  mayPart(kept: Kept, peer: NodeId): boolean {
    const { me, core, cycles } = this.parts;
    const isOver = cycles
      .filter((cycle) => core.takesPart(this.parts.federationOf(kept, cycle), peer))
      .every((cycle) => kept.cycles[cycle]!.isApplied);
    return isOver && this.wants(kept, peer) && isNothing(this.open(kept, peer)) && me !== peer;
  }

  /** The word with both ends as they are when it gets its number; null when something has come between. */
  sayable(kept: Kept, peer: NodeId, { out, in: heard }: ChannelState): Close | null {
    if (!isNothing(this.open(kept, peer))) return null;
    const position = ({ seq, head }: ChannelState['out']) => ({ seq: `${seq}`, head });
    return { mine: position(out), yours: position(heard), reason: 'The end of the year.' };
  }

  heard(draft: Draft, from: NodeId, { content }: Message, { mine, yours }: Close): string | null {
    const channel = draft.kept.channels[from]!;
    const seen = Number(content.ack);
    const isSame =
      mine.seq === `${BigInt(content.seq) - 1n}` &&
      mine.head === content.prev &&
      yours.seq === content.ack &&
      yours.head === (seen === 0 ? '' : channel.outbox[seen - 1]?.hash);
    if (!isSame) return 'another-head';
    // Until its own words are back, a restored node does not know what was open; and whoever has left has said it before.
    if (channel.stored.status === 'waiting' || hasLeft({ said: channel.outbox, answers: channel.inbox })) return null;
    return isNothing(this.open(draft.kept, from)) ? null : 'still-open';
  }

  private isDue(kept: Kept, peer: NodeId): boolean {
    const channel = kept.channels[peer]!;
    const isQuiet = channel.stored.status === 'open' && channel.intents.length === 0;
    const { outbox: ours, inbox: theirs } = channel;
    if (!isQuiet || hasLeft({ said: ours, answers: theirs }) || !this.mayPart(kept, peer)) return false;
    return this.isLeaving(kept, this.parts.me) || hasLeft({ said: theirs, answers: ours });
  }

  private wants(kept: Kept, peer: NodeId): boolean {
    return [this.parts.me, peer].some((node) => this.isLeaving(kept, node));
  }

  private isLeaving({ roster }: Kept, node: NodeId): boolean {
    return memberOf(roster.content, node)?.status === 'left';
  }

  private open({ pairs, legs }: Kept, peer: NodeId) {
    const { me, core } = this.parts;
    const obligations = Object.values(pairs[peer]!.record.obligations);
    return core.stillOpen({ me, peer }, { obligations, legs: Object.values(legs).map(({ record }) => record) });
  }
}

/** Both have said that they leave, and neither was told no: it follows from the messages of the two alone. */
export const haveBothLeft = ({ outbox, inbox }: KeptChannel): boolean =>
  hasLeft({ said: outbox, answers: inbox }) && hasLeft({ said: inbox, answers: outbox });

function hasLeft({
  said,
  answers,
}: {
  readonly said: readonly Message[];
  readonly answers: readonly Message[];
}): boolean {
  const closes = said.filter(({ content }) => content.type === 'channel.close');
  if (closes.length === 0) return false;
  const refused = answers.flatMap(({ content }) => (content.type === 'refuse' ? [content.body['message']] : []));
  return closes.some(({ hash }) => !refused.includes(hash));
}

const isNothing = ({ obligations, payments }: { obligations: number; payments: number }): boolean =>
  obligations + payments === 0;
