import { useQuery } from '@tanstack/react-query';
import { type JSX, useRef } from 'react';
import { allOf } from '../../api/all.js';
import { askNode } from '../../api/node.js';
import { useInAddress } from '../../app/address.js';
import { Empty, Loaded } from '../../app/loaded.js';
import { useIsLive } from '../../app/live.js';
import { Page } from '../../app/page.js';
import type { Session } from '../../app/session.js';
import { useTexts } from '../../app/texts.js';
import { SelectField } from '../../parts/field.js';
import { Fresh } from '../../parts/fresh.js';
import { useSteady } from '../../parts/steady.js';
import { groupsOf } from './groups.js';
import { Delegated, HandOver } from './hand-over.js';
import { type InboxItem, type InboxKind, Item, keyOf } from './item.js';
import { useListKeys } from './keys.js';

const everyMs = 15_000;

/** "What needs my decision?" What the node says that these roles can decide, the nearest deadline first. */
export function Inbox({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const isLive = useIsLive();
  const inbox = useQuery({
    queryKey: ['inbox', session.email],
    queryFn: async ({ signal }) => {
      let handedOver = 0;
      const items = await allOf(async (query) => {
        const page = await askNode('get', '/api/v1/inbox', { query, signal });
        ({ handedOver } = page);
        return page;
      });
      return { items, handedOver };
    },
    refetchInterval: isLive ? false : everyMs,
  });
  const count = inbox.data?.items.length ?? 0;
  return (
    <Page title={say('web.rooms.inbox')} answer={count > 0 && say('desk.inbox.answer', { count })}>
      <Loaded query={inbox}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say('desk.inbox.empty')}</Empty>
          ) : (
            <OfKind items={items} reader={session.email} />
          )
        }
      </Loaded>
      {inbox.data !== undefined && inbox.data.handedOver > 0 && <HandedOver reader={session.email} />}
    </Page>
  );
}

interface ItemsProps {
  readonly items: readonly InboxItem[];
  /** The address of whoever looks. */
  readonly reader: string;
}

/** Everything or one kind of it, by deadline or in groups. When the last of a kind is decided, the rest is there again. */
function OfKind({ items, reader }: ItemsProps): JSX.Element {
  const { say } = useTexts();
  const [asked, setAsked] = useInAddress('kind');
  const [by, setBy] = useInAddress('by');
  const groups = groupsOf(items);
  const chosen = groups.find(({ kind }) => kind === asked);
  const named = (kind: InboxKind, count: number): string => `${say(`desk.inbox.kind.${kind}`)} · ${count}`;
  const choices = groups.map(({ kind, items: of }) => [kind, named(kind, of.length)] as const);
  return (
    <>
      {groups.length > 1 && (
        <div className="two-even">
          <SelectField
            label={say('desk.inbox.show')}
            value={chosen?.kind ?? ''}
            choices={[['', say('desk.inbox.all', { count: items.length })], ...choices]}
            onChoose={setAsked}
          />
          <SelectField
            label={say('desk.inbox.arrange')}
            value={by === 'kind' ? by : ''}
            choices={[
              ['', say('desk.inbox.byDeadline')],
              ['kind', say('desk.inbox.byKind')],
            ]}
            onChoose={setBy}
          />
        </div>
      )}
      <Items key={chosen?.kind ?? ''} items={chosen?.items ?? items} reader={reader} isByKind={by === 'kind'} />
    </>
  );
}

function Items({ items, reader, isByKind }: ItemsProps & { readonly isByKind: boolean }): JSX.Element {
  const { say } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const steady = useSteady(items, keyOf);
  const [hasKeys, setKeys] = useListKeys(list);
  const colleaguesFor = useColleagues(reader);
  const shown = (item: InboxItem): JSX.Element => {
    const colleagues = colleaguesFor(item.kind);
    return (
      <Item key={keyOf(item)} item={item} isUnderKind={isByKind}>
        {item.delegation && <Delegated item={item} delegation={item.delegation} reader={reader} />}
        {!item.delegation && colleagues.length > 0 && <HandOver item={item} colleagues={colleagues} />}
      </Item>
    );
  };
  return (
    <>
      <Fresh of={steady} />
      <div className={isByKind ? 'groups' : 'fields'} ref={list}>
        {isByKind ? (
          groupsOf(steady.shown).map(({ kind, items: of }) => (
            <section key={kind} className="fields" aria-labelledby={`kind-${kind}`} data-testid="inbox-group">
              <h2 id={`kind-${kind}`}>
                {say(`desk.inbox.kind.${kind}`)} <span className="soft">· {of.length}</span>
              </h2>
              <ul className="plain fields">{of.map(shown)}</ul>
            </section>
          ))
        ) : (
          <ul className="plain fields">{steady.shown.map(shown)}</ul>
        )}
      </div>
      <label className="row small">
        <input type="checkbox" checked={hasKeys} onChange={({ target }) => setKeys(target.checked)} />
        {say('desk.inbox.keys')}
      </label>
    </>
  );
}

/** To whom a thing of a kind can be handed. */
function useColleagues(reader: string): (kind: InboxKind) => readonly string[] {
  const { data } = useQuery({
    queryKey: ['colleagues', reader],
    queryFn: ({ signal }) => askNode('get', '/api/v1/inbox/colleagues', { signal }),
    staleTime: 300_000,
  });
  return (kind) => (data?.items ?? []).filter(({ kinds }) => kinds.includes(kind)).map(({ email }) => email);
}

/** What colleagues were asked to decide instead, for as long as they have not. */
function HandedOver({ reader }: Pick<ItemsProps, 'reader'>): JSX.Element {
  const { say } = useTexts();
  const handed = useQuery({
    queryKey: ['inbox', reader, 'handed-over'],
    queryFn: ({ signal }) =>
      allOf((page) => askNode('get', '/api/v1/inbox', { query: { ...page, whose: 'handed-over' }, signal })),
  });
  return (
    <Loaded query={handed}>
      {(items) => (
        <section className="fields" aria-labelledby="handed-over" data-testid="handed-over">
          <h2 id="handed-over">{say('desk.inbox.handedOver', { count: items.length })}</h2>
          <p className="small soft">{say('desk.inbox.handedOverHint')}</p>
          <ul className="plain fields">
            {items.map((item) => (
              <Item key={keyOf(item)} item={item}>
                {item.delegation && <Delegated item={item} delegation={item.delegation} reader={reader} />}
              </Item>
            ))}
          </ul>
        </section>
      )}
    </Loaded>
  );
}
