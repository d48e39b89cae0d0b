import { localeOf, showMonth } from '@passerelle/i18n';
import type { Month } from '@passerelle/values';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { useIsLive } from '../app/live.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { type Texts, useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { isDay } from '../parts/days.js';
import { RunCard } from './payroll-run.js';
import { type Run, isWorked, madeIn } from './run-steps.js';

type Uncollected = NodeBody<'UncollectedBody'>;

const soonMs = 1_000;
const laterMs = 15_000;

/** The month in which wages fall due today. */
export function PayrollNow(): JSX.Element {
  const waiting = useQuery({
    queryKey: ['payroll-runs', 'waiting', ''],
    queryFn: ({ signal }) => waitingIn('', signal),
  });
  return (
    <Loaded query={waiting}>
      {({ items: [first] }) => (first ? <Navigate to={`/staff/payroll/${first.period}`} replace /> : <NoEntity />)}
    </Loaded>
  );
}

/** "Is everybody paid?" The runs of a month, and what nobody has collected yet. */
export function Payroll({ session }: { readonly session: Session }): JSX.Element {
  const texts = useTexts();
  const { say, words } = texts;
  const name = (month: string): string => showMonth(month as Month, localeOf(words));
  const { period = '' } = useParams();
  const isLive = useIsLive();
  const runs = useQuery({
    queryKey: ['payroll-runs', period],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payroll-runs', { query: { period, limit: 50 }, signal }),
    refetchInterval: ({ state }) => ((state.data?.items ?? []).some(isWorked) ? soonMs : !isLive && laterMs),
    enabled: isMonth(period),
  });
  const waiting = useQuery({
    queryKey: ['payroll-runs', 'waiting', period],
    queryFn: ({ signal }) => waitingIn(period, signal),
    enabled: isMonth(period),
  });
  if (!isMonth(period)) return <Empty>{say('web.trouble.absent')}</Empty>;
  return (
    <Page title={say('desk.run.title', { month: name(period) })} answer={runs.data && answerOf(runs.data.items, texts)}>
      <nav className="row" aria-label={say('desk.run.months')}>
        <Link to={`/staff/payroll/${monthAfter(period, -1)}`}>← {name(monthAfter(period, -1))}</Link>
        <Link to={`/staff/payroll/${monthAfter(period, 1)}`}>{name(monthAfter(period, 1))} →</Link>
      </nav>
      <Loaded query={waiting}>
        {({ items }) => items.map((each) => <ToCollect key={each.entity} waiting={each} session={session} />)}
      </Loaded>
      <Loaded query={runs}>
        {({ items }) => items.map((run) => <RunCard key={run.id} run={run} session={session} />)}
      </Loaded>
    </Page>
  );
}

function ToCollect({
  waiting,
  session,
}: {
  readonly waiting: Uncollected;
  readonly session: Session;
}): JSX.Element | null {
  const { say } = useTexts();
  const { entity, name, period, count } = waiting;
  if (count === 0) return null;
  return (
    <section className="card" aria-label={name}>
      <p>
        <strong>{say('desk.run.waiting', { count })}</strong>
      </p>
      <p className="small soft">{name}</p>
      {session.roles.includes('payroll') && (
        <Act
          isMain
          name={say('desk.run.collect')}
          act={(once) => askNode('post', '/api/v1/payroll-runs', { body: { entity, period }, once })}
        />
      )}
    </section>
  );
}

function NoEntity(): JSX.Element {
  const { say } = useTexts();
  return <Empty>{say('desk.run.noEntity')}</Empty>;
}

function answerOf(runs: readonly Run[], { say }: Texts): string {
  const current = runs.filter(({ state }) => state !== 'withdrawn');
  const sumOf = (of: (run: Run) => number): number => current.reduce((so, run) => so + of(run), 0);
  const failed = sumOf(({ items }) => items.failed);
  const [made, confirmed] = [sumOf(madeIn), sumOf((run) => run.confirmed)];
  if (failed > 0) return say('desk.run.answer.failed', { count: failed });
  if (made === 0) return say('desk.run.answer.none');
  if (confirmed === made) return say('desk.run.answer.paid', { count: made });
  return say('desk.run.answer.partly', { count: made, confirmed });
}

const waitingIn = (period: string, signal: AbortSignal) =>
  askNode('get', '/api/v1/payroll-runs/waiting', { query: period === '' ? {} : { period }, signal });

const isMonth = (text: string): boolean => isDay(`${text}-01`);

/** The month some months later, as the API writes it. */
function monthAfter(period: string, months: number): string {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}
