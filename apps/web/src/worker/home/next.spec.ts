import { nextOf } from './next.js';

const owed = (payOn: string) => ({ payOn, paidOn: null });
const paid = (paidOn: string) => ({ payOn: paidOn, paidOn });

describe('the next payment', () => {
  it('is the wage whose day of pay comes first, not the one that was made last', () => {
    expect(nextOf([owed('2026-05-20'), paid('2026-03-24'), owed('2026-04-08')])).toEqual(owed('2026-04-08'));
  });

  it('is one that is late before one that is not due yet', () => {
    expect(nextOf([owed('2026-04-08'), owed('2026-03-24')])).toEqual(owed('2026-03-24'));
  });

  it('is the last one that was paid when nothing is owed, and none before the first payslip', () => {
    expect(nextOf([paid('2026-03-24'), paid('2026-04-08')])).toEqual(paid('2026-04-08'));
    expect(nextOf([])).toBeUndefined();
  });
});
