import { z } from 'zod';
import type { Opened } from './document.js';
import { hashOrNone, keyId, netId, nodeId, pass, session, whole } from './fields.js';

/**
 * What the sender holds of the receiver's messages, once for all up to a number (`upto`, whose hash is `head`), signed
 * for one pairing of sessions. It also vouches for the frame around it: `last` is the hash of the frame's last message.
 * Without it a broker could put a message that was forgotten in a restore into a frame of today.
 */
export const receiptSchema = z
  .strictObject({
    kind: z.literal('receipt'),
    net: netId,
    from: nodeId,
    to: nodeId,
    kid: keyId,
    /** The sender's session, and the pass that the receiver gave to it. */
    s: z.tuple([session, pass]),
    upto: whole,
    head: hashOrNone,
    last: hashOrNone,
  })
  .refine(({ upto, head }) => (upto === '0') === (head === ''), 'a direction without messages has no head');

export type ReceiptContent = z.infer<typeof receiptSchema>;
export type Receipt = Opened<ReceiptContent>;
