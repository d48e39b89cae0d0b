import type { JSX } from 'react';
import { askFederation } from '../api/federation.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Table } from '../parts/table/table.js';
import { useLive } from './live.js';

/** What the members have put into the federation's guarantee fund, and what of it defaults have used. */
export function Stakes(): JSX.Element {
  const { say, money } = useTexts();
  const fund = useLive('fund', (signal) => askFederation('get', '/api/v1/fund', { signal }));
  return (
    <Loaded query={fund}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Table
            name="stakes"
            caption={say('federation.fund.caption')}
            rows={items}
            keyOf={({ node, stake }) => `${node} ${stake.currency}`}
            columns={[
              { name: say('federation.nodes.name'), of: 'node', show: ({ node }) => node },
              { name: say('federation.fund.stake'), of: 'stake', show: ({ stake }) => money(stake), isAmount: true },
              { name: say('federation.fund.used'), of: 'used', show: ({ used }) => money(used), isAmount: true },
              { name: say('federation.signedBy'), of: 'signedBy', show: ({ signedBy }) => signedBy.join(', ') },
            ]}
          />
        )
      }
    </Loaded>
  );
}
