import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { allOf } from '../api/all.js';
import { askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { State, type Tone } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { NodeLinks } from './links.js';
import { useNodeName } from './node-name.js';
import { PartnerDecisions } from './partner-decisions.js';

const tones: Readonly<Record<'none' | 'above-70' | 'above-90', Tone>> = {
  none: 'ok',
  'above-70': 'attention',
  'above-90': 'problem',
};

/** "Whom do we owe, who owes us, and what has to be paid?" */
export function Partners({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  return (
    <Page title={say('web.rooms.partners')}>
      <Legs />
      <Caps mayDecide={session.roles.includes('finance')} />
      <Obligations />
      <NodeLinks />
    </Page>
  );
}

function Legs(): JSX.Element {
  const { say, day, money } = useTexts();
  const named = useNodeName();
  const legs = useQuery({
    queryKey: ['legs'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/legs', { signal }),
  });
  return (
    <Loaded query={legs}>
      {(items) =>
        items.length === 0 ? (
          <Empty>{say('desk.partners.nothingToPay')}</Empty>
        ) : (
          <Table
            name="legs"
            caption={say('desk.partners.legs')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                name: say('desk.partners.who'),
                of: ['peer', ({ peer, role }) => `${role} ${peer}`],
                show: ({ peer, role }) => say(`desk.partners.${role}`, { peer: named(peer) }),
              },
              { name: say('desk.partners.payOn'), of: 'paymentDate', show: ({ paymentDate }) => day(paymentDate) },
              {
                name: say('desk.obligation.state'),
                of: 'state',
                show: ({ state }) => say(`desk.partners.payment.${state}`),
              },
              {
                name: say('desk.partners.missing'),
                of: 'missing',
                show: ({ missing }) => money(missing),
                isAmount: true,
              },
              { name: say('desk.mission.reference'), of: 'id', show: ({ id }) => <code>{id}</code> },
            ]}
          />
        )
      }
    </Loaded>
  );
}

function Caps({ mayDecide }: { readonly mayDecide: boolean }): JSX.Element {
  const { say, money } = useTexts();
  const named = useNodeName();
  const partners = useQuery({
    queryKey: ['partners'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/partners', { signal }),
  });
  return (
    <Loaded query={partners}>
      {(items) => (
        <>
          <Table
            name="caps"
            caption={say('desk.partners.caps')}
            rows={items.flatMap(({ node, bar, caps }) => caps.map((cap) => ({ node, bar, ...cap })))}
            keyOf={({ creditor, debtor, cap }) => `${debtor} ${creditor} ${cap.currency}`}
            columns={[
              {
                name: say('desk.partners.who'),
                of: ['debt', ({ debtor, creditor }) => `${debtor} → ${creditor}`],
                show: ({ debtor, creditor }) => `${named(debtor)} → ${named(creditor)}`,
              },
              { name: say('desk.partners.agreed'), of: 'agreed', show: ({ agreed }) => money(agreed), isAmount: true },
              {
                name: say('desk.partners.reserved'),
                of: 'reserved',
                show: ({ reserved }) => money(reserved),
                isAmount: true,
              },
              { name: say('desk.partners.cap'), of: 'cap', show: ({ cap }) => money(cap), isAmount: true },
              {
                name: say('desk.obligation.state'),
                of: ['state', ({ warning, bar }) => bar ?? warning],
                show: ({ warning, bar }) => (
                  <State tone={bar === null ? tones[warning] : 'problem'}>
                    {bar === null ? say(`desk.partners.warning.${warning}`) : say(`desk.partners.bar.${bar}`)}
                  </State>
                ),
              },
            ]}
          />
          {mayDecide && <PartnerDecisions partners={items} />}
        </>
      )}
    </Loaded>
  );
}

const allObligations = {
  key: ['obligations', 'all'],
  ask: () => allOf((query) => askNode('get', '/api/v1/obligations', { query })),
};

function Obligations(): JSX.Element {
  const { say, deadline, money } = useTexts();
  const named = useNodeName();
  const obligations = useQuery({
    queryKey: ['obligations'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/obligations', { query: { limit: 100 }, signal }),
  });
  return (
    <Loaded query={obligations}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Empty>{say('desk.partners.noObligation')}</Empty>
        ) : (
          <Table
            name="obligations"
            caption={say('desk.partners.obligations')}
            rows={items}
            whole={nextCursor === null ? undefined : allObligations}
            keyOf={({ id }) => id}
            columns={[
              {
                name: say('desk.partners.who'),
                of: ['debt', ({ debtor, creditor }) => `${debtor} → ${creditor}`],
                show: ({ id, debtor, creditor }) => (
                  <Link to={`/staff/obligations/${id}`}>
                    {named(debtor)} → {named(creditor)}
                  </Link>
                ),
              },
              { name: say('desk.bank.text'), of: 'text', show: ({ text }) => text },
              { name: say('desk.obligation.due'), of: 'due', show: ({ due }) => deadline(due) },
              {
                name: say('desk.obligation.state'),
                of: 'state',
                show: ({ state }) => say(`desk.obligation.states.${state}`),
              },
              { name: say('desk.amount'), of: 'amount', show: ({ amount }) => money(amount), isAmount: true },
            ]}
          />
        )
      }
    </Loaded>
  );
}
