import { isIP } from 'node:net';

/** A key pair that a telephone, a computer or a security key keeps for one person at one address (WebAuthn). */
export interface Passkey {
  readonly id: string;
  /** What the person calls it. */
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

/** A passkey with what proves it: its own id, and the public half of the key. */
export interface KeptPasskey extends Passkey {
  readonly account: string;
  readonly email: string;
  /** In base 64 for addresses, as all bytes of a passkey are written at the door. */
  readonly credential: string;
  readonly publicKey: Buffer;
  readonly transports: readonly string[];
}

/** What a browser gives back when a passkey was made. */
export interface MadePasskey {
  readonly credential: string;
  readonly clientData: string;
  readonly attestation: string;
  readonly transports: readonly string[];
}

/** What a browser gives back when a passkey was used. */
export interface UsedPasskey {
  readonly credential: string;
  readonly clientData: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

/** What a browser is asked, as the JSON that it reads (WebAuthn, level 3). */
export type PasskeyQuestion = Readonly<Record<string, unknown>>;

export type PasskeyRefusal =
  /** The address of this program is a number, and passkeys belong to names. */
  | { readonly kind: 'no-passkeys-here' }
  /** It is not known, not hers, signed elsewhere, or answers a question that is over. Which of these is not said. */
  | { readonly kind: 'passkey-refused' }
  | { readonly kind: 'unknown-passkey' };

/** Where passkeys of a program work: the name they are made for, and the origin of its pages. */
export interface PasskeyHome {
  readonly rpId: string;
  readonly origin: string;
}

export function passkeyHome(baseUrl: string): PasskeyHome | undefined {
  const { hostname, origin } = new URL(baseUrl);
  return isIP(hostname.replaceAll(/^\[|\]$/g, '')) === 0 ? { rpId: hostname, origin } : undefined;
}

/** The question that the browser answered, if it says one of ours: 32 bytes. */
export function challengeIn(clientData: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString()) as { challenge?: unknown };
    return typeof challenge === 'string' && /^[\w-]{43}$/.test(challenge) ? challenge : undefined;
  } catch {
    return undefined;
  }
}
