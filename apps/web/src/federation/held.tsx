import type { JSX } from 'react';
import { askFederation } from '../api/federation.js';
import { Empty, Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Table } from '../parts/table/table.js';
import { useLive } from './live.js';

/** Debts that one of the two holds back, and whose people can end that. */
export function Held(): JSX.Element {
  const { say, day, money } = useTexts();
  const held = useLive('disputes', (signal) => askFederation('get', '/api/v1/disputes', { signal }));
  return (
    <Loaded query={held}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say('federation.held.nothing')}</Empty>
        ) : (
          <Table
            name="held"
            caption={say('federation.held.caption')}
            rows={items}
            keyOf={({ obligation }) => obligation}
            columns={[
              {
                name: say('federation.ageing.who'),
                of: ['debt', ({ debtor, creditor }) => `${debtor} → ${creditor}`],
                show: ({ debtor, creditor }) => `${debtor} → ${creditor}`,
              },
              {
                name: say('federation.held.amount'),
                of: 'amount',
                show: ({ amount }) => money(amount),
                isAmount: true,
              },
              { name: say('federation.held.due'), of: 'due', show: ({ due }) => day(due) },
              { name: say('federation.held.by'), of: 'heldBySides', show: ({ heldBySides }) => heldBySides.join(', ') },
              {
                name: say('federation.held.whoCanAct'),
                of: 'whoCanAct',
                show: ({ whoCanAct }) => whoCanAct.join(', '),
              },
              {
                name: say('federation.held.debt'),
                of: 'obligation',
                show: ({ obligation }) => <code>{obligation}</code>,
              },
              { name: say('federation.signedBy'), of: 'signedBy', show: ({ signedBy }) => signedBy.join(', ') },
            ]}
          />
        )
      }
    </Loaded>
  );
}
