import { Secret, TOTP } from 'otpauth';
import type { Role } from '../accounts/account.js';
import type { PasskeyQuestion, PasskeyRefusal, UsedPasskey } from '../passkeys/passkey.js';

/** A code is right for its half minute and the one on either side of it, because telephones' clocks differ. */
const periodSeconds = 30;
const window = 1;

/** What an authenticator app is told, once, as an address it understands and as text to be typed. */
export interface NewFactor {
  readonly secret: string;
  readonly uri: string;
}

/** What is kept of the second factor of an account (RFC 6238, six digits, SHA-1, as all apps know it). */
export interface KeptFactor {
  /** In base 32. */
  readonly secret: string;
  readonly isConfirmed: boolean;
  /** The number of the last half minute whose code was used; a code is used once. */
  readonly lastStep: number;
}

export function newFactor({ issuer, email }: { readonly issuer: string; readonly email: string }): NewFactor {
  const totp = new TOTP({ issuer, label: email, secret: new Secret({ size: 20 }), period: periodSeconds });
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The half minute a code stands for, or undefined when it is wrong, over, or was used before. */
export function stepOf(code: string, { secret, lastStep }: KeptFactor, nowMs: number): number | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: periodSeconds });
  const delta = totp.validate({ token: code, timestamp: nowMs, window });
  if (delta === null) return undefined;
  const step = Math.floor(nowMs / 1000 / periodSeconds) + delta;
  return step > lastStep ? step : undefined;
}

/**
 * `missing` is one that the account must have and has not; `none` one that it may do without; `provider` the one that
 * the provider asked for when this session began.
 */
export const factorStates = ['present', 'provider', 'missing', 'none'] as const;

export type FactorState = (typeof factorStates)[number];

/** For whom a program asks for a second factor. */
export const secondFactorPolicies = ['staff', 'nobody'] as const;

export type SecondFactorPolicy = (typeof secondFactorPolicies)[number];

/** Whether a provider let somebody in, and whether it asked for a second factor. */
export type ByProvider = 'no' | 'yes' | 'with-factor';

interface Proven {
  readonly roles: readonly Role[];
  readonly hasSecondFactor: boolean;
  readonly byProvider?: ByProvider;
}

/** What an account has, and whether that is enough. Who owns only her own things may choose. */
export function factorState(
  { roles, hasSecondFactor, byProvider = 'no' }: Proven,
  policy: SecondFactorPolicy,
): FactorState {
  if (hasSecondFactor) return 'present';
  if (byProvider === 'with-factor') return 'provider';
  return policy === 'staff' && roles.some((role) => role !== 'worker') ? 'missing' : 'none';
}

/** What somebody gives besides her password. */
export interface FactorProof {
  readonly code?: string | undefined;
  readonly passkey?: UsedPasskey | undefined;
}

export type SecondFactorRefusal =
  | PasskeyRefusal
  /** The account has an app and neither a code nor a passkey was given. Who has passkeys as well may answer the question. */
  | { readonly kind: 'code-needed'; readonly passkey?: PasskeyQuestion | undefined }
  /** The account has passkeys only; without the question, at an address where they do not work. */
  | { readonly kind: 'passkey-needed'; readonly passkey?: PasskeyQuestion | undefined }
  /** It is wrong, over, or was used before. */
  | { readonly kind: 'wrong-code' }
  /** There is a confirmed one: it goes first, with a code of its own. */
  | { readonly kind: 'has-factor' }
  | { readonly kind: 'no-factor' };
