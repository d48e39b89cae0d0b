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

/** A new key that its owner announced with `key.rotate` on one channel, in the roster or not yet. */
export interface Rotation {
  readonly kid: string;
  readonly publicKey: string;
  readonly peer: string;
  /** The number of the `key.rotate` message itself, the last that the old key signs on this channel. */
  readonly seq: bigint;
  /** The old key: the one that signed the announcement. */
  readonly old: string;
}

/** True when the announced key can follow the old one: nobody's yet, or one that the roster lets sign what follows. */
export function canFollow(ring: Keyring, { kid, publicKey, peer, seq, old }: Rotation): boolean {
  const alike = ring.filter((key) => key.kid === kid || key.publicKey === publicKey);
  return alike.every(
    (key) => key.kid === kid && key.publicKey === publicKey && kid !== old && key.signs(peer, seq + 1n),
  );
}

/**
 * The ring with a rotation applied: on that channel the new key signs what follows, and the old one no longer does. It
 * only ever takes away from what the roster says of a key, so that a revocation holds whatever was announced.
 */
export function withRotation(ring: Keyring, node: string, rotation: Rotation): Keyring {
  const { kid, publicKey, peer: channel, seq: last, old } = rotation;
  const unlisted: VerifyingKey = { node, kid, publicKey, signsDocuments: true, signs: (peer) => peer === channel };
  const fresh = ring.find((key) => key.kid === kid) ?? unlisted;
  const others = ring.filter((key) => key.kid !== kid);
  return [
    narrowed(fresh, (peer, seq) => peer !== channel || seq > last),
    ...others.map((key) => (key.kid === old ? narrowed(key, (peer, seq) => peer !== channel || seq <= last) : key)),
  ];
}

const narrowed = (key: VerifyingKey, within: VerifyingKey['signs']): VerifyingKey => ({
  ...key,
  signs: (peer, seq) => key.signs(peer, seq) && within(peer, seq),
});
