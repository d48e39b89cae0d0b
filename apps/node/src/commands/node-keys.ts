import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createUser, fromSeed } from '@nats-io/nkeys';
import { type SigningKey, signingKey } from '@passerelle/protocol';
import { Refused, exit } from './command.js';

/** A new private Ed25519 key in PEM (PKCS #8). */
export const newSigningPem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The private part of a new nkey user, as NATS reads it. */
export const newNatsSeed = (): string => `${new TextDecoder().decode(createUser().getSeed())}\n`;

/** The public half that stands in the roster and in the configurations of NATS servers. */
export const natsPublicKeyOf = (seed: string): string => fromSeed(new TextEncoder().encode(seed.trim())).getPublicKey();

/** The node's key before anybody has given it a name. */
export const signingKeyOf = (node: string, seed: Uint8Array): SigningKey => signingKey({ node, kid: '', seed });

/** Writes a secret where only its owner can read it. @throws Refused when there is a file: keys are never overwritten */
export function writeSecret(file: string, text: string): void {
  if (existsSync(file))
    throw new Refused(exit.failed, `${file} exists: a key in use must not be lost; choose another folder`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
}
