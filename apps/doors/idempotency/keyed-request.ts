import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { Problem } from '../problems/problem.js';
import { keyMissing } from './idempotency-problems.js';

/** A request that acts once: whose key, for which route, with which body. */
export interface KeyedRequest {
  readonly owner: string;
  readonly key: string;
  readonly route: string;
  readonly bodyHash: Buffer;
}

/** Reads the key of a request; a request without a usable one is refused. */
export function keyedRequestOf(request: Request): KeyedRequest {
  const key = keyIn(request.headers['idempotency-key']);
  const route = `${request.method} ${request.originalUrl}`;
  // Somebody without an account owns her address only, so that no stranger's key can meet hers.
  return { owner: request.account?.id ?? `public ${route}`, key, route, bodyHash: hashOf(request.body) };
}

function keyIn(header: string | string[] | undefined): string {
  if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new Problem(keyMissing);
}

/** Two bodies with the same fields and values are the same, whatever the order of their fields. */
function hashOf(body: unknown): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : JSON.stringify(ordered(body ?? null));
  return createHash('sha256').update(bytes).digest();
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // Pairs rather than an object: field names that look like numbers would be moved to the front again.
  return fields.map(([name, field]) => [name, ordered(field)]);
}
