import { type Language } from '../../language.js';

/** What somebody may do. A program gives out only the roles it knows. */
export const roles = ['worker', 'adviser', 'payroll', 'finance', 'auditor', 'sysadmin', 'fedadmin'] as const;

export type Role = (typeof roles)[number];

export const isRole = (text: unknown): text is Role => (roles as readonly unknown[]).includes(text);

/** Somebody who can sign in. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Whose things a worker's account owns: her member id. Staff who are no members have none. */
  readonly subject: string | undefined;
  readonly language: Language;
}

export interface NewAccount {
  readonly email: string;
  /** Without one nobody signs in to it by password, until she has chosen one. */
  readonly password?: string | undefined;
  readonly roles: readonly Role[];
  readonly subject?: string | undefined;
  readonly language: Language;
}

export type AccountRefusal =
  | { readonly kind: 'email-taken'; readonly email: string }
  | { readonly kind: 'not-an-email'; readonly email: string }
  | { readonly kind: 'password-too-short'; readonly least: number }
  | { readonly kind: 'password-too-long'; readonly most: number }
  | { readonly kind: 'no-role' }
  | { readonly kind: 'unknown-role'; readonly role: Role; readonly known: readonly Role[] }
  | { readonly kind: 'worker-without-subject' }
  | { readonly kind: 'unknown-account'; readonly email: string };

/** Length is what makes a password hard to guess; the upper limit keeps hashing cheap. In characters. */
export const passwordLength = { least: 12, most: 200 };

/** Two spellings of one address are one account. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

/** The reason not to accept an address, if any. */
export const emailRefusal = (email: string): AccountRefusal | undefined =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254 ? undefined : { kind: 'not-an-email', email };

/** The first reason not to accept a password, if any. */
export function passwordRefusal(password: string): AccountRefusal | undefined {
  const { least, most } = passwordLength;
  if (password.length < least) return { kind: 'password-too-short', least };
  if (password.length > most) return { kind: 'password-too-long', most };
  return undefined;
}

/** The first reason not to accept a new account, if any. `known` are the roles of this program. */
export function newAccountRefusal(account: NewAccount, known: readonly Role[]): AccountRefusal | undefined {
  const refusal = emailRefusal(normalEmail(account.email));
  if (refusal) return refusal;
  if (account.roles.length === 0) return { kind: 'no-role' };
  const unknown = account.roles.find((role) => !known.includes(role));
  if (unknown !== undefined) return { kind: 'unknown-role', role: unknown, known };
  if (isOnlyWorker(account) && !account.subject) return { kind: 'worker-without-subject' };
  return account.password === undefined ? undefined : passwordRefusal(account.password);
}

const isOnlyWorker = ({ roles: given }: Pick<Account, 'roles'>): boolean => given.every((role) => role === 'worker');

/**
 * The subject to whose things this account is confined, or undefined for staff, who see everybody's. Lists pass it on
 * as a filter.
 */
export const confinedTo = (account: Account): string | undefined => {
  if (!isOnlyWorker(account)) return undefined;
  // The schema refuses such an account, so an absent subject is a bug and must not open everything.
  if (account.subject === undefined) throw new Error(`account ${account.id} is a worker’s without a subject`);
  return account.subject;
};

/** True when the account may see and change things of that owner: staff always, a worker only her own. */
export function mayActFor(account: Account, owner: string): boolean {
  const only = confinedTo(account);
  return only === undefined || only === owner;
}
