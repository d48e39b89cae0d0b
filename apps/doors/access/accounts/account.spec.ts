import {
  type Account,
  confinedTo,
  mayActFor,
  type NewAccount,
  newAccountRefusal,
  passwordRefusal,
  roles,
} from './account.js';

const amina: Account = { id: '1', email: 'amina@demo.example', roles: ['worker'], subject: 'amina', language: 'fr' };
const wanted: NewAccount = { ...amina, password: 'a sentence to remember' };

describe('an account', () => {
  it.each<[string, Partial<NewAccount>]>([
    ['not-an-email', { email: 'amina' }],
    ['not-an-email', { email: `${'a'.repeat(250)}@demo.example` }],
    ['no-role', { roles: [] }],
    ['unknown-role', { roles: ['worker', 'fedadmin'] }],
    ['worker-without-subject', { subject: undefined }],
    ['worker-without-subject', { subject: '' }],
    ['password-too-short', { password: 'eleven char' }],
  ])('is refused as %s with %j', (kind, part) => {
    const known = roles.filter((role) => role !== 'fedadmin');
    expect(newAccountRefusal({ ...wanted, ...part }, known)?.kind).toBe(kind);
  });

  it('is made for staff without a subject, and for a member of the staff with one', () => {
    expect(newAccountRefusal({ ...wanted, roles: ['payroll'], subject: undefined }, roles)).toBeUndefined();
    expect(newAccountRefusal({ ...wanted, roles: ['worker', 'payroll'] }, roles)).toBeUndefined();
    expect(newAccountRefusal(wanted, roles)).toBeUndefined();
  });

  it('has a password of 12 to 200 characters', () => {
    expect(passwordRefusal('x'.repeat(11))).toEqual({ kind: 'password-too-short', least: 12 });
    expect(passwordRefusal('x'.repeat(12))).toBeUndefined();
    expect(passwordRefusal('x'.repeat(200))).toBeUndefined();
    expect(passwordRefusal('x'.repeat(201))).toEqual({ kind: 'password-too-long', most: 200 });
  });

  it('confines a worker to her own things and staff to nothing', () => {
    expect(confinedTo(amina)).toBe('amina');
    expect(confinedTo({ ...amina, roles: ['worker', 'adviser'] })).toBeUndefined();
    expect([mayActFor(amina, 'amina'), mayActFor(amina, 'lucas')]).toEqual([true, false]);
    expect(mayActFor({ ...amina, roles: ['payroll'] }, 'lucas')).toBe(true);
  });

  it('opens nothing to an account that has lost its roles or its subject', () => {
    expect(mayActFor({ ...amina, roles: [] }, 'lucas')).toBe(false);
    expect(() => confinedTo({ ...amina, subject: undefined })).toThrow('without a subject');
  });
});
