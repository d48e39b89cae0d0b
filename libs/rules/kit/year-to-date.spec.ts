import { runningSums } from './year-to-date.js';

const sums = runningSums('month', { monthPay: 'month', yearPay: 'year' });
const text = { monthPay: '100', yearPay: '-250' };

describe('sums that run over payslips', () => {
  it('are kept as text and read again', () => {
    expect(sums.state('2026-03', { monthPay: 100n, yearPay: -250n })).toEqual({ month: '2026-03', ...text });
    expect(sums.read(text, () => false)).toEqual({ monthPay: 100n, yearPay: -250n });
    expect(sums.state('2026-04', sums.nothing)).toEqual({ month: '2026-04', monthPay: '0', yearPay: '0' });
  });

  it('begin at zero where their span is over, and where nothing was kept', () => {
    expect(sums.read(text, (span) => span === 'month')).toEqual({ monthPay: 0n, yearPay: -250n });
    expect(sums.read({ yearPay: '7' }, () => false)).toEqual({ monthPay: 0n, yearPay: 7n });
  });

  it('are all in a state, or are not', () => {
    expect(sums.areIn({ ...text, month: '2026-03' })).toBe(true);
    expect(sums.areIn({ yearPay: '7' })).toBe(false);
    expect(sums.areIn({ ...text, monthPay: '1.5' })).toBe(false);
  });
});
