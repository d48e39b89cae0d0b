import type { MoneyText } from '@passerelle/values';
import type { ActivityId } from '../activities/activity.js';
import type { MemberId } from '../members/member.js';
import type { ExpenseId } from './expense.js';

/** The subject is the expense. */
interface AboutExpense {
  readonly expense: ExpenseId;
  readonly member: MemberId;
  readonly activity: ActivityId;
}

declare module '../facts/fact.js' {
  interface FactBodies {
    /** It is claimed: so much of the budget is promised to it until somebody decides. */
    ExpenseSubmitted: AboutExpense & { readonly cost: MoneyText };
    ExpenseApproved: AboutExpense;
    ExpenseRefused: AboutExpense & { readonly reason: string };
    /** The transfer to the worker is ordered. */
    ExpensePaid: AboutExpense & { readonly refund: MoneyText };
  }
}
