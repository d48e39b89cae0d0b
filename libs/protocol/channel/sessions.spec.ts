import { openDocument, sealDocument } from '../document.js';
import { type HelloContent, announcedIn, helloSchema } from '../hello.js';
import { limits } from '../limits.js';
import { answerOf, greet, helloOf, keyOfOwner, openPair, say, started } from '../testing/channel.js';
import { be, fr, ringOf } from '../testing/federation.js';
import { number } from './numbering.js';
import { dataFrame, openFrame } from './receipts.js';
import { receiveAll } from './receiving.js';
import { alreadySent } from './restoring.js';
import { isHelloDue, onAnswer, onHello } from './sessions.js';
import { type ChannelState, start } from './state.js';

const frameOf = (state: ChannelState, ...messages: readonly { hash: string; sealed: { m: string; sig: string } }[]) =>
  dataFrame(state, messages, keyOfOwner(state))!.frame;

const intent = { id: '0198f5c1-8f2a-7c3b-9a41-000000000000', type: 'cycle.cut', body: { cycle: '2026-04' }, ack: 0n };
const by = { key: be, at: '2026-03-24T09:00:00.000Z' };

describe('a node that starts', () => {
  it('numbers nothing until the peer has answered', () => {
    const waiting = started(be, fr, 'brussels-start-1');
    expect(number(waiting, intent, by)).toEqual({
      ok: false,
      refusal: { kind: 'channel-not-open', status: 'waiting' },
    });
    const [answered] = greet(waiting, started(fr, be, 'paris-start-1'));
    expect(number(answered, intent, by).ok).toBe(true);
  });

  it('says hello until it is answered, and again when the peer has started anew', () => {
    const { brussels, paris } = openPair();
    expect(isHelloDue(started(be, fr, 'brussels-start-1'))).toBe(true);
    expect(isHelloDue(brussels)).toBe(false);
    const again = start(paris, 'paris-start-2');
    const read = onHello(brussels, helloOf(again), {});
    expect(read.kind === 'answer' && isHelloDue(read.state)).toBe(true);
  });

  it('says with which release it speaks, and hears a later one that says more', () => {
    const content: HelloContent = helloOf(started(be, fr, 'brussels-start-1')).content;
    const heard = (ext?: Record<string, unknown>) => {
      const { sealed } = sealDocument(helloSchema, { ...content, ...(ext && { ext }) }, be);
      const hello = openDocument(helloSchema, sealed, ringOf(be), limits.messageBytes);
      if (!hello.ok) throw new Error(hello.refusal.kind);
      expect(onHello(started(fr, be, 'paris-start-1'), hello.value, {}).kind).toBe('answer');
      return announcedIn(hello.value).release;
    };
    expect([heard(), heard({ release: '1.4.0' })]).toEqual([null, '1.4.0']);
    expect(heard({ release: '2.0.0', compression: { by: ['zstd'] } })).toBe('2.0.0');
    expect([heard({ release: 2 }), heard({ release: 'one and a half' })]).toEqual([null, null]);
  });

  it('takes its own forgotten messages back, and drops the intents that had become them', () => {
    const { brussels, paris } = openPair();
    const { message } = say(brussels, 'forgotten');
    const heard = receiveAll(paris, [message], () => undefined).state;

    const restored = start(brussels, 'brussels-start-2');
    const read = onHello(heard, helloOf(restored), {});
    expect(read).toMatchObject({ kind: 'answer', returns: { from: 1n, upto: 1n } });
    if (read.kind !== 'answer') return;
    const answered = onAnswer(restored, answerOf(read.state, read.asked), [message], {});
    expect(answered).toMatchObject({ kind: 'answered', isComplete: true, replayed: [message] });
    expect(answered.kind === 'answered' && answered.state.out).toEqual({ seq: 1n, head: message.hash });
    expect(alreadySent([{ id: message.content.id }, { id: intent.id.replace('9a41', '9a42') }], [message])).toEqual([
      message.content.id,
    ]);
  });

  it('waits while the peer holds messages of it that did not come back', () => {
    const { brussels, paris } = openPair();
    const heard = receiveAll(paris, [say(brussels, 'forgotten').message], () => undefined).state;
    const restored = start(brussels, 'brussels-start-2');
    const read = onHello(heard, helloOf(restored), {});
    if (read.kind !== 'answer') throw new Error(read.kind);
    const answered = onAnswer(restored, answerOf(read.state, read.asked), [], {});
    expect(answered).toMatchObject({ kind: 'answered', isComplete: false, state: { status: 'waiting' } });
  });

  it('leaves out its own messages that had seen something not applied again yet', () => {
    const { brussels, paris } = openPair();
    const question = say(paris, 'question');
    const reply = say(receiveAll(brussels, [question.message], () => undefined).state, 'reply');
    const heard = receiveAll(question.state, [reply.message], () => undefined).state;

    const restored = start(brussels, 'brussels-start-2');
    const read = onHello(heard, helloOf(restored), {});
    if (read.kind !== 'answer') throw new Error(read.kind);
    const answer = answerOf(read.state, read.asked);
    expect(onAnswer(restored, answer, [reply.message], {})).toMatchObject({ isComplete: false, replayed: [] });
    const caughtUp = receiveAll(restored, [question.message], () => undefined).state;
    expect(onAnswer(caughtUp, answer, [reply.message], {})).toMatchObject({
      isComplete: true,
      replayed: [reply.message],
    });
  });

  it('does not take for its own what somebody else has signed into the answer', () => {
    const { brussels, paris } = openPair();
    const foreign = say(paris, 'not yours').message;
    const restored = start(brussels, 'brussels-start-2');
    const read = onHello(paris, helloOf(restored), {});
    if (read.kind !== 'answer') throw new Error(read.kind);
    expect(onAnswer(restored, answerOf(read.state, read.asked), [foreign], {})).toMatchObject({
      fault: { kind: 'not-ours' },
      isComplete: false,
    });
  });

  it('stops when two histories carry its own signature', () => {
    const { brussels, paris } = openPair();
    const one = say(brussels, 'one');
    const elsewhere = say(say(brussels, 'other').state, 'second').message;
    const restored = start(one.state, 'brussels-start-2');
    const read = onHello(paris, helloOf(restored), {});
    if (read.kind !== 'answer') throw new Error(read.kind);
    expect(onAnswer(restored, answerOf(read.state, read.asked), [elsewhere], {})).toMatchObject({
      fault: { kind: 'forked', at: 2n },
      state: { status: 'frozen' },
    });
  });

  it('says hello again after an answer to an earlier start', () => {
    const { brussels, paris } = openPair();
    const answer = answerOf(paris, 'brussels-start-1');
    expect(onAnswer(start(brussels, 'brussels-start-2'), answer, [], {})).toEqual({ kind: 'stale' });
  });
});

