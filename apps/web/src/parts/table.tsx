import type { JSX, ReactNode } from 'react';

export interface Column<Row> {
  readonly name: string;
  readonly show: (row: Row) => ReactNode;
  readonly isAmount?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  /** The first column names its row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The heading above already says what the caption says: it stays for those who do not see the two together. */
  readonly hasHeading?: boolean;
}

/** A real table, which scrolls inside its own frame on a narrow screen. */
export function Table<Row>({ caption, columns, rows, keyOf, hasHeading = false }: TableProps<Row>): JSX.Element {
  return (
    <div className="card scroll" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption className={hasHeading ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, isAmount }) => (
              <th key={name} scope="col" className={isAmount ? 'amount' : undefined}>
                {name}
              </th>
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
