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

  it('is the one of RFC 8032, section 7.1, test 2', () => {
    const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex');
    const sig =
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
    const published = signingKey({ node: 'be', kid: 'be-1', seed });
    expect(Buffer.from(published.publicKey, 'base64url').toString('hex')).toBe(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
    expect(published.sign(Buffer.from([0x72])).toString('hex')).toBe(sig);
  });

  it('is not good for everything because of a key of small order', () => {
    const [identity, zero] = [Buffer.alloc(32), Buffer.alloc(64)];
    identity[0] = zero[0] = 1;
    const anything = { sig: zero.toString('base64url'), key: identity.toString('base64url') };
    expect(isSignatureOf(text('be owes fr 9800.00'), anything.sig, anything.key)).toBe(false);
  });

  it('is made of a key of 32 bytes', () => {
    expect(() => signingKey({ node: 'be', kid: 'be-1', seed: new Uint8Array(31) })).toThrow(RangeError);
  });
});
