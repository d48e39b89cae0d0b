import type { NodeBody } from '../api/node.js';
import { readPercent } from '../parts/percent.js';

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

/** What a person typed, as the API reads it; what cannot be read is sent as it is, and refused in words. */
export function writtenValue(policy: PolicyName, typed: string): string {
  const text = typed.trim();
  if (policyKinds[policy] === 'percent') return readPercent(text) ?? text;
  return policyKinds[policy] === 'reminders' ? text.split(/[\s,;]+/).join(' ') : text;
}
