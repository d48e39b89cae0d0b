import fc from 'fast-check';
import { be, fr, net, ringOf } from './testing/federation.js';
import { type Envelope, type Message, faultOfBody, open, seal } from './envelope.js';
import { signedBytes } from './hash.js';
import { limits } from './limits.js';
import { signBytes } from './signature.js';

const draft: Omit<Envelope, 'v' | 'kid'> = {
  ack: '0',
  at: '2026-03-24T09:12:44.120Z',
  body: { cycle: '2026-04' },
  from: 'be',
  id: '0198f5c1-8f2a-7c3b-9a41-0242ac120002',
  net,
  prev: '',
  seq: '1',
  to: 'fr',
  type: 'cycle.cut',
};

function sealed(change: Partial<Envelope> = {}): Message {
  const message = seal({ ...draft, ...change }, be);
  if (!message.ok) throw new Error(JSON.stringify(message));
  return message.value;
}

/** A text signed with the key of Brussels whatever it says. */
const signed = (m: string): { m: string; sig: string } => ({ m, sig: signBytes(signedBytes(m), be) });

const refusalOf = (text: { m: string; sig: string }, ring = ringOf(be)): string => {
  const opened = open(text, ring);
  return opened.ok ? 'opened' : opened.refusal.kind;
};

describe('a message', () => {
  it('is read by its receiver as it was written', () => {
    const message = sealed();
    expect(open(message.sealed, ringOf(be))).toEqual({ ok: true, value: message });
  });

  it('names the key it was signed with', () => {
    expect(sealed().content.kid).toBe('be-1');
  });

  it('is refused when a single byte was changed', () => {
    const { m, sig } = sealed({ body: { text: 'Formation à Lyon' } }).sealed;
    fc.assert(
      fc.property(fc.nat(m.length - 1), fc.nat(255), (at, byte) => {
        const bytes = Buffer.from(m, 'utf8');
        const place = at % bytes.length;
        fc.pre(bytes[place] !== byte);
        bytes[place] = byte;
        expect(refusalOf({ m: bytes.toString('utf8'), sig })).toBe('bad-signature');
      }),
    );
  });

  it('is refused when its signature was changed, even in the bits that base64url does not need', () => {
    const { m, sig } = sealed().sealed;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    fc.assert(
      fc.property(fc.nat(85), fc.nat(63), (at, letter) => {
        fc.pre(sig[at] !== alphabet[letter]);
        expect(refusalOf({ m, sig: sig.slice(0, at) + alphabet.charAt(letter) + sig.slice(at + 1) })).toBe(
          'bad-signature',
        );
      }),
    );
  });

  it('is refused when somebody else signed it', () => {
    expect(refusalOf(sealed().sealed, ringOf(fr))).toBe('bad-signature');
    expect(refusalOf(sealed().sealed, [])).toBe('bad-signature');
  });

  it('is refused for its length before its signature is looked at', () => {
    expect(refusalOf({ m: 'x'.repeat(limits.messageBytes + 1), sig: 'no signature' })).toBe('too-long');
  });

  it('is not parsed before its signature is good', () => {
    expect(refusalOf({ m: '{"not json', sig: sealed().sealed.sig })).toBe('bad-signature');
    expect(refusalOf(signed('{"not json'))).toBe('not-canonical');
  });

  it('is refused in any other than the canonical form, although the signature is good', () => {
    const { m } = sealed().sealed;
    expect(refusalOf(signed(m.replace('{"ack":"0",', '{"ack":"0","ack":"0",')))).toBe('not-canonical');
    expect(refusalOf(signed(m.replace('"v":1', '"v":1.0')))).toBe('not-canonical');
    expect(refusalOf(signed(` ${m}`))).toBe('not-canonical');
  });

  it.each([
    ['a number as text', '"v":1', '"v":"1"'],
    ['a leading zero', '"seq":"1"', '"seq":"01"'],
    ['a number of 19 digits', '"ack":"0"', '"ack":"1000000000000000000"'],
    ['number zero', '"seq":"1"', '"seq":"0"'],
    ['no message before the second', '"seq":"1"', '"seq":"2"'],
    ['a message to oneself', '"to":"fr"', '"to":"be"'],
    ['a random id', '7c3b', '4c3b'],
    ['a day that does not exist', '2026-03-24T', '2026-02-30T'],
    ['one field more', '"v":1}', '"v":1,"x":"1"}'],
    ['a list for a body', '"body":{"cycle":"2026-04"}', '"body":["2026-04"]'],
  ])('with %s is malformed', (_what, good, bad) => {
    expect(refusalOf(signed(sealed().sealed.m.replace(good, bad)))).toBe('malformed');
  });

  it('of a version we do not speak is refused as such, so that the channel can wait', () => {
    expect(open(signed(sealed().sealed.m.replace('"v":1', '"v":2')), ringOf(be))).toEqual({
      ok: false,
      refusal: { kind: 'unsupported-version', v: 2 },
    });
  });

  it('is refused when it names another node or key than the one that signed', () => {
    expect(refusalOf(signed(sealed().sealed.m.replace('"from":"be"', '"from":"se"')))).toBe('wrong-key');
    expect(refusalOf(signed(sealed().sealed.m.replace('"kid":"be-1"', '"kid":"be-2"')))).toBe('wrong-key');
  });

  it('is refused with a key whose time on the channel is over', () => {
    const [key] = ringOf(be);
    const ring = [{ ...key!, signs: (peer: string, seq: bigint) => peer === 'fr' && seq < 1n }];
    expect(refusalOf(sealed().sealed, ring)).toBe('wrong-key');
  });

  it('carries a body of 16 KiB and not one byte more', () => {
    const body = (bytes: number): { texts: string[] } => {
      const whole = Math.floor((bytes - 14) / 503);
      const texts = Array.from({ length: whole }, () => 'x'.repeat(500));
      const rest = bytes - Buffer.byteLength(JSON.stringify({ texts: [...texts, ''] }));
      return { texts: [...texts, 'x'.repeat(rest)] };
    };
    const full = sealed({ body: body(limits.bodyBytes) });
    expect(refusalOf(full.sealed)).toBe('opened');
    expect(faultOfBody(body(limits.bodyBytes + 1))).toEqual({
      kind: 'body-too-long',
      bytes: limits.bodyBytes + 1,
      max: limits.bodyBytes,
    });
    const tooLong = full.sealed.m.replace('x"]}', 'xx"]}');
    expect(refusalOf(signed(tooLong))).toBe('malformed');
  });

  it('is not signed when the receiver would refuse it', () => {
    expect(seal({ ...draft, body: { amount: 5 } }, be)).toMatchObject({ refusal: { kind: 'not-canonical' } });
    expect(seal({ ...draft, seq: '2' }, be)).toMatchObject({ refusal: { kind: 'malformed' } });
    expect(seal({ ...draft, body: { text: 'Malmo\u0308' } }, be)).toMatchObject({
      refusal: { kind: 'not-canonical', fault: { kind: 'not-nfc', path: 'text' } },
    });
  });
});
