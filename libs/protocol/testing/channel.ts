import { strict as assert } from 'node:assert';
import { openDocument } from '../document.js';
import { type Message, open } from '../envelope.js';
import type { Sealed } from '../fields.js';
import { answerSchema, helloSchema, type Answer, type Hello } from '../hello.js';
import { limits } from '../limits.js';
import type { SigningKey } from '../signature.js';
import { answerFrame, helloFrame, onAnswer, onHello } from '../channel/sessions.js';
import { number } from '../channel/numbering.js';
import { type ChannelState, newChannel, start } from '../channel/state.js';
import { be, fr, net, ringOf } from './federation.js';

/** The key a channel's owner signs with. */
export const keyOfOwner = (state: ChannelState): SigningKey => (state.me === be.node ? be : fr);

export const started = (me: SigningKey, peer: SigningKey, session: string): ChannelState =>
  start(newChannel({ net, me: me.node, peer: peer.node }), session);

export function helloOf(state: ChannelState): Hello {
  const hello = openDocument(
    helloSchema,
    helloFrame(state, keyOfOwner(state)).hello,
    ringOf(keyOfOwner(state)),
    limits.messageBytes,
  );
  assert(hello.ok);
  return hello.value;
}

export function answerOf(state: ChannelState, asked: string, returned: readonly Sealed[] = []): Answer {
  const frame = answerFrame(state, asked, returned, keyOfOwner(state));
  const answer = openDocument(answerSchema, frame.answer, ringOf(keyOfOwner(state)), limits.messageBytes);
  assert(answer.ok);
  return answer.value;
}

/** `asker` says hello and `answerer` answers; both as they are afterwards. Neither has lost anything. */
export function greet(asker: ChannelState, answerer: ChannelState): readonly [ChannelState, ChannelState] {
  const read = onHello(answerer, helloOf(asker), {});
  assert(read.kind === 'answer');
  const answered = onAnswer(asker, answerOf(read.state, read.asked), [], {});
  assert(answered.kind === 'answered');
  return [answered.state, read.state];
}

/** Brussels and Paris after both have greeted each other. */
export function openPair(): { readonly brussels: ChannelState; readonly paris: ChannelState } {
  const [first, second] = greet(started(be, fr, 'brussels-start-1'), started(fr, be, 'paris-start-1'));
  const [paris, brussels] = greet(second, first);
  return { brussels, paris };
}

/** The state after saying something, and what was said. `word` makes two messages of one number differ. */
export function say(
  state: ChannelState,
  word: string,
  ack = state.in.seq,
): { readonly state: ChannelState; readonly message: Message } {
  const id = `0198f5c1-8f2a-7c3b-9a41-${String(state.out.seq).padStart(12, '0')}`;
  const intent = { id, type: 'mission.cancel', body: { word }, ack };
  const numbered = number(state, intent, { key: keyOfOwner(state), at: '2026-03-24T09:00:00.000Z' });
  assert(numbered.ok);
  const read = open(numbered.value.message.sealed, ringOf(keyOfOwner(state)));
  assert(read.ok);
  return { state: numbered.value.state, message: read.value };
}
