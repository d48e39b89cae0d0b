import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useNavigate } from 'react-router';
import { type NodeBody, askNode } from '../../api/node.js';
import { Empty, Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { useTexts } from '../../app/texts.js';
import { Act } from '../../parts/act.js';
import { useActivities, useBudget } from '../budget/budgets.js';
import { BudgetSum } from '../budget/sum.js';
import { ExpenseState } from './expense-state.js';
import { Photo } from './photo.js';
import { paidOf } from './typed.js';

/** "Can I claim this, and when is it back?" The photo first; then all that was claimed, each with who has it. */
export function Expenses(): JSX.Element {
  const { say, money } = useTexts();
  const activities = useActivities();
  const budget = useBudget(activities.data?.[0]?.id);
  const list = useQuery({
    queryKey: ['expenses'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/expenses', { query: { limit: 200 }, signal }),
  });
  return (
    <Page
      title={say('mine.expense.title')}
      answer={budget.data && say('mine.expense.free', { amount: money(budget.data.available) })}
    >
      <div className="two wide-form">
        <div className="fields">
          <Begin />
          <Loaded query={list}>
            {({ items }) =>
              items.length === 0 ? <Empty>{say('mine.expense.none')}</Empty> : <ExpenseList items={items} />
            }
          </Loaded>
        </div>
        <section className="card" aria-label={say('mine.budget.sum')}>
          <h2>{say('mine.budget.sum')}</h2>
          <Loaded query={budget}>{(data) => <BudgetSum budget={data} />}</Loaded>
          <p>
            <Link to="/budget">{say('mine.expense.toBudget')}</Link>
          </p>
        </section>
      </div>
    </Page>
  );
}

/** A new one begins with its receipt, or as a journey that a rule pays. */
function Begin(): JSX.Element {
  const { say } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = async (body: NodeBody<'ExpenseFormBody'>): Promise<void> => {
    const { id } = await askNode('post', '/api/v1/expenses', { body });
    await queries.invalidateQueries({ queryKey: ['expenses'], exact: true });
    void navigate(`/expenses/${id}`);
  };
  return (
    <section className="card" aria-label={say('mine.expense.new')}>
      <h2>{say('mine.expense.new')}</h2>
      <p className="soft">{say('mine.expense.photoHint')}</p>
      <Photo isMain onKept={(receipt) => begin({ receipts: [receipt] })} />
      <Act name={say('mine.expense.byRule')} act={() => begin({ kind: 'kilometres' })} />
    </section>
  );
}

function ExpenseList({ items }: { readonly items: readonly NodeBody<'ExpenseBody'>[] }): JSX.Element {
  const { say, day, money } = useTexts();
  return (
    <ul className="plain fields">
      {items.map((expense) => {
        const { id, form, claim } = expense;
        const amount = claim?.refund ?? paidOf(form);
        return (
          <li key={id} className="card">
            <div className="row apart">
              <h2>
                <Link to={`/expenses/${id}`}>{form.purpose ?? say('mine.expense.unnamed')}</Link>
              </h2>
              {amount && <strong className="amount">{money(amount)}</strong>}
            </div>
            <p className="soft">
              {[form.kind && say(`own.expense.kind.${form.kind}`), form.spentOn && day(form.spentOn)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <ExpenseState expense={expense} />
          </li>
        );
      })}
    </ul>
  );
}
