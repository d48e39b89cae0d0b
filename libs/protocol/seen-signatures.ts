import { createHash } from 'node:crypto';

/** A few hundred bytes each. A large federation's cycle has about three thousand. */
const entriesMax = 8192;

/** The newest signatures found good, by their text, with a hash of what each of them is over and of the key that made it. */
const seen = new Map<string, string>();

/**
 * True when exactly this signature over exactly these bytes was found good before. Frames are repeated, and the same
 * approvals, locks and statements come back in each question, result and reminder; a check costs fifty times a hash.
 */
export const isSeen = (bytes: Buffer, sig: string, publicKey: string): boolean =>
  seen.get(sig) === of(bytes, publicKey);

export function see(bytes: Buffer, sig: string, publicKey: string): void {
  // A map keeps its order: the first is the oldest.
  const oldest = seen.size >= entriesMax ? seen.keys().next().value : undefined;
  if (oldest !== undefined) seen.delete(oldest);
  seen.set(sig, of(bytes, publicKey));
}

const of = (bytes: Buffer, publicKey: string): string =>
  createHash('sha256').update(publicKey).update('\n').update(bytes).digest('base64url');
