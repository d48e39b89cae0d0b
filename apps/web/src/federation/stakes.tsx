import type { JSX } from 'react';
import { askFederation } from '../api/federation.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Table } from '../parts/table.js';
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
            caption={say('federation.fund.caption')}
            rows={items}
            keyOf={({ node, stake }) => `${node} ${stake.currency}`}
            columns={[
              { name: say('federation.nodes.name'), show: ({ node }) => node },
              { name: say('federation.fund.stake'), show: ({ stake }) => money(stake), isAmount: true },
              { name: say('federation.fund.used'), show: ({ used }) => money(used), isAmount: true },
              { name: say('federation.signedBy'), show: ({ signedBy }) => signedBy.join(', ') },
            ]}
          />
        )
      }
    </Loaded>
  );
}
