import { type Result, ok, refuse } from '@passerelle/values';
import { z } from 'zod';
import {
  type CanonicalRefusal,
  type JsonObject,
  bodyRules,
  canonicalize,
  messageRules,
  parseCanonical,
} from './canonical.js';
import { type DocumentRefusal, type Opened, verifySealed } from './document.js';
import { type Sealed, hashOrNone, instant, keyId, netId, nodeId, positive, typeName, uuid, whole } from './fields.js';
import { hashBytes, signedBytes } from './hash.js';
import type { Keyring } from './keyring.js';
import { limits } from './limits.js';
import { type Fault, faultsOf } from './malformed.js';
import { type SigningKey, signBytes } from './signature.js';
import { currentVersion, versions } from './versions.js';

/** What is signed: one message of one direction between two nodes. */
export const envelopeSchema = z
  .strictObject({
    ack: whole,
    at: instant,
    body: z.record(z.string(), z.unknown()),
    from: nodeId,
    id: uuid,
    kid: keyId,
    net: netId,
    prev: hashOrNone,
    seq: positive,
    to: nodeId,
    type: typeName,
    v: z.literal(currentVersion.v),
  })
  .refine(({ from, to }) => from !== to, 'a node does not write to itself')
  .refine(({ seq, prev }) => (seq === '1') === (prev === ''), 'only the first message has no message before it');

export type Envelope = Omit<z.infer<typeof envelopeSchema>, 'body'> & { readonly body: JsonObject };

/** A message that was read and whose signature is good: `content` is the envelope. */
export type Message = Opened<Envelope>;

export type OpenRefusal = DocumentRefusal | { readonly kind: 'unsupported-version'; readonly v: number };

export type SealRefusal =
  | { readonly kind: 'not-canonical'; readonly fault: CanonicalRefusal }
  | { readonly kind: 'malformed'; readonly faults: readonly Fault[] }
  | { readonly kind: 'body-too-long'; readonly bytes: number; readonly max: number };

/** Signs a message with the node's key, or says why it may not be sent. */
export function seal(draft: Omit<Envelope, 'v' | 'kid'>, key: SigningKey): Result<Message, SealRefusal> {
  const content: Envelope = { ...draft, kid: key.kid, v: currentVersion.v };
  const text = canonicalize(content, messageRules);
  const fault = !text.ok || mayBeTooLong(text.value) ? faultOfBody(content.body) : undefined;
  if (fault) return refuse(fault);
  if (!text.ok) return refuse({ kind: 'not-canonical', fault: text.refusal });
  const read = envelopeSchema.safeParse(content);
  if (!read.success) return refuse({ kind: 'malformed', faults: faultsOf(read.error) });
  const bytes = signedBytes(text.value);
  return ok({ content, hash: hashBytes(bytes), sealed: { m: text.value, sig: signBytes(bytes, key) } });
}

/** What forbids a body to be sent: its form, depth, numbers or length. Undefined when nothing does. */
export function faultOfBody(body: unknown): SealRefusal | undefined {
  const text = canonicalize(body, bodyRules);
  if (!text.ok) return { kind: 'not-canonical', fault: text.refusal };
  const bytes = Buffer.byteLength(text.value, 'utf8');
  return bytes > limits.bodyBytes ? { kind: 'body-too-long', bytes, max: limits.bodyBytes } : undefined;
}

/** A character is four bytes at most: most messages are far too short for their body to be weighed. */
const mayBeTooLong = (text: string): boolean => text.length > limits.bodyBytes / 4;

/**
 * Reads a message of the owner of the key ring, in five steps: length, signature over the received bytes, parse,
 * canonical form, schema. Nothing is parsed before its signature is good.
 */
export function open(sealed: Sealed, ring: Keyring): Result<Message, OpenRefusal> {
  const verified = verifySealed(sealed, ring, limits.messageBytes);
  if (!verified.ok) return verified;
  const { key, hash } = verified.value;

  const parsed = parseCanonical(sealed.m, messageRules);
  if (!parsed.ok) return refuse({ kind: 'not-canonical', fault: parsed.refusal });
  const foreign = versionNotSpoken(parsed.value);
  if (foreign !== undefined) return refuse({ kind: 'unsupported-version', v: foreign });

  const read = envelopeSchema.safeParse(parsed.value);
  if (!read.success) return refuse({ kind: 'malformed', faults: faultsOf(read.error) });
  // The value that was parsed, not the schema's copy of it, is what the bytes say.
  const content = parsed.value as unknown as Envelope;
  if (mayBeTooLong(sealed.m) && faultOfBody(content.body))
    return refuse({ kind: 'malformed', faults: [{ path: 'body', expected: `at most ${limits.bodyBytes} bytes` }] });
  if (content.kid !== key.kid || content.from !== key.node || !key.signs(content.to, BigInt(content.seq)))
    return refuse({ kind: 'wrong-key', kid: content.kid });
  return ok({ content, hash, sealed });
}

function versionNotSpoken(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('v' in value)) return undefined;
  return typeof value.v === 'number' && !Object.hasOwn(versions, value.v) ? value.v : undefined;
}
