import { type ReactNode, isValidElement } from 'react';
import { moneyOf } from '../../app/amount.js';
import { holds } from '../holds.js';
import { type Column, fieldOf, heldIn, isAmount } from './column.js';

/** In which order the rows stand: by a field, downwards or upwards. */
export interface Order {
  readonly field: string;
  readonly isDown: boolean;
}

/** `dueOn` upwards, `-dueOn` downwards. */
export const readOrder = (text: string): Order | undefined =>
  text === '' ? undefined : { field: text.replace(/^-/, ''), isDown: text.startsWith('-') };

export const writeOrder = ({ field, isDown }: Order): string => (isDown ? `-${field}` : field);

/** The rows in that order; what holds nothing stands last, and equals stay as they were. */
export function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | undefined,
): readonly Row[] {
  const column = columns.find((each) => order !== undefined && fieldOf(each) === order.field);
  if (!column || !order) return rows;
  return rows.toSorted((a, b) => {
    const [x, y] = [heldIn(column, a), heldIn(column, b)];
    if (isNothing(x) || isNothing(y)) return Number(isNothing(x)) - Number(isNothing(y));
    return order.isDown ? compared(y, x) : compared(x, y);
  });
}

/** The rows that say or hold each word of the text. */
export function found<Row>(rows: readonly Row[], columns: readonly Column<Row>[], text: string): readonly Row[] {
  if (text.trim() === '') return rows;
  return rows.filter((row) =>
    holds(columns.map((column) => `${textOf(column.show(row))} ${plain(heldIn(column, row))}`).join(' '), text),
  );
}

const isNothing = (held: unknown): boolean => held === null || held === undefined || held === '';

function compared(a: unknown, b: unknown): number {
  if (isAmount(a) && isAmount(b))
    return a.currency === b.currency ? moneyOf(a).compare(moneyOf(b)) : a.currency < b.currency ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return plain(a).localeCompare(plain(b), undefined, { numeric: true });
}

/** As one text: lists as their parts, amounts with their currency. */
export function plain(held: unknown): string {
  if (held === null || held === undefined) return '';
  if (Array.isArray(held)) return held.map(plain).join('; ');
  if (isAmount(held)) return `${held.amount} ${held.currency}`;
  return typeof held === 'string' ? held : JSON.stringify(held);
}

/** The words that stand between the elements of what is shown. */
function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join(' ');
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : '';
}
