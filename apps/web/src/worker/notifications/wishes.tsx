import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { versionOf } from '../../api/ask.js';
import { type NodeBody, askNode } from '../../api/node.js';
import { onlyIf } from '../../api/problem.js';
import { Loaded, Trouble } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { type Session, memberOf } from '../../app/session.js';
import { useTexts } from '../../app/texts.js';
import { Meanwhile } from '../../parts/meanwhile.js';
import { Table } from '../../parts/table/table.js';

type Wish = NodeBody<'ShownWishBody'>;
type Way = 'inApp' | 'mail';

/** A choice, with the version of the grid that she made it on. */
interface Wished {
  readonly wish: Wish;
  readonly seen: string | undefined;
}

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
    mutationFn: ({ wish: { kind, inApp, mail }, seen }: Wished) =>
      askNode('put', '/api/v1/members/{id}/notification-wishes', {
        path: { id },
        seen,
        body: { items: [{ kind, inApp, mail }] },
      }),
    onSuccess: (kept) => queries.setQueryData(key, kept),
  });
  const changed = onlyIf('changed-meanwhile', wishing.error);
  /** Each row by itself: another one that she changed elsewhere does not matter. */
  const choose = (wish: Wish): void =>
    wishing.mutate({ wish, seen: versionOf(`/api/v1/members/${id}/notification-wishes`) });
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
            onChange={({ target }) => choose({ ...wish, [way]: target.checked })}
          />
          <span className="hidden">
            {wish.title[words]}, {say(`mine.notification.way.${way}`)}
          </span>
        </label>
      ),
  });
  /** Until it is kept the choice stands as it was made, whatever went wrong on the way. */
  const shown = (wish: Wish): Wish =>
    (wishing.isPending || wishing.isError) && wishing.variables.wish.kind === wish.kind ? wishing.variables.wish : wish;
  return (
    <Page title={say('mine.notification.choose')} answer={say('mine.notification.chosen')}>
      {changed && wishing.variables && (
        <Meanwhile
          problem={changed}
          onTheirs={() => {
            wishing.reset();
            void queries.invalidateQueries({ queryKey: key });
          }}
          onMine={() => wishing.mutate({ wish: wishing.variables.wish, seen: changed.tag ?? undefined })}
        />
      )}
      {wishing.isError && !changed && (
        <Trouble problem={wishing.error} retry={() => wishing.mutate(wishing.variables)} />
      )}
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
