import { fundSeries } from './fund-series.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' }) as const;
const entry = (day: string, cash: string, advanced: string) => ({ day, cash: eur(cash), advanced: eur(advanced) });

describe('the guarantee fund through time', () => {
  it('is one point a day, each with all that was entered up to its end, to the cent', () => {
    const series = fundSeries([
      entry('2026-06-03', '908.18', '-908.18'),
      entry('2026-06-03', '-908.18', '908.18'),
      entry('2026-04-08', '-508.89', '508.89'),
      entry('2026-03-16', '20000.00', '0.00'),
    ]);
    expect(series.map(({ day, cash, advanced }) => [day, cash.amount, advanced.amount])).toEqual([
      ['2026-03-16', '20000.00', '0.00'],
      ['2026-04-08', '19491.11', '508.89'],
      ['2026-06-03', '19491.11', '508.89'],
    ]);
  });

  it('is nothing before the first entry', () => {
    expect(fundSeries([])).toEqual([]);
  });
});
