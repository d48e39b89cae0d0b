import type { JSX } from 'react';
import { useTexts } from '../../app/texts.js';
import { type Budget, isZero, sumOf } from './budgets.js';

/** How what is available comes about, line by line. */
export function BudgetSum({ budget }: { readonly budget: Budget }): JSX.Element {
  const { say, money } = useTexts();
  const isShort = !isZero(budget.lacking.amount);
  return (
    <ul className="plain figures" data-testid="budget-sum">
      {sumOf(budget).map(({ name, amount }) => (
        <li key={name} data-line={name} data-amount={amount.amount}>
          <span>{say(`mine.budget.line.${name}`)}</span>
          <span className="amount">{money(amount)}</span>
        </li>
      ))}
      <li className="sum" data-line={isShort ? 'lacking' : 'available'}>
        <span>{say(isShort ? 'home.budget.lacking' : 'home.budget.available')}</span>
        <span className="amount">{money(isShort ? budget.lacking : budget.available)}</span>
      </li>
    </ul>
  );
}
