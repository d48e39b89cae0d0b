import { isRole, normalEmail, type Role } from '../accounts/account.js';

/** Which roles a provider gives: who has the value in that claim has the role. */
export interface ProviderRoles {
  readonly claim: string;
  readonly roles: Readonly<Record<string, Role>>;
}

/** What an operator says about the provider at which people sign in (OpenID Connect). */
export interface ProviderTerms {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it; stands on the button. */
  readonly name: string;
  /** Without it the provider says who somebody is, and never what she may do. */
  readonly roles?: ProviderRoles | undefined;
  /** `trusted`: it always asks for a second factor. `amr`: only where its token says so. */
  readonly factor: 'amr' | 'trusted';
}

/** Whom a token of the provider names. */
export interface ProvidedPerson {
  readonly issuer: string;
  /** The provider's own name for her, which stays when her address changes. */
  readonly subject: string;
  /** Undefined when the provider does not answer for it. */
  readonly email: string | undefined;
  readonly roles: readonly Role[];
  readonly hasFactor: boolean;
}

export type ProviderRefusal =
  /** This browser did not begin it here, or too long ago, or it was used up. */
  | { readonly kind: 'stale' }
  /** The provider says that the person went back, or may not. */
  | { readonly kind: 'cancelled' }
  /** Signature, issuer, nonce or times of the answer are wrong. */
  | { readonly kind: 'not-believed' }
  | { readonly kind: 'away' }
  | { readonly kind: 'unverified' }
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'no-role' }
  | { readonly kind: 'factor-needed' };

/** Ways of proving oneself that a password alone is not (RFC 8176). */
const factors = ['mfa', 'otp', 'hwk', 'swk', 'sc', 'pop', 'fpt', 'face', 'iris', 'sms'];

/** Reads the claims of a token that is believed. Nobody is a worker by a claim: that comes with membership. */
export function personIn(claims: Readonly<Record<string, unknown>>, { roles, factor }: ProviderTerms): ProvidedPerson {
  const { iss, sub, email, email_verified: isVerified, amr } = claims;
  const given = roles ? textsIn(claims[roles.claim]).flatMap((value) => roles.roles[value] ?? []) : [];
  return {
    issuer: String(iss),
    subject: String(sub),
    email: typeof email === 'string' && isVerified === true ? normalEmail(email) : undefined,
    roles: [...new Set(given)],
    hasFactor: factor === 'trusted' || textsIn(amr).some((way) => factors.includes(way)),
  };
}

/** One text or a list of them, as providers write either. */
const textsIn = (claim: unknown): readonly string[] =>
  [claim].flat().filter((each): each is string => typeof each === 'string');

/** `groups:coop-payroll=payroll,coop-finance=finance`, or undefined when it is written otherwise. */
export function readRoles(text: string): ProviderRoles | undefined {
  const [, claim, list] = /^([\w.:/-]+):([^:]+)$/.exec(text) ?? [];
  const pairs = (list ?? '').split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const isRight = pairs.every(([value, role, ...more]) => value && isRole(role) && role !== 'worker' && !more.length);
  if (claim === undefined || !isRight) return undefined;
  return { claim, roles: Object.fromEntries(pairs) as Record<string, Role> };
}
