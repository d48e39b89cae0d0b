import { isSignatureOf, signBytes, signingKey } from './signature.js';

const key = (node: string, byte: number) => signingKey({ node, kid: `${node}-1`, seed: new Uint8Array(32).fill(byte) });
const [be, fr] = [key('be', 1), key('fr', 2)];
const text = (words: string): Buffer => Buffer.from(words, 'utf8');

describe('a signature', () => {
  it('is good for the key and the text it was made of, as often as it is asked for', () => {
    const sig = signBytes(text('fr owes be 980.00'), be);
    for (let time = 0; time < 3; time += 1)
      expect(isSignatureOf(text('fr owes be 980.00'), sig, be.publicKey)).toBe(true);
  });

  it('is not good for another text or key, however well known it is', () => {
    const sig = signBytes(text('fr owes be 980.00'), be);
    expect(isSignatureOf(text('fr owes be 980.00'), sig, be.publicKey)).toBe(true);
    expect(isSignatureOf(text('fr owes be 9800.0'), sig, be.publicKey)).toBe(false);
    expect(isSignatureOf(text('fr owes be 980.00'), sig, fr.publicKey)).toBe(false);
  });

  it('is checked anew after thousands of others', () => {
    const sig = signBytes(text('the first'), be);
    for (let count = 0; count < 9000; count += 1) signBytes(text(`number ${count}`), fr);
    expect(isSignatureOf(text('the first'), sig, be.publicKey)).toBe(true);
    expect(isSignatureOf(text('the second'), sig, be.publicKey)).toBe(false);
  });

  it('has one text', () => {
    const sig = signBytes(text('once'), be);
    const other = sig.slice(0, -1) + { A: 'B', Q: 'R', g: 'h', w: 'x' }[sig.at(-1)!]!;
    expect(isSignatureOf(text('once'), other, be.publicKey)).toBe(false);
    expect(isSignatureOf(text('once'), `${sig}=`, be.publicKey)).toBe(false);
  });

  it('is made of a key of 32 bytes', () => {
    expect(() => signingKey({ node: 'be', kid: 'be-1', seed: new Uint8Array(31) })).toThrow(RangeError);
  });
});
