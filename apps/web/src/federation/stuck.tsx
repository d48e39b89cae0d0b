import type { JSX } from 'react';
import { type FederationBody, askFederation } from '../api/federation.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { dotted } from '../parts/dotted.js';
import { Fresh } from '../parts/fresh.js';
import { State } from '../parts/state.js';
import { useSteady } from '../parts/steady.js';
import { Freshness, useLive } from './live.js';

type StuckItem = FederationBody<'StuckItemBody'>;

/** "Is anything stuck?" Why, since when, what is done about it, and who can act. */
export function Stuck(): JSX.Element {
  const { say } = useTexts();
  const stuck = useLive('stuck', (signal) => askFederation('get', '/api/v1/stuck', { signal }));
  const count = stuck.data?.items.length ?? 0;
  return (
    <Page title={say('web.rooms.stuck')} answer={count > 0 && say('federation.stuck.answer', { count })}>
      <Loaded query={stuck}>
        {({ items }) =>
          items.length === 0 ? <Empty>{say('federation.stuck.nothing')}</Empty> : <Items items={items} />
        }
      </Loaded>
      <p className="small soft">{say('federation.stuck.how')}</p>
      <Freshness of={stuck} />
    </Page>
  );
}

const keyOf = ({ from, to, cause, seq }: StuckItem): string => `${from} ${to} ${cause} ${seq ?? ''}`;

function Items({ items }: { readonly items: readonly StuckItem[] }): JSX.Element {
  const steady = useSteady(items, keyOf);
  return (
    <>
      <Fresh of={steady} />
      <ul className="plain fields">
        {steady.shown.map((item) => (
          <Item key={keyOf(item)} item={item} />
        ))}
      </ul>
    </>
  );
}

function Item({
  item: { from, to, cause, type, seq, since, attempts, nextTryAt, whoCanAct, text },
}: {
  readonly item: StuckItem;
}): JSX.Element {
  const { say, moment } = useTexts();
  return (
    <li className="card" data-testid="stuck-item" data-state={cause} data-age={since ?? undefined}>
      <div className="row apart">
        <h2>
          {from} → {to}
        </h2>
        {type !== null && (
          <State tone={nextTryAt === null ? 'problem' : 'attention'}>
            {nextTryAt === null
              ? say('federation.stuck.noNext')
              : say('federation.stuck.next', { time: moment(nextTryAt) })}
          </State>
        )}
      </div>
      <p>{text}</p>
      <p className="small soft">
        {dotted(
          type !== null && `${say('federation.stuck.message')} ${[type, seq].filter(Boolean).join(' ')}`,
          since !== null && (
            <>
              {say('federation.since')} {moment(since)}
            </>
          ),
          attempts !== null && `${say('federation.stuck.attempts')} ${attempts}`,
        )}
      </p>
      <p>{say('federation.stuck.who', { nodes: whoCanAct.join(', ') })}</p>
    </li>
  );
}
