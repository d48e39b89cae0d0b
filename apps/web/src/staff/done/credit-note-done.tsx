import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { askNode } from '../../api/node.js';
import { moneyOf } from '../../app/amount.js';
import { useTexts } from '../../app/texts.js';
import { Confirmation, Done, NotDone } from './done.js';

/** An invoice was taken back, whole or in part: its newest credit note. */
export function CreditNoteDone(): JSX.Element {
  const { say, money, day } = useTexts();
  const { id = '' } = useParams();
  const back = `/staff/recovery/${id}`;
  const notes = useQuery({
    queryKey: ['invoices', 'credit-notes', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/credit-notes', { query: { invoice: id, limit: 1 }, signal }),
  });
  return (
    <Confirmation query={notes}>
      {({ items: [note] }) => {
        if (!note) return <NotDone title={say('desk.creditNote.title')} back={back} />;
        const { number, reason, issuedOn, gross, setOff } = note;
        const isRestHeld = moneyOf(gross).compare(moneyOf(setOff)) > 0;
        return (
          <Done
            title={say('desk.creditNote.done.title', { number })}
            what={say('desk.creditNote.done.what', { amount: money(gross), day: day(issuedOn), reason })}
            reference={number}
            back={back}
            next={[
              <a key="paper" href={`/api/v1/credit-notes/${note.id}/pdf`} download>
                {say('desk.creditNote.done.paper')}
              </a>,
              say('desk.creditNote.done.setOff', { amount: money(setOff) }),
              ...(isRestHeld
                ? [
                    <>
                      {say('desk.creditNote.done.rest')} <Link to="/staff/bank">{say('web.rooms.bank')}</Link>
                    </>,
                  ]
                : []),
            ]}
          />
        );
      }}
    </Confirmation>
  );
}
