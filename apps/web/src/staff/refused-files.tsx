import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { type Column, Table } from '../parts/table/table.js';

/** Bank files that were not imported: the bank is asked for another one, or the account is added. */
export function RefusedStatements(): JSX.Element {
  const { say } = useTexts();
  const refused = useQuery({
    queryKey: ['bank', 'refused'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/bank/statements/refused', { signal }),
  });
  const { at, sender, file } = useColumns();
  return (
    <Loaded query={refused}>
      {({ items }) =>
        items.length > 0 && (
          <Table
            name="refused"
            caption={say('desk.refused.caption')}
            rows={items}
            keyOf={({ id, at }) => `${id} ${at}`}
            columns={[
              at,
              sender,
              { name: say('desk.refused.why'), of: 'reason', show: (one) => <Why of={one} /> },
              file('bank/statements'),
            ]}
          />
        )
      }
    </Loaded>
  );
}

interface RefusedUploadsProps {
  /** Whom they are about, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** Receipts and letters that could not be read: whoever sent one is helped to send it well. */
export function RefusedUploads({ names }: RefusedUploadsProps): JSX.Element {
  const { say } = useTexts();
  const refused = useQuery({
    queryKey: ['refused-files'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/refused-files', { query: { limit: 200 }, signal }),
  });
  const { at, sender, file } = useColumns();
  return (
    <Loaded query={refused}>
      {({ items }) =>
        items.length > 0 && (
          <Table
            name="refused"
            caption={say('desk.refused.caption')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              at,
              {
                name: say('desk.refused.about'),
                of: ['member', ({ member }) => names.get(member) ?? member],
                show: ({ member }) => <Link to={`/staff/people/${member}`}>{names.get(member) ?? member}</Link>,
              },
              sender,
              { name: say('desk.refused.what'), of: 'door', show: ({ door }) => say(`desk.refused.door.${door}`) },
              {
                name: say('desk.refused.why'),
                of: 'reason',
                show: ({ reason }) => say(`desk.refused.reason.${reason}`),
              },
              file('refused-files'),
            ]}
          />
        )
      }
    </Loaded>
  );
}

type Refused = Pick<NodeBody<'RefusedFileBody'>, 'id' | 'at' | 'sender'>;

/** What is said of every refused file; it is saved, never shown: nobody knows what it is. */
function useColumns(): {
  readonly at: Column<Refused>;
  readonly sender: Column<Refused>;
  readonly file: (path: string) => Column<Refused>;
} {
  const { say, moment } = useTexts();
  return {
    at: { name: say('desk.refused.at'), of: 'at', show: ({ at }) => moment(at) },
    sender: {
      name: say('desk.refused.by'),
      of: 'sender',
      show: ({ sender }) => sender ?? say('desk.refused.byItself'),
    },
    file: (path) => ({
      name: say('desk.refused.file'),
      show: ({ id }) => (
        <a href={`/api/v1/${path}/${id}/file`} download>
          {say('desk.refused.download')}
        </a>
      ),
    }),
  };
}

function Why({ of: { reason, line, detail } }: { readonly of: NodeBody<'RefusedFileBody'> }): JSX.Element {
  const { say } = useTexts();
  return (
    <>
      {say(`desk.refused.reason.${reason as 'not-xml'}`)} {line !== null && say('desk.refused.line', { line })}
      <p className="small soft" lang="en">
        {detail}
      </p>
    </>
  );
}
