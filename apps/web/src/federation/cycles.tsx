import { type JSX, type ReactNode, Suspense, lazy } from 'react';
import { Link } from 'react-router';
import { askFederation } from '../api/federation.js';
import type { Amount } from '../app/amount.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { State } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { Freshness, useLive } from './live.js';
import { useStateName } from './state-name.js';

const CyclesCharts = lazy(async () => ({ default: (await import('./cycles-charts.js')).CyclesCharts }));

/** "Can we close?" Every cycle that a node has reported; none is ever taken away. */
export function Cycles(): JSX.Element {
  const { say, day } = useTexts();
  const named = useStateName();
  const cycles = useLive('cycles', (signal) => askFederation('get', '/api/v1/cycles', { signal }));
  const on = (date: string | null): ReactNode => (date === null ? '–' : day(date));
  const running = (cycles.data?.items ?? []).filter(({ isEnded }) => !isEnded).map(({ id }) => id.replace('cyc_', ''));
  const answer =
    running.length === 0
      ? say(cycles.data?.items.length === 0 ? 'federation.cycles.none' : 'federation.cycles.allEnded')
      : say('federation.cycles.running', { count: running.length, ids: running.join(', ') });
  return (
    <Page title={say('web.rooms.cycles')} answer={cycles.data && answer}>
      <Loaded query={cycles}>
        {({ items }) =>
          items.length > 0 && (
            <>
              <Suspense fallback={<div className="card series" />}>
                <CyclesCharts cycles={items} />
              </Suspense>
              <Table
                hasHeading
                name="cycles"
                caption={say('web.rooms.cycles')}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    name: say('web.rooms.cycles'),
                    of: 'id',
                    show: ({ id }) => (
                      <Link className="amount" to={`/federation/cycles/${id}`}>
                        {id.replace('cyc_', '')}
                      </Link>
                    ),
                  },
                  {
                    name: say('federation.state'),
                    of: 'state',
                    show: ({ state, isEnded }) => <State tone={isEnded ? 'ok' : 'info'}>{named(state)}</State>,
                  },
                  { name: say('federation.cycles.cutOff'), of: 'cutOff', show: ({ cutOff }) => on(cutOff) },
                  {
                    name: say('federation.cycles.gross'),
                    of: 'gross',
                    show: ({ gross }) => <Sums of={gross} />,
                    isAmount: true,
                  },
                  {
                    name: say('federation.cycles.net'),
                    of: 'net',
                    show: ({ net }) => <Sums of={net} />,
                    isAmount: true,
                  },
                  { name: say('federation.cycles.payment'), of: 'payment', show: ({ payment }) => on(payment) },
                  { name: say('federation.cycles.graceEnd'), of: 'graceEnd', show: ({ graceEnd }) => on(graceEnd) },
                  { name: say('federation.signedBy'), of: 'signedBy', show: ({ signedBy }) => signedBy.join(', ') },
                ]}
              />
            </>
          )
        }
      </Loaded>
      <Freshness of={cycles} />
    </Page>
  );
}

/** One sum a currency, each on its line. */
function Sums({ of }: { readonly of: readonly Amount[] }): JSX.Element {
  const { money } = useTexts();
  if (of.length === 0) return <>–</>;
  return (
    <>
      {of.map((sum) => (
        <span key={sum.currency} className="block">
          {money(sum)}
        </span>
      ))}
    </>
  );
}
