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

/** Says what is wrong with a field and what to do about it. */
type Refusing = (field: string, detail: string, remedy: string) => RuleRefusal;

/** The two refusals that a country's own code gives, of one rule on one day. */
export function refusals(rule: string, date: PlainDate): Readonly<Record<'impossible' | 'notCovered', Refusing>> {
  return {
    impossible: (field, detail, remedy) => ({ kind: 'impossible-facts', rule, date, field, detail, remedy }),
    notCovered: (field, detail, remedy) => ({ kind: 'not-covered', rule, date, field, detail, remedy }),
  };
}
