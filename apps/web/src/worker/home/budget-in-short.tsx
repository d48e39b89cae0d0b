import type { JSX } from 'react';
import { Link } from 'react-router';
import { amountOf, moneyOf } from '../../app/amount.js';
import { useTexts } from '../../app/texts.js';
import { type Budget, isZero } from '../budget/budgets.js';

/** What of her own activity is free, promised and still to come. */
export function BudgetInShort({ budget }: { readonly budget: Budget }): JSX.Element {
  const { say, money } = useTexts();
  const { orders, invoiced, reserved, available, lacking } = budget;
  const isShort = !isZero(lacking.amount);
  const figures = [
    isShort ? (['lacking', lacking] as const) : (['available', available] as const),
    ['reserved', reserved] as const,
    ['planned', amountOf(moneyOf(orders).plus(moneyOf(invoiced)))] as const,
  ];
  return (
    <section className="card" aria-label={say('home.budget.title')}>
      <div className="row apart">
        <h2>{say('home.budget.title')}</h2>
        <Link to="/budget">{say('home.budget.sum')}</Link>
      </div>
      <ul className="plain figures">
        {figures.map(([name, amount]) => (
          <li key={name} data-figure={name} data-amount={amount.amount}>
            <span>{say(`home.budget.${name}`)}</span>
            <span className="amount">{money(amount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
