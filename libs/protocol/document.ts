import { strict as assert } from 'node:assert';
import { type Result, ok, refuse } from '@passerelle/values';
import type { z } from 'zod';
import { type CanonicalRefusal, canonicalize, documentRules, parseCanonical } from './canonical.js';
import type { Sealed } from './fields.js';
import { hashBytes, signedBytes } from './hash.js';
import { type Keyring, type VerifyingKey, keyThatSigned } from './keyring.js';
import { type Fault, faultsOf } from './malformed.js';
import { type SigningKey, signBytes } from './signature.js';

/** A signed text that was read: its content, its hash and the text itself, which is the evidence. */
export interface Opened<T> {
  readonly content: T;
  readonly hash: string;
  readonly sealed: Sealed;
}

export type DocumentRefusal =
  | { readonly kind: 'too-long'; readonly bytes: number; readonly max: number }
  | { readonly kind: 'bad-signature' }
  | { readonly kind: 'not-canonical'; readonly fault: CanonicalRefusal }
  | { readonly kind: 'malformed'; readonly faults: readonly Fault[] }
  | { readonly kind: 'wrong-key'; readonly kid: string };

/** A text whose length and signature are good. Nothing of it has been read. */
export interface Verified {
  readonly hash: string;
  readonly key: VerifyingKey;
}

/** Steps 1 and 2 of receiving: the length, then the signature over the bytes as they came. */
export function verifySealed(sealed: Sealed, ring: Keyring, maxBytes: number): Result<Verified, DocumentRefusal> {
  const bytes = Buffer.byteLength(sealed.m, 'utf8');
  if (bytes > maxBytes) return refuse({ kind: 'too-long', bytes, max: maxBytes });
  const signedText = signedBytes(sealed.m);
  const key = keyThatSigned(signedText, sealed.sig, ring);
  return key ? ok({ hash: hashBytes(signedText), key }) : refuse({ kind: 'bad-signature' });
}

/** Signs the canonical text of a document of ours. Throws when it does not fit its schema: that is a bug of the caller. */
export function sealDocument<T>(schema: z.ZodType<T>, content: T, key: SigningKey): Opened<T> {
  const text = canonicalize(schema.parse(content), documentRules);
  assert(text.ok, `a document to be signed has no canonical form: ${JSON.stringify(text)}`);
  const bytes = signedBytes(text.value);
  return { content, hash: hashBytes(bytes), sealed: { m: text.value, sig: signBytes(bytes, key) } };
}

/** Reads a signed document of one node: length, signature, canonical form, schema, and that it names the key it used. */
export function openDocument<T extends { readonly kid: string }>(
  schema: z.ZodType<T>,
  sealed: Sealed,
  ring: Keyring,
  maxBytes: number,
): Result<Opened<T>, DocumentRefusal> {
  const verified = verifySealed(
    sealed,
    ring.filter((key) => key.signsDocuments),
    maxBytes,
  );
  if (!verified.ok) return verified;
  const parsed = parseCanonical(sealed.m, documentRules);
  if (!parsed.ok) return refuse({ kind: 'not-canonical', fault: parsed.refusal });
  const read = schema.safeParse(parsed.value);
  if (!read.success) return refuse({ kind: 'malformed', faults: faultsOf(read.error) });
  if (read.data.kid !== verified.value.key.kid) return refuse({ kind: 'wrong-key', kid: read.data.kid });
  return ok({ content: read.data, hash: verified.value.hash, sealed });
}
