import type { ReactNode } from 'react';
import type { Amount } from '../../app/amount.js';

export interface Column<Row> {
  readonly name: string;
  readonly show: (row: Row) => ReactNode;
  readonly isAmount?: boolean;
  /** What a machine reads there: a field of the row, or a name and how it is read. By it rows are put in order. */
  readonly of?: (keyof Row & string) | readonly [field: string, read: (row: Row) => unknown];
}

/** The name of a column for machines, in an address and in a file. */
export const fieldOf = <Row>({ of }: Column<Row>): string | undefined => (typeof of === 'string' ? of : of?.[0]);

/** What a row holds in a column, as the API said it. */
export function heldIn<Row>({ of }: Column<Row>, row: Row): unknown {
  if (of === undefined) return null;
  return typeof of === 'string' ? row[of] : of[1](row);
}

export const isAmount = (held: unknown): held is Amount =>
  typeof held === 'object' && held !== null && 'amount' in held && 'currency' in held;
