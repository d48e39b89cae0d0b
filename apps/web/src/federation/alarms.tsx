import { type JSX, useState } from 'react';
import { type FederationBody, askFederation } from '../api/federation.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { SelectField } from '../parts/field.js';
import { dotted } from '../parts/dotted.js';
import { Fresh } from '../parts/fresh.js';
import { State } from '../parts/state.js';
import { useSteady } from '../parts/steady.js';
import { Freshness, useLive } from './live.js';

type Alarm = FederationBody<'AlarmBody'>;
type Acknowledged = FederationBody<'AcknowledgedBody'>;

const address = '/api/v1/alarms';

const dayMs = 24 * 3600 * 1000;

/** For so many days an alarm is let stand; then it counts again. */
const lasting = { day: 1, week: 7, month: 30 } as const;
type Lasting = keyof typeof lasting;

/** "What should a person look at?" */
export function Alarms(): JSX.Element {
  const { say } = useTexts();
  const alarms = useLive('alarms', (signal) => askFederation('get', address, { signal }));
  const all = alarms.data?.items ?? [];
  const count = all.filter(({ acknowledged }) => acknowledged === null).length;
  const answer = count > 0 ? say('federation.alarms.answer', { count }) : say('federation.alarms.allKnown');
  return (
    <Page title={say('web.rooms.alarms')} answer={all.length > 0 && answer}>
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
  const { say, moment, momentText } = useTexts();
  const [lasts, setLasts] = useState<Lasting>('week');
  const nowSaid = ({ until, reason }: Acknowledged): string =>
    say('federation.alarms.taken', { until: momentText(until), reason });
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
      {acknowledged && <Taken acknowledged={acknowledged} />}
      {/* It stays where it is when a colleague is faster: what somebody is typing is hers. */}
      <Act
        name={say(acknowledged ? 'federation.alarms.anew' : 'federation.alarms.acknowledge')}
        asks={say('federation.alarms.why')}
        on={address}
        now={(theirs) => nowSaid(theirs[`${id}/acknowledged`] as Acknowledged)}
        of={lasts}
        act={(once, reason, seen) =>
          askFederation('post', '/api/v1/alarms/{id}/acknowledge', {
            path: { id },
            once,
            seen,
            body: { reason, until: after(lasting[lasts], at) },
          })
        }
      >
        {() => (
          <SelectField
            label={say('federation.alarms.howLong')}
            value={lasts}
            choices={(['day', 'week', 'month'] as const).map((each) => [
              each,
              say(`federation.alarms.lasting.${each}`),
            ])}
            onChoose={(chosen) => setLasts(chosen as Lasting)}
          />
        )}
      </Act>
    </li>
  );
}

/** Why an alarm may stand, until when, and who says so. */
function Taken({ acknowledged: { until, reason, by } }: { readonly acknowledged: Acknowledged }): JSX.Element {
  const { say, deadline } = useTexts();
  const words = { until: deadline(until), reason };
  return (
    <p>{by === null ? say('federation.alarms.taken', words) : say('federation.alarms.takenBy', { ...words, by })}</p>
  );
}

/** By the clock of the reports, which is the federation's. */
const after = (days: number, at: string | null): string =>
  new Date((at === null ? Date.now() : Date.parse(at)) + days * dayMs).toISOString();
