import { type Result, ok, refuse } from '@passerelle/values';
import type { Message } from '../envelope.js';
import { faultsOf } from '../malformed.js';
import { limits } from '../limits.js';
import type { MessageType, PartyFault } from './message-type.js';
import { messageTypes } from './registry.js';

/** The names of all message types. */
export type MessageTypeName = (typeof messageTypes)[number]['type'];

/** The body of a message of this type. */
export type BodyOf<T extends MessageTypeName> = Extract<(typeof messageTypes)[number], { readonly type: T }>['example'];

/** A body with the name that says what it is; switch on `type`. */
export type Content = {
  readonly [T in MessageTypeName]: { readonly type: T; readonly body: BodyOf<T> };
}[MessageTypeName];

/** Why a message that is in the chain has no effect. Rooms add codes of their own, such as `limit`. */
export interface ContentRefusal {
  readonly kind: 'unsupported' | 'malformed' | PartyFault;
  readonly detail: string;
}

const byName = new Map<string, MessageType>(messageTypes.map((each) => [each.type, each as MessageType]));

export const isMessageTypeName = (type: string): type is MessageTypeName => byName.has(type);

/** The body as its type says, or a refusal to be sent back. The message stays in the chain in both cases. */
export function readBody(message: Message): Result<Content, ContentRefusal> {
  const { type, body, from, to, net } = message.content;
  const known = byName.get(type);
  if (!known) return refuse({ kind: 'unsupported', detail: `messages of type ${type} are not known here` });
  const read = known.schema.safeParse(body);
  if (!read.success)
    return refuse({
      kind: 'malformed',
      detail: faultsOf(read.error)
        .map((f) => `${f.path}: ${f.expected}`)
        .join('; '),
    });
  const fault = known.parties?.(read.data, { from, to, net });
  if (fault) return refuse({ kind: fault, detail: `a ${type} between ${from} and ${to} has to name these two` });
  return ok({ type, body: read.data } as Content);
}

/** The body of the polite answer to a message without effect. Null for a refusal: two nodes never refuse in a circle. */
export function refusalOf(
  message: Message,
  why: { readonly code: string; readonly detail: string },
): { readonly type: 'refuse'; readonly body: BodyOf<'refuse'> } | null {
  if (message.content.type === 'refuse') return null;
  const detail = why.detail.slice(0, limits.textCharacters).normalize('NFC');
  return {
    type: 'refuse',
    body: { ref: message.content.seq, message: message.hash, code: why.code, detail },
  };
}
