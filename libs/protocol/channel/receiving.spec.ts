import fc from 'fast-check';
import { judge } from '../evidence.js';
import { openPair, say } from '../testing/channel.js';
import { rosterContent } from '../testing/federation.js';
import { freeze, close } from './state.js';
import { inboxRowNeeded, receive, receiveAll } from './receiving.js';

const { brussels, paris } = openPair();
const first = say(brussels, 'first');
const second = say(first.state, 'second');
const third = say(second.state, 'third');
const all = [first.message, second.message, third.message];
const rows = (seq: bigint) => all[Number(seq) - 1];

describe('a receiver', () => {
  it('accepts the next message of the same history', () => {
    const read = receive(paris, first.message, undefined);
    expect(read).toMatchObject({ kind: 'accepted', state: { in: { seq: 1n, head: first.message.hash } } });
  });

  it('changes nothing for a message it knows', () => {
    const { state } = receiveAll(paris, all, rows);
    expect(receiveAll(state, all, rows)).toEqual({ state, accepted: [], repeats: 3 });
  });

  it('waits for what is missing before a later message', () => {
    expect(receive(paris, second.message, undefined)).toEqual({ kind: 'gap', expected: 1n });
    expect(receiveAll(paris, [first.message, third.message], rows)).toMatchObject({
      state: { in: { seq: 1n } },
      stoppedBy: { kind: 'gap', expected: 2n },
    });
  });

  it('holds a prefix of what was said after any delivery in any order with any repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 12 }), (order) => {
        let state = paris;
        const held: string[] = [];
        for (const at of order) {
          const batch = receiveAll(state, [all[at]!], rows);
          state = batch.state;
          held.push(...batch.accepted.map((message) => message.hash));
        }
        expect(held).toEqual(all.slice(0, held.length).map((message) => message.hash));
        expect(state.in.head).toBe(held.at(-1) ?? '');
      }),
    );
  });

  it('proves that a sender gave one number to two messages', () => {
    const { state } = receiveAll(paris, all, rows);
    const other = say(first.state, 'another second').message;
    expect(inboxRowNeeded(state, other)).toBe(2n);
    const read = receive(state, other, second.message);
    expect(read).toMatchObject({ kind: 'proof', state: { status: 'frozen' }, evidence: { kind: 'equivocation' } });
    if (read.kind === 'proof')
      expect(judge(read.evidence, rosterContent)).toEqual({ ok: true, value: { kind: 'proved', against: 'be' } });
  });

  it('proves that a sender continues another history', () => {
    const { state } = receiveAll(paris, [first.message, second.message], rows);
    const elsewhere = say(say(first.state, 'another second').state, 'third').message;
    expect(inboxRowNeeded(state, elsewhere)).toBe(2n);
    const read = receive(state, elsewhere, second.message);
    expect(read).toMatchObject({ kind: 'proof', evidence: { kind: 'broken-chain' } });
    if (read.kind === 'proof')
      expect(judge(read.evidence, rosterContent)).toEqual({ ok: true, value: { kind: 'proved', against: 'be' } });
  });

  it('asks to be shown a message of its own that it never sent, once its history is complete', () => {
    const early = say({ ...brussels, in: { seq: 4n, head: first.message.hash } }, 'I have seen four').message;
    const read = receive(paris, early, undefined);
    expect(read).toMatchObject({ kind: 'proof', evidence: { kind: 'unsent' } });
    if (read.kind === 'proof')
      expect(judge(read.evidence, rosterContent)).toEqual({
        ok: true,
        value: { kind: 'has-to-show', against: 'be', message: { from: 'fr', to: 'be', seq: '4' } },
      });
  });

  it('waits for its own messages to come back before it applies an answer to them', () => {
    const early = say({ ...brussels, in: { seq: 4n, head: first.message.hash } }, 'I have seen four').message;
    expect(receive({ ...paris, status: 'waiting' }, early, undefined)).toEqual({ kind: 'wait', missing: 4n });
  });

  it('drops messages of another channel', () => {
    expect(receive(brussels, first.message, undefined)).toEqual({ kind: 'outside', why: 'another-channel' });
    expect(receive({ ...paris, net: 'real-federation' }, first.message, undefined)).toEqual({
      kind: 'outside',
      why: 'another-channel',
    });
  });

  it('accepts nothing new on a frozen or closed channel', () => {
    expect(receive(freeze(paris), first.message, undefined)).toEqual({ kind: 'outside', why: 'channel-frozen' });
    expect(receive(close(paris), first.message, undefined)).toEqual({ kind: 'outside', why: 'channel-closed' });
  });

  it('accepts on a closed channel what its sender said before it knew, and that it has not left', () => {
    const left = close({ ...paris, out: { seq: 1n, head: first.message.hash } });
    expect(receive(left, first.message, undefined)).toMatchObject({ kind: 'accepted', state: { status: 'closed' } });
    const no = { ...first.message, content: { ...first.message.content, type: 'refuse' } };
    expect(receive(close(paris), no, undefined)).toMatchObject({ kind: 'accepted' });
  });
});
