import type { JSX } from 'react';
import { type Column, fieldOf } from './column.js';
import type { Order } from './rows.js';

export interface FrameProps<Row> {
  readonly caption: string;
  /** The first column names its row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The heading above already says what the caption says: it stays for those who do not see the two together. */
  readonly hasHeading?: boolean;
  readonly order?: Order | undefined;
  readonly onOrder?: ((order: Order | undefined) => void) | undefined;
}

/** A real table, which scrolls inside its own frame on a narrow screen. */
export function Frame<Row>({
  caption,
  columns,
  rows,
  keyOf,
  hasHeading = false,
  order,
  onOrder,
}: FrameProps<Row>): JSX.Element {
  return (
    <div className="card scroll" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption className={hasHeading ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.name} column={column} order={order} onOrder={rows.length > 1 ? onOrder : undefined} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, show, isAmount }, at) =>
                at === 0 ? (
                  <th key={name} scope="row">
                    {show(row)}
                  </th>
                ) : (
                  <td key={name} className={isAmount ? 'amount' : undefined}>
                    {show(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps<Row> extends Pick<FrameProps<Row>, 'order' | 'onOrder'> {
  readonly column: Column<Row>;
}

/** Pressed once the rows stand upwards, twice downwards, thrice as they came. */
function Head<Row>({ column, order, onOrder }: HeadProps<Row>): JSX.Element {
  const { name, isAmount } = column;
  const field = fieldOf(column);
  const mine = order !== undefined && order.field === field ? order : undefined;
  const next = (): Order | undefined =>
    field === undefined || mine?.isDown ? undefined : { field, isDown: mine !== undefined };
  return (
    <th
      scope="col"
      className={isAmount ? 'amount' : undefined}
      aria-sort={mine && (mine.isDown ? 'descending' : 'ascending')}
    >
      {field === undefined || !onOrder ? (
        name
      ) : (
        <button type="button" className="order" onClick={() => onOrder(next())}>
          {name}
          <svg viewBox="0 0 10 14" aria-hidden="true">
            <path className="up" d="M5 1l4 5H1z" />
            <path className="down" d="M5 13l4-5H1z" />
          </svg>
        </button>
      )}
    </th>
  );
}
