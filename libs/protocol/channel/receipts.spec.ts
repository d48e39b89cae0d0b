import { judge, rebut } from '../evidence.js';
import { limits } from '../limits.js';
import { keyOfOwner, openPair, say, started } from '../testing/channel.js';
import { be, fr, ringOf, rosterContent } from '../testing/federation.js';
import { dataFrame, nextToSend, onReceipt, openFrame } from './receipts.js';
import { receiveAll } from './receiving.js';
import type { ChannelState } from './state.js';

const { brussels, paris } = openPair();
const first = say(brussels, 'first');
const second = say(first.state, 'second');

const frameOf = (state: ChannelState, ...messages: (typeof first.message)[]) =>
  dataFrame(state, messages, keyOfOwner(state))!.frame;

function receiptOf(state: ChannelState) {
  const read = openFrame(brussels, frameOf(state), ringOf(fr));
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value.receipt;
}

describe('a data frame', () => {
  it('carries messages in order and the receipt for the other direction', () => {
    const read = openFrame(paris, frameOf(second.state, first.message, second.message), ringOf(be));
    expect(read.ok && read.value.messages.map((message) => message.content.seq)).toEqual(['1', '2']);
    expect(read.ok && read.value.receipt.content).toMatchObject({ upto: '0', head: '' });
  });

  it('is not made before the peer has let us in', () => {
    expect(dataFrame(started(be, fr, 'brussels-start-1'), [], be)).toBeNull();
  });

  it('is dropped when somebody put other messages into it than its receipt vouches for', () => {
    const frame = frameOf(second.state, first.message, second.message);
    const other = say(brussels, 'other').message;
    const spliced = (msgs: typeof frame.msgs) => openFrame(paris, { ...frame, msgs }, ringOf(be));
    const refusal = { ok: false, refusal: { kind: 'spliced' } };
    expect(spliced([first.message.sealed])).toEqual(refusal);
    expect(spliced([other.sealed, second.message.sealed])).toEqual(refusal);
    expect(spliced([second.message.sealed, first.message.sealed])).toEqual(refusal);
    expect(spliced([])).toEqual(refusal);
  });

  it('is dropped when its sessions were rewritten', () => {
    const { brussels: elsewhere } = openPair();
    const frame = frameOf({ ...elsewhere, session: { ...elsewhere.session, mine: 'brussels-start-0' } }, first.message);
    const rewritten = { ...frame, s: frameOf(brussels).s };
    expect(openFrame(paris, rewritten, ringOf(be))).toEqual({ ok: false, refusal: { kind: 'another-session' } });
  });

  it('is dropped when a message or the receipt is signed by somebody else', () => {
    const frame = frameOf(first.state, first.message);
    expect(openFrame(paris, frame, ringOf(fr))).toMatchObject({ refusal: { kind: 'bad-receipt' } });
    const { sig } = second.message.sealed;
    expect(openFrame(paris, { ...frame, msgs: [{ ...first.message.sealed, sig }] }, ringOf(be))).toMatchObject({
      refusal: { kind: 'bad-message', at: 0, why: { kind: 'bad-signature' } },
    });
  });
});

describe('a receipt', () => {
  const heard = receiveAll(paris, [first.message, second.message], () => undefined).state;

  it('moves what is delivered, and only forwards', () => {
    const read = onReceipt(second.state, receiptOf(heard), second.message);
    expect(read).toMatchObject({ kind: 'delivered', state: { delivered: 2n } });
    expect(read.kind === 'delivered' && onReceipt(read.state, receiptOf(paris), undefined)).toEqual({ kind: 'known' });
  });

  it('says which messages to send next', () => {
    expect(nextToSend(second.state, 0n)).toEqual({ from: 1n, upto: 2n });
    expect(nextToSend({ ...second.state, delivered: 1n }, 0n)).toEqual({ from: 2n, upto: 2n });
    expect(nextToSend(second.state, 2n)).toBeNull();
    expect(nextToSend({ ...second.state, out: { seq: 500n, head: '' } }, 10n)).toEqual({
      from: 11n,
      upto: 10n + BigInt(limits.frameMessages),
    });
  });

  it('of another history has to be explained, and an honest receiver explains it', () => {
    const other = say(first.state, 'other');
    const receipt = receiptOf(receiveAll(paris, [first.message, other.message], () => undefined).state);
    const read = onReceipt(second.state, receipt, second.message);
    expect(read).toMatchObject({ kind: 'proof', state: { status: 'frozen' }, evidence: { kind: 'other-head' } });
    if (read.kind !== 'proof') return;
    expect(judge(read.evidence, rosterContent)).toMatchObject({ value: { kind: 'has-to-show', against: 'fr' } });
    expect(rebut(read.evidence, second.message.sealed, rosterContent).ok).toBe(false);
    const answer = rebut(read.evidence, other.message.sealed, rosterContent);
    expect(answer).toMatchObject({ ok: true, value: { cleared: 'fr' } });
    expect(answer.ok && answer.value.counter && judge(answer.value.counter, rosterContent)).toEqual({
      ok: true,
      value: { kind: 'proved', against: 'be' },
    });
  });

  it('for more than was sent has to be explained, but not while we ourselves may have forgotten', () => {
    const receipt = receiptOf(heard);
    expect(onReceipt(brussels, receipt, undefined)).toMatchObject({ kind: 'proof', evidence: { kind: 'unsent' } });
    expect(onReceipt({ ...brussels, status: 'waiting' }, receipt, undefined)).toEqual({ kind: 'wait' });
  });
});
