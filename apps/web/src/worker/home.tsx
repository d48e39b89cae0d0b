import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { InWords, useTexts } from '../app/texts.js';
import { ToSign, useContracts } from './contract.js';
import { MissionList } from './missions.js';
import { type Notification, useNotifications } from './notifications/asked.js';
import { NotificationList } from './notifications/notifications.js';

type Payslip = NodeBody<'PayslipBody'>;

const ended: readonly string[] = ['refused', 'cancelled', 'completed'];

/** "When is my next pay, what is new, and what is under way?" */
export function Home({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  return (
    <Page title={say('web.home.title')}>
      <InWords of="mine">
        <Parts session={session} />
      </InWords>
    </Page>
  );
}

/** All of them at once: what comes later would push away what is being read. */
function Parts({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const payslips = useQuery({
    queryKey: ['payslips'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payslips', { query: { limit: 50 }, signal }),
  });
  const missions = useQuery({
    queryKey: ['missions'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions', { query: { limit: 50 }, signal }),
  });
  const notifications = useNotifications(session);
  const contracts = useContracts();
  if ([payslips, missions, notifications, contracts].some(({ isPending }) => isPending))
    return <p role="status">{say('web.loading')}</p>;
  const unread = notifications.data?.items.filter(({ readAt }) => readAt === null) ?? [];
  return (
    <>
      <section className="card" aria-label={say('web.home.payment')}>
        <h2>{say('web.home.payment')}</h2>
        <Loaded query={payslips}>{({ items }) => <NextPayment payslips={items} />}</Loaded>
      </section>
      {contracts.data && <ToSign contracts={contracts.data} />}
      {unread.length > 0 && <New unread={unread} />}
      <section className="fields" aria-label={say('web.home.underWay')}>
        <div className="row apart">
          <h2>{say('web.home.underWay')}</h2>
          <Link to="/missions/new">{say('web.mission.begin')}</Link>
        </div>
        <Loaded query={missions}>
          {({ items }) => {
            const open = items.filter(({ state }) => !ended.includes(state));
            return open.length === 0 ? <Empty>{say('web.home.nothing')}</Empty> : <MissionList items={open} />;
          }}
        </Loaded>
      </section>
    </>
  );
}

/** The payslip whose day of pay comes next, or the last one that was paid. */
function NextPayment({ payslips }: { readonly payslips: readonly Payslip[] }): JSX.Element {
  const { say, day, money } = useTexts();
  const [last] = [...payslips].sort((one, other) => other.payOn.localeCompare(one.payOn));
  if (!last) return <p className="soft">{say('web.home.noPayment')}</p>;
  return (
    <>
      <p className="big amount" data-testid="net-amount">
        {money(last.net)}
      </p>
      <p data-testid="pay-date">{day(last.payOn)}</p>
      <p>
        <Link to={`/payslips/${last.id}`}>{say('web.home.why')}</Link>
      </p>
    </>
  );
}

/** What she has not read yet, as much as fits above what is under way. */
function New({ unread }: { readonly unread: readonly Notification[] }): JSX.Element {
  const { say } = useTexts();
  return (
    <section className="fields" aria-label={say('mine.notification.title')}>
      <h2>{say('mine.notification.answer', { count: unread.length })}</h2>
      <NotificationList items={unread.slice(0, 3)} />
      <p>
        <Link to="/notifications">{say('mine.notification.all')}</Link>
      </p>
    </section>
  );
}
