import { createHash, randomBytes } from 'node:crypto';
import type { Account, Role } from '../accounts/account.js';

/** What a program may do with a key: look, or change as well, where that role may. */
export const verbs = ['read', 'change'] as const;

/** `finance:read`: what the role may see; `finance:change`: that, and what it may change. */
export interface Scope {
  readonly role: Role;
  readonly verb: (typeof verbs)[number];
}

/** A program's way in. The key itself is shown once, when it is made. */
export interface ApiKey {
  readonly id: string;
  /** What it is for; stands wherever somebody's name would. */
  readonly name: string;
  /** The beginning of the key, by which people tell keys apart. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
  /** To the minute. */
  readonly usedAt: Date | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

export type ApiKeyRefusal =
  | { readonly kind: 'bad-name'; readonly name: string }
  | { readonly kind: 'no-scope' }
  | { readonly kind: 'unknown-scope'; readonly scope: string; readonly known: readonly string[] }
  | { readonly kind: 'bad-days'; readonly most: number }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'unknown-key'; readonly name: string };

/** Small letters, digits and dashes, so that a name can stand in an address and a log. */
export const keyNamePattern = /^[a-z][a-z0-9-]{2,39}$/;

/** A key that nobody renews is one that nobody remembers. */
export const mostDays = 366;

/** The scopes of a program with these roles. A worker's things are her own: no program stands for her. */
export const scopesOf = (roles: readonly Role[]): readonly Scope[] =>
  roles.filter((role) => role !== 'worker').flatMap((role) => verbs.map((verb) => ({ role, verb })));

export const scopeText = ({ role, verb }: Scope): string => `${role}:${verb}`;

/** The first reason not to make a key, if any. `roles` are those of this program. */
export function newKeyRefusal({ name, scopes, days }: NewApiKey, roles: readonly Role[]): ApiKeyRefusal | undefined {
  if (!keyNamePattern.test(name)) return { kind: 'bad-name', name };
  if (scopes.length === 0) return { kind: 'no-scope' };
  const known = scopesOf(roles).map(scopeText);
  const unknown = scopes.find((scope) => !known.includes(scope));
  if (unknown !== undefined) return { kind: 'unknown-scope', scope: unknown, known };
  return Number.isInteger(days) && days >= 1 && days <= mostDays ? undefined : { kind: 'bad-days', most: mostDays };
}

const mark = 'psk_';

/** A new key: 32 bytes of chance behind a mark, by which people and programs that look for lost secrets know it. */
export function newSecret(): { readonly secret: string; readonly prefix: string } {
  const secret = `${mark}${randomBytes(32).toString('base64url')}`;
  return { secret, prefix: secret.slice(0, mark.length + 6) };
}

/** True for what has the form of a key. */
export const isKey = (text: string): boolean => /^psk_[\w-]{43}$/.test(text);

/** What is kept of a key. It needs no slow hash: nobody guesses 32 bytes. */
export const hashOfKey = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** As whom a key acts with this method: with the roles whose scopes allow it. */
export const accountOfKey = ({ id, name, scopes }: ApiKey, method: string): Account => {
  const isReading = ['GET', 'HEAD'].includes(method);
  const roles = scopes.filter(({ verb }) => isReading || verb === 'change').map(({ role }) => role);
  return { id, email: `key:${name}`, roles: [...new Set(roles)], subject: undefined, language: 'en' };
};
