import type { JSX } from 'react';
import type { NodeBody } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { State, type Tone } from '../../parts/state.js';

type Expense = NodeBody<'ExpenseBody'>;

const tones: Readonly<Record<Expense['state'], Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  approved: 'info',
  refused: 'problem',
  paid: 'ok',
};

/** Where an expense is: the word, since when, and who has to act. */
export function ExpenseState({ expense }: { readonly expense: Expense }): JSX.Element {
  const { say, day } = useTexts();
  const { state } = expense;
  return (
    <div data-testid="expense-state" data-state={state}>
      <State tone={tones[state]}>{say(`mine.expense.state.${state}`)}</State>
      <p className="small soft">{say(`mine.expense.since.${state}`, { day: day(sinceOf(expense)) })}</p>
      {state === 'refused' && expense.decision?.reason && <p className="small">{expense.decision.reason}</p>}
    </div>
  );
}

const sinceOf = ({ madeAt, submittedAt, decision, paidOn }: Expense): string =>
  paidOn ?? decision?.at ?? submittedAt ?? madeAt;
