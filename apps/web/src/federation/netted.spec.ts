import { nettedByCurrency } from './netted.js';

const cycle = (cutOff: string | null, sums: Readonly<Record<string, readonly [gross: string, net: string]>> = {}) => ({
  cutOff,
  gross: Object.entries(sums).map(([currency, [amount]]) => ({ amount, currency })),
  net: Object.entries(sums).map(([currency, [, amount]]) => ({ amount, currency })),
});

describe('what cycles made of debts', () => {
  it('is a series for each currency, the oldest cycle first, with exact sums', () => {
    const [euros, ...others] = nettedByCurrency([
      cycle('2026-05-31'),
      cycle('2026-04-30', { EUR: ['0.20', '0.10'], SEK: ['5.00', '5.00'] }),
      cycle('2026-03-31', { EUR: ['1980.10', '880.10'] }),
    ]);
    expect(others).toEqual([]);
    expect(euros).toMatchObject({ currency: 'EUR', days: ['2026-03-31', '2026-04-30'] });
    expect(euros!.net.map(({ amount }) => amount)).toEqual(['880.10', '0.10']);
    expect(euros!.total).toEqual({
      gross: { amount: '1980.30', currency: 'EUR' },
      net: { amount: '880.20', currency: 'EUR' },
    });
  });

  it('is no history while a single cycle has a result, or none says when it ended', () => {
    expect(nettedByCurrency([cycle('2026-03-31', { EUR: ['1.00', '1.00'] }), cycle('2026-04-30')])).toEqual([]);
    const undated = cycle(null, { EUR: ['1.00', '1.00'] });
    expect(nettedByCurrency([undated, undated])).toEqual([]);
  });
});
