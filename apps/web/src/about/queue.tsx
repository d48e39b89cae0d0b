import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Table } from '../parts/table/table.js';

/** What is said to other nodes and not confirmed yet, and what of theirs could not be worked on. */
export function Queue(): JSX.Element {
  const { say, moment } = useTexts();
  const links = useQuery({
    queryKey: ['links'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/peers', { signal }),
  });
  const stuck = useQuery({
    queryKey: ['stuck'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/stuck', { signal }),
  });
  const count = stuck.data?.length ?? 0;
  return (
    <section className="fields" aria-label={say('about.system.queue')}>
      <Loaded query={links}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="card soft">{say('about.system.alone')}</p>
          ) : (
            <Table
              name="queue"
              caption={say('about.system.queue')}
              rows={items}
              keyOf={({ peer }) => peer}
              columns={[
                { name: say('about.system.node'), of: 'peer', show: ({ peer }) => peer },
                { name: say('about.system.waiting'), of: 'queue', show: ({ queue }) => String(queue), isAmount: true },
                {
                  name: say('about.system.oldest'),
                  of: 'oldestWaitingAt',
                  show: ({ oldestWaitingAt }) => (oldestWaitingAt === null ? '–' : moment(oldestWaitingAt)),
                },
              ]}
            />
          )
        }
      </Loaded>
      {count > 0 && <p className="notice problem">{say('about.system.stuck', { count })}</p>}
    </section>
  );
}
