import { hashBytes } from './hash.js';

/** A few hundred bytes each. A large federation's cycle has about three thousand. */
const entriesMax = 8192;

/** The newest signatures found good, by their text, with what each of them is over and by which key. */
const seen = new Map<string, string>();

/** What a signature is over and the key that is to have made it, as one short text. */
export const signing = (bytes: Buffer, publicKey: string): string => publicKey + hashBytes(bytes);

/**
 * True when exactly this signature over exactly these bytes was found good before. Frames are repeated, and the same
 * approvals, locks and statements come back in each question, result and reminder; a check costs a hundred times a hash.
 */
export const isSeen = (sig: string, what: string): boolean => seen.get(sig) === what;

export function see(sig: string, what: string): void {
  // A map keeps its order: the first is the oldest.
  const oldest = seen.size >= entriesMax ? seen.keys().next().value : undefined;
  if (oldest !== undefined) seen.delete(oldest);
  seen.set(sig, what);
}
