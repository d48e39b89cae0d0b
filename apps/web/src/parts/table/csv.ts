import { type Column, fieldOf, heldIn, isAmount } from './column.js';
import { plain } from './rows.js';

/**
 * The rows as a table that programs read (RFC 4180): a first line with names that no language changes, points in amounts
 * and their currency beside them, days and moments as ISO writes them.
 */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const fields = columns.flatMap((column) => fieldsOf(column, rows));
  const lines = [fields.map(([name]) => name), ...rows.map((row) => fields.map(([, read]) => read(row)))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

type Field<Row> = readonly [name: string, read: (row: Row) => string];

function fieldsOf<Row>(column: Column<Row>, rows: readonly Row[]): readonly Field<Row>[] {
  const name = fieldOf(column);
  if (name === undefined) return [];
  if (!rows.some((row) => isAmount(heldIn(column, row)))) return [[name, (row) => unarmed(plain(heldIn(column, row)))]];
  const part = (of: 'amount' | 'currency') => (row: Row) => {
    const held = heldIn(column, row);
    return isAmount(held) ? held[of] : '';
  };
  return [
    [name, part('amount')],
    [`${name}Currency`, part('currency')],
  ];
}

const isNumber = /^-?\d+(\.\d+)?$/;

/** A spreadsheet would compute a text that begins like a formula: people write texts, and some mean harm. */
const unarmed = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !isNumber.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
