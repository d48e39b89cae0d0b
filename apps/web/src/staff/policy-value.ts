import type { NodeBody } from '../api/node.js';

export type Decision = NodeBody<'PolicyBody'>;
export type PolicyName = Decision['policy'];

/** How the value of each policy is written, in the order in which people read them. */
export const policyKinds = {
  contributionRate: 'percent',
  payWorkingDays: 'days',
  invoiceTermDays: 'days',
  reminderDays: 'reminders',
  hostShare: 'percent',
  advanceLimit: 'amount',
  wageWarningDays: 'days',
} as const satisfies Record<PolicyName, 'percent' | 'days' | 'reminders' | 'amount'>;

/** What a person typed, as the API reads it. A comma is a decimal sign here: no share and no day has thousands. */
export function writtenValue(policy: PolicyName, typed: string): string {
  const text = typed.trim();
  if (policyKinds[policy] === 'percent') return text.replace(',', '.').replace(/\s*%$/, '');
  return policyKinds[policy] === 'reminders' ? text.split(/[\s,;]+/).join(' ') : text;
}
