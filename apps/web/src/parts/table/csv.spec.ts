import type { Column } from './column.js';
import { csvOf } from './csv.js';

interface Line {
  readonly who: string;
  readonly dueOn: string;
  readonly amount: { readonly amount: string; readonly currency: string } | null;
}

const columns: readonly Column<Line>[] = [
  { name: 'Wie', of: 'who', show: ({ who }) => who },
  { name: 'Vervalt', of: 'dueOn', show: () => '24 mrt 2026' },
  { name: 'Bedrag', of: 'amount', show: () => '€ 1.234,50', isAmount: true },
  { name: 'Bestand', show: () => 'opslaan' },
];
const line = (given: Partial<Line>): Line => ({ who: 'Amina', dueOn: '2026-03-24', amount: null, ...given });
const euros = (amount: string) => ({ amount, currency: 'EUR' });

describe('rows for a program that computes', () => {
  it('have names that no language changes, days as ISO writes them, and a currency beside each amount', () => {
    expect(csvOf(columns, [line({ amount: euros('1234.50') }), line({ amount: null })])).toBe(
      'who,dueOn,amount,amountCurrency\r\nAmina,2026-03-24,1234.50,EUR\r\nAmina,2026-03-24,,\r\n',
    );
  });

  it('keep commas, quotes and line ends inside their field', () => {
    const rows = [line({ who: 'Café "Le Pont", Malmö\nentrée' })];
    expect(csvOf([columns[0]!], rows)).toBe('who\r\n"Café ""Le Pont"", Malmö\nentrée"\r\n');
  });

  it.each(['=1+1', '+32 2 555', '-cmd', '@SUM(A1)', '\tx'])('hold %j as a text that no spreadsheet computes', (who) => {
    expect(csvOf([columns[0]!], [line({ who })])).toBe(`who\r\n'${who}\r\n`);
  });

  it('leave a negative amount a number', () => {
    expect(csvOf([columns[2]!], [line({ amount: euros('-12.30') })])).toContain('\r\n-12.30,EUR\r\n');
    expect(csvOf([{ name: 'Δ', of: 'who', show: () => '' }], [line({ who: '-0.02' })])).toBe('who\r\n-0.02\r\n');
  });
});
