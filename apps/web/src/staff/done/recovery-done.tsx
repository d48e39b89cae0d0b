import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { Confirmation, Done, NotDone } from './done.js';

/** What a client owes was written off. */
export function RecoveryDone(): JSX.Element {
  const { say, money, day } = useTexts();
  const { id = '' } = useParams();
  const claim = useQuery({
    queryKey: ['invoices', 'recovery', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/recovery/{invoice}', { path: { invoice: id }, signal }),
  });
  return (
    <Confirmation query={claim}>
      {({ number, buyer, open, events }) => {
        const lost = events.findLast(({ kind }) => kind === 'lost');
        const back = `/staff/recovery/${id}`;
        if (!lost) return <NotDone title={say('desk.recovery.title', { number, buyer })} back={back} />;
        const amount = money(lost.amount ?? open);
        return (
          <Done
            title={say('desk.done.loss.title', { number })}
            what={say('desk.done.loss.what', { amount, buyer, day: day(lost.day) })}
            reference={number}
            back={back}
            next={[
              say('desk.done.loss.borne'),
              say('desk.done.loss.later', { amount }),
              <Link key="fund" to="/staff/guarantee">
                {say('web.rooms.fund')}
              </Link>,
            ]}
          />
        );
      }}
    </Confirmation>
  );
}
