import type { Column } from './column.js';
import { found, inOrder, readOrder, writeOrder } from './rows.js';

interface Row {
  readonly name: string;
  readonly open: { readonly amount: string; readonly currency: string } | null;
}

const columns: readonly Column<Row>[] = [
  { name: 'Nom', of: 'name', show: ({ name }) => name },
  { name: 'Ouvert', of: 'open', show: ({ open }) => (open ? `${open.amount.replace('.', ',')}\u00A0€` : '–') },
];
const row = (name: string, amount?: string, currency = 'EUR'): Row => ({
  name,
  open: amount === undefined ? null : { amount, currency },
});
const names = (rows: readonly Row[]) => rows.map(({ name }) => name);

describe('rows of a table', () => {
  const rows = [row('Facture 10', '9.50'), row('Facture 9'), row('Été', '100.00'), row('École', '-3.00')];

  it('stand in the order of amounts and not of their texts, and last where there is none', () => {
    expect(names(inOrder(rows, columns, readOrder('open')))).toEqual(['École', 'Facture 10', 'Été', 'Facture 9']);
    expect(names(inOrder(rows, columns, readOrder('-open')))).toEqual(['Été', 'Facture 10', 'École', 'Facture 9']);
  });

  it('stand in the order in which a person would look a name up', () => {
    expect(names(inOrder(rows, columns, readOrder('name')))).toEqual(['École', 'Été', 'Facture 9', 'Facture 10']);
  });

  it('never put one currency between another', () => {
    const mixed = [row('a', '5.00', 'SEK'), row('b', '7.00'), row('c', '1.00', 'SEK')];
    expect(names(inOrder(mixed, columns, readOrder('open')))).toEqual(['b', 'c', 'a']);
  });

  it('stay as they came when the address names a column that is not there', () => {
    expect(inOrder(rows, columns, readOrder('nothing'))).toBe(rows);
  });

  it('are found by what is shown and by what machines read, word by word', () => {
    expect(names(found(rows, columns, 'facture 9,50'))).toEqual(['Facture 10']);
    expect(names(found(rows, columns, 'facture 9.50'))).toEqual(['Facture 10']);
    expect(names(found(rows, columns, 'ÉT'))).toEqual(['Été']);
    expect(found(rows, columns, '  ')).toBe(rows);
  });

  it('have an order that an address can hold', () => {
    for (const text of ['open', '-open']) expect(writeOrder(readOrder(text)!)).toBe(text);
    expect(readOrder('')).toBeUndefined();
  });
});
