import { strict as assert } from 'node:assert';
import { type Result, ok, refuse } from '@passerelle/values';
import type { JsonObject } from '../canonical.js';
import { type Message, type SealRefusal, seal } from '../envelope.js';
import type { SigningKey } from '../signature.js';
import type { ChannelState, ChannelStatus } from './state.js';

/** What a room decided to say. It has no number until the channel's only writer gives it one. */
export interface Intent {
  /** UUIDv7 chosen with the decision; after a restore it tells whether the message was already sent. */
  readonly id: string;
  readonly type: string;
  readonly body: object;
  /** How many messages of the peer were applied when this was decided: `in.seq` of the deciding transaction. */
  readonly ack: bigint;
}

export type NumberRefusal =
  | { readonly kind: 'channel-not-open'; readonly status: Exclude<ChannelStatus, 'open'> }
  | { readonly kind: 'not-sendable'; readonly intent: string; readonly why: SealRefusal };

export interface Numbered {
  readonly state: ChannelState;
  readonly messages: readonly Message[];
}

/**
 * Gives an intent its place in the direction: number, hash of the message before, acknowledgement, signature. The
 * caller inserts the outbox row and the new state in one transaction, and sends after the commit.
 */
export function number(
  state: ChannelState,
  intent: Intent,
  by: { readonly key: SigningKey; readonly at: string },
): Result<{ readonly state: ChannelState; readonly message: Message }, NumberRefusal> {
  if (state.status !== 'open') return refuse({ kind: 'channel-not-open', status: state.status });
  assert(intent.ack <= state.in.seq, `intent ${intent.id} has seen ${intent.ack} of ${state.in.seq} messages`);
  const seq = state.out.seq + 1n;
  const sealed = seal(
    {
      ack: String(intent.ack),
      at: by.at,
      body: intent.body as JsonObject,
      from: state.me,
      id: intent.id,
      net: state.net,
      prev: state.out.head,
      seq: String(seq),
      to: state.peer,
      type: intent.type,
    },
    by.key,
  );
  if (!sealed.ok) return refuse({ kind: 'not-sendable', intent: intent.id, why: sealed.refusal });
  return ok({ state: { ...state, out: { seq, head: sealed.value.hash } }, message: sealed.value });
}

/** Numbers a batch in its order; the first intent that cannot be sent stops it, so that none is left out unseen. */
export function numberAll(
  state: ChannelState,
  intents: readonly Intent[],
  by: { readonly key: SigningKey; readonly at: string },
): Numbered & { readonly refusal?: NumberRefusal } {
  const messages: Message[] = [];
  let now = state;
  for (const intent of intents) {
    const numbered = number(now, intent, by);
    if (!numbered.ok) return { state: now, messages, refusal: numbered.refusal };
    now = numbered.value.state;
    messages.push(numbered.value.message);
  }
  return { state: now, messages };
}
