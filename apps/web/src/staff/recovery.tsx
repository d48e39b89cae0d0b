import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { allOf } from '../api/all.js';
import { type NodeBody, askNode } from '../api/node.js';
import { moneyOf } from '../app/amount.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { State, type Tone } from '../parts/state.js';
import { Facts, Table } from '../parts/table/table.js';
import { CreditNoteForm } from './credit-note.js';
import { useMissionNames } from './names.js';

type Claim = NodeBody<'RecoveryBody'>;

const tones: Readonly<Record<Claim['state'], Tone>> = {
  open: 'info',
  reminded: 'attention',
  'handed-over': 'problem',
  disputed: 'attention',
  lost: 'neutral',
};

/** "Who has not paid, for how long, and who goes on with it?" The longest overdue first. */
export function Recovery(): JSX.Element {
  const { say, deadline, money } = useTexts();
  const claims = useQuery({
    queryKey: ['invoices', 'recovery'],
    queryFn: ({ signal }) => allOf((query) => askNode('get', '/api/v1/recovery', { query, signal })),
  });
  const byHand = claims.data?.filter(({ state }) => state === 'handed-over').length ?? 0;
  return (
    <Page
      title={say('web.rooms.recovery')}
      answer={
        claims.data?.length
          ? say(byHand > 0 ? 'desk.recovery.byHand' : 'desk.recovery.answer', { count: byHand || claims.data.length })
          : ''
      }
    >
      <Loaded query={claims}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{say('desk.recovery.none')}</Empty>
          ) : (
            <Table
              name="claims"
              hasHeading
              caption={say('web.rooms.recovery')}
              rows={items}
              keyOf={({ invoice }) => invoice}
              columns={[
                {
                  name: say('desk.recovery.invoice'),
                  of: 'number',
                  show: ({ invoice, number }) => <Link to={`/staff/recovery/${invoice}`}>{number}</Link>,
                },
                { name: say('desk.recovery.buyer'), of: 'buyer', show: ({ buyer }) => buyer },
                { name: say('desk.recovery.due'), of: 'dueOn', show: ({ dueOn }) => deadline(dueOn) },
                {
                  name: say('desk.recovery.late'),
                  of: 'daysLate',
                  show: ({ daysLate }) => say('mission.days', { count: daysLate }),
                  isAmount: true,
                },
                { name: say('desk.payouts.state'), of: 'state', show: (claim) => <StateOf claim={claim} /> },
                { name: say('desk.recovery.open'), of: 'open', show: ({ open }) => money(open), isAmount: true },
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function StateOf({ claim: { state } }: { readonly claim: Claim }): JSX.Element {
  const { say } = useTexts();
  return <State tone={tones[state]}>{say(`desk.recovery.is.${state}`)}</State>;
}

/** One invoice that is not paid: what was done about it, and what a person decides. */
export function RecoveryDesk(): JSX.Element {
  const { say, day, money } = useTexts();
  const { id = '' } = useParams();
  const names = useMissionNames();
  const claim = useQuery({
    queryKey: ['invoices', 'recovery', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/recovery/{invoice}', { path: { invoice: id }, signal }),
  });
  const { data } = claim;
  return (
    <Page
      title={data ? say('desk.recovery.title', { number: data.number, buyer: data.buyer }) : say('web.rooms.recovery')}
      answer={data && say('desk.recovery.owes', { amount: money(data.open), day: day(data.dueOn) })}
    >
      <Loaded query={claim}>
        {(found) => (
          <>
            <section className="card fields">
              <StateOf claim={found} />
              <Facts
                of={[
                  [
                    say('web.mission.title'),
                    <Link key="mission" to={`/staff/missions/${found.mission}`}>
                      {names.get(found.mission) ?? found.mission}
                    </Link>,
                  ],
                  [
                    say('desk.recovery.buyer'),
                    <Link key="client" to={`/staff/clients/${found.client}`}>
                      {found.buyer}
                    </Link>,
                  ],
                ]}
              />
              <Decisions claim={found} />
            </section>
            {isOpen(found) && (
              <section className="card fields" data-testid="credit-note">
                <h2>{say('desk.creditNote.title')}</h2>
                <CreditNoteForm claim={found} />
              </section>
            )}
            <Events claim={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const isOpen = ({ open }: Pick<Claim, 'open'>): boolean => moneyOf(open).isPositive();

/** Only what the claim allows now: a disputed one is resolved before anything else is said of it. */
function Decisions({ claim: { invoice, state, open, daysLate, number } }: { readonly claim: Claim }): JSX.Element {
  const { say, money } = useTexts();
  const navigate = useNavigate();
  const path = { invoice };
  if (!isOpen({ open })) return <p className="soft">{say('desk.recovery.nothingToDecide')}</p>;
  if (state === 'disputed')
    return (
      <Act
        isMain
        name={say('desk.recovery.resolve')}
        asks={say('desk.recovery.how')}
        act={(once, reason) =>
          askNode('post', '/api/v1/recovery/{invoice}/resolutions', { path, body: { reason }, once })
        }
      />
    );
  if (state === 'lost') return <p className="soft">{say('desk.recovery.nothingToDecide')}</p>;
  return (
    <>
      <Act
        name={say('desk.recovery.dispute')}
        asks={say('desk.recovery.why')}
        act={(once, reason) => askNode('post', '/api/v1/recovery/{invoice}/disputes', { path, body: { reason }, once })}
      />
      {daysLate > 0 && (
        <Act
          name={say('desk.recovery.giveUp', { amount: money(open) })}
          asks={say('desk.recovery.whyLost')}
          effect={say('desk.recovery.giveUpEffect', { amount: money(open) })}
          confirm={number}
          act={(once, reason) => askNode('post', '/api/v1/recovery/{invoice}/losses', { path, body: { reason }, once })}
          onDone={() => void navigate(`/staff/recovery/${invoice}/done`)}
        />
      )}
    </>
  );
}

function Events({ claim: { events } }: { readonly claim: Claim }): JSX.Element {
  const { say, day, money } = useTexts();
  if (events.length === 0) return <Empty>{say('desk.recovery.noEvent')}</Empty>;
  return (
    <Table
      name="events"
      caption={say('desk.recovery.events')}
      rows={events.map((event, at) => ({ ...event, key: String(at) }))}
      keyOf={({ key }) => key}
      columns={[
        { name: say('desk.bank.day'), of: 'day', show: (event) => day(event.day) },
        { name: say('desk.recovery.what'), of: 'kind', show: ({ kind }) => say(`desk.recovery.kind.${kind}`) },
        { name: say('desk.recovery.reason'), of: 'reason', show: ({ reason }) => reason ?? '–' },
        { name: say('desk.amount'), of: 'amount', show: ({ amount }) => amount && money(amount), isAmount: true },
      ]}
    />
  );
}
