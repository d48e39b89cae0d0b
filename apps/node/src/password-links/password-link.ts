export type PasswordLinkId = string & { readonly __passwordLink: true };

/** Why somebody chooses a password: she is new here, or has forgotten hers. */
export const passwordLinkReasons = ['invitation', 'forgotten'] as const;
export type PasswordLinkReason = (typeof passwordLinkReasons)[number];

/** How long a link works, in hours: who is invited may be away, and who asks is waiting for it. */
export const hoursOf: Readonly<Record<PasswordLinkReason, number>> = { invitation: 7 * 24, forgotten: 1 };

/** An address, known to one person only, at which she chooses her password once. Its token is kept nowhere. */
export interface PasswordLink {
  readonly id: PasswordLinkId;
  readonly account: string;
  readonly reason: PasswordLinkReason;
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
  /** Another one took its place. */
  readonly isWithdrawn: boolean;
}

export const passwordLinkStates = ['open', 'used', 'withdrawn', 'ended'] as const;
export type PasswordLinkState = (typeof passwordLinkStates)[number];

export function stateOf({ usedAt, isWithdrawn, endsAt }: PasswordLink, now: Date): PasswordLinkState {
  if (usedAt) return 'used';
  if (isWithdrawn) return 'withdrawn';
  return endsAt <= now ? 'ended' : 'open';
}

export type PasswordLinkRefusal =
  | { readonly kind: 'unknown-link' }
  | { readonly kind: 'link-over'; readonly state: Exclude<PasswordLinkState, 'open'> };

/** The link whose time begins now. */
export function newLink(of: Pick<PasswordLink, 'id' | 'account' | 'reason'>, now: Date): PasswordLink {
  const endsAt = new Date(now.getTime() + hoursOf[of.reason] * 3_600_000);
  return { ...of, madeAt: now, endsAt, usedAt: null, isWithdrawn: false };
}
