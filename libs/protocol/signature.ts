import { type KeyObject, createPrivateKey, createPublicKey, sign as edSign, verify as edVerify } from 'node:crypto';
import { isSeen, see, signing } from './seen-signatures.js';

/** A node's own key with the name other nodes know it by. */
export interface SigningKey {
  readonly node: string;
  readonly kid: string;
  readonly publicKey: string;
  readonly secret: KeyObject;
}

// The fixed DER headers of RFC 8410 in front of a raw 32-byte Ed25519 key.
const secretHeader = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHeader = Buffer.from('302a300506032b6570032100', 'hex');

/** Makes a signing key of its 32 secret bytes. Throws RangeError for any other length. */
export function signingKey(of: { readonly node: string; readonly kid: string; readonly seed: Uint8Array }): SigningKey {
  if (of.seed.length !== 32) throw new RangeError(`an Ed25519 key has 32 secret bytes, not ${of.seed.length}`);
  const secret = createPrivateKey({ key: Buffer.concat([secretHeader, of.seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(publicHeader.length);
  return { node: of.node, kid: of.kid, publicKey: publicKey.toString('base64url'), secret };
}

/** The Ed25519 signature of bytes in base64url without padding (86 characters). */
export function signBytes(bytes: Buffer, key: SigningKey): string {
  const sig = edSign(null, bytes, key.secret).toString('base64url');
  // Own votes, approvals and statements come back in every proposal and result.
  see(sig, signing(bytes, key.publicKey));
  return sig;
}

/** True when the signature is the key's over exactly these bytes. A text that is no key or no signature is false. */
export function isSignatureOf(bytes: Buffer, sig: string, publicKey: string): boolean {
  // One signature has one text: the last character of 64 bytes in base64url carries four zero bits.
  if (!/^[A-Za-z0-9_-]{85}[AQgw]$/.test(sig)) return false;
  const what = signing(bytes, publicKey);
  if (isSeen(sig, what)) return true;
  const key = publicKeyObject(publicKey);
  const isGood = key !== null && edVerify(null, bytes, key, Buffer.from(sig, 'base64url'));
  if (isGood) see(sig, what);
  return isGood;
}

// Making a key object costs about as much as a verification, and a federation has few keys.
const keyObjects = new Map<string, KeyObject | null>();
const keyObjectsMax = 1000;

function publicKeyObject(publicKey: string): KeyObject | null {
  const known = keyObjects.get(publicKey);
  if (known !== undefined) return known;
  if (keyObjects.size >= keyObjectsMax) keyObjects.clear();
  const made = makePublicKey(publicKey);
  keyObjects.set(publicKey, made);
  return made;
}

function makePublicKey(publicKey: string): KeyObject | null {
  if (!/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(publicKey)) return null;
  const raw = Buffer.from(publicKey, 'base64url');
  return createPublicKey({ key: Buffer.concat([publicHeader, raw]), format: 'der', type: 'spki' });
}
