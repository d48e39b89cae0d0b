import { countThatFits, readFrame, writeFrame } from './frame.js';
import { limits } from './limits.js';
import { openPair, say } from './testing/channel.js';

const { brussels } = openPair();
const { sealed } = say(brussels, 'word').message;
const frame = { s: ['brussels-start-1', 'paris-start-1.1'] as [string, string], msgs: [sealed], rcpt: sealed };

describe('a frame', () => {
  it('arrives as it was sent', () => {
    expect(readFrame(writeFrame(frame))).toEqual({ ok: true, value: frame });
    expect(readFrame(writeFrame({ hello: sealed }))).toEqual({ ok: true, value: { hello: sealed } });
    expect(readFrame(writeFrame({ answer: sealed, msgs: [] })).ok).toBe(true);
  });

  it('carries at most 64 messages', () => {
    const full = { ...frame, msgs: Array.from({ length: 64 }, () => sealed) };
    expect(countThatFits([...full.msgs, sealed])).toBe(64);
    expect(readFrame(Buffer.from(JSON.stringify(full))).ok).toBe(true);
    const more = { ...frame, msgs: [...full.msgs, sealed] };
    expect(readFrame(Buffer.from(JSON.stringify(more)))).toEqual({ ok: false, refusal: { kind: 'not-a-frame' } });
  });

  it('is at most 48 KiB long, and even the longest message fits one', () => {
    const longest = { m: '"'.repeat(limits.messageBytes), sig: sealed.sig };
    expect(countThatFits([longest, longest])).toBe(1);
    expect(writeFrame({ ...frame, msgs: [longest] }).length).toBeLessThanOrEqual(limits.frameBytes);
    expect(readFrame(new Uint8Array(limits.frameBytes + 1))).toMatchObject({ refusal: { kind: 'frame-too-long' } });
    expect(() => writeFrame({ ...frame, msgs: [longest, longest] })).toThrow('longer than');
  });

  it.each([
    ['nothing', ''],
    ['half a frame', '{"s":['],
    ['a number', '7'],
    ['one part more', JSON.stringify({ ...frame, x: 1 })],
    ['no receipt', JSON.stringify({ s: frame.s, msgs: [] })],
    ['a session that is no name', JSON.stringify({ ...frame, s: ['a b', 'c'] })],
  ])('is not %s', (_what, text) => {
    expect(readFrame(Buffer.from(text))).toEqual({ ok: false, refusal: { kind: 'not-a-frame' } });
  });

  it('is not bytes that are no UTF-8', () => {
    expect(readFrame(new Uint8Array([0x22, 0xff, 0x22]))).toEqual({ ok: false, refusal: { kind: 'not-a-frame' } });
  });
});
