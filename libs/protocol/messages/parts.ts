import { type Result, ok, refuse } from '@passerelle/values';
import { type Evidence, evidenceSchema } from '../evidence.js';
import { hashText } from '../hash.js';
import { limits } from '../limits.js';
import type { BodyOf } from './reading.js';

// The other fields of the bodies that come in parts stay well below this.
const roomForTheRest = 1024;

/** Splits a list so that each part fits one body: statements of a proposal, items of a range. Never without a part. */
export function inParts<T>(items: readonly T[], itemsMax: number): readonly (readonly T[])[] {
  const parts: T[][] = [[]];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item), 'utf8') + 1;
    const part = parts.at(-1)!;
    if (part.length > 0 && (part.length === itemsMax || bytes + size > limits.bodyBytes - roomForTheRest)) {
      parts.push([item]);
      bytes = size;
    } else {
      part.push(item);
      bytes += size;
    }
  }
  return parts;
}

/** The messages that carry a proof to the other members. */
export function shareEvidence(evidence: Evidence): readonly BodyOf<'evidence'>[] {
  const text = Buffer.from(JSON.stringify(evidence), 'utf8').toString('base64url');
  const chunks = text.match(/.{1,500}/g) ?? [];
  const parts = inParts(chunks, 24);
  return parts.map((part, at) => ({
    evidence: hashText(text),
    part: String(at + 1),
    parts: String(parts.length),
    chunks: [...part],
  }));
}

/** The proof whose parts these are, in any order; refused while one is missing or when they do not belong together. */
export function joinEvidence(
  parts: readonly BodyOf<'evidence'>[],
): Result<Evidence, { readonly kind: 'parts-missing' | 'not-evidence' }> {
  const inOrder = [...parts].sort((a, b) => Number(BigInt(a.part) - BigInt(b.part)));
  const isWhole = inOrder.every((part, at) => part.part === String(at + 1) && part.parts === String(inOrder.length));
  if (inOrder.length === 0 || !isWhole) return refuse({ kind: 'parts-missing' });
  const text = inOrder.flatMap((part) => part.chunks).join('');
  if (inOrder.some((part) => part.evidence !== hashText(text))) return refuse({ kind: 'not-evidence' });
  try {
    const read = evidenceSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return read.success ? ok(read.data) : refuse({ kind: 'not-evidence' });
  } catch {
    return refuse({ kind: 'not-evidence' });
  }
}
