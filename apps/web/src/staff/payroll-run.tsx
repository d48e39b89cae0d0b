import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { State, type Tone } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { type Run, type ShownStep, isWorked, madeIn, secondsLeft, stepsOf } from './run-steps.js';

type Item = NodeBody<'RunItemBody'>;

const tones: Readonly<Record<ShownStep['state'], Tone>> = { done: 'ok', current: 'info', ahead: 'neutral' };

interface RunProps {
  readonly run: Run;
  readonly session: Session;
}

/** One run: how far it is, what failed and why, what is unusual, and what this person may do with it. */
export function RunCard({ run, session }: RunProps): JSX.Element {
  const { say, money, moment } = useTexts();
  const [collected] = run.steps;
  const withdrawn = run.steps.find(({ act }) => act === 'withdrawn');
  return (
    <section className="card fields" data-testid="payroll-run" data-state={run.state} data-id={run.id}>
      <div className="row apart">
        <h2>{say('desk.run.count', { count: madeIn(run) + run.items.left + run.items.failed + run.items.dropped })}</h2>
        <strong className="amount">{money(run.total)}</strong>
      </div>
      {collected && (
        <p className="small soft">
          {say('desk.run.collectedBy', { who: collected.by ?? '', when: moment(collected.at) })}
        </p>
      )}
      {withdrawn ? (
        <p className="notice">
          {say('desk.run.withdrawn', { who: withdrawn.by ?? '', reason: withdrawn.reason ?? '' })}
        </p>
      ) : (
        <>
          <Steps run={run} />
          <Progress run={run} />
          <Failures run={run} />
          <Unusual run={run} />
          {maySee(session) && <Decisions listed={run} session={session} />}
        </>
      )}
    </section>
  );
}

function Steps({ run }: { readonly run: Run }): JSX.Element {
  const { say } = useTexts();
  return (
    <ol className="plain steps">
      {stepsOf(run).map(({ name, state, count }) => (
        <li key={name} data-testid="run-step" data-step={name} data-state={state}>
          <State tone={tones[state]}>
            {say(`desk.run.steps.${name}`)}
            {count !== null && ` ${count}/${madeIn(run)}`}
          </State>
        </li>
      ))}
    </ol>
  );
}

/** Done, failed and left, as the node counts them: the same after a reload, and while another program takes over. */
function Progress({ run }: { readonly run: Run }): JSX.Element {
  const { say } = useTexts();
  const { items, state } = run;
  const [done, left] = state === 'publishing' ? [items.published, items.done] : [madeIn(run), items.left];
  const total = done + left + items.failed;
  const [first] = useState(() => ({ atMs: performance.now(), left }));
  const seconds = isWorked(run) ? secondsLeft(first, { atMs: performance.now(), left }) : null;
  return (
    <div data-testid="run-progress" data-done={done} data-failed={items.failed} data-total={total}>
      <progress max={total} value={done} aria-label={say('desk.run.progress')} />
      <p className="small" role="status">
        {say('desk.run.counts', { done, failed: items.failed, left })}
        {seconds !== null && ` ${say('desk.run.timeLeft', { seconds })}`}
      </p>
    </div>
  );
}

const useItems = (run: Run, query: { readonly state?: 'failed'; readonly unusual?: true }, enabled: boolean) =>
  useQuery({
    queryKey: ['payroll-runs', run.id, query, run.items],
    queryFn: ({ signal }) =>
      askNode('get', '/api/v1/payroll-runs/{id}/items', {
        path: { id: run.id },
        query: { ...query, limit: 200 },
        signal,
      }),
    placeholderData: (before) => before,
    enabled,
  });

