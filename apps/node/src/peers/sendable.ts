import { type JsonObject, faultOfBody, messageTypes } from '@passerelle/protocol';
import type { NodeId } from './received.js';

/** Between whom a message travels, in which federation. */
export interface Ends {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly net: string;
}

/**
 * Why this may not be said, or undefined when it may. Asked before an intent is stored: one that cannot be signed
 * would hold up everything decided after it.
 */
export function faultOfMessage(type: string, body: JsonObject, ends: Ends): string | undefined {
  const known = messageTypes.find((each) => each.type === type);
  if (!known) return `there is no message type "${type}"`;
  const fault = faultOfBody(body);
  if (fault) return JSON.stringify(fault);
  const read = known.schema.safeParse(body);
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return known.parties?.(read.data as never, ends);
}
