import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { allOf } from '../api/all.js';
import { askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { State } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { type Mission, isUnderWay, termsOf, toneOf } from './mission-list.js';

/** A worker's own missions, the newest first; all of the branch for its staff, who open them at their desk. */
export function Missions({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const isWorker = session.roles.includes('worker');
  const query = useQuery({
    queryKey: ['missions'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions', { query: { limit: 50 }, signal }),
  });
  const under = query.data?.items.filter(({ state }) => isUnderWay(state)).length ?? 0;
  return (
    <Page title={say('web.missions.title')} answer={under > 0 && say('web.missions.answer', { count: under })}>
      {isWorker && (
        <p>
          <Link className="button" to="/missions/new">
            {say('web.mission.begin')}
          </Link>
        </p>
      )}
      <Loaded query={query}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty>{say('web.missions.none')}</Empty>
          ) : (
            <MissionTable items={items} isPart={nextCursor !== null} at={isWorker ? '/missions' : '/staff/missions'} />
          )
        }
      </Loaded>
    </Page>
  );
}

const allMissions = {
  key: ['missions', 'all'],
  ask: () => allOf((query) => askNode('get', '/api/v1/missions', { query })),
};

interface MissionTableProps {
  readonly items: readonly Mission[];
  /** Older ones are not among them. */
  readonly isPart: boolean;
  /** Where one of them is opened. */
  readonly at: string;
}

function MissionTable({ items, isPart, at }: MissionTableProps): JSX.Element {
  const { say, days, money } = useTexts();
  return (
    <Table
      hasHeading
      name="missions"
      caption={say('web.missions.title')}
      rows={items}
      whole={isPart ? allMissions : undefined}
      keyOf={({ id }) => id}
      columns={[
        {
          name: say('web.mission.title'),
          of: ['work', (mission) => termsOf(mission).work],
          show: (mission) => (
            <>
              <Link to={`${at}/${mission.id}`}>{termsOf(mission).work}</Link>
              <div className="small soft">{mission.reference}</div>
              {mission.reason !== null && <div className="small">{mission.reason}</div>}
            </>
          ),
        },
        {
          name: say('web.table.state'),
          of: 'state',
          show: ({ state }) => <State tone={toneOf(state)}>{say(`mission.state.${state}`)}</State>,
        },
        {
          name: say('web.table.days'),
          of: ['days', (mission) => [termsOf(mission).first, termsOf(mission).last]],
          show: (mission) => <span className="amount">{days(termsOf(mission).first, termsOf(mission).last)}</span>,
        },
        {
          name: say('web.table.client'),
          of: ['client', (mission) => termsOf(mission).client.name],
          show: (mission) => (
            <>
              {termsOf(mission).client.name}
              <div className="small soft">{termsOf(mission).place.town}</div>
            </>
          ),
        },
        {
          name: say('payslip.price'),
          of: ['price', (mission) => termsOf(mission).price],
          show: (mission) => money(termsOf(mission).price),
          isAmount: true,
        },
      ]}
    />
  );
}
