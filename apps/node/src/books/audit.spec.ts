import { account } from '@passerelle/ledger';
import { type CurrencyCode, Money } from '@passerelle/values';
import { type Kept, audit } from './audit.js';

const bank = account('bank');
const sales = account('sales');

const kept = (
  id: string,
  amounts: [bigint, bigint],
  change: Partial<Kept> = {},
  currency: CurrencyCode = 'EUR',
): Kept => ({
  id,
  entity: 'fr',
  phase: 'posted',
  resolves: null,
  lines: 2,
  postings: [
    { account: bank, amount: new Money(amounts[0], currency) },
    { account: sales, amount: new Money(amounts[1], currency) },
  ],
  ...change,
});

describe('the questions asked of the books', () => {
  it('find nothing when all is well', () => {
    const pending = kept('t2', [500n, -500n], { phase: 'pending' });
    const posted = kept('t3', [500n, -500n], { phase: 'post', resolves: 't2' });
    expect(audit([kept('t1', [1000n, -1000n]), pending, posted])).toEqual([]);
    expect(audit([])).toEqual([]);
  });

  it('find a transaction and a book that do not sum to zero', () => {
    expect(audit([kept('t1', [1000n, -999n])])).toEqual([
      { kind: 'unbalanced-book', entity: 'fr', difference: new Money(1n, 'EUR') },
      { kind: 'unbalanced-transaction', transaction: 't1', difference: new Money(1n, 'EUR') },
    ]);
  });

  it('find two wrong transactions although together they sum to zero', () => {
    expect(audit([kept('t1', [1000n, -999n]), kept('t2', [999n, -1000n])]).map(({ kind }) => kind)).toEqual([
      'unbalanced-transaction',
      'unbalanced-transaction',
    ]);
  });

  it('do not let one book or one currency make up for another', () => {
    const all = [kept('t1', [1000n, -999n]), kept('t2', [999n, -1000n], { entity: 'be' })];
    expect(audit(all).filter(({ kind }) => kind === 'unbalanced-book')).toHaveLength(2);
    const crowns = kept('t2', [999n, -1000n], {}, 'SEK');
    expect(audit([kept('t1', [1000n, -999n]), crowns]).filter(({ kind }) => kind === 'unbalanced-book')).toHaveLength(
      2,
    );
  });

  it('find a transaction that lacks a posting', () => {
    expect(audit([kept('t1', [1000n, -1000n], { lines: 3 })])).toEqual([
      { kind: 'lines-missing', transaction: 't1', declared: 3, found: 2 },
    ]);
  });

  it('find a promise that was kept twice', () => {
    const again = (id: string) => kept(id, [500n, -500n], { phase: 'post', resolves: 't1' });
    expect(audit([kept('t1', [500n, -500n], { phase: 'pending' }), again('t2'), again('t3')])).toEqual([
      { kind: 'resolved-twice', transaction: 't1', times: 2 },
    ]);
  });

  it('find a resolution of something else than a promise of the same postings in the same book', () => {
    const resolution = kept('t2', [500n, -500n], { phase: 'void', resolves: 't1' });
    const finding = [{ kind: 'resolves-another', transaction: 't2', resolves: 't1' }];
    expect(audit([resolution])).toEqual(finding);
    expect(audit([kept('t1', [500n, -500n]), resolution])).toEqual(finding);
    expect(audit([kept('t1', [600n, -600n], { phase: 'pending' }), resolution])).toEqual(finding);
    expect(audit([kept('t1', [500n, -500n], { phase: 'pending', entity: 'be' }), resolution])).toEqual(finding);
  });
});
