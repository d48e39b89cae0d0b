import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { shownIban } from '../../parts/iban.js';
import { Confirmation, Done } from './done.js';

/** What a client had with us was ordered to go back, and perhaps has left. */
export function RefundDone(): JSX.Element {
  const { say, money, moment } = useTexts();
  const { id = '' } = useParams();
  const refund = useQuery({
    queryKey: ['bank', 'refunds', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/client-refunds/{id}', { path: { id }, signal }),
  });
  return (
    <Confirmation query={refund}>
      {({ name, amount, iban, reason, reference, state, orderedBy, orderedAt }) => (
        <Done
          title={say(`desk.credits.done.${state}`, { name })}
          what={say('desk.credits.done.what', {
            amount: money(amount),
            iban: shownIban(iban),
            reason,
            who: orderedBy ?? '',
            when: moment(orderedAt),
          })}
          reference={reference}
          back="/staff/bank"
          next={
            state === 'seen'
              ? [say('desk.credits.done.left')]
              : [
                  <>
                    {say('desk.credits.done.waits')} <Link to="/staff/payouts">{say('web.rooms.payouts')}</Link>
                  </>,
                  say('desk.credits.done.statement'),
                ]
          }
        />
      )}
    </Confirmation>
  );
}
