import { generateKeyPairSync } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createUser, fromSeed } from '@nats-io/nkeys';
import { type SigningKey, signingKey } from '@passerelle/protocol';
import type { NodeConfig } from '../config/node-settings.js';
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

/** The key with which this node signs now. @throws Refused */
export function signingKeyIn({ node, signingKey: seed }: NodeConfig): SigningKey {
  if (seed === undefined)
    throw new Refused(exit.configuration, 'PASSERELLE_SIGNING_KEY is missing: passerelle keys init makes one');
  return signingKeyOf(node, seed);
}

/**
 * Writes secrets by their files, where only their owner can read them: all or none.
 * @throws Refused when there is such a file: keys are never overwritten
 */
export function writeSecrets(secrets: readonly (readonly [file: string, text: string])[]): void {
  for (const [file] of secrets)
    if (existsSync(file))
      throw new Refused(exit.failed, `${file} exists: a key in use must not be lost; choose another folder`);
  const made: string[] = [];
  try {
    for (const [file, text] of secrets) {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      const opened = openSync(file, 'wx', 0o600);
      made.push(file);
      try {
        writeFileSync(opened, text);
      } finally {
        closeSync(opened);
      }
    }
  } catch (error) {
    for (const file of made) rmSync(file);
    throw error;
  }
}
