import { isSignatureOf } from './signature.js';

/** One public key of a node and the messages it may sign. */
export interface VerifyingKey {
  readonly node: string;
  readonly kid: string;
  readonly publicKey: string;
  /** False for messages outside the key's span on the channel to `peer`: a rotated key before, a revoked one after. */
  readonly signs: (peer: string, seq: bigint) => boolean;
  /** False for a revoked key: receipts, greetings and votes have no number that could say they came before the theft. */
  readonly signsDocuments: boolean;
}

/** The keys of one node, the likeliest first. */
export type Keyring = readonly VerifyingKey[];

/** The key of the ring that made the signature, or undefined. Reads nothing of the text. */
export const keyThatSigned = (bytes: Buffer, sig: string, ring: Keyring): VerifyingKey | undefined =>
  ring.find((key) => isSignatureOf(bytes, sig, key.publicKey));

/** A new key that its owner announced with `key.rotate` on one channel, not yet in the roster. */
export interface Rotation {
  readonly kid: string;
  readonly publicKey: string;
  readonly peer: string;
  /** The number of the `key.rotate` message itself, the last that the old key signs on this channel. */
  readonly seq: bigint;
}

/** The ring with a rotation applied: on that channel the new key signs what follows, and the old ones no longer do. */
export function withRotation(ring: Keyring, node: string, rotation: Rotation): Keyring {
  const before = ring
    .filter((key) => key.kid !== rotation.kid)
    .map((key) => ({
      ...key,
      signs: (peer: string, seq: bigint) => key.signs(peer, seq) && (peer !== rotation.peer || seq <= rotation.seq),
    }));
  const fresh: VerifyingKey = {
    node,
    kid: rotation.kid,
    publicKey: rotation.publicKey,
    signsDocuments: true,
    signs: (peer, seq) => peer === rotation.peer && seq > rotation.seq,
  };
  return [fresh, ...before];
}
