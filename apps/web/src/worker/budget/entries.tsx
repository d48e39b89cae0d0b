import type { JSX } from 'react';
import { Link } from 'react-router';
import type { NodeBody } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { Table } from '../../parts/table/table.js';

type Entry = NodeBody<'EntryBody'>;

/** What the book says of the activity, the newest first; each opens what it answers to. */
export function Entries({ entries }: { readonly entries: readonly Entry[] }): JSX.Element {
  const { say, day, money } = useTexts();
  if (entries.length === 0) return <p className="card soft">{say('mine.budget.noEntries')}</p>;
  return (
    <Table
      caption={say('mine.budget.entries')}
      rows={entries.map((entry, at) => ({ entry, at })).reverse()}
      keyOf={({ at }) => String(at)}
      columns={[
        {
          name: say('mine.budget.text'),
          show: ({ entry }) => (
            <>
              <EntryText entry={entry} />
              <div className="small soft">{day(entry.day)}</div>
              {(entry.phase === 'pending' || entry.phase === 'void') && (
                <div className="small soft">{say(`mine.budget.${entry.phase}`)}</div>
              )}
            </>
          ),
        },
        { name: say('mine.budget.amount'), show: ({ entry }) => money(entry.amount), isAmount: true },
        { name: say('mine.budget.balance'), show: ({ entry }) => money(entry.balance), isAmount: true },
      ]}
    />
  );
}

/** Where something of an account is read, by the prefix of its id. */
const addresses: Readonly<Record<string, string>> = { slip: '/payslips', exp: '/expenses' };

/** Kinds of entries that the program itself makes, whose text is for the book; what people wrote is shown as they wrote it. */
const made = ['income-shared', 'income-kept', 'payslip-issued', 'wage', 'expense-paid'] as const;

/** What an entry is for, as a way to it where there is a page of it. */
export function EntryText({ entry: { kind, text, about } }: { readonly entry: Entry }): JSX.Element {
  const { say } = useTexts();
  const own = made.find((one) => one === kind);
  // Of the book's text only the mission or the month is for everybody.
  const reference = /[a-z][a-z0-9-]*-\d{4}-\d{4}|\d{4}-\d{2}$/.exec(text)?.[0] ?? '';
  const shown = own === undefined ? text : `${say(`mine.budget.made.${own}`)} ${reference}`;
  const room = addresses[about?.split('_')[0] ?? ''];
  return room === undefined ? <>{shown}</> : <Link to={`${room}/${about}`}>{shown}</Link>;
}
