import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { askFederation } from '../api/federation.js';
import { type NodeBody, askNode } from '../api/node.js';
import { ApiProblem } from '../api/problem.js';
import { Loaded, Trouble } from '../app/loaded.js';
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
    <Now of="node" ask={(signal) => askNode('get', '/api/v1/status', { signal })} />
  </InWords>
);

/** The same of the federation’s program, for which nobody’s wage waits. */
export const FederationStatus = (): JSX.Element => (
  <InWords of="about">
    <Now of="federation" ask={(signal) => askFederation('get', '/api/v1/status', { signal })} />
  </InWords>
);

interface NowProps {
  readonly of: 'node' | 'federation';
  readonly ask: (signal: AbortSignal) => Promise<Status>;
}

function Now({ of, ask }: NowProps): JSX.Element {
  const { say } = useTexts();
  const status = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => ask(signal),
    refetchInterval: 30_000,
  });
  // A program that does not answer cannot say so itself.
  const isAway = status.error instanceof ApiProblem && (status.error.isOffline || status.error.status >= 500);
  const state = isAway ? 'down' : status.data?.state;
  return (
    <Page
      title={say('about.status.title')}
      answer={state && say(state === 'down' ? `about.status.away.${of}` : `about.status.answer.${state}`)}
    >
      {/* What it said before it went away is no answer to what is now. */}
      {isAway ? <Trouble problem={status.error} retry={() => void status.refetch()} /> : <Services of={status} />}
    </Page>
  );
}

function Services({ of }: { readonly of: UseQueryResult<Status> }): JSX.Element {
  const { say, moment } = useTexts();
  return (
    <Loaded query={of}>
      {({ state, services, lastIncident, at, contact }) => (
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
          {/* What is away may not know any more when it last was. */}
          {(lastIncident !== null || state !== 'down') && (
            <section className="card" aria-label={say('about.status.incident')}>
              <h2>{say('about.status.incident')}</h2>
              <p>{lastIncident ? <Incident incident={lastIncident} /> : say('about.status.none')}</p>
            </section>
          )}
          <p className="small soft">{say('about.status.looked', { at: moment(at) })}</p>
          {contact === null ? (
            <p>{say('about.status.tellYours')}</p>
          ) : (
            <Contact words={say('about.status.contact')} address={contact} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Incident({ incident: { service, beganAt, endedAt } }: { readonly incident: NodeBody<'IncidentBody'> }) {
  const { say, moment } = useTexts();
  const words = { service: say(`about.status.name.${service}`), from: moment(beganAt) };
  return endedAt === null
    ? say('about.status.lasts', words)
    : say('about.status.lasted', { ...words, to: moment(endedAt) });
}
