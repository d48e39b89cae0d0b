import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import type { Amount } from '../app/amount.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { Facts } from '../parts/table/table.js';

interface Claim {
  readonly refund: Amount;
  readonly vat: Amount;
  readonly cost: Amount;
  readonly rule: string | null;
}

/** "Is this an expense of the work?" */
export function ExpenseDesk({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const { id = '' } = useParams();
  const expense = useQuery({
    queryKey: ['expenses', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/expenses/{id}', { path: { id }, signal }),
  });
  return (
    <Page title={say('desk.expense.title')}>
      <Loaded query={expense}>{(data) => <Decide expense={data} roles={session.roles} />}</Loaded>
    </Page>
  );
}

interface DecideProps {
  readonly expense: NodeBody<'ExpenseBody'>;
  readonly roles: readonly string[];
}

function Decide({ expense: { id, form, state, claim: claimed }, roles }: DecideProps): JSX.Element {
  const { say, day, money } = useTexts();
  const navigate = useNavigate();
  const toInbox = (): void => void navigate('/staff/inbox');
  const toDone = (): void => void navigate(`/staff/expenses/${id}/done`);
  const path = { id };
  const on = `/api/v1/expenses/${id}`;
  const claim = claimed as Claim | null;
  return (
    <section className="card acts">
      <h2>{form.purpose}</h2>
      <Facts
        of={[
          [say('desk.expense.kind'), form.kind ? say(`own.expense.kind.${form.kind}`) : '–'],
          [say('desk.bank.day'), form.spentOn ? day(form.spentOn) : '–'],
          [say('desk.expense.refund'), claim ? money(claim.refund) : '–'],
          [say('desk.expense.vat'), claim ? money(claim.vat) : '–'],
          [say('desk.expense.cost'), claim ? money(claim.cost) : '–'],
        ]}
      />
      {(form.receipts ?? []).map((receipt, at) => (
        <p key={receipt}>
          <a href={`/api/v1/receipts/${receipt}/file`}>{say('desk.expense.receipt', { number: at + 1 })}</a>
        </p>
      ))}
      {state === 'submitted' && (
        <>
          <Act
            isMain
            name={say('desk.expense.approve')}
            on={on}
            act={(once, _, seen) => askNode('post', '/api/v1/expenses/{id}/approve', { path, once, seen })}
            onDone={toDone}
          />
          <Act
            name={say('desk.mission.refuse')}
            asks={say('desk.mission.reason')}
            on={on}
            act={(once, reason, seen) =>
              askNode('post', '/api/v1/expenses/{id}/refuse', { path, once, seen, body: { reason } })
            }
            onDone={toInbox}
          />
        </>
      )}
      {state === 'approved' && roles.includes('finance') && (
        <Act
          isMain
          name={say('desk.expense.pay')}
          on={on}
          act={(once, _, seen) => askNode('post', '/api/v1/expenses/{id}/pay', { path, once, seen })}
          onDone={toDone}
        />
      )}
    </section>
  );
}
