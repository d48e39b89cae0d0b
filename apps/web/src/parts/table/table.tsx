import { useQuery } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { useInAddress } from '../../app/address.js';
import { Trouble } from '../../app/loaded.js';
import { useTexts } from '../../app/texts.js';
import { TextField } from '../field.js';
import { Frame, type FrameProps } from './frame.js';
import { found, inOrder, readOrder, writeOrder } from './rows.js';
import { Saving, type Whole } from './saving.js';

export type { Column } from './column.js';

interface TableProps<Row> extends Omit<FrameProps<Row>, 'order' | 'onOrder'> {
  /** How the table is called in the address and as a file; without it, its rows only stand there. */
  readonly name?: string;
  /** Given when there is more than `rows`: asked before rows are put in order, searched or saved. */
  readonly whole?: Whole<Row> | undefined;
  /** Its page says which rows stand there, in which order. */
  readonly isFixed?: boolean;
}

/** A real table, which scrolls inside its own frame on a narrow screen. With a name it is ordered, searched and saved. */
export function Table<Row>({ name, whole, isFixed, ...plain }: TableProps<Row>): JSX.Element {
  return name === undefined ? (
    <Frame {...plain} />
  ) : (
    <Worked {...plain} name={name} whole={whole} isFixed={isFixed ?? false} />
  );
}

/** So many rows are not seen at one glance. */
const searchedFrom = 12;

type WorkedProps<Row> = TableProps<Row> & Required<Pick<TableProps<Row>, 'name' | 'isFixed'>>;

function Worked<Row>({ name, whole, isFixed, rows, ...table }: WorkedProps<Row>): JSX.Element {
  const { columns, caption } = table;
  const [order, setOrder] = useInAddress(`${name}.sort`);
  const [text, setText] = useInAddress(`${name}.find`);
  const [extent, setExtent] = useInAddress(`${name}.rows`);
  const wantsAll = whole !== undefined && [order, text, extent].some((each) => each !== '');
  const all = useQuery({ queryKey: whole?.key ?? [], queryFn: () => whole!.ask(), enabled: wantsAll });
  const isPart = whole !== undefined && !(wantsAll && all.data);
  const here = (wantsAll ? all.data : undefined) ?? rows;
  const chosen = (from: readonly Row[]): readonly Row[] =>
    isFixed ? from : inOrder(found(from, columns, text), columns, readOrder(order));
  const shown = chosen(here);
  return (
    <div className="listing">
      {!isFixed && (text !== '' || isPart || here.length >= searchedFrom) && (
        <Search of={caption} text={text} onText={setText} />
      )}
      {wantsAll && all.isError && <Trouble problem={all.error} retry={() => void all.refetch()} />}
      {shown.length > 0 || text === '' ? (
        <Frame
          {...table}
          rows={shown}
          {...(!isFixed && { order: readOrder(order), onOrder: (next) => setOrder(next ? writeOrder(next) : '') })}
        />
      ) : (
        <NotFound text={text} />
      )}
      <div className="row apart small">
        {isPart && !isFixed ? (
          <Newest count={rows.length} isAsking={wantsAll && all.isFetching} onAll={() => setExtent('all')} />
        ) : (
          <Count shown={shown.length} of={here.length} />
        )}
        <Saving name={name} columns={columns} rows={async (ask) => chosen(isPart ? await ask(whole) : here)} />
      </div>
    </div>
  );
}

interface SearchProps {
  readonly of: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Search({ of, text, onText }: SearchProps): JSX.Element {
  const { say } = useTexts();
  return (
    <div className="narrow" role="search" aria-label={of}>
      <TextField
        type="search"
        label={say('web.table.find')}
        value={text}
        autoComplete="off"
        onChange={({ target }) => onText(target.value)}
      />
    </div>
  );
}

function NotFound({ text }: { readonly text: string }): JSX.Element {
  const { say } = useTexts();
  return <p className="card soft">{say('web.table.nothing', { text })}</p>;
}

/** How many were found is told to those who do not see the rows go. */
function Count({ shown, of }: { readonly shown: number; readonly of: number }): JSX.Element {
  const { say } = useTexts();
  return (
    <span className="soft" role="status">
      {shown < of && say('web.table.found', { count: shown, of })}
    </span>
  );
}

interface NewestProps {
  readonly count: number;
  readonly isAsking: boolean;
  readonly onAll: () => void;
}

/** Says that older rows are not there, and brings them. */
function Newest({ count, isAsking, onAll }: NewestProps): JSX.Element {
  const { say } = useTexts();
  return (
    <span className="row soft">
      {say(isAsking ? 'web.loading' : 'web.table.newest', { count })}
      <button type="button" className="link" onClick={onAll}>
        {say('web.table.all')}
      </button>
    </span>
  );
}

/** Names and what they stand for. */
export const Facts = ({ of }: { readonly of: readonly (readonly [name: string, value: ReactNode])[] }): JSX.Element => (
  <dl className="facts">
    {of.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