describe('a peer that hears a hello', () => {
  it('sends again what the other has lost, although it once had confirmed it', () => {
    const { brussels, paris } = openPair();
    const said = { ...say(brussels, 'word').state, delivered: 1n };
    const read = onHello(said, helloOf(start(paris, 'paris-start-2')), {});
    expect(read).toMatchObject({ kind: 'answer', state: { delivered: 0n } });
  });

  it('drops every frame of an earlier pairing from then on, so that a forgotten message cannot come back', () => {
    const { brussels, paris } = openPair();
    const late = frameOf(brussels, say(brussels, 'late').message);
    expect(openFrame(paris, late, ringOf(be)).ok).toBe(true);
    const heard = onHello(paris, helloOf(start(brussels, 'brussels-start-2')), {});
    if (heard.kind !== 'answer') throw new Error(heard.kind);
    expect(openFrame(heard.state, late, ringOf(be))).toEqual({ ok: false, refusal: { kind: 'another-session' } });

    const oldHelloAgain = onHello(heard.state, helloOf(brussels), {});
    if (oldHelloAgain.kind !== 'answer') throw new Error(oldHelloAgain.kind);
    expect(openFrame(oldHelloAgain.state, late, ringOf(be))).toEqual({
      ok: false,
      refusal: { kind: 'another-session' },
    });
  });

  it('gives the same pass to the same start', () => {
    const { brussels, paris } = openPair();
    const again = onHello(paris, helloOf(brussels), {});
    expect(again.kind === 'answer' && again.state.session.given).toBe(paris.session.given);
  });

  it('finds out that its own pass is worth nothing any more', () => {
    const { brussels, paris } = openPair();
    const read = onHello(brussels, helloOf({ ...paris, session: { ...paris.session, given: 'paris-start-1.9' } }), {});
    expect(read.kind === 'answer' && isHelloDue(read.state)).toBe(true);
  });

  it('holds nothing against a hello of another history, because some queue may have kept it', () => {
    const { brussels, paris } = openPair();
    const kept = say(brussels, 'kept');
    const heard = receiveAll(paris, [kept.message], () => undefined).state;
    const hello = helloOf(say(brussels, 'other').state);
    expect(onHello(heard, hello, { inbox: kept.message })).toEqual({ kind: 'outside', why: 'another-history' });
  });

  it('waits for a peer that speaks no version it knows', () => {
    const { brussels, paris } = openPair();
    const hello = helloOf(paris);
    const foreign = { ...hello, content: { ...hello.content, versions: [2] } };
    expect(onHello(brussels, foreign, {})).toEqual({ kind: 'outside', why: 'no-common-version' });
  });
});