function Failures({ run }: { readonly run: Run }): JSX.Element | null {
  const { say } = useTexts();
  const failed = useItems(run, { state: 'failed' }, run.items.failed > 0);
  if (run.items.failed === 0) return null;
  return (
    <Loaded query={failed}>
      {({ items }) => (
        <ul className="plain fields">
          {items.map(({ number, name, member, mission, reference, failure }) => (
            <li key={number} className="notice problem" data-testid="run-failure">
              <strong>
                {name} · {reference}
              </strong>
              <p>{failure?.detail}</p>
              <p>{failure?.remedy}</p>
              <p className="row small">
                <Link to={`/staff/people/${member}`}>{say('desk.run.toPerson')}</Link>
                {mission !== null && <Link to={`/staff/missions/${mission}`}>{say('desk.run.toMission')}</Link>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function Unusual({ run }: { readonly run: Run }): JSX.Element | null {
  const { say, money } = useTexts();
  const unusual = useItems(run, { unusual: true }, run.unusual > 0);
  if (run.unusual === 0) return null;
  const why = ({ findings }: Item): string =>
    findings.map(({ kind, country = '' }) => say(`desk.run.findings.${kind}`, { country })).join('; ');
  return (
    <Loaded query={unusual}>
      {({ items }) => (
        <Table
          name="unusual"
          caption={say('desk.run.unusual', { count: run.unusual })}
          rows={items}
          keyOf={({ number }) => String(number)}
          columns={[
            { name: say('desk.mission.worker'), of: 'name', show: ({ name }) => name },
            {
              name: say('desk.mission.reference'),
              of: 'reference',
              show: ({ payslip, reference }) => <Link to={`/payslips/${payslip ?? ''}`}>{reference}</Link>,
            },
            {
              name: say('desk.run.why'),
              of: ['findings', ({ findings }) => findings.map(({ kind }) => kind)],
              show: why,
            },
            { name: say('desk.amount'), of: 'net', show: ({ net }) => net && money(net), isAmount: true },
          ]}
        />
      )}
    </Loaded>
  );
}

const maySee = ({ roles }: Session): boolean => roles.includes('payroll') || roles.includes('finance');

interface DecisionsProps {
  readonly listed: Run;
  readonly session: Session;
}

/** What may be done with it rests on the run as it was read by itself, whenever the list shows that it moved. */
function Decisions({ listed: { id, steps, items }, session }: DecisionsProps): JSX.Element {
  const run = useQuery({
    queryKey: ['payroll-runs', id, 'decided', steps, items],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payroll-runs/{id}', { path: { id }, signal }),
    placeholderData: (before) => before,
  });
  return <Loaded query={run}>{(seen) => <Decide run={seen} session={session} />}</Loaded>;
}

function Decide({ run, session: { roles, email } }: RunProps): JSX.Element | null {
  const { say, money } = useTexts();
  const navigate = useNavigate();
  const toDone = (): void => void navigate(`/staff/payroll/${run.period}/${run.id}/done`);
  const path = { id: run.id };
  const on = `/api/v1/payroll-runs/${run.id}`;
  const isPreparer = run.steps.some(({ act, by }) => (act === 'collected' || act === 'retried') && by === email);
  if (run.state === 'approved')
    return (
      <Act
        isMain
        name={say('desk.run.publish', { count: run.items.done })}
        on={on}
        act={(once, _, seen) => askNode('post', '/api/v1/payroll-runs/{id}/publish', { path, once, seen })}
        onDone={toDone}
      />
    );
  if (run.state !== 'checking') return null;
  return (
    <>
      {run.items.failed > 0 && roles.includes('payroll') && (
        <Act
          name={say('desk.run.retry', { count: run.items.failed })}
          on={on}
          act={(once, _, seen) => askNode('post', '/api/v1/payroll-runs/{id}/retry', { path, once, seen })}
        />
      )}
      {isPreparer && <p className="notice">{say('desk.run.another')}</p>}
      {!isPreparer && run.items.done > 0 && (
        <Act
          isMain
          name={say('desk.run.approve', { count: run.items.done, total: money(run.total) })}
          on={on}
          act={(once, _, seen) => {
            const body = { payslips: run.items.done, total: run.total };
            return askNode('post', '/api/v1/payroll-runs/{id}/approve', { path, body, once, seen });
          }}
          onDone={toDone}
        />
      )}
      <Act
        name={say('desk.run.withdraw')}
        asks={say('desk.run.reason')}
        on={on}
        act={(once, reason, seen) =>
          askNode('post', '/api/v1/payroll-runs/{id}/withdraw', { path, body: { reason }, once, seen })
        }
      />
    </>
  );
}
