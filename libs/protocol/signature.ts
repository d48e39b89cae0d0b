import sodium from 'sodium-native';
import { isSeen, see, signing } from './seen-signatures.js';

/** A node's own key with the name other nodes know it by. */
export interface SigningKey {
  readonly node: string;
  readonly kid: string;
  readonly publicKey: string;
  /** The 64 bytes of an Ed25519 signature (RFC 8032). The secret itself cannot be read, so that no log can show it. */
  readonly sign: (bytes: Buffer) => Buffer;
}

/** Makes a signing key of its 32 secret bytes. Throws RangeError for any other length. */
export function signingKey(of: { readonly node: string; readonly kid: string; readonly seed: Uint8Array }): SigningKey {
  if (of.seed.length !== sodium.crypto_sign_SEEDBYTES)
    throw new RangeError(`an Ed25519 key has 32 secret bytes, not ${of.seed.length}`);
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const secret = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_seed_keypair(publicKey, secret, Buffer.from(of.seed));
  const sign = (bytes: Buffer): Buffer => {
    const sig = Buffer.alloc(sodium.crypto_sign_BYTES);
    sodium.crypto_sign_detached(sig, bytes, secret);
    return sig;
  };
  return { node: of.node, kid: of.kid, publicKey: publicKey.toString('base64url'), sign };
}

/** The Ed25519 signature of bytes in base64url without padding (86 characters). */
export function signBytes(bytes: Buffer, key: SigningKey): string {
  const sig = key.sign(bytes).toString('base64url');
  // Own votes, approvals and statements come back in every proposal and result.
  see(sig, signing(bytes, key.publicKey));
  return sig;
}

// One signature and one key have one text each: the bits that fill up the last character of base64url are zero.
const signatureText = /^[A-Za-z0-9_-]{85}[AQgw]$/;
const keyText = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/**
 * True when the signature is the key's over exactly these bytes. A text that is no key or no signature is false, and
 * so is a key of small order, for which one signature would be good for any bytes.
 */
export function isSignatureOf(bytes: Buffer, sig: string, publicKey: string): boolean {
  if (!signatureText.test(sig)) return false;
  const what = signing(bytes, publicKey);
  if (isSeen(sig, what)) return true;
  const isGood =
    keyText.test(publicKey) &&
    sodium.crypto_sign_verify_detached(Buffer.from(sig, 'base64url'), bytes, Buffer.from(publicKey, 'base64url'));
  if (isGood) see(sig, what);
  return isGood;
}
