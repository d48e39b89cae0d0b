import type { Money, PlainDate } from '@passerelle/values';

/** Why a payslip cannot be computed: which rule, on which date, what is missing, and what to do about it. */
export interface RuleRefusal {
  readonly kind:
    | 'no-rule-on-date' // the law as we know it has no such value on that day
    | 'impossible-facts' // a fact is unknown, out of range or contradicts another
    | 'below-minimum' // the pay is under a legal floor for the days worked
    | 'cost-too-small' // no gross above zero fits into the cost
    | 'not-covered'; // a case the country's README lists as not yet covered
  readonly rule: string;
  readonly date: PlainDate;
  readonly field?: string;
  readonly missing?: Money;
  readonly detail: string;
  readonly remedy: string;
}
