import { createHash } from 'node:crypto';
import type { Digest, NodeId, Sign, SignatureCheck } from '../federation.js';

/** Canonical JSON for values made of texts, lists and records, which is all that settlement documents hold. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    const fields = Object.keys(record)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`);
    return `{${fields.join(',')}}`;
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  throw new TypeError(`a settlement document holds ${typeof value}`);
}

/** The hash of the protocol: SHA-256 over its name and the canonical bytes, base64url. */
export const digest: Digest = (value) =>
  createHash('sha256')
    .update(`coop-settle/1\n${canonical(value)}`)
    .digest('base64url');

/** A signature that only the holder of the name can make in these specs: it costs one hash and looks like Ed25519's. */
export const signerOf =
  (node: NodeId): Sign =>
  (payload) =>
    createHash('sha512')
      .update(`${node}\n${canonical(payload)}`)
      .digest('base64url');

export const check: SignatureCheck = (node, payload, sig) => signerOf(node)(payload) === sig;
