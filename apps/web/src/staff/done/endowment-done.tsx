import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useParams } from 'react-router';
import { allOf } from '../../api/all.js';
import { askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { Confirmation, Done, NotDone } from './done.js';

/** Money was put into the guarantee fund. */
export function EndowmentDone(): JSX.Element {
  const { say, money, day } = useTexts();
  const { id = '' } = useParams();
  const entries = useQuery({
    queryKey: ['guarantee', 'entries'],
    queryFn: ({ signal }) => allOf((query) => askNode('get', '/api/v1/guarantee/entries', { query, signal })),
  });
  return (
    <Confirmation query={entries}>
      {(items) => {
        const entry = items.find((each) => each.id === id && each.kind === 'endowed');
        if (!entry) return <NotDone title={say('web.rooms.fund')} back="/staff/guarantee" />;
        return (
          <Done
            title={say('desk.endow.done.title', { amount: money(entry.cash) })}
            what={say('desk.endow.done.what', { day: day(entry.day), text: entry.text })}
            reference={id}
            back="/staff/guarantee"
            next={[say('desk.endow.done.carries'), say('desk.endow.done.members')]}
          />
        );
      }}
    </Confirmation>
  );
}
