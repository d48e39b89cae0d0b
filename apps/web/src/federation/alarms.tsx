import type { JSX } from 'react';
import { type FederationBody, askFederation } from '../api/federation.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { dotted } from '../parts/dotted.js';
import { Fresh } from '../parts/fresh.js';
import { State } from '../parts/state.js';
import { useSteady } from '../parts/steady.js';
import { Freshness, useLive } from './live.js';

type Alarm = FederationBody<'AlarmBody'>;

const weekMs = 7 * 24 * 3600 * 1000;

/** "What should a person look at?" */
export function Alarms(): JSX.Element {
  const { say } = useTexts();
  const alarms = useLive('alarms', (signal) => askFederation('get', '/api/v1/alarms', { signal }));
  const count = alarms.data?.items.filter(({ acknowledged }) => acknowledged === null).length ?? 0;
  return (
    <Page title={say('web.rooms.alarms')} answer={count > 0 && say('federation.alarms.answer', { count })}>
      <Loaded query={alarms}>
        {({ items }) =>
          items.length === 0 ? <Empty>{say('federation.alarms.none')}</Empty> : <Items alarms={items} />
        }
      </Loaded>
      <Freshness of={alarms} />
    </Page>
  );
}

function Items({ alarms }: { readonly alarms: readonly Alarm[] }): JSX.Element {
  const steady = useSteady(alarms, ({ id }) => id);
  return (
    <>
      <Fresh of={steady} />
      <ul className="plain fields">
        {steady.shown.map((alarm) => (
          <Item key={alarm.id} alarm={alarm} />
        ))}
      </ul>
    </>
  );
}

function Item({
  alarm: { id, kind, text, since, owners, acknowledged, about, at },
}: {
  readonly alarm: Alarm;
}): JSX.Element {
  const { say, moment, deadline } = useTexts();
  return (
    <li
      className="card acts"
      data-testid="alarm"
      data-state={acknowledged ? 'acknowledged' : kind}
      data-age={since ?? undefined}
    >
      <State tone={acknowledged ? 'info' : 'problem'}>{about.join(', ')}</State>
      <p>{text}</p>
      <p className="small soft">
        {dotted(
          since !== null && (
            <>
              {say('federation.since')} {moment(since)}
            </>
          ),
          say('federation.alarms.owners', { nodes: owners.join(', ') }),
        )}
      </p>
      {acknowledged ? (
        <p>{say('federation.alarms.taken', { until: deadline(acknowledged.until), reason: acknowledged.reason })}</p>
      ) : (
        <Act
          name={say('federation.alarms.acknowledge')}
          asks={say('federation.alarms.why')}
          act={(_, reason) =>
            askFederation('post', '/api/v1/alarms/{id}/acknowledge', {
              path: { id },
              body: { reason, until: weekAfter(at) },
            })
          }
        />
      )}
    </li>
  );
}

/** By the clock of the reports, which is the federation's. */
const weekAfter = (at: string | null): string =>
  new Date((at === null ? Date.now() : Date.parse(at)) + weekMs).toISOString();
