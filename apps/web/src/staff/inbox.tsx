import { useQuery } from '@tanstack/react-query';
import { type JSX, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { allOf } from '../api/all.js';
import { type NodeBody, askNode } from '../api/node.js';
import { useInAddress } from '../app/address.js';
import { Empty, Loaded } from '../app/loaded.js';
import { useIsLive } from '../app/live.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { SelectField } from '../parts/field.js';
import { Fresh } from '../parts/fresh.js';
import { State, type Tone } from '../parts/state.js';
import { useSteady } from '../parts/steady.js';

type InboxItem = NodeBody<'InboxItemBody'>;
type InboxKind = InboxItem['kind'];

const everyMs = 15_000;

const tones: Readonly<Partial<Record<InboxKind, Tone>>> = {
  'payslip-stopped': 'problem',
  'bank-debit': 'problem',
  'fund-alarm': 'problem',
  'payment-late': 'problem',
  'obligation-disputed': 'problem',
  'message-stuck': 'problem',
  'wages-to-collect': 'attention',
  'invoice-held': 'attention',
  'bank-line': 'attention',
  declaration: 'attention',
  formality: 'attention',
  'contract-unsigned': 'attention',
  'client-silent': 'attention',
  'work-to-report': 'attention',
};

/** Of what there are several behind one item. */
const counted: Readonly<Partial<Record<InboxKind, 'desk.run.count' | 'desk.inbox.transfers'>>> = {
  'wages-to-collect': 'desk.run.count',
  'payout-to-prepare': 'desk.inbox.transfers',
  'payout-to-approve': 'desk.inbox.transfers',
};

/** "What needs my decision?" What the node says that these roles can decide, the nearest deadline first. */
export function Inbox({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const isLive = useIsLive();
  const inbox = useQuery({
    queryKey: ['inbox', session.email],
    queryFn: ({ signal }) => allOf((page) => askNode('get', '/api/v1/inbox', { query: page, signal })),
    refetchInterval: isLive ? false : everyMs,
  });
  const count = inbox.data?.length ?? 0;
  return (
    <Page title={say('web.rooms.inbox')} answer={count > 0 && say('desk.inbox.answer', { count })}>
      <Loaded query={inbox}>
        {(items) => (items.length === 0 ? <Empty>{say('desk.inbox.empty')}</Empty> : <OfKind items={items} />)}
      </Loaded>
    </Page>
  );
}

/** Everything, or one kind of it. When the last of a kind is decided, the rest is there again. */
function OfKind({ items }: { readonly items: readonly InboxItem[] }): JSX.Element {
  const { say } = useTexts();
  const [asked, setAsked] = useInAddress('kind');
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const chosen = kinds.find((kind) => kind === asked);
  const of = (kind: InboxKind): readonly InboxItem[] => items.filter((item) => item.kind === kind);
  const choices = kinds.map((kind) => [kind, `${say(`desk.inbox.kind.${kind}`)} · ${of(kind).length}`] as const);
  return (
    <>
      {kinds.length > 1 && (
        <div className="narrow">
          <SelectField
            label={say('desk.inbox.show')}
            value={chosen ?? ''}
            choices={[['', say('desk.inbox.all', { count: items.length })], ...choices]}
            onChoose={setAsked}
          />
        </div>
      )}
      <Items key={chosen ?? ''} items={chosen ? of(chosen) : items} />
    </>
  );
}

function Items({ items }: { readonly items: readonly InboxItem[] }): JSX.Element {
  const { say } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const steady = useSteady(items, ({ kind, id }) => `${kind} ${id}`);
  const [hasKeys, setKeys] = useState(() => localStorage.getItem(keysKept) !== 'off');
  useEffect(() => (hasKeys ? followKeys(list) : undefined), [hasKeys]);
  return (
    <>
      <Fresh of={steady} />
      <ul className="plain fields" ref={list}>
        {steady.shown.map((item) => (
          <Item key={`${item.kind} ${item.id}`} item={item} />
        ))}
      </ul>
      <label className="row small">
        <input
          type="checkbox"
          checked={hasKeys}
          onChange={({ target }) => {
            localStorage.setItem(keysKept, target.checked ? 'on' : 'off');
            setKeys(target.checked);
          }}
        />
        {say('desk.inbox.keys')}
      </label>
    </>
  );
}

const keysKept = 'passerelle.inbox.keys';

/** `j` and `k` go to the next and the last item; Enter opens it, as it opens every link. */
function followKeys(list: React.RefObject<HTMLUListElement | null>): () => void {
  const follow = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    const isTyping = target instanceof Element && target.matches('input:not([type=checkbox]), select, textarea');
    if ((key !== 'j' && key !== 'k') || isTyping || ctrlKey || metaKey || altKey) return;
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)]?.focus();
  };
  document.addEventListener('keydown', follow);
  return () => document.removeEventListener('keydown', follow);
}

function Item({ item }: { readonly item: InboxItem }): JSX.Element {
  const { say, day, deadline: shownDeadline, money } = useTexts();
  const { kind, id, about, count, why, since, age, deadline, isLate, amount, page } = item;
  const words = counted[kind];
  return (
    <li className="card" data-testid="inbox-item" data-kind={kind} data-id={id} data-deadline={deadline ?? undefined}>
      <div className="row apart">
        <h2>
          <Link to={page}>{say(`desk.inbox.kind.${kind}`)}</Link>
        </h2>
        {deadline !== null && (
          <State tone={isLate ? 'problem' : (tones[kind] ?? 'info')}>
            {say(isLate ? 'desk.inbox.late' : 'desk.inbox.deadline', { day: shownDeadline(deadline) })}
          </State>
        )}
      </div>
      <div className="row apart">
        <span>{[about, words && count !== null && say(words, { count })].filter(Boolean).join(' · ')}</span>
        {amount && <strong className="amount">{money(amount)}</strong>}
      </div>
      <p className="small">{why.text}</p>
      {since !== null && (
        <p className="small soft">
          {age ? say('desk.inbox.since', { day: day(since), count: age }) : say('desk.inbox.sinceToday')}
        </p>
      )}
    </li>
  );
}
