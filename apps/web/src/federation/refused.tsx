import type { JSX } from 'react';
import { askFederation } from '../api/federation.js';
import { Empty, Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { refusalKind } from '../parts/refusal-kind.js';
import { Table } from '../parts/table/table.js';
import { useLive } from './live.js';

/** What was not believed, here or at a node by its own word: why, from whom, how often. */
export function Refused(): JSX.Element {
  const { say, moment } = useTexts();
  const refused = useLive('links', (signal) => askFederation('get', '/api/v1/refusals', { signal }), 'refused');
  return (
    <Loaded query={refused}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say('refusal.nothing')}</Empty>
        ) : (
          <Table
            name="refusals"
            caption={say('refusal.caption')}
            rows={items.map((item, at) => ({ ...item, key: `${at} ${item.at}` }))}
            keyOf={({ key }) => key}
            columns={[
              { name: say('refusal.when'), of: 'at', show: ({ at }) => moment(at) },
              {
                name: say('refusal.why'),
                of: 'reason',
                show: ({ reason }) => (
                  <>
                    {say(`refusal.kinds.${refusalKind(reason)}`)} <code>{reason}</code>
                  </>
                ),
              },
              { name: say('refusal.from'), of: 'from', show: ({ from }) => from ?? '–' },
              { name: say('refusal.by'), of: 'signedBy', show: ({ signedBy }) => signedBy.join(', ') },
              { name: say('refusal.count'), of: 'count', show: ({ count }) => String(count), isAmount: true },
            ]}
          />
        )
      }
    </Loaded>
  );
}
