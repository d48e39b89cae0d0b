import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { ApiProblem } from '../api/problem.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { InWords, useTexts } from '../app/texts.js';
import { State, type Tone } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { Contact } from './contact.js';

type Status = NodeBody<'StatusBody'>;

const tones: Readonly<Record<Status['state'], Tone>> = { up: 'ok', degraded: 'attention', down: 'problem' };

/** "Is everything working?" For anybody, in plain words. */
export const StatusPage = (): JSX.Element => (
  <InWords of="about">
    <Now />
  </InWords>
);

function Now(): JSX.Element {
  const { say, moment } = useTexts();
  const status = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/status', { signal }),
    refetchInterval: 30_000,
  });
  // A program that does not answer cannot say so itself.
  const isAway = status.error instanceof ApiProblem && (status.error.isOffline || status.error.status >= 500);
  const state = isAway ? 'down' : status.data?.state;
  return (
    <Page title={say('about.status.title')} answer={state && say(`about.status.answer.${state}`)}>
      <Loaded query={status}>
        {({ services, lastIncident, at, contact }) => (
          <>
            <Table
              caption={say('about.status.services')}
              rows={services}
              keyOf={({ service }) => service}
              columns={[
                { name: say('about.status.service'), show: ({ service }) => say(`about.status.name.${service}`) },
                {
                  name: say('about.status.state'),
                  show: ({ state: one }) => <State tone={tones[one]}>{say(`about.status.is.${one}`)}</State>,
                },
              ]}
            />
            <section className="card" aria-label={say('about.status.incident')}>
              <h2>{say('about.status.incident')}</h2>
              <p>{lastIncident ? <Incident incident={lastIncident} /> : say('about.status.none')}</p>
            </section>
            <p className="small soft">{say('about.status.looked', { at: moment(at) })}</p>
            <Contact words={say('about.status.contact')} address={contact} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Incident({ incident: { service, beganAt, endedAt } }: { readonly incident: NodeBody<'IncidentBody'> }) {
  const { say, moment } = useTexts();
  const words = { service: say(`about.status.name.${service}`), from: moment(beganAt) };
  return endedAt === null
    ? say('about.status.lasts', words)
    : say('about.status.lasted', { ...words, to: moment(endedAt) });
}
