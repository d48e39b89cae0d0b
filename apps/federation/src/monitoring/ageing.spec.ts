import { day } from '@passerelle/values';
import { obligation, reportOf, reportsOf } from '../testing/federation.js';
import { ageOn, ageingOf } from './ageing.js';

const parties = { debtor: 'fr', creditor: 'be' } as const;

describe('the age of a debt', () => {
  it.each([
    ['2026-04-09', 'not-due'],
    ['2026-04-08', '0-7'],
    ['2026-04-01', '0-7'],
    ['2026-03-31', '8-30'],
    ['2026-03-09', '8-30'],
    ['2026-03-08', '31-60'],
    ['2026-02-07', '31-60'],
    ['2026-02-06', 'over-60'],
  ])('due on %s is %s on 8 April', (due, age) => {
    expect(ageOn(day(due), day('2026-04-08'))).toBe(age);
  });
});

describe('ageing', () => {
  it('adds up what each member owes another, by age, with who signed it', () => {
    const debts = [
      obligation(1, parties, { due: day('2026-04-20') }),
      obligation(2, parties, { due: day('2026-04-05'), amount: '1000' }),
      obligation(3, parties, { due: day('2026-01-05'), amount: '2000', state: 'held' }),
      obligation(4, parties, { due: day('2026-01-01'), state: 'settled' }),
    ];
    const reports = reportsOf(reportOf('be', { obligations: debts }), reportOf('fr', { obligations: debts }));
    const [aged] = ageingOf(reports, day('2026-04-08'));
    expect(Object.entries(aged!.amounts).map(([age, amount]) => `${age} ${amount}`)).toEqual([
      'not-due 980.00 EUR',
      '0-7 10.00 EUR',
      '8-30 0.00 EUR',
      '31-60 0.00 EUR',
      'over-60 20.00 EUR',
    ]);
    expect(aged).toMatchObject({ debtor: 'fr', creditor: 'be', oldestDue: '2026-01-05', signedBy: ['be', 'fr'] });
  });

  it('takes the debtor’s word where the creditor does not report a debt', () => {
    const reports = reportsOf(reportOf('be'), reportOf('fr', { obligations: [obligation(1, parties)] }));
    expect(ageingOf(reports, day('2026-04-08'))).toHaveLength(1);
  });
});
