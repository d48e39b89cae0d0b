import { strict as assert } from 'node:assert';
import { type Result, ok, refuse } from '@passerelle/values';
import { z } from 'zod';
import { pass, sealed, session, sig } from './fields.js';
import type { Sealed } from './fields.js';
import { limits } from './limits.js';

const messages = z.array(sealed).max(limits.frameMessages);

/** Messages of one direction in order, and a receipt for the other direction. */
export const dataFrameSchema = z.strictObject({ s: z.tuple([session, pass]), msgs: messages, rcpt: sealed });

/** First word after a start. */
export const helloFrameSchema = z.strictObject({ hello: sealed });

/** Answer to a hello, with messages of the asker that the asker does not hold. They carry the asker's own signatures. */
export const answerFrameSchema = z.strictObject({ answer: sealed, msgs: messages });

/** A report to the federation, one page a frame. A page may be longer than a message. */
export const reportFrameSchema = z.strictObject({
  report: z.strictObject({ m: z.string().max(limits.frameBytes), sig }),
});

export const frameSchema = z.union([dataFrameSchema, helloFrameSchema, answerFrameSchema]);

export type DataFrame = z.infer<typeof dataFrameSchema>;
export type HelloFrame = z.infer<typeof helloFrameSchema>;
export type AnswerFrame = z.infer<typeof answerFrameSchema>;
export type Frame = DataFrame | HelloFrame | AnswerFrame;

export type FrameRefusal =
  { readonly kind: 'frame-too-long'; readonly bytes: number; readonly max: number } | { readonly kind: 'not-a-frame' };

/** The bytes of a frame on the wire. A frame is packaging: only what lies in it is signed. */
export function writeFrame(frame: Frame): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(frame), 'utf8');
  assert(bytes.length <= limits.frameBytes, `a frame of ${bytes.length} bytes is longer than ${limits.frameBytes}`);
  return bytes;
}

/** The frame in the bytes that arrived. Its parts are still unread texts with unverified signatures. */
export function readFrame(bytes: Uint8Array): Result<Frame, FrameRefusal> {
  if (bytes.length > limits.frameBytes)
    return refuse({ kind: 'frame-too-long', bytes: bytes.length, max: limits.frameBytes });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse({ kind: 'not-a-frame' });
  }
  const read = frameSchema.safeParse(value);
  return read.success ? ok(read.data) : refuse({ kind: 'not-a-frame' });
}

// Room for the braces, the sessions and the receipt, hello or answer beside the messages.
const packagingBytes = 4 * 1024;

/** How many messages from the start of the list fit one frame; at least one when there is any. */
export function countThatFits(list: readonly Sealed[]): number {
  let bytes = packagingBytes;
  let count = 0;
  for (const message of list.slice(0, limits.frameMessages)) {
    bytes += Buffer.byteLength(JSON.stringify(message), 'utf8') + 1;
    if (bytes > limits.frameBytes && count > 0) break;
    count += 1;
  }
  return count;
}
