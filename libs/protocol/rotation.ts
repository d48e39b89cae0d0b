import { type Result, ok, refuse } from '@passerelle/values';
import { signedBytes } from './hash.js';
import type { Message } from './envelope.js';
import type { Rotation } from './keyring.js';
import type { BodyOf } from './messages/reading.js';
import { type SigningKey, isSignatureOf, signBytes } from './signature.js';

/** The announcement of a new key, to be sent on every channel and signed there with the old one. */
export const announce = (fresh: SigningKey, net: string): BodyOf<'key.rotate'> => ({
  kid: fresh.kid,
  publicKey: fresh.publicKey,
  possession: signBytes(signedBytes(possessionText(net, fresh.node, fresh.kid, fresh.publicKey)), fresh),
});

/** What the announcement means on the channel it came by, when its sender really has the new key. */
export function rotationOf(
  message: Message,
  body: BodyOf<'key.rotate'>,
): Result<Rotation, { readonly kind: 'not-possessed'; readonly kid: string }> {
  const { net, from, to, seq, kid: old } = message.content;
  const bytes = signedBytes(possessionText(net, from, body.kid, body.publicKey));
  if (!isSignatureOf(bytes, body.possession, body.publicKey)) return refuse({ kind: 'not-possessed', kid: body.kid });
  return ok({ kid: body.kid, publicKey: body.publicKey, peer: to, seq: BigInt(seq), old });
}

const possessionText = (net: string, node: string, kid: string, publicKey: string): string =>
  JSON.stringify({ kid, kind: 'possession', net, node, publicKey });
