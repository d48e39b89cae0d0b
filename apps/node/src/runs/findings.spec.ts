import { country, money } from '@passerelle/values';
import { type Seen, findingsOf } from './findings.js';

const slip = (net: string, days = 5, iban = 'BE71096123456769'): Seen => ({ net: money(net, 'EUR'), days, iban });
const kinds = (now: Seen, before: Seen | null, a1Missing: string | null = null): string[] =>
  findingsOf(now, before, { a1Missing: a1Missing === null ? null : country(a1Missing) }).map(({ kind }) => kind);

describe('what is unusual about a payslip', () => {
  it('is nothing when a day pays as it did before, however many days there are', () => {
    expect(kinds(slip('1000.00', 10), slip('500.00', 5))).toEqual([]);
  });

  it.each([
    ['120.00', []],
    ['120.01', ['net-change']],
    ['80.00', []],
    ['79.99', ['net-change']],
  ])('begins above a fifth more or less: %s instead of 100.00', (net, found) => {
    expect(kinds(slip(net), slip('100.00'))).toEqual(found);
  });

  it('is another account than the last wage went to', () => {
    expect(kinds(slip('500.00', 5, 'BE68539007547034'), slip('500.00'))).toEqual(['new-account']);
  });

  it('is the first payslip of a person, which can be compared with nothing', () => {
    expect(kinds(slip('500.00'), null)).toEqual(['first-payslip']);
  });

  it('is nothing or less to pay', () => {
    expect(kinds(slip('0.00'), slip('0.00'))).toEqual(['not-positive']);
    expect(kinds(slip('-1.00'), slip('500.00'))).toEqual(['net-change', 'not-positive']);
  });

  it('is work abroad without a certificate', () => {
    expect(findingsOf(slip('500.00'), slip('500.00'), { a1Missing: country('FR') })).toEqual([
      { kind: 'no-a1', country: 'FR' },
    ]);
  });
});
