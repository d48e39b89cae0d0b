import type { Role } from '@passerelle/doors';

/**
 * Everything that waits for a person, by the story of a mission, and whose decision it is. A new kind is a line here, its
 * words in `inbox.words.ts`, and a room that brings it.
 */
export const inboxKinds = {
  'mission-to-approve': ['adviser'],
  'mission-to-accept': ['adviser'],
  'mission-to-amend': ['adviser'],
  'client-silent': ['adviser'],
  formality: ['adviser', 'payroll'],
  'contract-unsigned': ['adviser', 'payroll'],
  'work-to-report': ['adviser'],
  'invoice-held': ['adviser', 'finance'],
  'bank-line': ['finance'],
  'bank-debit': ['finance'],
  'claim-disputed': ['finance'],
  'claim-to-pursue': ['finance'],
  'expense-to-approve': ['adviser', 'finance'],
  'expense-to-pay': ['finance'],
  'payslip-stopped': ['adviser', 'payroll'],
  'wages-to-collect': ['payroll'],
  'run-to-check': ['payroll', 'finance'],
  'run-to-publish': ['payroll', 'finance'],
  'payout-to-prepare': ['payroll', 'finance'],
  'payout-to-approve': ['finance'],
  'fund-alarm': ['finance'],
  declaration: ['payroll'],
  'obligation-proposed': ['finance'],
  'obligation-disputed': ['finance'],
  'obligation-blocked': ['finance'],
  'payment-late': ['finance'],
  'pair-to-settle': ['finance'],
  'message-stuck': ['sysadmin'],
  finding: ['sysadmin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type InboxKind = keyof typeof inboxKinds;

export const inboxKindNames = Object.keys(inboxKinds) as readonly InboxKind[];

export const isInboxKind = (text: string): text is InboxKind => Object.hasOwn(inboxKinds, text);

/** Whether somebody with these roles decides things of that kind. */
export const decides = (roles: readonly Role[], kind: InboxKind): boolean =>
  inboxKinds[kind].some((role: Role) => roles.includes(role));

/** The kinds that somebody with these roles decides. */
export const decidedBy = (roles: readonly Role[]): ReadonlySet<InboxKind> =>
  new Set(inboxKindNames.filter((kind) => decides(roles, kind)));
