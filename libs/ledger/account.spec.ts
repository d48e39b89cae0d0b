import { account, concernOfAccount, isAccount, kindOfAccount } from './account.js';

describe('an account', () => {
  it('is a kind, or a kind and whom it concerns', () => {
    expect(account('vat.output')).toBe('vat.output');
    expect(account('client', 'lille')).toBe('client:lille');
    expect(account('due.to:be')).toBe(account('due.to', 'be'));
    expect(account('clearing', '2026-04')).toBe('clearing:2026-04');
    expect(account('member', '0198f3c2-7a10-7cc3-98c4-dc0c0c07398f')).toBe(
      'member:0198f3c2-7a10-7cc3-98c4-dc0c0c07398f',
    );
  });

  it('tells its kind and its concern', () => {
    expect(kindOfAccount(account('due.to:be'))).toBe('due.to');
    expect(concernOfAccount(account('due.to:be'))).toBe('be');
    expect(kindOfAccount(account('bank'))).toBe('bank');
    expect(concernOfAccount(account('bank'))).toBeNull();
  });

  it.each([
    '',
    'Bank',
    'bank ',
    'bank:',
    ':be',
    'a:b:c',
    'vat..output',
    'vat.',
    'client:two words',
    `client:${'x'.repeat(81)}`,
  ])('is not "%s"', (text) => {
    expect(isAccount(text)).toBe(false);
    expect(() => account(text)).toThrow(RangeError);
  });
});
