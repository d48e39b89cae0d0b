import { type Result, ok, refuse } from '@passerelle/values';
import { z } from 'zod';
import { type DocumentRefusal, openDocument, sealDocument } from './document.js';
import * as field from './fields.js';
import { type Sealed, sealed } from './fields.js';
import type { Keyring } from './keyring.js';
import { limits } from './limits.js';
import type { RosterMember } from './roster-schema.js';
import type { SigningKey } from './signature.js';

/** What a cooperative that wants to join says of itself, signed with the key it will use. */
export const joinRequestSchema = z.strictObject({
  kind: z.literal('join'),
  net: field.netId,
  id: field.nodeId,
  name: field.name,
  country: field.country,
  currency: field.currency,
  natsUrl: z.string().regex(/^(nats|tls|ws|wss):\/\/[^\s]{1,200}$/),
  kid: field.keyId,
  publicKey: field.publicKey,
  transportKey: z.string().regex(/^U[A-Z2-7]{55}$/),
});

export type JoinRequest = z.infer<typeof joinRequestSchema>;

export type JoinRefusal = DocumentRefusal | { readonly kind: 'not-a-request' };

/** The request, signed: whoever holds it knows that its sender has the key it names. */
export const requestToJoin = (of: Omit<JoinRequest, 'kind' | 'id' | 'kid' | 'publicKey'>, key: SigningKey): Sealed => {
  const { node: id, kid, publicKey } = key;
  return sealDocument(joinRequestSchema, { ...of, kind: 'join', id, kid, publicKey }, key).sealed;
};

/** Reads a request and checks it with the key it brings itself. That it is the right sender is for people to know. */
export function readJoinRequest(value: unknown): Result<JoinRequest, JoinRefusal> {
  const text = sealed.safeParse(value);
  if (!text.success) return refuse({ kind: 'not-a-request' });
  const claimed = joinRequestSchema.safeParse(peek(text.data));
  if (!claimed.success) return refuse({ kind: 'not-a-request' });
  const { id: node, kid, publicKey } = claimed.data;
  const ring: Keyring = [{ node, kid, publicKey, signs: () => false, signsDocuments: true }];
  const opened = openDocument(joinRequestSchema, text.data, ring, limits.messageBytes);
  return opened.ok ? ok(opened.value.content) : opened;
}

/** The place in the roster that the request asks for, from a day on. */
export const memberFrom = (
  { id, name, country, currency, natsUrl, kid, publicKey, transportKey }: JoinRequest,
  from: RosterMember['signingKeys'][number]['from'],
): RosterMember => ({
  id,
  name,
  country,
  currency,
  natsUrl,
  status: 'member',
  signingKeys: [{ kid, publicKey, from }],
  transportKey,
});

function peek({ m }: Sealed): unknown {
  try {
    return JSON.parse(m) as unknown;
  } catch {
    return undefined;
  }
}
