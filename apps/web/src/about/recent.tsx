import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Table } from '../parts/table/table.js';
import { routeOf } from '../trail/entry.js';

const shownAtMost = 10;

/** That somebody signed in is not what is looked for here. */
const isAdministrative = ({ roles, name, act }: NodeBody<'TrailEntryBody'>): boolean =>
  name === 'command line' || (roles.includes('sysadmin') && !act.includes('/session'));

/** What administrators changed last, here or with a command. */
export function Recent(): JSX.Element {
  const { say, moment } = useTexts();
  const recent = useQuery({
    queryKey: ['trail', 'changes'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/trail', { query: { only: 'changes', limit: 200 }, signal }),
  });
  return (
    <section className="fields" aria-label={say('about.system.recent')}>
      <Loaded query={recent}>
        {({ items }) => {
          const rows = items.filter(isAdministrative).slice(0, shownAtMost);
          if (rows.length === 0) return <Empty>{say('about.system.noneYet')}</Empty>;
          return (
            <Table
              name="recent"
              caption={say('about.system.recent')}
              rows={rows}
              keyOf={({ at, act, traceId }) => `${at} ${act} ${traceId ?? ''}`}
              columns={[
                { name: say('about.system.when'), of: 'at', show: ({ at }) => moment(at) },
                { name: say('about.system.who'), of: 'name', show: ({ name }) => name },
                {
                  name: say('about.system.what'),
                  of: ['act', ({ act }) => routeOf(act)],
                  show: ({ act }) => <code>{routeOf(act)}</code>,
                },
              ]}
            />
          );
        }}
      </Loaded>
      <p>
        <Link to="/staff/trail">{say('about.system.trail')}</Link>
      </p>
    </section>
  );
}
