import type { JSX } from 'react';
import { askFederation } from '../api/federation.js';
import { moneyOf } from '../app/amount.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { Table } from '../parts/table/table.js';
import { Held } from './held.js';
import { Freshness, useLive } from './live.js';

const past = ['upTo7', 'upTo30', 'upTo60', 'over60'] as const;
const ages = ['notDue', ...past] as const;

/** "How old are the debts?" */
export function Ageing(): JSX.Element {
  const { say, day, money } = useTexts();
  const ageing = useLive('ageing', (signal) => askFederation('get', '/api/v1/ageing', { signal }));
  const overdue = (ageing.data?.items ?? []).filter((aged) => past.some((age) => !moneyOf(aged[age]).isZero()));
  const [oldest] = overdue.map(({ oldestDue }) => oldestDue).sort();
  const answer =
    oldest === undefined
      ? say('federation.ageing.inTime')
      : say('federation.ageing.overdue', { count: overdue.length, day: day(oldest) });
  return (
    <Page title={say('web.rooms.ageing')} answer={ageing.data && answer}>
      <Loaded query={ageing}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say('federation.positions.nobody')}</Empty>
          ) : (
            <Table
              hasHeading
              name="ageing"
              caption={say('web.rooms.ageing')}
              rows={items}
              keyOf={({ debtor, creditor, notDue }) => `${debtor} ${creditor} ${notDue.currency}`}
              columns={[
                {
                  name: say('federation.ageing.who'),
                  of: ['debt', ({ debtor, creditor }) => `${debtor} → ${creditor}`],
                  show: ({ debtor, creditor }) => `${debtor} → ${creditor}`,
                },
                ...ages.map((age) => ({
                  name: say(`federation.ageing.${age}`),
                  of: age,
                  show: (aged: (typeof items)[number]) => money(aged[age]),
                  isAmount: true,
                })),
                { name: say('federation.ageing.oldest'), of: 'oldestDue', show: ({ oldestDue }) => day(oldestDue) },
                { name: say('federation.signedBy'), of: 'signedBy', show: ({ signedBy }) => signedBy.join(', ') },
              ]}
            />
          )
        }
      </Loaded>
      <Held />
      <Freshness of={ageing} />
    </Page>
  );
}
