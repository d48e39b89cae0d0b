import {
  type BodyOf,
  type ChannelState,
  type Content,
  type Intent,
  type Message,
  type SigningKey,
  isMessageTypeName,
  refusalOf,
} from '@passerelle/protocol';
import type { CycleMessage, NodeId } from '@passerelle/settlement';
import type { Comparing } from './comparing.js';
import type { Cycles } from './cycles.js';
import type { Draft } from './disk.js';
import type { KeptChannel } from './kept.js';
import type { NodeParts } from './node-parts.js';
import { type Pairs, isPairWord } from './pairs.js';
import type { Parting } from './parting.js';
import type { Payments } from './payments.js';

/** The rooms of a node to which words belong. */
export interface Rooms extends NodeParts {
  readonly pairs: Pairs;
  readonly desk: Cycles;
  readonly payments: Payments;
  readonly comparing: Comparing;
  readonly parting: Parting;
  key(turn: 1 | 2): SigningKey;
}

/** What a node makes of words: its own when they get their numbers, a peer's, and its own again after a restore. */
export class Words {
  constructor(private readonly node: Rooms) {}

  /** The channel's only writer: what was decided gets its number, unless it means nothing by now. */
  number(draft: Draft, peer: NodeId, state: ChannelState): ChannelState | null {
    const { intents } = draft.kept.channels[peer]!;
    if (intents.length === 0) return null;
    this.put(draft, peer, { intents: [] });
    let now = state;
    for (const intent of intents) now = this.numberOne(draft, peer, now, intent);
    this.node.desk.goOn(draft);
    return now;
  }

  private numberOne(draft: Draft, peer: NodeId, state: ChannelState, intent: Intent): ChannelState {
    const said = this.sayable(draft, peer, state, intent);
    if (said === null) return state;
    const isChanged = draft.kept.channels[peer]!.rotations[this.node.me] !== undefined;
    const key = isChanged ? this.node.key(2) : this.node.key(1);
    const { seq } = state.in;
    const numbered = this.node.core.numberAll(state, [{ ...said, ack: seq }], { key, at: '2026-08-01T09:00:00.000Z' });
    if (numbered.refusal) throw new Error(`an intent cannot be sent: ${JSON.stringify(numbered.refusal)}`);
    const { outbox } = draft.kept.channels[peer]!;
    this.put(draft, peer, { outbox: [...outbox, ...numbered.messages] });
    for (const message of numbered.messages) this.foldOwn(draft, peer, message);
    return numbered.state;
  }

  private sayable(draft: Draft, peer: NodeId, state: ChannelState, intent: Intent): Intent | null {
    const content = { type: intent.type, body: intent.body } as Content;
    if (content.type === 'channel.close') {
      const body = this.node.parting.sayable(draft.kept, peer, state);
      return body && { ...intent, body };
    }
    if (!isMessageTypeName(intent.type) || !isPairWord(content)) return intent;
    const word = this.node.pairs.sayable(draft.kept, peer, content, this.node.desk.closed(draft.kept));
    if (word === null) return null;
    const at = { seq: state.out.seq + 1n, ack: state.in.seq };
    const refused = this.node.pairs.fold(draft, peer, this.node.me, word, at);
    return refused === null ? { ...intent, type: word.type, body: word.body } : null;
  }

  theirs(draft: Draft, peer: NodeId, message: Message): void {
    const code = this.heard(draft, peer, message);
    if (code === null) return;
    this.node.world.note(this.node.me, `refuses ${message.content.type} ${message.content.seq} of ${peer}: ${code}`);
    this.put(draft, peer, { refused: draft.kept.channels[peer]!.refused + 1 });
    const answer = refusalOf(message, { code: code.split(':')[0]!, detail: code });
    if (answer) this.node.say(draft, peer, answer.type, answer.body);
  }

