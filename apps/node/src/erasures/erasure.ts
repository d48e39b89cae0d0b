import type { RecordKind } from '@passerelle/rules/kit';
import type { PlainDate } from '@passerelle/values';

/** What no law asks to keep and nothing rests on: it goes at once when she asks. */
export const erasedKinds = [
  'draft-missions',
  'draft-expenses',
  'unused-receipts',
  'refused-files',
  'unused-clients',
  'notifications',
  'ended-sessions',
] as const;
export type ErasedKind = (typeof erasedKinds)[number];

/** So many of one kind. */
export interface Erased {
  readonly what: ErasedKind;
  readonly count: number;
}

/** Why records stay: a duty of the law, or her membership, which needs them as long as it lasts. */
export type KeptFor = RecordKind | 'membership';

/** What stays, until when, and by which law. */
export interface Kept {
  readonly records: KeptFor;
  readonly count: number;
  /** Last day for the newest of them; null for membership, and where this release does not know the law. */
  readonly until: PlainDate | null;
  readonly law: { readonly act: string; readonly article: string } | null;
  readonly source: string | null;
  /** False where nobody has read the law yet. */
  readonly isConfirmed: boolean;
}

/** An erasure that was done. */
export interface ErasureDone {
  readonly at: Date;
  readonly erased: readonly Erased[];
}

/** Both answers to "delete what you have of me", and what was asked before. */
export interface ErasureAnswer {
  readonly erased: readonly Erased[];
  readonly kept: readonly Kept[];
  readonly history: readonly ErasureDone[];
}

/** For what each table of hers is kept, apart from its rows that go. Every table that tells of her has its place. */
export const keptTables: Readonly<Record<KeptFor, readonly string[]>> = {
  membership: [
    'member',
    'account',
    'provider_identity',
    'passkey',
    'session',
    'password_link',
    'password_link_asked',
    'client',
    'activity_member',
    'wage_plan',
    'wage_plan_warning',
    'counting_consent',
    'notification',
    'notification_wish',
    'mail',
    'refused_file',
    'trail_entry',
    'erasure',
  ],
  wages: [
    'payslip',
    'payroll_problem',
    'contract',
    'contract_signature',
    'year_to_date',
    'payslip_published',
    'payroll_run_item',
    'declaration',
    'declaration_step',
    'declared_pay',
    'wage',
    'wage_payment',
    'wage_month',
    'income_kept',
    'wage_draw',
    'wage_part',
    'wage_part_payment',
  ],
  books: [
    'mission',
    'mission_event',
    'inbox_delegation',
    'confirmation_link',
    'mission_supply',
    'invoice',
    'invoice_held',
    'credit_note',
    'mission_receipt',
    'activity_grant',
    'set_aside',
    'expense',
    'expense_receipt',
    'receipt',
    'transfer_order',
    'posting',
  ],
  insurance: ['member_situation', 'counting', 'formality', 'a1_document'],
};
