import { localeOf } from '@passerelle/i18n';
import { useTexts } from '../app/texts.js';
import { type Decision, policyKinds } from './policy-value.js';

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
