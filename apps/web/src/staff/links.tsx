import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { refusalKind } from '../parts/refusal-kind.js';
import { State, type Tone } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { useNodeName } from './node-name.js';

type Link = NodeBody<'LinkBody'>;

const tones: Readonly<Record<Link['status'], Tone>> = {
  open: 'ok',
  waiting: 'attention',
  frozen: 'problem',
  closed: 'neutral',
};

/** "Do the others hear us, and what of theirs was refused here?" */
export function NodeLinks(): JSX.Element {
  const links = useQuery({
    queryKey: ['links'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/peers', { signal }),
  });
  return (
    <Loaded query={links}>
      {({ items }) => (
        <>
          <LinksTable links={items} />
          <Refusals peers={items.filter(({ invalid, refused }) => invalid + refused > 0).map(({ peer }) => peer)} />
        </>
      )}
    </Loaded>
  );
}

function LinksTable({ links }: { readonly links: readonly Link[] }): JSX.Element {
  const { say, moment } = useTexts();
  const named = useNodeName();
  return (
    <Table
      name="links"
      caption={say('desk.partners.links')}
      rows={links}
      keyOf={({ peer }) => peer}
      columns={[
        { name: say('desk.partners.who'), of: 'peer', show: ({ peer }) => named(peer) },
        {
          name: say('desk.obligation.state'),
          of: 'status',
          show: ({ status }) => <State tone={tones[status]}>{say(`desk.partners.channel.${status}`)}</State>,
        },
        {
          name: say('desk.partners.acknowledged'),
          of: 'acknowledged',
          show: ({ acknowledged, out }) => `${acknowledged} / ${out.seq}`,
          isAmount: true,
        },
        { name: say('desk.partners.queue'), of: 'queue', show: ({ queue }) => String(queue), isAmount: true },
        {
          name: say('desk.partners.heard'),
          of: 'lastHeardAt',
          show: ({ lastHeardAt }) => (lastHeardAt === null ? '–' : moment(lastHeardAt)),
        },
        {
          name: say('desk.partners.refused'),
          of: ['refused', ({ invalid, refused }) => invalid + refused],
          show: ({ invalid, refused }) => String(invalid + refused),
          isAmount: true,
        },
      ]}
    />
  );
}

/** One line of either kind: a frame that was not believed, or a message that was answered with no. */
interface Refusal {
  readonly key: string;
  readonly peer: string;
  readonly at: string;
  readonly what: string;
  readonly why: string;
  readonly kind: ReturnType<typeof refusalKind>;
}

function Refusals({ peers }: { readonly peers: readonly string[] }): JSX.Element {
  const { say, moment } = useTexts();
  const named = useNodeName();
  const refusals = useQuery({
    queryKey: ['links', 'refused', ...peers],
    queryFn: async ({ signal }) => (await Promise.all(peers.map((peer) => refusalsOf(peer, signal)))).flat(),
  });
  return (
    <Loaded query={refusals}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty>{say('refusal.nothing')}</Empty>
        ) : (
          <Table
            name="refusals"
            caption={say('refusal.caption')}
            rows={rows.toSorted((a, b) => b.at.localeCompare(a.at))}
            keyOf={({ key }) => key}
            columns={[
              { name: say('refusal.when'), of: 'at', show: ({ at }) => moment(at) },
              { name: say('refusal.from'), of: 'peer', show: ({ peer }) => named(peer) },
              {
                name: say('refusal.why'),
                of: 'why',
                show: ({ kind, why }) => (
                  <>
                    {say(`refusal.kinds.${kind}`)} <code>{why}</code>
                  </>
                ),
              },
              { name: say('refusal.what'), of: 'what', show: ({ what }) => <code>{what}</code> },
            ]}
          />
        )
      }
    </Loaded>
  );
}

async function refusalsOf(peer: string, signal: AbortSignal): Promise<readonly Refusal[]> {
  const path = { node: peer };
  const query = { direction: 'in', verdict: 'refused' } as const;
  const [frames, messages] = await Promise.all([
    askNode('get', '/api/v1/peers/{node}/refusals', { path, signal }),
    askNode('get', '/api/v1/peers/{node}/messages', { path, query, signal }),
  ]);
  return [
    ...frames.items.map(({ at, reason, detail, start }, n) => {
      const why = detail || reason;
      return { key: `${peer} frame ${n}`, peer, at, what: start, why, kind: refusalKind(`${reason} ${detail}`.trim()) };
    }),
    ...messages.items.map(({ seq, type, at, verdict }) => ({
      key: `${peer} ${seq}`,
      peer,
      at,
      what: `${type} ${seq}`,
      why: verdict ?? '',
      kind: 'nonsense' as const,
    })),
  ];
}
