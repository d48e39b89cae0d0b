import { readRoles } from './provider.js';

describe('the roles a provider gives', () => {
  it('are read from a claim and the values in it', () => {
    expect(readRoles('groups:coop-pay=payroll,coop-money=finance')).toEqual({
      claim: 'groups',
      roles: { 'coop-pay': 'payroll', 'coop-money': 'finance' },
    });
    expect(readRoles('https://coop.example/roles:x=adviser')?.claim).toBe('https://coop.example/roles');
  });

  it.each([
    'groups',
    'groups:',
    'groups:x',
    'groups:x=king',
    'groups:x=worker',
    'groups:=payroll',
    'groups:a=b=payroll',
  ])('are refused when they are written as %s', (text) => {
    expect(readRoles(text)).toBeUndefined();
  });
});
