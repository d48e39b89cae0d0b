import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../../api/node.js';
import { Loaded, Trouble } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { type Session, memberOf } from '../../app/session.js';
import { useTexts } from '../../app/texts.js';
import { Table } from '../../parts/table/table.js';

type Wish = NodeBody<'ShownWishBody'>;
type Way = 'inApp' | 'mail';

/** "What do I want to hear of, and how?" Each choice is kept as soon as it is made. */
export function Wishes({ session }: { readonly session: Session }): JSX.Element {
  const { say, words } = useTexts();
  const id = memberOf(session);
  const queries = useQueryClient();
  const key = ['notification-wishes', id];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}/notification-wishes', { path: { id }, signal }),
  });
  const wishing = useMutation({
    mutationFn: ({ kind, inApp, mail }: Wish) =>
      askNode('put', '/api/v1/members/{id}/notification-wishes', {
        path: { id },
        body: { items: [{ kind, inApp, mail }] },
      }),
    onSuccess: (kept) => queries.setQueryData(key, kept),
  });
  const column = (way: Way) => ({
    name: say(`mine.notification.way.${way}`),
    show: (wish: Wish) =>
      way === 'mail' && wish.isMailOwed ? (
        say('mine.notification.always')
      ) : (
        <label className="tick">
          <input
            type="checkbox"
            data-way={way}
            checked={shown(wish)[way]}
            onChange={({ target }) => wishing.mutate({ ...wish, [way]: target.checked })}
          />
          <span className="hidden">
            {wish.title[words]}, {say(`mine.notification.way.${way}`)}
          </span>
        </label>
      ),
  });
  /** While it is being kept, the choice stands as it was made. */
  const shown = (wish: Wish): Wish =>
    wishing.isPending && wishing.variables.kind === wish.kind ? wishing.variables : wish;
  return (
    <Page title={say('mine.notification.choose')} answer={say('mine.notification.chosen')}>
      {wishing.isError && <Trouble problem={wishing.error} />}
      <Loaded query={query}>
        {({ items }) => (
          <Table
            caption={say('mine.notification.grid')}
            rows={items}
            keyOf={({ kind }) => kind}
            columns={[
              { name: say('mine.notification.event'), show: ({ title }) => title[words] },
              column('inApp'),
              column('mail'),
            ]}
          />
        )}
      </Loaded>
      <p className="soft">{say('mine.notification.owed')}</p>
      <p>
        <Link to="/notifications">{say('mine.notification.title')}</Link>
      </p>
    </Page>
  );
}
