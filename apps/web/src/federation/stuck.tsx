import type { JSX } from 'react';
import { askFederation } from '../api/federation.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { State } from '../parts/state.js';
import { Freshness, useLive } from './live.js';

/** "Is anything stuck?" Why, since when, what is done about it, and who can act. */
export function Stuck(): JSX.Element {
  const { say, moment } = useTexts();
  const stuck = useLive('stuck', (signal) => askFederation('get', '/api/v1/stuck', { signal }));
  const count = stuck.data?.items.length ?? 0;
  return (
    <Page title={say('web.rooms.stuck')} answer={count > 0 && say('federation.stuck.answer', { count })}>
      <Loaded query={stuck}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say('federation.stuck.nothing')}</Empty>
          ) : (
            <ul className="plain fields">
              {items.map(({ from, to, cause, type, seq, since, attempts, nextTryAt, whoCanAct, text }) => (
                <li
                  key={`${from} ${to} ${cause} ${seq ?? ''}`}
                  className="card"
                  data-testid="stuck-item"
                  data-state={cause}
                  data-age={since ?? undefined}
                >
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
                    {[
                      type !== null && `${say('federation.stuck.message')} ${[type, seq].filter(Boolean).join(' ')}`,
                      since !== null && `${say('federation.since')} ${moment(since)}`,
                      attempts !== null && `${say('federation.stuck.attempts')} ${attempts}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  <p>{say('federation.stuck.who', { nodes: whoCanAct.join(', ') })}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className="small soft">{say('federation.stuck.how')}</p>
      <Freshness of={stuck} />
    </Page>
  );
}
