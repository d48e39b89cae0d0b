import type { JSX } from 'react';
import { Link } from 'react-router';
import type { NodeBody } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { type Budget, type LineName, isZero, sumOf } from './budgets.js';
import { EntryText } from './entries.js';

type Entry = NodeBody<'EntryBody'>;

interface OpenSumProps {
  readonly budget: Budget;
  readonly entries: readonly Entry[];
}

/** The sum behind what is available; each line opens to what it means and to the entries it is made of. */
export function OpenSum({ budget, entries }: OpenSumProps): JSX.Element {
  const { say, money } = useTexts();
  const isShort = !isZero(budget.lacking.amount);
  return (
    <section className="card" aria-label={say('home.budget.sum')}>
      <h2>{say('home.budget.sum')}</h2>
      <ul className="plain folds" data-testid="budget-sum">
        {sumOf(budget).map(({ name, amount }) => (
          <li key={name} data-line={name} data-amount={amount.amount}>
            <details>
              <summary>
                <span>{say(`mine.budget.line.${name}`)}</span>
                <span className="amount">{money(amount)}</span>
              </summary>
              <Why name={name} entries={entries} />
            </details>
          </li>
        ))}
        <li className="sum">
          <span>{say(isShort ? 'home.budget.lacking' : 'home.budget.available')}</span>
          <span className="amount">{money(isShort ? budget.lacking : budget.available)}</span>
        </li>
      </ul>
    </section>
  );
}

/** Where the parts of a line are read that the book does not have one by one. */
const rooms: Readonly<Partial<Record<LineName, 'missions' | 'payslips' | 'expenses'>>> = {
  collected: 'missions',
  carried: 'payslips',
  contribution: 'payslips',
  paidWages: 'payslips',
  plannedWages: 'missions',
  reserved: 'expenses',
  expenses: 'expenses',
};

function Why({ name, entries }: { readonly name: LineName; readonly entries: readonly Entry[] }): JSX.Element {
  const { say, day, money } = useTexts();
  const parts = entries.filter((entry) => lineOf(entry) === name);
  const room = rooms[name];
  return (
    <div className="explain">
      <p>{say(`mine.budget.why.${name}`)}</p>
      {parts.length > 0 && (
        <ul className="plain figures">
          {parts.map((entry, at) => (
            <li key={at}>
              <span>
                {day(entry.day)} · <EntryText entry={entry} />
              </span>
              <span className="amount">{money(entry.amount)}</span>
            </li>
          ))}
        </ul>
      )}
      {room && (
        <p>
          <Link to={`/${room}`}>{say(`mine.budget.${room}`)}</Link>
        </p>
      )}
    </div>
  );
}

/** Which line of the sum an entry of the book is part of; what missions leave is in none of them by itself. */
function lineOf({ kind, phase, amount }: Entry): LineName | undefined {
  const isOut = amount.amount.startsWith('-');
  if (phase === 'pending') return 'reserved';
  if (phase === 'void') return undefined;
  if (kind.startsWith('expense')) return 'expenses';
  if (kind.startsWith('grant')) return isOut ? 'granted' : 'received';
  return kind === 'income-shared' ? undefined : 'other';
}
