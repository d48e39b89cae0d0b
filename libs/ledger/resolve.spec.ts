import { day, money } from '@passerelle/values';
import { account } from './account.js';
import { balances } from './balances.js';
import { transaction } from './build.js';
import { resolve, reverse } from './resolve.js';
import type { Transaction } from './transaction.js';

const bank = account('bank.transit');
const wages = account('wages.payable', 'amina');

const entry = (id: string, kind: string) => ({
  id,
  kind,
  entity: 'be',
  day: day('2026-04-08'),
  cause: 'payslip:amina-2026-03' as const,
  text: 'Wage of Amina',
});

const ordered: Transaction = transaction({ ...entry('t1', 'wage-ordered'), phase: 'pending' })
  .debit(wages, money('612.40', 'EUR'))
  .credit(bank, money('612.40', 'EUR'))
  .mustBuild();

const settled = (outcome: 'post' | 'void') => {
  const result = resolve(ordered, null, outcome, entry('t2', 'wage-settled'));
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
};

const text = (transactions: Transaction[]) =>
  balances(transactions).map(
    ({ account, posted, pending }) => `${account} ${posted.toDecimal()} ${pending.toDecimal()}`,
  );

describe('a pending transaction', () => {
  it('counts as promised, not as posted', () => {
    expect(text([ordered])).toEqual(['bank.transit 0.00 -612.40', 'wages.payable:amina 0.00 612.40']);
  });

  it('counts once it is posted', () => {
    expect(text([ordered, settled('post')])).toEqual(['bank.transit -612.40 0.00', 'wages.payable:amina 612.40 0.00']);
    expect(settled('post')).toMatchObject({ entity: 'be', phase: 'post', resolves: 't1' });
  });

  it('leaves nothing behind once it is voided', () => {
    expect(text([ordered, settled('void')])).toEqual([]);
  });

  it.each(['post', 'void'] as const)('is not resolved again after a %s', (earlier) => {
    for (const outcome of ['post', 'void'] as const)
      expect(resolve(ordered, settled(earlier), outcome, entry('t3', 'wage-returned'))).toEqual({
        ok: false,
        refusal: { kind: 'already-resolved', outcome: earlier, day: '2026-04-08' },
      });
  });

  it('cannot be resolved by looking at the resolution of another one', () => {
    const other = { ...settled('post'), resolves: 't9' } as Transaction;
    expect(() => resolve(ordered, other, 'post', entry('t3', 'wage-settled'))).toThrow(
      'belongs to another transaction',
    );
  });
});

describe('a transaction that is not pending', () => {
  it('cannot be posted or voided', () => {
    expect(resolve(settled('post'), null, 'void', entry('t3', 'wage-returned'))).toEqual({
      ok: false,
      refusal: { kind: 'not-pending', phase: 'post' },
    });
  });
});

describe('a reversal', () => {
  const reversal = { id: 't4', day: day('2026-04-09'), text: 'Paid to the wrong account' };

  it('exchanges the sides and keeps the cause, so that it can be booked only once', () => {
    const reversed = reverse(settled('post'), reversal);
    expect(reversed).toMatchObject({ kind: 'wage-settled-reversed', cause: 'payslip:amina-2026-03', phase: 'posted' });
    expect(text([ordered, settled('post'), reversed])).toEqual([]);
  });

  it('may be given a kind and a cause of its own', () => {
    const reversed = reverse(settled('post'), { ...reversal, kind: 'wage-returned', cause: 'statement:12' });
    expect(reversed).toMatchObject({ kind: 'wage-returned', cause: 'statement:12' });
  });

  it('is not how a pending or voided transaction is taken back', () => {
    expect(() => reverse(ordered, reversal)).toThrow('wage-ordered is pending');
    expect(() => reverse(settled('void'), reversal)).toThrow('wage-settled is void');
  });
});
