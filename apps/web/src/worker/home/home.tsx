import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { askNode } from '../../api/node.js';
import { Empty, Loaded, Trouble } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { type Session, memberOf } from '../../app/session.js';
import { InWords, useTexts } from '../../app/texts.js';
import { useToday } from '../../parts/today.js';
import { useActivities, useBudget } from '../budget/budgets.js';
import { useContracts } from '../contracts.js';
import { MissionList, isUnderWay } from '../mission-list.js';
import { type Notification, useNotifications } from '../notifications/asked.js';
import { NotificationList } from '../notifications/notification-list.js';
import { BudgetInShort } from './budget-in-short.js';
import { NextPayment, usePayments } from './next-payment.js';
import { TodoList } from './todo-list.js';
import { todosOf } from './todo.js';

/** "When is my next pay, what must I do, what is new, and what is under way?" */
export function Home({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  return (
    <Page title={say('web.home.title')}>
      <InWords of="home">
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
  const payments = usePayments(payslips.data?.items);
  const missions = useQuery({
    queryKey: ['missions'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions', { query: { limit: 50 }, signal }),
  });
  const grants = useQuery({
    queryKey: ['grants'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/grants', { query: { limit: 200 }, signal }),
  });
  const expenses = useQuery({
    queryKey: ['expenses'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/expenses', { query: { limit: 50 }, signal }),
  });
  const today = useToday();
  const notifications = useNotifications(session);
  const contracts = useContracts();
  const activities = useActivities();
  const budget = useBudget(activities.data?.find(({ kind }) => kind === 'personal')?.id);
  const all = [payslips, missions, grants, expenses, today, notifications, contracts, activities];
  if (all.some(({ isPending }) => isPending) || payments.isLoading || budget.isLoading)
    return <p role="status">{say('web.loading')}</p>;
  const unread = notifications.data?.items.filter(({ readAt }) => readAt === null) ?? [];
  // Whether nothing waits is not known while one of them could not be asked.
  const unknown = [contracts, missions, activities, grants, expenses].find(({ isError }) => isError);
  return (
    <>
      <section className="card" aria-label={say('home.payment')}>
        <h2>{say('home.payment')}</h2>
        <Loaded query={payslips}>
          {() => <Loaded query={payments}>{(told) => <NextPayment payments={told} />}</Loaded>}
        </Loaded>
      </section>
      {unknown ? (
        <Trouble problem={unknown.error} retry={() => void unknown.refetch()} />
      ) : (
        <TodoList
          todos={todosOf({
            member: memberOf(session),
            today: today.data ?? '',
            contracts: contracts.data!.items,
            missions: missions.data!.items,
            activities: activities.data!,
            grants: grants.data!.items,
            expenses: expenses.data!.items,
          })}
        />
      )}
      {unread.length > 0 && <New unread={unread} />}
      <section className="fields" aria-label={say('home.underWay')}>
        <div className="row apart">
          <h2>{say('home.underWay')}</h2>
          <Link to="/missions/new">{say('web.mission.begin')}</Link>
        </div>
        <Loaded query={missions}>
          {({ items }) => {
            const open = items.filter(({ state }) => isUnderWay(state));
            return open.length === 0 ? <Empty>{say('home.nothing')}</Empty> : <MissionList items={open} />;
          }}
        </Loaded>
      </section>
      {budget.data && <BudgetInShort budget={budget.data} />}
    </>
  );
}

/** What she has not read yet, as much as fits above what is under way. */
function New({ unread }: { readonly unread: readonly Notification[] }): JSX.Element {
  const { say } = useTexts();
  return (
    <section className="fields" aria-label={say('home.news.title')}>
      <h2>{say('home.news.answer', { count: unread.length })}</h2>
      <NotificationList items={unread.slice(0, 3)} />
      <p>
        <Link to="/notifications">{say('home.news.all')}</Link>
      </p>
    </section>
  );
}
