import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { State, type Tone } from '../parts/state.js';

type Mission = NodeBody<'MissionBody'>;

export const tones: Readonly<Record<string, Tone>> = {
  active: 'info',
  completed: 'ok',
  changes_requested: 'attention',
  refused: 'problem',
  cancelled: 'problem',
};

/** Neither over nor called off. */
export const isUnderWay = (state: string): boolean => !['refused', 'cancelled', 'completed'].includes(state);

export const toneOf = (state: string): Tone => tones[state] ?? 'neutral';

export interface Terms {
  readonly work: string;
  readonly client: { readonly name: string };
  readonly place: { readonly town: string; readonly country: string };
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly price: { readonly amount: string; readonly currency: string };
}

/** A worker's own missions, the newest first; all of the branch for its staff, who open them at their desk. */
export function Missions({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const isWorker = session.roles.includes('worker');
  const query = useQuery({
    queryKey: ['missions'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions', { query: { limit: 50 }, signal }),
  });
  const under = query.data?.items.filter(({ state }) => isUnderWay(state)).length;
  return (
    <Page
      title={say('web.missions.title')}
      answer={under !== undefined && say('web.missions.answer', { count: under })}
    >
      {isWorker && (
        <p>
          <Link className="button" to="/missions/new">
            {say('web.mission.begin')}
          </Link>
        </p>
      )}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say('web.missions.none')}</Empty>
          ) : (
            <MissionList items={items} at={isWorker ? '/missions' : '/staff/missions'} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface MissionListProps {
  readonly items: readonly Mission[];
  /** Where one of them is opened. */
  readonly at?: string;
}

export function MissionList({ items, at = '/missions' }: MissionListProps): JSX.Element {
  const { say, days, money } = useTexts();
  return (
    <ul className="plain fields">
      {items.map((mission) => {
        const terms = mission.terms as unknown as Terms;
        return (
          <li key={mission.id} className="card">
            <div className="row apart">
              <h2>
                <Link to={`${at}/${mission.id}`}>{terms.work}</Link>
              </h2>
              <State tone={toneOf(mission.state)}>{say(`mission.state.${mission.state}`)}</State>
            </div>
            <div className="row apart soft">
              <span>
                {terms.client.name} · {terms.place.town} ·{' '}
                <span className="amount">{days(terms.first, terms.last)}</span>
              </span>
              <span className="amount">{money(terms.price)}</span>
            </div>
            {mission.reason !== null && <p>{mission.reason}</p>}
          </li>
        );
      })}
    </ul>
  );
}
