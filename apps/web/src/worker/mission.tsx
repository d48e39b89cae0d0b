import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { InWords, useTexts } from '../app/texts.js';
import { State } from '../parts/state.js';
import { MissionContract } from './contract.js';
import { CallOff, WorkDone } from './mission-end.js';
import { MissionFormalities } from './mission-formalities.js';
import { type Terms, toneOf } from './mission-list.js';
import { SetAside } from './set-aside.js';

type Step = NodeBody<'TimelineStepBody'>;

/** "Where is it, what next?" One sentence, then every step with its date and its owner. */
export function Mission({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const { id = '' } = useParams();
  const mission = useQuery({
    queryKey: ['missions', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions/{id}', { path: { id }, signal }),
  });
  const timeline = useQuery({
    queryKey: ['missions', id, 'timeline'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions/{id}/timeline', { path: { id }, signal }),
  });
  const work = mission.data && (mission.data.terms as unknown as Terms).work;
  const end = mission.data && endOf(mission.data, session);
  return (
    <InWords of="own">
      <Page
        title={work ?? say('web.mission.title')}
        answer={mission.data && timeline.data && <NextSentence steps={timeline.data.items} end={end} />}
      >
        <Loaded query={mission}>{(data) => <Summary mission={data} />}</Loaded>
        {mission.data && session.roles.includes('worker') && (
          <InWords of="mine">
            <WorkDone mission={mission.data} />
          </InWords>
        )}
        <Loaded query={timeline}>{({ items }) => <Timeline steps={items} end={end} />}</Loaded>
        {mission.data && session.roles.includes('worker') && (
          <InWords of="mine">
            <MissionContract mission={id} />
            {!end && <MissionFormalities mission={mission.data} />}
            <SetAside mission={mission.data} />
            <CallOff mission={mission.data} />
          </InWords>
        )}
      </Page>
    </InWords>
  );
}

/** How a mission ended that does not take place. */
interface End {
  readonly state: 'refused' | 'cancelled';
  readonly at: string;
  readonly owner: 'worker' | 'home' | 'host' | 'client';
}

function endOf({ state, history }: NodeBody<'MissionDetailBody'>, { email }: Session): End | undefined {
  if (state !== 'refused' && state !== 'cancelled') return undefined;
  const last = history.findLast(({ what }) => what === 'refuse' || what === 'cancel');
  if (!last) return undefined;
  const { at, who } = last;
  if (who === 'client') return { state, at, owner: 'client' };
  if (who.startsWith('node:')) return { state, at, owner: 'host' };
  return { state, at, owner: who === email ? 'worker' : 'home' };
}

interface StepsProps {
  readonly steps: readonly Step[];
  readonly end: End | undefined;
}

function NextSentence({ steps, end }: StepsProps): JSX.Element {
  const { say, day } = useTexts();
  const next = steps.find(({ state }) => state === 'current');
  const text = next
    ? say(next.expected === null ? 'own.mission.next' : 'own.mission.nextBy', {
        step: say(`own.mission.step.${next.step}`),
        owner: say(`own.mission.owner.${next.owner}`),
        day: next.expected === null ? '' : day(next.expected),
      })
    : say('own.mission.nothingNext');
  return <span data-testid="next-sentence">{end ? say('own.mission.over') : text}</span>;
}

function Summary({ mission }: { readonly mission: NodeBody<'MissionDetailBody'> }): JSX.Element {
  const { say, days, money, country } = useTexts();
  const terms = mission.terms as unknown as Terms;
  return (
    <section className="card" aria-label={say('own.mission.summary')}>
      <div className="row apart">
        <span>
          {mission.reference} · {terms.client.name}
        </span>
        <State tone={toneOf(mission.state)}>{say(`mission.state.${mission.state}`)}</State>
      </div>
      <div className="row apart">
        <span>
          {terms.place.town}, {country(terms.place.country)} · {days(terms.first, terms.last)} (
          {say('mission.days', { count: terms.days })})
        </span>
        <strong className="amount">{money(terms.price)}</strong>
      </div>
      {mission.reason !== null && <p className="notice problem">{mission.reason}</p>}
      <p className="row">
        {mission.possible.includes('submit') && (
          <Link className="button" to={`/missions/${mission.id}/change`}>
            {say('own.mission.change')}
          </Link>
        )}
        <Link to={`/missions/new?repeat=${mission.id}`}>{say('own.mission.repeat')}</Link>
      </p>
    </section>
  );
}

/** Of a mission that ended, what had been done and then its end: the other steps never come. */
function Timeline({ steps, end }: StepsProps): JSX.Element {
  const { say, day } = useTexts();
  const shown = end ? steps.filter(({ state }) => state === 'done') : steps;
  return (
    <section className="card" aria-label={say('own.mission.timeline')}>
      <h2>{say('own.mission.timeline')}</h2>
      <ol className="line" data-testid="mission-timeline">
        {shown.map(({ step, state, date, expected, owner, moved }) => (
          <li
            key={step}
            data-testid="timeline-step"
            data-state={state}
            data-date={date ?? undefined}
            data-expected={expected ?? undefined}
            data-owner={owner}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <h3>{say(`own.mission.step.${step}`)}</h3>
            <p className="small soft">
              {say(`own.mission.owner.${owner}`)}
              {date !== null && <> · {day(date)}</>}
              {date === null && moved && (
                <>
                  {' · '}
                  <s>{day(moved.from)}</s>
                </>
              )}
              {date === null && expected !== null && <> · {say('own.mission.expected', { day: day(expected) })}</>}
              {date === null && moved?.because && ` · ${moved.because}`}
            </p>
          </li>
        ))}
        {end && (
          <li data-testid="timeline-step" data-state="ended" data-date={end.at.slice(0, 10)} data-owner={end.owner}>
            <h3>{say(`mission.state.${end.state}`)}</h3>
            <p className="small soft">
              {say(`own.mission.owner.${end.owner}`)} · {day(end.at)}
            </p>
          </li>
        )}
      </ol>
    </section>
  );
}