  /** A word of ours that a peer gave back after a restore. */
  ours(draft: Draft, peer: NodeId, message: Message): void {
    const { type, body, seq, ack } = message.content;
    this.node.world.note(this.node.me, `gets back ${type} ${seq} from ${peer}`);
    const content = { type, body } as unknown as Content;
    if (isPairWord(content))
      this.node.pairs.fold(draft, peer, this.node.me, content, { seq: BigInt(seq), ack: BigInt(ack) });
    if (type.startsWith('cycle.')) this.node.desk.remembered(draft, peer, content as unknown as CycleMessage);
    if (type === 'fund.call') this.node.payments.defaults.heard(draft, { from: this.node.me, ...fundWord(content) });
    this.foldOwn(draft, peer, message);
  }

  /** What our own words make true besides what pairs and cycles have taken in already. */
  private foldOwn(draft: Draft, peer: NodeId, message: Message): void {
    const read = this.node.core.readBody(message);
    if (!read.ok) return;
    if (read.value.type === 'limit.set') this.node.pairs.capSet(draft, peer, this.node.me, read.value.body);
    if (read.value.type === 'key.rotate') this.keepRotation(draft, peer, message, read.value.body);
  }

  private heard(draft: Draft, from: NodeId, message: Message): string | null {
    const read = this.node.core.readBody(message);
    if (!read.ok) return `${read.refusal.kind}: ${read.refusal.detail}`;
    const content = read.value;
    const { seq, ack } = message.content;
    const at = { seq: BigInt(seq), ack: BigInt(ack) };
    if (isPairWord(content)) {
      const refused = this.node.pairs.fold(draft, from, from, content, at);
      if (refused !== null || content.type !== 'cycle.cut') return refused;
    }
    if (content.type.startsWith('cycle.')) return this.node.desk.heard(draft, from, content as CycleMessage);
    switch (content.type) {
      case 'payment.sent':
      case 'payment.received': {
        const kind = content.type === 'payment.sent' ? 'sent' : 'received';
        return this.node.payments.told(draft, {
          leg: content.body.leg,
          by: from,
          kind,
          amount: BigInt(content.body.amount),
        });
      }
      case 'leg.unpaid': {
        const { leg, missing } = content.body;
        return this.node.payments.told(draft, { leg, by: from, kind: 'unpaid', amount: BigInt(missing) });
      }
      case 'recon.range':
      case 'recon.items':
        return this.node.comparing.heard(draft, from, content);
      case 'limit.set':
        this.node.pairs.capSet(draft, from, from, content.body);
        return null;
      case 'fund.call':
      case 'fund.repay':
        return this.node.payments.defaults.heard(draft, { from, ...fundWord(content) });
      case 'key.rotate':
        return this.keepRotation(draft, from, message, content.body);
      case 'channel.close':
        return this.node.parting.heard(draft, from, message, content.body);
      default:
        return null;
    }
  }

  private keepRotation(draft: Draft, peer: NodeId, message: Message, body: BodyOf<'key.rotate'>): string | null {
    const rotation = this.node.core.rotationOf(message, body);
    if (!rotation.ok) return rotation.refusal.kind;
    const { rotations } = draft.kept.channels[peer]!;
    const { from } = message.content;
    const channel = from === this.node.me ? peer : from;
    this.put(draft, channel, { rotations: { ...rotations, [from]: rotation.value } });
    return null;
  }

  private put(draft: Draft, peer: NodeId, change: Partial<KeptChannel>): void {
    const { channels } = draft.kept;
    draft.put({ channels: { ...channels, [peer]: { ...channels[peer]!, ...change } } });
  }
}

function fundWord(content: Content) {
  if (content.type === 'fund.call') return { leg: content.body.leg, call: content.body, repaid: 0n };
  if (content.type !== 'fund.repay') throw new TypeError(`${content.type} is not about the fund`);
  const { leg } = content.body.ext as { readonly leg: string };
  return { leg, call: null, repaid: BigInt(content.body.amount) };
}
