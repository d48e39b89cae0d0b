import { createPrivateKey } from 'node:crypto';
import { type CountryCode, isCountryCode } from '@passerelle/values';
import { isInstant } from '../instant.js';
import type { Form } from './setting.js';

/** The forms settings are written in. */

export const wholeNumber = (least: number, most: number, example = String(least)): Form<number> => ({
  expected: `a whole number ${least}–${most}`,
  example,
  read: (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    return value >= least && value <= most ? value : undefined;
  },
});

export const port: Form<number> = wholeNumber(0, 65535, '8080');

export const oneOf = <T extends string>(...choices: readonly [T, ...T[]]): Form<T> => ({
  expected: `one of ${choices.join(', ')}`,
  example: choices[0],
  read: (text) => choices.find((choice) => choice === text),
});

/** The short name of a node in addresses and messages. */
export const nodeId: Form<string> = {
  expected: 'a short name of small letters, digits and dashes',
  example: 'be',
  read: (text) => (/^[a-z][a-z0-9-]{0,30}$/.test(text) ? text : undefined),
};

export const countryCode: Form<CountryCode> = {
  expected: 'a country code of ISO 3166-1',
  example: 'BE',
  read: (text) => (isCountryCode(text) ? text : undefined),
};

export const postgresUrl: Form<string> = {
  expected: 'postgres://user:pass@host:5432/name',
  example: 'postgres://passerelle:secret@127.0.0.1:5432/passerelle',
  read: (text) => {
    const url = urlOf(text);
    const isDatabase =
      url && ['postgres:', 'postgresql:'].includes(url.protocol) && url.hostname && url.pathname.length > 1;
    return isDatabase ? text : undefined;
  },
};

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** On the machine itself http will do; everything else is encrypted. */
export const httpsAddress: Form<string> = {
  expected: 'an absolute https:// address',
  example: 'https://coop.example',
  read: (text) => {
    const url = urlOf(text);
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
    return isSafe && url && !url.search && !url.hash ? url.href.replace(/\/$/, '') : undefined;
  },
};

export const natsUrl: Form<string> = {
  expected: 'nats://host:4222 or tls://host:4222, or several with commas between for a cluster',
  example: 'nats://127.0.0.1:4222',
  read: (text) => {
    const urls = text.split(',').map(urlOf);
    return urls.every((url) => url && ['nats:', 'tls:'].includes(url.protocol) && url.hostname) ? text : undefined;
  },
};

/** The private part of an nkey user, as `nk -gen user` prints it. */
export const nkeySeed: Form<string> = {
  expected: 'an nkey user seed that begins with SU',
  example: 'SU…',
  read: (text) => (/^SU[A-Z2-7]{56}$/.test(text) ? text : undefined),
};

/** A private Ed25519 key in PEM (PKCS #8), read as its 32 secret bytes. */
export const signingKeyPem: Form<Uint8Array> = {
  expected: 'a private Ed25519 key in PEM, as openssl genpkey -algorithm ed25519 makes it',
  example: '-----BEGIN PRIVATE KEY-----…',
  read: (pem) => {
    try {
      const { kty, crv, d } = createPrivateKey(pem).export({ format: 'jwk' });
      return kty === 'OKP' && crv === 'Ed25519' && d !== undefined ? Buffer.from(d, 'base64url') : undefined;
    } catch {
      return undefined;
    }
  },
};

export const timeZone: Form<string> = {
  expected: 'a time zone of the IANA list',
  example: 'Europe/Brussels',
  read: (text) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    } catch {
      return undefined;
    }
  },
};

/** The path of a file or folder; a relative one is seen from where the program was started. */
export const path: Form<string> = {
  expected: 'the path of a file or folder',
  example: '/etc/passerelle/roster.json',
  read: (text) => (text.includes('\0') ? undefined : text),
};

/** What only few people know and nobody guesses. */
export const passphrase: Form<string> = {
  expected: '20 characters or more',
  example: 'what openssl rand -base64 32 prints',
  read: (written) => (written.length >= 20 ? written : undefined),
};

export const instant: Form<Date> = {
  expected: 'an instant in UTC such as 2026-03-02T10:00:00Z',
  example: '2026-03-02T10:00:00Z',
  read: (text) => (isInstant(text) ? new Date(text) : undefined),
};

export const text = (expected: string, example: string): Form<string> => ({
  expected,
  example,
  read: (written) => written,
});

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
