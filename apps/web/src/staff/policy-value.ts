import { localeOf } from '@passerelle/i18n';
import type { NodeBody } from '../api/node.js';
import { useTexts } from '../app/texts.js';

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

/** A value as a person reads it; the API has it as text. */
export function useShownValue(currency: string): (decision: Pick<Decision, 'policy' | 'value'>) => string {
  const { say, money, words } = useTexts();
  const percent = new Intl.NumberFormat(localeOf(words), { style: 'percent', maximumFractionDigits: 4 });
  return ({ policy, value }) => {
    switch (policyKinds[policy]) {
      case 'percent':
        return percent.format(`${value}e-2` as Intl.StringNumericLiteral);
      case 'days':
        return say('desk.policies.days', { count: Number(value) });
      case 'amount':
        return money({ amount: value, currency });
      case 'reminders': {
        const [first = '', second = '', third = ''] = value.split(' ');
        return say('desk.policies.reminders', { first, second, third });
      }
    }
  };
}

/** What a person typed, as the API reads it. A comma is a decimal sign here: no share and no day has thousands. */
export function writtenValue(policy: PolicyName, typed: string): string {
  const text = typed.trim();
  if (policyKinds[policy] === 'percent') return text.replace(',', '.').replace(/\s*%$/, '');
  return policyKinds[policy] === 'reminders' ? text.split(/[\s,;]+/).join(' ') : text;
}
