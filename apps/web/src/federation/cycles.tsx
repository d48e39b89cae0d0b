import type { JSX } from 'react';
import { Link } from 'react-router';
import { askFederation } from '../api/federation.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { State } from '../parts/state.js';
import { Table } from '../parts/table.js';
import { Freshness, useLive } from './live.js';
import { useStateName } from './state-name.js';

/** "Can we close?" Every cycle that a node has reported; none is ever taken away. */
export function Cycles(): JSX.Element {
  const { say, day } = useTexts();
  const named = useStateName();
  const cycles = useLive('cycles', (signal) => askFederation('get', '/api/v1/cycles', { signal }));
  const on = (date: string | null): string => (date === null ? '–' : day(date));
  return (
    <Page title={say('web.rooms.cycles')}>
      <Loaded query={cycles}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say('federation.cycles.none')}</Empty>
          ) : (
            <Table
              hasHeading
              caption={say('web.rooms.cycles')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: say('web.rooms.cycles'),
                  show: ({ id }) => <Link to={`/federation/cycles/${id}`}>{id.replace('cyc_', '')}</Link>,
                },
                {
                  name: say('federation.state'),
                  show: ({ state, isEnded }) => <State tone={isEnded ? 'ok' : 'info'}>{named(state)}</State>,
                },
                { name: say('federation.cycles.cutOff'), show: ({ cutOff }) => on(cutOff) },
                { name: say('federation.cycles.payment'), show: ({ payment }) => on(payment) },
                { name: say('federation.cycles.graceEnd'), show: ({ graceEnd }) => on(graceEnd) },
                { name: say('federation.signedBy'), show: ({ signedBy }) => signedBy.join(', ') },
              ]}
            />
          )
        }
      </Loaded>
      <Freshness of={cycles} />
    </Page>
  );
}
