import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { MadePasskey, PasskeyQuestion, UsedPasskey } from '../passkeys/passkey.js';

/** The page that asks, and what somebody does with the device. */
interface Using {
  readonly origin?: string;
  /** Whether the device asked for a finger, a face or a PIN. */
  readonly isVerified?: boolean;
}

/** A device with one passkey, which answers as the standard says (WebAuthn, level 3, with ES256 and no maker named). */
export class Authenticator {
  counter = 0;
  private readonly key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly id = randomBytes(32);

  constructor(
    private readonly rpId: string,
    private readonly origin: string,
  ) {}

  get credential(): string {
    return this.id.toString('base64url');
  }

  make({ challenge }: PasskeyQuestion, { origin = this.origin, isVerified = true }: Using = {}): MadePasskey {
    const { x, y } = this.key.publicKey.export({ format: 'jwk' });
    // kty: EC, alg: ES256, crv: P-256 (RFC 9053).
    const publicKey = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x!, 'base64url')],
      [-3, Buffer.from(y!, 'base64url')],
    ]);
    const length = Buffer.of(0, this.id.length);
    const own = Buffer.concat([Buffer.alloc(16), length, this.id, isoCBOR.encode(publicKey)]);
    const parts = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', Uint8Array.from(this.authData(isVerified, own))],
    ]);
    return {
      credential: this.credential,
      clientData: clientData('webauthn.create', challenge, origin).toString('base64url'),
      attestation: Buffer.from(isoCBOR.encode(parts as never)).toString('base64url'),
      transports: ['internal'],
    };
  }

  use({ challenge }: PasskeyQuestion, { origin = this.origin, isVerified = true }: Using = {}): UsedPasskey {
    const said = clientData('webauthn.get', challenge, origin);
    const authData = this.authData(isVerified);
    const signed = Buffer.concat([authData, createHash('sha256').update(said).digest()]);
    return {
      credential: this.credential,
      clientData: said.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.key.privateKey).toString('base64url'),
    };
  }

  private authData(isVerified: boolean, own?: Buffer): Buffer {
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (own ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE((this.counter += 1));
    const place = createHash('sha256').update(this.rpId).digest();
    return Buffer.concat([place, Buffer.of(flags), counter, ...(own ? [own] : [])]);
  }
}

const clientData = (type: string, challenge: unknown, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
