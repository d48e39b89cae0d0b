import { matrixOf } from './matrix.js';

const says = (from: string, to: string, amount: string) => {
  const money = { amount, currency: 'EUR' };
  return { from, to, debtorSays: money, creditorSays: money };
};

describe('the matrix of positions', () => {
  const matrix = matrixOf(
    [says('fr', 'be', '980.00'), says('se', 'be', '20.10'), says('be', 'se', '0.20')],
    ['be', 'fr', 'se'],
    'EUR',
  );

  it('sums what each node owes and gets to the cent', () => {
    expect(matrix.nodes.map((node) => [matrix.owes(node).amount, matrix.gets(node).amount])).toEqual([
      ['0.20', '1000.10'],
      ['980.00', '0.00'],
      ['20.10', '0.20'],
    ]);
    expect(matrix.total).toEqual({ amount: '1000.30', currency: 'EUR' });
  });

  it('has nothing where nobody owes anything', () => {
    expect(matrix.cell('fr', 'be')?.debtorSays.amount).toBe('980.00');
    expect(matrix.cell('be', 'fr')).toBeUndefined();
  });
});
