import { createPrivateKey } from 'node:crypto';
import { join } from 'node:path';
import { type SigningKey, signingKey } from '@passerelle/protocol';
import { natsPublicKeyOf, newNatsSeed, newSigningPem } from '../node/src/commands/node-keys.js';
import { keptSecret } from './kept.js';

/** What a program proves itself with. The private halves stay in files that only their owner can read. */
export interface Keys {
  /** Ed25519, PKCS #8 in PEM: signs what is said to other nodes. */
  readonly signingKeyFile: string;
  readonly signingKey: SigningKey;
  /** NATS login. It is another key on purpose: a stolen login cannot sign. */
  readonly natsSeedFile: string;
  readonly natsPublicKey: string;
}

/** The keys of `node` kept in `folder`, made there when it has none yet. */
export function keysIn(folder: string, node: string): Keys {
  const signingKeyFile = join(folder, 'signing.pem');
  const natsSeedFile = join(folder, 'nats.seed');
  const pem = keptSecret(signingKeyFile, newSigningPem);
  const seed = keptSecret(natsSeedFile, newNatsSeed);
  return {
    signingKeyFile,
    signingKey: signingKey({ node, kid: `${node}-1`, seed: seedOf(pem) }),
    natsSeedFile,
    natsPublicKey: natsPublicKeyOf(seed),
  };
}

/** The 32 secret bytes of an Ed25519 key. */
function seedOf(pem: string): Uint8Array {
  const { d } = createPrivateKey(pem).export({ format: 'jwk' });
  if (d === undefined) throw new Error('an Ed25519 key without a secret half');
  return Buffer.from(d, 'base64url');
}
