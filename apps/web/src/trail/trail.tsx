import { useInfiniteQuery } from '@tanstack/react-query';
import { type JSX, type SyntheticEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { allOf } from '../api/all.js';
import type { NodeBody } from '../api/node.js';
import { Empty, Trouble } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { InWords, useTexts } from '../app/texts.js';
import { FaultSummary } from '../parts/fault-summary.js';
import { TextField } from '../parts/field.js';
import { State } from '../parts/state.js';
import type { Whole } from '../parts/table/saving.js';
import { Table } from '../parts/table/table.js';
import { type Wish, isId, kindOf, outcomeOf, routeOf, wishIn } from './entry.js';

type Entry = NodeBody<'TrailEntryBody'>;

/** One page of the trail: a node and the federation answer alike. */
type Ask = (
  query: Wish & { readonly limit: number; readonly cursor?: string },
  signal?: AbortSignal,
) => Promise<{ readonly items: readonly Entry[]; readonly nextCursor: string | null }>;

/** "Who saw and did what?" For those who answer for it, by whom and about what they ask; the address holds both. */
export const Trail = ({ ask }: { readonly ask: Ask }): JSX.Element => (
  <InWords of="trail">
    <Found ask={ask} />
  </InWords>
);

function Found({ ask }: { readonly ask: Ask }): JSX.Element {
  const { say } = useTexts();
  const [search, setSearch] = useSearchParams();
  const wish = wishIn(search);
  const trail = useInfiniteQuery({
    queryKey: ['trail', wish],
    queryFn: ({ pageParam, signal }) => ask({ ...wish, limit: 50, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const entries = trail.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={say('trail.title')} answer={say('trail.answer')}>
      <Narrowed key={search.toString()} wish={wish} onWish={(next) => setSearch({ ...next })} />
      {trail.isError && <Trouble problem={trail.error} retry={() => void trail.refetch()} />}
      {trail.isPending && <p role="status">{say('web.loading')}</p>}
      {trail.isSuccess && entries.length === 0 && <Empty>{say('trail.none')}</Empty>}
      {entries.length > 0 && (
        <Entries
          entries={entries}
          whole={{ key: ['trail', wish, 'all'], ask: () => allOf((page) => ask({ ...wish, ...page })) }}
          hasMore={trail.hasNextPage}
        />
      )}
      {trail.hasNextPage && (
        <div>
          <button
            type="button"
            className="button quiet"
            aria-disabled={trail.isFetchingNextPage}
            onClick={() => trail.isFetchingNextPage || void trail.fetchNextPage()}
          >
            {say(trail.isFetchingNextPage ? 'web.loading' : 'trail.older')}
          </button>
        </div>
      )}
    </Page>
  );
}

interface NarrowedProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
}

function Narrowed({ wish, onWish }: NarrowedProps): JSX.Element {
  const { say } = useTexts();
  const [name, setName] = useState(wish.name ?? '');
  const [about, setAbout] = useState(wish.about ?? '');
  const [fault, setFault] = useState<string>();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const [by, thing] = [name.trim(), about.trim()];
    if (thing !== '' && !isId(thing)) return setFault(say('trail.notAnId'));
    onWish({ ...(by && { name: by }), ...(thing && { about: thing }) });
  };
  return (
    <form className="filters" onSubmit={submit} noValidate>
      <FaultSummary said={fault} />
      <TextField
        label={say('trail.byName')}
        value={name}
        maxLength={254}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label={say('trail.byThing')}
        value={about}
        error={fault}
        autoComplete="off"
        onChange={({ target }) => setAbout(target.value)}
      />
      <button type="submit" className="button">
        {say('trail.show')}
      </button>
      {Object.keys(wish).length > 0 && (
        <button type="button" className="button quiet" onClick={() => onWish({})}>
          {say('trail.all')}
        </button>
      )}
    </form>
  );
}

interface EntriesProps {
  readonly entries: readonly Entry[];
  readonly whole: Whole<Entry>;
  readonly hasMore: boolean;
}

function Entries({ entries, whole, hasMore }: EntriesProps): JSX.Element {
  const { say, moment } = useTexts();
  return (
    <Table
      name="trail"
      isFixed
      whole={hasMore ? whole : undefined}
      hasHeading
      caption={say('trail.title')}
      rows={entries}
      keyOf={({ at, act, traceId }) => `${at} ${act} ${traceId ?? ''}`}
      columns={[
        {
          name: say('trail.when'),
          of: 'at',
          show: ({ at }) => <span className="amount">{moment(at)}</span>,
        },
        { name: say('trail.who'), of: 'name', show: ({ name }) => <Narrower by="name" value={name} text={name} /> },
        {
          name: say('trail.what'),
          of: 'act',
          show: ({ act }) => (
            <>
              {say(`trail.kind.${kindOf(act)}`)} <code>{routeOf(act)}</code>
            </>
          ),
        },
        {
          name: say('trail.about'),
          of: 'things',
          show: ({ things }) =>
            things.map((thing) => <Narrower key={thing} by="about" value={thing} text={`…${thing.slice(-8)}`} />),
        },
        { name: say('trail.outcome'), of: 'status', show: ({ status }) => <Outcome status={status} /> },
        {
          name: say('trail.reference'),
          of: 'traceId',
          show: ({ traceId }) => <code className="small amount">{traceId ?? ''}</code>,
        },
      ]}
    />
  );
}

/** Asks for more of the same: of this person, or about this thing. */
const Narrower = ({ by, value, text }: { readonly by: keyof Wish; readonly value: string; readonly text: string }) => (
  <Link className="block" to={`?${new URLSearchParams({ [by]: value }).toString()}`}>
    {text}
  </Link>
);

const tones = { answered: 'ok', refused: 'attention', failed: 'problem' } as const;

function Outcome({ status }: Pick<Entry, 'status'>): JSX.Element | null {
  const { say } = useTexts();
  if (status === null) return null;
  const outcome = outcomeOf(status);
  return <State tone={tones[outcome]}>{say(`trail.outcomes.${outcome}`, { status })}</State>;
}
