import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
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

/** By event, what she chose and nobody has kept yet. */
type Chosen = Readonly<Record<string, Wish>>;

/** Choices, with the version of the grid that she made them on. */
interface Wished {
  readonly chosen: Chosen;
  readonly seen: string | undefined;
}

const address = '/api/v1/members/{id}/notification-wishes';

/** "What do I want to hear of, and how?" Each choice is kept as soon as it is made. */
export function Wishes({ session }: { readonly session: Session }): JSX.Element {
  const { say, words } = useTexts();
  const id = memberOf(session);
  const queries = useQueryClient();
  const key = ['notification-wishes', id];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => askNode('get', address, { path: { id }, signal }),
  });
  /** A choice stands as it was made until it is kept, whatever went wrong on the way, and goes along with the next. */
  const [chosen, setChosen] = useState<Chosen>({});
  const settle = (done: Chosen): void =>
    setChosen((now) => Object.fromEntries(Object.entries(now).filter(([kind, wish]) => done[kind] !== wish)));
  const seenNow = () => versionOf(address.replace('{id}', id));
  const wishing = useMutation({
    // One after the other: the second rests on what the first has left.
    scope: { id: address },
    mutationFn: ({ chosen, seen = seenNow() }: Wished) =>
      askNode('put', address, {
        path: { id },
        seen,
        body: { items: Object.values(chosen).map(({ kind, inApp, mail }) => ({ kind, inApp, mail })) },
      }),
    onSuccess: (kept, { chosen }) => {
      queries.setQueryData(key, kept);
      settle(chosen);
    },
  });
  const changed = onlyIf('changed-meanwhile', wishing.error);
  /** Each row by itself: another one that she changed elsewhere does not matter. */
  const choose = (wish: Wish): void => {
    const all = { ...chosen, [wish.kind]: wish };
    setChosen(all);
    wishing.mutate({ chosen: all, seen: wishing.isPending ? undefined : seenNow() });
  };
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
            checked={(chosen[wish.kind] ?? wish)[way]}
            onChange={({ target }) => choose({ ...(chosen[wish.kind] ?? wish), [way]: target.checked })}
          />
          <span className="hidden">
            {wish.title[words]}, {say(`mine.notification.way.${way}`)}
          </span>
        </label>
      ),
  });
  return (
    <Page title={say('mine.notification.choose')} answer={say('mine.notification.chosen')}>
      {changed && wishing.variables && (
        <Meanwhile
          problem={changed}
          onTheirs={() => {
            settle(wishing.variables.chosen);
            wishing.reset();
            void queries.invalidateQueries({ queryKey: key });
          }}
          onMine={() => wishing.mutate({ ...wishing.variables, seen: changed.tag ?? undefined })}
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
        <Link to="/notifications">{say('home.news.title')}</Link>
      </p>
    </Page>
  );
}
