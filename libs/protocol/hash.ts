import { strict as assert } from 'node:assert';
import { hash } from 'node:crypto';
import { type CanonicalRules, bodyRules, canonicalize } from './canonical.js';
import { currentVersion } from './versions.js';

/** What is hashed or signed: the domain of the protocol and the text, so that no other program's signature fits. */
export const signedBytes = (text: string): Buffer => Buffer.from(currentVersion.domain + text, 'utf8');

/** SHA-256 of the text under the protocol's domain, in base64url without padding (43 characters). */
export const hashText = (text: string): string => hashBytes(signedBytes(text));

export const hashBytes = (bytes: Buffer): string => hash('sha256', bytes, 'base64url');

/** The hash of a value's canonical text. Throws when the value has none: it was ours, so that is a bug. */
export function hashOf(value: unknown, rules: CanonicalRules = bodyRules): string {
  const text = canonicalize(value, rules);
  assert(text.ok, `a value to be hashed has no canonical form: ${JSON.stringify(text)}`);
  return hashText(text.value);
}
