import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Table } from '../parts/table/table.js';
import { useBankColumns } from './bank-columns.js';

/** What the bank told before its statement does, and what that will be. Nothing here is booked, so nothing is decided. */
export function AnnouncedLines(): JSX.Element {
  const { say } = useTexts();
  const columns = useBankColumns();
  const announced = useQuery({
    queryKey: ['bank', 'announced'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/bank/announced', { signal }),
  });
  return (
    <Loaded query={announced}>
      {({ items }) =>
        items.length > 0 && (
          <Table
            name="announced"
            caption={say('desk.bank.announced')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              columns.from,
              columns.day,
              columns.text,
              { name: say('desk.bank.expected'), of: 'expected', show: (line) => <Expected line={line} /> },
              columns.amount,
            ]}
          />
        )
      }
    </Loaded>
  );
}

function Expected({ line }: { readonly line: NodeBody<'AnnouncedBody'> }): JSX.Element {
  const { say } = useTexts();
  const { expected, invoice, reason, proposals } = line;
  if (expected === 'ordered') return <>{say('desk.bank.ordered')}</>;
  if (expected === 'pays') return <>{say('desk.bank.pays', { number: invoice ?? '' })}</>;
  return (
    <>
      {say(`desk.bank.reason.${reason as 'returned'}`)}
      {proposals.map(({ invoice: id, number, client, reasons }) => (
        <p key={id} className="small soft">
          {number} · {client} · {reasons.map((because) => say(`desk.bank.because.${because}`)).join(' · ')}
        </p>
      ))}
    </>
  );
}
