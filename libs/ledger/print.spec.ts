import { day, money } from '@passerelle/values';
import { account } from './account.js';
import { transaction } from './build.js';
import { printPostings } from './print.js';

const eur = (amount: string) => money(amount, 'EUR');
const entry = { entity: 'fr', day: day('2026-03-27'), cause: 'invoice:2026-001' } as const;

describe('printed postings', () => {
  it('show debits left and credits right, aligned over all transactions', () => {
    const invoice = transaction({ ...entry, id: 't1', kind: 'invoice-issued', text: 'Invoice 2026-001' })
      .debit(account('client', 'lille'), eur('1200.00'))
      .credit(account('sales'), eur('1000.00'))
      .credit(account('vat.output'), eur('200.00'));
    const transfer = transaction({
      ...entry,
      id: 't2',
      kind: 'transfer-ordered',
      text: 'To Brussels',
      phase: 'pending',
    })
      .debit(account('due.to', 'be'), eur('980.00'))
      .credit(account('bank.transit'), eur('980.00'));
    expect(`\n${printPostings([invoice.mustBuild(), transfer.mustBuild()])}\n`).toBe(`
2026-03-27  invoice-issued · Invoice 2026-001
  client:lille  1200.00 EUR
  sales                      1000.00 EUR
  vat.output                  200.00 EUR
2026-03-27  transfer-ordered (pending) · To Brussels
  due.to:be      980.00 EUR
  bank.transit                980.00 EUR
`);
  });

  it('are an empty text for an empty book', () => {
    expect(printPostings([])).toBe('');
  });
});
