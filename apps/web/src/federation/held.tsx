import type { JSX } from 'react';
import { Empty, Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Table } from '../parts/table/table.js';
import { type Dispute, useDisputes, useReasons } from './disputes.js';

/** Debts that one of the two holds back, why, and whose people can end that. */
export function Held(): JSX.Element {
  const { say } = useTexts();
  return (
    <Loaded query={useDisputes()}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say('federation.held.nothing')}</Empty>
        ) : (
          <HeldTable disputes={items} caption={say('federation.held.caption')} />
        )
      }
    </Loaded>
  );
}

/** Those of them that stay out of a cycle; nothing where there is none. */
export function HeldFrom({ cycle }: { readonly cycle: string }): JSX.Element {
  const { say } = useTexts();
  return (
    <Loaded query={useDisputes()}>
      {({ items }) => {
        const out = items.filter((dispute) => dispute.cycle !== null && dispute.cycle <= cycle);
        return out.length > 0 && <HeldTable disputes={out} caption={say('federation.held.outOfCycle')} />;
      }}
    </Loaded>
  );
}

interface HeldTableProps {
  readonly disputes: readonly Dispute[];
  readonly caption: string;
}

function HeldTable({ disputes, caption }: HeldTableProps): JSX.Element {
  const { say, day, money } = useTexts();
  const why = useReasons();
  return (
    <Table
      name="held"
      caption={caption}
      rows={disputes}
      keyOf={({ obligation }) => obligation}
      columns={[
        {
          name: say('federation.ageing.who'),
          of: ['debt', ({ debtor, creditor }) => `${debtor} → ${creditor}`],
          show: ({ debtor, creditor }) => `${debtor}\u00A0→\u00A0${creditor}`,
        },
        {
          name: say('federation.held.why'),
          of: 'reasons',
          show: (dispute) => (
            <span data-testid="dispute-reason" data-reasons={dispute.reasons.join(' ')}>
              {why(dispute)}
            </span>
          ),
        },
        { name: say('federation.held.amount'), of: 'amount', show: ({ amount }) => money(amount), isAmount: true },
        { name: say('federation.held.due'), of: 'due', show: ({ due }) => day(due) },
        { name: say('federation.held.by'), of: 'heldBySides', show: ({ heldBySides }) => heldBySides.join(', ') },
        { name: say('federation.held.whoCanAct'), of: 'whoCanAct', show: ({ whoCanAct }) => whoCanAct.join(', ') },
        {
          name: say('federation.held.debt'),
          of: 'obligation',
          show: ({ obligation }) => <code>{obligation}</code>,
        },
        { name: say('federation.signedBy'), of: 'signedBy', show: ({ signedBy }) => signedBy.join(', ') },
      ]}
    />
  );
}
