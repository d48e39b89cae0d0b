import type { CountryCode, Money, PlainDate, Rate } from '@passerelle/values';
import type { ActivityId } from '../activities/activity.js';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { Allowance } from './allowance.js';
import type { ReceiptId } from './receipt.js';

export type ExpenseId = string & { readonly __expense: true };

/** What money was spent on. The last two are paid by the country's rule, without a receipt. */
export const expenseKinds = [
  'travel',
  'accommodation',
  'meal',
  'material',
  'rent',
  'communication',
  'training',
  'other',
  'membership_share',
  'kilometres',
  'per_diem',
] as const;
export type ExpenseKind = (typeof expenseKinds)[number];

/** Part of a receipt under one rate of VAT; no rate where the receipt shows no VAT. */
export interface ExpenseLine {
  readonly net: Money;
  readonly rate: Rate | null;
  readonly vat: Money;
}

/** What she has filled in so far: a draft is kept with any of it missing. */
export interface ExpenseForm {
  readonly kind?: ExpenseKind | undefined;
  readonly spentOn?: PlainDate | undefined;
  /** What it was and what for; of a journey from where to where. */
  readonly purpose?: string | undefined;
  /** Where it was bought: VAT of another country is no VAT of ours. */
  readonly country?: CountryCode | undefined;
  /** To whom the receipt is made out: VAT comes back only when that is the cooperative. */
  readonly madeOutTo?: 'cooperative' | 'worker' | undefined;
  readonly lines?: readonly ExpenseLine[] | undefined;
  /** Kilometres, or days. */
  readonly quantity?: number | undefined;
  readonly receipts?: readonly ReceiptId[] | undefined;
}

/** What is claimed, to the cent. */
export interface Claim {
  /** What the worker gets. */
  readonly refund: Money;
  /** VAT that comes back from the State. */
  readonly vat: Money;
  /** What the budget loses: the refund without the VAT that comes back. */
  readonly cost: Money;
  /** By which rule, where it is no receipt that says how much. */
  readonly rule: Allowance | null;
}

export type ExpenseState = 'draft' | 'submitted' | 'approved' | 'refused' | 'paid';

export interface Expense {
  readonly id: ExpenseId;
  readonly entity: EntityId;
  readonly member: MemberId;
  readonly activity: ActivityId;
  readonly state: ExpenseState;
  readonly form: ExpenseForm;
  /** Null while it is a draft. */
  readonly claim: Claim | null;
  readonly madeAt: Date;
  /** Null while it is a draft. */
  readonly submittedAt: Date | null;
  /** Who approved or refused it, when and why. */
  readonly decision: { readonly by: string; readonly at: Date; readonly reason: string | null } | null;
  readonly paidOn: PlainDate | null;
}

/** Every way an expense goes on. What is not here is refused. */
export const expenseMoves = {
  change: { from: 'draft', to: 'draft' },
  submit: { from: 'draft', to: 'submitted' },
  approve: { from: 'submitted', to: 'approved' },
  refuse: { from: 'submitted', to: 'refused' },
  pay: { from: 'approved', to: 'paid' },
} as const satisfies Record<string, { readonly from: ExpenseState; readonly to: ExpenseState }>;

export type ExpenseMove = keyof typeof expenseMoves;

export const mayMove = ({ state }: Pick<Expense, 'state'>, move: ExpenseMove): boolean =>
  expenseMoves[move].from === state;
