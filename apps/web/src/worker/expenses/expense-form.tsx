import { useQueryClient } from '@tanstack/react-query';
import type { CurrencyCode } from '@passerelle/values';
import { type JSX, type SyntheticEvent, useRef, useState } from 'react';
import { type NodeBody, askNode } from '../../api/node.js';
import { ApiProblem } from '../../api/problem.js';
import { Loaded, Trouble } from '../../app/loaded.js';
import { useTexts } from '../../app/texts.js';
import { Faults, useFirstFault } from '../../parts/faults.js';
import { newKey } from '../../parts/once.js';
import { SaveNote } from '../../parts/save-note.js';
import { type Activity, type Budget, useBudget } from '../budget/budgets.js';
import { BudgetSum } from '../budget/sum.js';
import { ExpenseFields } from './expense-fields.js';
import { useSavedDraft } from './saved-draft.js';
import { faultsOf } from './typed.js';
import { useDeed } from '../../parts/deed.js';

interface ExpenseFormProps {
  readonly expense: NodeBody<'ExpenseBody'>;
  readonly activities: readonly Activity[];
  readonly country: string;
  readonly currency: CurrencyCode;
}

/** A draft: kept at each step, sent once, and beside it what the budget has. */
export function ExpenseForm({ expense, activities, country, currency }: ExpenseFormProps): JSX.Element {
  const { say } = useTexts();
  const draft = useSavedDraft({ expense, currency, country });
  const budget = useBudget(draft.typed.activity);
  const [isTried, setTried] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const sending = useSending(expense.id, draft.save);
  const form = useFirstFault(sending.error);
  const faults = faultsOf(draft.typed, currency);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (sending.isPending) return;
    setTried(true);
    if (faults.length === 0) sending.mutate();
    else requestAnimationFrame(() => summary.current?.focus());
  };
  return (
    <div className="two wide-form">
      <form className="card" ref={form} onSubmit={submit} noValidate aria-label={say('mine.expense.form')}>
        <div className="row apart">
          <h2>{say('mine.expense.form')}</h2>
          <SaveNote saved={draft.saved} />
        </div>
        {isTried && faults.length > 0 && (
          <Faults focus={summary} of={faults.map((field) => [field, say(`mine.expense.fault.${field}`)])} />
        )}
        <ExpenseFields
          draft={draft}
          activities={activities}
          currency={currency}
          isTried={isTried}
          problem={sending.error}
        />
        {sending.isError && <NotSent problem={sending.error} />}
        <div>
          <button className="button" type="submit" aria-disabled={sending.isPending}>
            {say(sending.isPending ? 'web.working' : 'mine.expense.send')}
          </button>
        </div>
      </form>
      <section className="card" aria-label={say('home.budget.sum')}>
        <h2>{say('home.budget.sum')}</h2>
        <Loaded query={budget}>{(data) => <BudgetSum budget={data} />}</Loaded>
      </section>
    </div>
  );
}

/** Hands it to the branch: once, however often the button is pressed; changed after a refusal it is another claim. */
function useSending(id: string, save: () => Promise<void>) {
  const queries = useQueryClient();
  const once = useRef(newKey());
  return useDeed({
    mutationFn: async () => {
      await save();
      return askNode('post', '/api/v1/expenses/{id}/submit', { path: { id }, once: once.current });
    },
    onSuccess: () => queries.invalidateQueries(),
    onError: (problem) => {
      if (problem instanceof ApiProblem && !problem.isOffline) once.current = newKey();
    },
  });
}

/** Too little in the budget is shown as the sum it comes from. */
function NotSent({ problem }: { readonly problem: unknown }): JSX.Element | null {
  const { say, money } = useTexts();
  if (!(problem instanceof ApiProblem)) return <Trouble problem={problem} />;
  if (problem.type === '/problems/expense-refused') return null;
  if (problem.type !== '/problems/not-available-for-expenses') return <Trouble problem={problem} />;
  const { wanted, available } = problem.more as Readonly<Record<'wanted' | 'available', Budget['available']>>;
  return (
    <div className="notice problem" role="alert" data-testid="not-available">
      <strong>{say('mine.expense.tooMuch', { wanted: money(wanted), available: money(available) })}</strong>
      <p>{say('mine.expense.tooMuchHint')}</p>
    </div>
  );
}
