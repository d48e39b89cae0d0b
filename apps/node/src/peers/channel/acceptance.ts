import assert from 'node:assert/strict';
import { type Work, asStep, belongsTo } from '@passerelle/doors';
import { type JsonObject, type Message, open, readBody, refusalOf } from '@passerelle/protocol';
import type { ChannelKeys } from './channel-keys.js';
import type { ChannelParts } from './channel-parts.js';
import type { Heard, Parked, Traced } from './channels.js';
import { concernsOf } from './concerns.js';
import { type MessageTraces, eventsOf, traceOfHash } from './message-traces.js';
import { type NodeId, type Received, type Verdict, applied, refused } from '../received.js';
import { faultOfMessage } from '../sendable.js';

/** Takes well signed messages of one peer into its history and has them handled. */
export class Acceptance {
  constructor(
    private readonly parts: Pick<ChannelParts, 'database' | 'store' | 'dispatch' | 'newId' | 'note'>,
    private readonly keys: ChannelKeys,
    private readonly traces: MessageTraces,
    private readonly peer: NodeId,
  ) {}

  /**
   * Each message enters the history whatever its content. A room that fails on one does not hold up the channel: the
   * message is set aside, with all later ones about the same thing. `failure` sets them aside without asking the room.
   * Of several messages a failure is thrown, so that nothing of it remains and each can be taken in alone.
   */
  async takeAll(work: Work, messages: readonly Message[], failure?: unknown): Promise<readonly Heard[]> {
    if (messages.length === 0) return [];
    const { store, dispatch } = this.parts;
    const held = new Set(await store.heldUp(work, this.peer));
    if (messages.length > 1)
      await dispatch.coming(
        work,
        messages.map(({ content }) => content.body),
      );
    const heard: (Heard & { readonly failure?: unknown })[] = [];
    for (const message of messages) {
      const concerns = concernsOf(message.content.body);
      const isBehind = concerns.some((each) => held.has(each));
      const why = failure ?? (isBehind ? new Error('waits for an earlier message about the same') : undefined);
      await store.setApplied(work, this.peer, { seq: BigInt(message.content.seq), head: message.hash });
      const outcome = await this.outcome(work, message, { why, isAlone: messages.length === 1 });
      if ('failure' in outcome) for (const each of concerns) held.add(each);
      heard.push({ message, verdict: { verdict: 'failed' }, ...outcome });
    }
    await store.addInbox(work, this.peer, heard);
    for (const { message, ...outcome } of heard)
      if ('failure' in outcome) await this.setAside(work, message, outcome.failure, this.traces.given(message));
    return heard;
  }

  /** Tells the log what became of messages, once that is committed. */
  note(heard: readonly (Heard & Partial<Traced>)[]): void {
    const noted = heard.map(({ message, verdict: { verdict }, trace = this.traces.given(message) }) => ({
      message,
      verdict,
      trace,
    }));
    for (const event of eventsOf('messages heard', this.peer, noted)) this.parts.note(event);
  }

  /** Tries once more to have a message handled that was set aside. */
  async retry({ stored, trace }: Pick<Parked, 'stored' | 'trace'>): Promise<void> {
    const { database, store } = this.parts;
    const opened = open(stored.sealed, this.keys.theirs);
    assert(opened.ok, 'a message that was taken in can be opened again');
    const message = opened.value;
    const seq = BigInt(message.content.seq);
    try {
      const verdict = await database.transact(async (work) => {
        const found = await this.handle(work, message, trace);
        await store.settle(work, this.peer, seq, found);
        return found;
      });
      this.note([{ message, verdict, trace }]);
    } catch (error) {
      await database.transact((work) => this.setAside(work, message, error, trace));
    }
  }

  private async outcome(
    work: Work,
    message: Message,
    { why, isAlone }: { readonly why: unknown; readonly isAlone: boolean },
  ): Promise<{ verdict: Verdict } | { failure: unknown }> {
    if (why !== undefined) return { failure: why };
    return isAlone
      ? this.tried(work, message)
      : { verdict: await this.handle(work, message, this.traces.given(message)) };
  }

  private async tried(work: Work, message: Message): Promise<{ verdict: Verdict } | { failure: unknown }> {
    try {
      return {
        verdict: await this.parts.store.apart(work, (part) => this.handle(part, message, this.traces.given(message))),
      };
    } catch (failure) {
      return { failure };
    }
  }

  private setAside(work: Work, { content }: Message, failure: unknown, trace: string | null): Promise<void> {
    const concerns = concernsOf(content.body);
    return this.parts.store.park(work, {
      peer: this.peer,
      seq: BigInt(content.seq),
      error: textOf(failure),
      concerns,
      trace,
    });
  }

  /** Whatever is decided because of the message belongs to its trace. */
  private handle(work: Work, message: Message, trace: string | null): Promise<Verdict> {
    belongsTo(work, trace ?? traceOfHash(message.hash));
    return asStep(work, `hear ${message.content.type}`, async () => {
      const verdict = await this.verdictOn(work, message);
      if (verdict.verdict === 'refused') await this.answer(work, message, verdict);
      return verdict;
    });
  }

  private async verdictOn(work: Work, message: Message): Promise<Verdict> {
    const body = readBody(message);
    if (!body.ok) return refused(body.refusal.kind, body.refusal.detail);
    const { type, seq, ack, from } = message.content;
    if (type === 'key.rotate') return this.verdictOnKey(message);
    const received: Received = { work, from, seq: BigInt(seq), ack: BigInt(ack), hash: message.hash };
    const verdict = await this.parts.dispatch.theirs(type, message.content.body, received);
    assert(['applied', 'refused'].includes(verdict?.verdict), `the handler of ${type} gave no verdict`);
    return verdict;
  }

  /** A new key is the channel's own affair: no room hears of it. */
  private verdictOnKey(message: Message): Verdict {
    const fault = this.keys.faultOf(message);
    return fault ? refused(fault, 'The key that signed this announcement goes on signing.') : applied;
  }

  /** The words of a refusal may come from the peer; whatever they are, they must not stop us from answering. */
  private async answer(work: Work, message: Message, why: { code: string; detail: string }): Promise<void> {
    const { from: to, to: from, net, seq } = message.content;
    const said = refusalOf(message, why);
    if (!said) return;
    const isSayable = faultOfMessage(said.type, said.body as JsonObject, { from, to, net }) === undefined;
    const { type, body } = isSayable ? said : refusalOf(message, unspoken)!;
    await this.parts.store.addIntent(work, this.peer, { id: this.parts.newId(), type, body, ack: BigInt(seq) });
  }
}

const unspoken = { code: 'refused', detail: 'The reason cannot be written in a message; ask the people of this node.' };

const errorCharacters = 1000;

/** What people read about a failure. */
function textOf(failure: unknown): string {
  const text = failure instanceof Error ? String(failure) : JSON.stringify(failure);
  return text.replaceAll('\0', '').slice(0, errorCharacters);
}
