import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { askNode } from '../../api/node.js';
import type { Amount } from '../../app/amount.js';
import { useTexts } from '../../app/texts.js';
import { Confirmation, Done, NotDone } from './done.js';

/** The refund of an expense was decided, or ordered at the bank. */
export function ExpenseDone(): JSX.Element {
  const { say, money, moment } = useTexts();
  const { id = '' } = useParams();
  const expense = useQuery({
    queryKey: ['expenses', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/expenses/{id}', { path: { id }, signal }),
  });
  return (
    <Confirmation query={expense}>
      {({ state, form, claim, decision }) => {
        const back = `/staff/expenses/${id}`;
        if ((state !== 'approved' && state !== 'paid') || !claim || !decision)
          return <NotDone title={form.purpose ?? say('desk.expense.title')} back={back} />;
        return (
          <Done
            title={say(`desk.done.refund.${state}.title`)}
            what={say('desk.done.refund.what', {
              purpose: form.purpose ?? say('desk.expense.title'),
              amount: money((claim as unknown as { readonly refund: Amount }).refund),
              when: moment(decision.at),
            })}
            reference={id}
            back={back}
            next={
              state === 'approved'
                ? [say('desk.done.refund.approved.next')]
                : [
                    <>
                      {say('desk.done.refund.paid.next')} <Link to="/staff/payouts">{say('web.rooms.payouts')}</Link>
                    </>,
                    say('desk.done.refund.paid.statement'),
                  ]
            }
          />
        );
      }}
    </Confirmation>
  );
}
