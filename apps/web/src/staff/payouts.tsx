import { useQuery } from '@tanstack/react-query';
import { type JSX, useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { allOf } from '../api/all.js';
import { type NodeBody, askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { State, type Tone } from '../parts/state.js';
import { shownIban } from '../parts/iban.js';
import { Table } from '../parts/table/table.js';

type Waiting = NodeBody<'WaitingBody'>;
type Payout = NodeBody<'PayoutBody'>;
type Line = NodeBody<'PayoutLineBody'>;

const tones = { prepared: 'attention', approved: 'ok', withdrawn: 'neutral' } as const satisfies Record<
  Payout['state'],
  Tone
>;

/** "What must go to the bank?" What is ordered and in no file yet, and the files with who stands behind them. */
export function Payouts(): JSX.Element {
  const { say } = useTexts();
  const waiting = useQuery({
    queryKey: ['payouts', 'waiting'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payouts/waiting', { signal }),
  });
  const payouts = useQuery({
    queryKey: ['payouts'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payouts', { query: { limit: 50 }, signal }),
  });
  const count = payouts.data?.items.filter(({ state }) => state === 'prepared').length ?? 0;
  return (
    <Page title={say('web.rooms.payouts')} answer={count > 0 && say('desk.payouts.answer', { count })}>
      <Loaded query={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say('desk.payouts.nothing')}</Empty>
          ) : (
            items.map((group) => <WaitingGroup key={`${group.entity} ${group.sum.currency}`} group={group} />)
          )
        }
      </Loaded>
      <Loaded query={payouts}>
        {({ items, nextCursor }) => items.length > 0 && <Files payouts={items} isPart={nextCursor !== null} />}
      </Loaded>
    </Page>
  );
}

const allPayouts = {
  key: ['payouts', 'all'],
  ask: () => allOf((query) => askNode('get', '/api/v1/payouts', { query })),
};

function WaitingGroup({ group: { entity, count, sum } }: { readonly group: Waiting }): JSX.Element {
  const { say, money } = useTexts();
  const navigate = useNavigate();
  const made = useRef('');
  const body = { entity, currency: sum.currency };
  return (
    <section className="card fields" data-testid="payouts-waiting" aria-label={say('desk.payouts.waiting')}>
      <div className="row apart">
        <h2>{say('desk.payouts.waiting')}</h2>
        <strong className="amount">{money(sum)}</strong>
      </div>
      <Act
        isMain
        name={say('desk.payouts.prepare', { count })}
        act={async (once) => void (made.current = (await askNode('post', '/api/v1/payouts', { once, body })).id)}
        onDone={() => void navigate(`/staff/payouts/${made.current}/done`)}
      />
    </section>
  );
}

interface FilesProps {
  readonly payouts: readonly Payout[];
  /** Older ones are not among them. */
  readonly isPart: boolean;
}

function Files({ payouts, isPart }: FilesProps): JSX.Element {
  const { say, day, money } = useTexts();
  return (
    <Table
      name="payouts"
      caption={say('desk.payouts.files')}
      rows={payouts}
      whole={isPart ? allPayouts : undefined}
      keyOf={({ id }) => id}
      columns={[
        {
          name: say('desk.bank.day'),
          of: 'preparedAt',
          show: ({ id, preparedAt }) => <Link to={`/staff/payouts/${id}`}>{day(preparedAt)}</Link>,
        },
        { name: say('desk.payouts.state'), of: 'state', show: (payout) => <StateOf payout={payout} /> },
        { name: say('desk.payouts.preparedBy'), of: 'preparedBy', show: ({ preparedBy }) => preparedBy },
        { name: say('desk.amount'), of: 'sum', show: ({ sum }) => money(sum), isAmount: true },
      ]}
    />
  );
}

const StateOf = ({ payout: { state } }: { readonly payout: Payout }): JSX.Element => {
  const { say } = useTexts();
  return <State tone={tones[state]}>{say(`desk.payouts.is.${state}`)}</State>;
};

/** "May this go to the bank?" Each line as it was prepared, with what has changed since; a second person decides. */
export function PayoutDesk({ session }: { readonly session: Session }): JSX.Element {
  const { id = '' } = useParams();
  const { say, dayText, money } = useTexts();
  const payout = useQuery({
    queryKey: ['payouts', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payouts/{id}', { path: { id }, signal }),
  });
  const { data } = payout;
  return (
    <Page
      title={data ? say('desk.payouts.file', { day: dayText(data.preparedAt) }) : say('web.rooms.payouts')}
      answer={data && say('desk.payouts.sum', { count: data.lines.length, sum: money(data.sum) })}
    >
      <Loaded query={payout}>
        {(found) => (
          <>
            <Decisions payout={found} session={session} />
            {found.lines.map((line) => line.change !== null && <Changed key={line.transfer} payout={id} line={line} />)}
            <Lines lines={found.lines.filter(({ takenOutAt }) => takenOutAt === null)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface DecisionsProps {
  readonly payout: Payout;
  readonly session: Session;
}

function Decisions({ payout, session }: DecisionsProps): JSX.Element {
  const { say, money } = useTexts();
  const navigate = useNavigate();
  const { id, state, preparedBy, decidedBy, count, sum } = payout;
  const on = `/api/v1/payouts/${id}`;
  const isOwn = preparedBy === session.email;
  return (
    <section className="card fields">
      <StateOf payout={payout} />
      <p className="small soft">
        {say('desk.payouts.preparedBy')} {preparedBy}
        {decidedBy !== null && ` · ${say('desk.payouts.decidedBy')} ${decidedBy}`}
      </p>
      {state === 'approved' && (
        <div>
          <a className="button" href={`/api/v1/payouts/${id}/file`} download data-testid="payout-file">
            {say('desk.payouts.download')}
          </a>
        </div>
      )}
      {state === 'prepared' && isOwn && <p className="notice attention">{say('desk.payouts.own')}</p>}
      {state === 'prepared' && !isOwn && session.roles.includes('finance') && (
        <Act
          isMain
          name={say('desk.payouts.approve', { sum: money(sum) })}
          effect={say('desk.payouts.approveEffect', { count, sum: money(sum) })}
          confirm={money(sum)}
          on={on}
          act={(once, _, seen) => askNode('post', '/api/v1/payouts/{id}/approve', { path: { id }, once, seen })}
          onDone={() => void navigate(`/staff/payouts/${id}/done`)}
        />
      )}
      {state === 'prepared' && (
        <Act
          name={say('desk.payouts.withdraw')}
          on={on}
          act={(once, _, seen) =>
            askNode('post', '/api/v1/payouts/{id}/take-out', { path: { id }, once, seen, body: {} })
          }
          onDone={() => void navigate(`/staff/payouts/${id}/done`)}
        />
      )}
    </section>
  );
}

/** A line that cannot go as it was prepared: what is otherwise now, and the way out. */
function Changed({ payout: id, line }: { readonly payout: string; readonly line: Line }): JSX.Element {
  const { say } = useTexts();
  const { change, payee, iban, payeeNow, ibanNow, transfer } = line;
  return (
    <section className="notice problem fields" data-testid="payout-change" data-reason={change ?? undefined}>
      <strong>{payee}</strong>
      {change === 'paid-already' ? (
        <p>{say('desk.payouts.paidAlready')}</p>
      ) : (
        <p>{say('desk.payouts.payeeChanged', { iban, payeeNow: payeeNow ?? '', ibanNow: ibanNow ?? '' })}</p>
      )}
      <Act
        name={say('desk.payouts.takeOut')}
        on={`/api/v1/payouts/${id}`}
        act={(once, _, seen) => {
          const body = { transfers: [transfer] };
          return askNode('post', '/api/v1/payouts/{id}/take-out', { path: { id }, once, seen, body });
        }}
      />
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }): JSX.Element {
  const { say, money } = useTexts();
  return (
    <Table
      name="lines"
      caption={say('desk.payouts.lines')}
      rows={lines}
      keyOf={({ transfer }) => transfer}
      columns={[
        { name: say('desk.payouts.payee'), of: 'payee', show: ({ payee }) => payee },
        { name: say('desk.payouts.account'), of: 'iban', show: ({ iban }) => shownIban(iban) },
        { name: say('desk.bank.text'), of: 'text', show: ({ text }) => text },
        { name: say('desk.amount'), of: 'amount', show: ({ amount }) => money(amount), isAmount: true },
      ]}
    />
  );
}
