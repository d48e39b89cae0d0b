import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { Confirmation, Done } from './done.js';

/** A file for the bank was prepared, approved or withdrawn. */
export function PayoutDone(): JSX.Element {
  const { say, money, moment } = useTexts();
  const { id = '' } = useParams();
  const payout = useQuery({
    queryKey: ['payouts', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payouts/{id}', { path: { id }, signal }),
  });
  return (
    <Confirmation query={payout}>
      {({ state, count, sum, preparedBy, preparedAt, decidedBy, decidedAt }) => (
        <Done
          title={say(`desk.done.payout.${state}.title`)}
          what={say('desk.done.payout.what', {
            count,
            sum: money(sum),
            who: decidedBy ?? preparedBy,
            when: moment(decidedAt ?? preparedAt),
          })}
          reference={id}
          back={`/staff/payouts/${id}`}
          next={
            state === 'approved'
              ? [
                  <a key="file" href={`/api/v1/payouts/${id}/file`} download>
                    {say('desk.payouts.download')}
                  </a>,
                  say('desk.done.payout.approved.bank'),
                  <>
                    {say('desk.done.payout.approved.statement')} <Link to="/staff/bank">{say('web.rooms.bank')}</Link>
                  </>,
                ]
              : [say(`desk.done.payout.${state}.next`)]
          }
        />
      )}
    </Confirmation>
  );
}
