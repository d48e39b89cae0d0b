import { useQuery } from '@tanstack/react-query';
import type { CurrencyCode } from '@passerelle/values';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { type NodeBody, askNode } from '../../api/node.js';
import { Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { useTexts } from '../../app/texts.js';
import { Facts } from '../../parts/table/table.js';
import { useActivities } from '../budget/budgets.js';
import { ExpenseForm } from './expense-form.js';
import { ExpenseState } from './expense-state.js';
import { Receipts } from './receipts.js';

type Expense = NodeBody<'ExpenseBody'>;

/** One expense: a draft to fill in, or where it is and what became of it. */
export function OneExpense(): JSX.Element {
  const { say } = useTexts();
  const { id = '' } = useParams();
  const expense = useQuery({
    queryKey: ['expenses', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/expenses/{id}', { path: { id }, signal }),
  });
  const isDraft = expense.data?.state === 'draft';
  const name = expense.data?.form.purpose ?? say('mine.expense.unnamed');
  return (
    <Page
      title={isDraft ? say('mine.expense.fillIn') : name}
      answer={isDraft ? say('mine.expense.draftHint') : undefined}
    >
      <Loaded query={expense}>
        {(data) => (data.state === 'draft' ? <Draft expense={data} /> : <Sent {...data} />)}
      </Loaded>
      <p>
        <Link to="/expenses">{say('mine.expense.all')}</Link>
      </p>
    </Page>
  );
}

/** The form needs to know where the cooperative is, and whose budgets there are. */
function Draft({ expense }: { readonly expense: Expense }): JSX.Element {
  const hosts = useQuery({
    queryKey: ['hosts'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/hosts', { signal }),
    staleTime: Infinity,
  });
  const activities = useActivities();
  return (
    <Loaded query={hosts}>
      {({ items, own, currency }) => (
        <Loaded query={activities}>
          {(mine) => (
            <ExpenseForm
              expense={expense}
              activities={mine.filter(({ participants }) =>
                participants.some(({ member }) => member === expense.member),
              )}
              country={items.find(({ node }) => node === own)?.country ?? ''}
              currency={currency as CurrencyCode}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** What was claimed is never changed; it is answered. */
function Sent(expense: Expense): JSX.Element {
  const { say, day, money, words } = useTexts();
  const { form, claim } = expense;
  return (
    <section className="card" aria-label={say('mine.expense.claim')}>
      {claim && <p className="big amount">{money(claim.refund)}</p>}
      <ExpenseState expense={expense} />
      <Facts
        of={[
          [say('mine.expense.kind'), form.kind ? say(`own.expense.kind.${form.kind}`) : '–'],
          [say('mine.expense.spentOn'), form.spentOn ? day(form.spentOn) : '–'],
          ...(claim
            ? ([
                [say('mine.expense.vatBack'), money(claim.vat)],
                [say('mine.expense.cost'), money(claim.cost)],
              ] as const)
            : []),
          ...(claim?.rule ? ([[say('mine.expense.rule'), claim.rule[words] ?? '–']] as const) : []),
        ]}
      />
      <Receipts ids={form.receipts ?? []} />
    </section>
  );
}
