import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useNavigate } from 'react-router';
import { allOf } from '../../api/all.js';
import { type NodeBody, askNode } from '../../api/node.js';
import { Empty, Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { useTexts } from '../../app/texts.js';
import { Act } from '../../parts/act.js';
import { Table } from '../../parts/table/table.js';
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
            {({ items, nextCursor }) =>
              items.length === 0 ? (
                <Empty>{say('mine.expense.none')}</Empty>
              ) : (
                <ExpenseList items={items} isPart={nextCursor !== null} />
              )
            }
          </Loaded>
        </div>
        <section className="card" aria-label={say('home.budget.sum')}>
          <h2>{say('home.budget.sum')}</h2>
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

const allExpenses = {
  key: ['expenses', 'all'],
  ask: () => allOf((query) => askNode('get', '/api/v1/expenses', { query })),
};

const amountOf = ({ claim, form }: NodeBody<'ExpenseBody'>) => claim?.refund ?? paidOf(form);

interface ExpenseListProps {
  readonly items: readonly NodeBody<'ExpenseBody'>[];
  /** Older ones are not among them. */
  readonly isPart: boolean;
}

function ExpenseList({ items, isPart }: ExpenseListProps): JSX.Element {
  const { say, day, money } = useTexts();
  return (
    <Table
      hasHeading
      name="expenses"
      caption={say('mine.expense.title')}
      rows={items}
      whole={isPart ? allExpenses : undefined}
      keyOf={({ id }) => id}
      columns={[
        {
          name: say('mine.expense.purpose'),
          of: ['purpose', ({ form }) => form.purpose],
          show: ({ id, form }) => (
            <>
              <Link to={`/expenses/${id}`}>{form.purpose ?? say('mine.expense.unnamed')}</Link>
              {form.kind && <div className="small soft">{say(`own.expense.kind.${form.kind}`)}</div>}
            </>
          ),
        },
        {
          name: say('mine.budget.amount'),
          of: ['amount', amountOf],
          show: (expense) => {
            const amount = amountOf(expense);
            return amount ? money(amount) : '–';
          },
          isAmount: true,
        },
        {
          name: say('web.table.state'),
          of: 'state',
          show: (expense) => <ExpenseState expense={expense} />,
        },
        {
          name: say('mine.expense.spentOn'),
          of: ['spentOn', ({ form }) => form.spentOn],
          show: ({ form }) => (form.spentOn ? day(form.spentOn) : '–'),
        },
      ]}
    />
  );
}
