import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import type { Amount } from '../app/amount.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { dotted } from '../parts/dotted.js';
import { State } from '../parts/state.js';
import { Facts } from '../parts/table/table.js';
import { useToday } from '../parts/today.js';
import { toneOf } from '../worker/mission-list.js';
import { ReportWork } from '../worker/report-work.js';
import { ContractDesk } from './contract-desk.js';
import { FormalitiesDesk } from './formalities-desk.js';
import { mayAmend } from './mission-amend.js';
import { useNodeName } from './node-name.js';

type Mission = NodeBody<'MissionDetailBody'>;

interface Terms {
  readonly work: string;
  readonly worker: { readonly name: string; readonly role: string };
  readonly client: { readonly name: string; readonly country: string };
  readonly place: { readonly country: string; readonly town: string };
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly price: Amount;
  readonly home: string;
  readonly host: string;
}

const termsOf = ({ terms }: Mission): Terms => terms as unknown as Terms;

/** Nothing is asked any more of what does not take place. */
const overStates: readonly Mission['state'][] = ['refused', 'cancelled'];

/** Contracts are for her adviser and for payroll. */
const mayRead = ({ roles }: Session): boolean => roles.includes('adviser') || roles.includes('payroll');

/** "May this mission go on?" Its terms, what the law asks of it, and what this branch can say to it. */
export function MissionDesk({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const { id = '' } = useParams();
  const mission = useQuery({
    queryKey: ['missions', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions/{id}', { path: { id }, signal }),
  });
  const isAdviser = session.roles.includes('adviser');
  return (
    <Page title={mission.data ? termsOf(mission.data).work : say('web.mission.title')}>
      <Loaded query={mission}>
        {(data) => (
          <>
            <Agreed mission={data} />
            {isAdviser && <Decide mission={data} />}
            {data.role !== 'host' && !overStates.includes(data.state) && <Verdict id={id} />}
            {data.role !== 'host' && mayRead(session) && <ContractDesk mission={data} />}
            {!overStates.includes(data.state) && <FormalitiesDesk id={id} roles={session.roles} />}
            <History mission={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Agreed({ mission }: { readonly mission: Mission }): JSX.Element {
  const named = useNodeName();
  const { say, days, money, country } = useTexts();
  const terms = termsOf(mission);
  return (
    <section className="card" aria-label={say('own.mission.summary')}>
      <div className="row apart">
        <h2>{mission.reference}</h2>
        <State tone={toneOf(mission.state)}>{say(`mission.state.${mission.state}`)}</State>
      </div>
      <Facts
        of={[
          [say('desk.mission.worker'), `${terms.worker.name}, ${terms.worker.role}`],
          [say('desk.mission.client'), `${terms.client.name} (${country(terms.client.country)})`],
          [say('desk.mission.place'), `${terms.place.town} (${country(terms.place.country)})`],
          [
            say('desk.mission.days'),
            `${days(terms.first, terms.last)} (${say('mission.days', { count: terms.days })})`,
          ],
          [say('desk.mission.branches'), `${named(terms.home)} → ${named(terms.host)}`],
          [say('payslip.price'), money(terms.price)],
          [say('desk.mission.hostPart'), money(mission.hostIncome)],
          [say('desk.mission.homePart'), money(mission.homeIncome)],
        ]}
      />
      {mission.reason !== null && <p className="notice attention">{mission.reason}</p>}
    </section>
  );
}

/** What can be said now, and by whom. */
function Decide({ mission }: { readonly mission: Mission }): JSX.Element | null {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { data: today } = useToday();
  const { id, state, role } = mission;
  const path = { id };
  const on = `/api/v1/missions/${id}`;
  const done = (): void => void navigate('/staff/inbox');
  const isOurs = state === 'branch_check' && role !== 'host';
  const isOffered = state === 'offered' && role === 'host';
  const isAsked = state === 'client_confirmation';
  const isOver = state === 'active' && role !== 'host' && today !== undefined && termsOf(mission).last <= today;
  const isAmendable = mayAmend(mission);
  if (!isOurs && !isOffered && !isAsked && !isOver && !isAmendable) return null;
  return (
    <section className="card acts" aria-label={say('desk.mission.decide')}>
      <h2>{say('desk.mission.decide')}</h2>
      {isOurs && (
        <Act
          isMain
          name={say('desk.mission.approve')}
          on={on}
          act={(once, _, seen) => askNode('post', '/api/v1/missions/{id}/approve', { path, once, seen })}
          onDone={done}
        />
      )}
      {isOffered && (
        <Act
          isMain
          name={say('desk.mission.accept')}
          on={on}
          act={(once, _, seen) => askNode('post', '/api/v1/missions/{id}/accept', { path, once, seen })}
          onDone={done}
        />
      )}
      {isOurs && (
        <Act
          name={say('desk.mission.askChanges')}
          asks={say('desk.mission.changes')}
          on={on}
          act={(once, reason, seen) =>
            askNode('post', '/api/v1/missions/{id}/ask-changes', { path, once, seen, body: { reason } })
          }
          onDone={done}
        />
      )}
      {isOver && (
        <ReportWork
          mission={id}
          agreed={termsOf(mission).days}
          words={{
            days: say('desk.mission.daysDone'),
            report: (count) => say('desk.mission.complete', { count }),
            effect: say('desk.mission.completeEffect'),
          }}
          onDone={done}
        />
      )}
      {isAmendable && (
        <div>
          <Link
            className={state === 'changes_requested' ? 'button' : 'button quiet'}
            to={`/staff/missions/${id}/amend`}
          >
            {say('desk.amend.open')}
          </Link>
        </div>
      )}
      {(isOurs || isOffered) && (
        <Act
          name={say('desk.mission.refuse')}
          asks={say('desk.mission.reason')}
          on={on}
          act={(once, reason, seen) =>
            askNode('post', '/api/v1/missions/{id}/refuse', { path, once, seen, body: { reason } })
          }
          onDone={done}
        />
      )}
      {isAsked && (
        <Act
          name={say('desk.mission.callOff')}
          asks={say('desk.mission.reason')}
          on={on}
          act={(once, reason, seen) =>
            askNode('post', '/api/v1/missions/{id}/cancel', { path, once, seen, body: { reason } })
          }
          onDone={done}
        />
      )}
    </section>
  );
}

function Verdict({ id }: { readonly id: string }): JSX.Element | null {
  const { say, words, money } = useTexts();
  const verdict = useQuery({
    queryKey: ['missions', id, 'guarantee'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions/{id}/guarantee', { path: { id }, signal }),
    retry: false,
  });
  const estimate = useQuery({
    queryKey: ['missions', id, 'estimate'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions/{id}/estimate', { path: { id }, signal }),
    retry: false,
  });
  if (!verdict.data) return null;
  return (
    <section className="card" aria-label={say('web.rooms.fund')}>
      <div className="row apart">
        <strong data-testid="guarantee-verdict" data-verdict={verdict.data.verdict}>
          {say(`guarantee.${verdict.data.verdict}`)}
        </strong>
        {estimate.data && (
          <span>
            {say('payslip.net')} <span className="amount">{money(estimate.data.net)}</span>
          </span>
        )}
      </div>
      {estimate.isError && <p className="error">{estimate.error.message}</p>}
      <ul className="small">
        {verdict.data.reasons.map(({ code, words: reason }) => (
          <li key={code}>{reason[words]}</li>
        ))}
      </ul>
    </section>
  );
}

function History({ mission: { history } }: { readonly mission: Mission }): JSX.Element {
  const { say, moment } = useTexts();
  const named = useNodeName();
  const whoOf = (who: string): string =>
    who === 'client' ? say('desk.mission.client') : who.startsWith('node:') ? named(who.slice('node:'.length)) : who;
  return (
    <details className="card">
      <summary>{say('desk.mission.history')}</summary>
      <ul className="small">
        {history.map(({ at, who, what, text }) => (
          <li key={`${at} ${what}`}>
            {dotted(moment(at), whoOf(who), say(`desk.mission.acts.${what as 'submit'}`), text)}
          </li>
        ))}
      </ul>
    </details>
  );
}
