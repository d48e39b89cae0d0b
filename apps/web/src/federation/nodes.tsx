import type { JSX } from 'react';
import { type FederationBody, askFederation } from '../api/federation.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { State, type Tone } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { NodeGraph } from './graph.js';
import { Freshness, useLive } from './live.js';
import { Refused } from './refused.js';

type Node = FederationBody<'NodeBody'>;
type Link = FederationBody<'LinkBody'>;

const stateTones: Readonly<Record<Node['state'], Tone>> = { live: 'ok', silent: 'problem', 'never-heard': 'neutral' };

const healthTones: Readonly<Record<Link['health'], Tone>> = {
  healthy: 'ok',
  'under-way': 'info',
  late: 'attention',
  down: 'problem',
  broken: 'problem',
  unknown: 'neutral',
};

/** "Is anybody unreachable?" */
export function Nodes(): JSX.Element {
  const { say } = useTexts();
  const nodes = useLive('nodes', (signal) => askFederation('get', '/api/v1/nodes', { signal }));
  const links = useLive('links', (signal) => askFederation('get', '/api/v1/links', { signal }));
  const silent = (nodes.data?.items ?? []).filter(({ state }) => state !== 'live').length;
  const answer =
    nodes.data && (silent === 0 ? say('federation.nodes.answer') : say('federation.nodes.silent', { count: silent }));
  return (
    <Page title={say('web.rooms.nodes')} answer={answer}>
      <Loaded query={nodes}>
        {({ items }) => (
          <div className="two">
            {links.data && <NodeGraph nodes={items} links={links.data.items} />}
            <NodesTable nodes={items} />
          </div>
        )}
      </Loaded>
      <Loaded query={links}>{({ items }) => <LinksTable links={items} />}</Loaded>
      <Refused />
      <Freshness of={nodes} />
    </Page>
  );
}

function NodesTable({ nodes }: { readonly nodes: readonly Node[] }): JSX.Element {
  const { say, moment } = useTexts();
  return (
    <Table
      hasHeading
      name="nodes"
      caption={say('web.rooms.nodes')}
      rows={nodes}
      keyOf={({ node }) => node}
      columns={[
        { name: say('federation.nodes.name'), of: 'node', show: ({ name, node }) => `${name} (${node})` },
        {
          name: say('federation.state'),
          of: 'state',
          show: ({ node, state }) => (
            <span data-testid="node-row" data-node={node} data-state={state}>
              <State tone={stateTones[state]}>{say(`federation.nodes.states.${state}`)}</State>
            </span>
          ),
        },
        {
          name: say('federation.nodes.last'),
          of: 'receivedAt',
          show: ({ receivedAt }) => (receivedAt === null ? say('federation.never') : moment(receivedAt)),
        },
        {
          name: say('federation.nodes.version'),
          of: ['version', ({ software, rules }) => [software, rules].filter((each) => each !== null)],
          show: ({ software, rules }) => [software ?? '–', ...(rules === null ? [] : [rules])].join(' · '),
        },
        {
          name: say('federation.nodes.clock'),
          of: 'clockOffsetMs',
          show: ({ clockOffsetMs }) => String(clockOffsetMs ?? '–'),
          isAmount: true,
        },
      ]}
    />
  );
}

function LinksTable({ links }: { readonly links: readonly Link[] }): JSX.Element {
  const { say, moment } = useTexts();
  return (
    <Table
      name="links"
      caption={say('federation.nodes.links')}
      rows={links}
      keyOf={({ from, to }) => `${from} ${to}`}
      columns={[
        {
          name: `${say('federation.from')} → ${say('federation.to')}`,
          of: ['link', ({ from, to }) => `${from} → ${to}`],
          show: ({ from, to }) => `${from}\u00A0→\u00A0${to}`,
        },
        {
          name: say('federation.state'),
          of: 'health',
          show: ({ health }) => <State tone={healthTones[health]}>{say(`federation.nodes.healths.${health}`)}</State>,
        },
        {
          name: say('federation.nodes.acknowledged'),
          of: 'acknowledged',
          show: ({ sent, acknowledged }) => (sent === null ? '–' : `${acknowledged ?? '–'} / ${sent}`),
          isAmount: true,
        },
        {
          name: say('federation.nodes.heard'),
          of: 'lastHeardAt',
          show: ({ lastHeardAt }) => (lastHeardAt === null ? '–' : moment(lastHeardAt)),
        },
        { name: say('federation.nodes.queue'), of: 'queue', show: ({ queue }) => String(queue ?? '–'), isAmount: true },
        {
          name: say('federation.nodes.oldest'),
          of: 'oldestWaitingAt',
          show: ({ oldestWaitingAt }) => (oldestWaitingAt === null ? '–' : moment(oldestWaitingAt)),
        },
        {
          name: say('federation.nodes.refused'),
          of: 'refused',
          show: ({ refused }) => String(refused ?? '–'),
          isAmount: true,
        },
        { name: say('federation.signedBy'), of: 'signedBy', show: ({ signedBy }) => signedBy.join(', ') || '–' },
      ]}
    />
  );
}
