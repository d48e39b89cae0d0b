import { day, money } from '@passerelle/values';
import { demoCountry } from './index.js';

const march = { first: day('2026-03-02'), last: day('2026-03-06'), days: 5, paidOn: day('2026-03-17'), facts: {} };

const amountsOf = (cost: string): readonly string[] => {
  const answer = demoCountry.fromCost(money(cost, 'EUR'), march);
  if (!answer.ok) throw new Error(answer.refusal.detail);
  const { payslip } = answer.value;
  const lines = payslip.lines.map(({ worker, employer }) => (worker ?? employer)!.amount.toDecimal());
  return [...lines, payslip.net.toDecimal(), payslip.cost.toDecimal(), answer.value.remainder.toDecimal()];
};

describe('the demo country', () => {
  it('pays 512.00 net from an employment budget of 935.00', () => {
    expect(amountsOf('935.00')).toEqual(['736.22', '-96.22', '-128.00', '184.06', '14.72', '512.00', '935.00', '0.00']);
  });

  it('pays 402.48 net from an employment budget of 735.00', () => {
    expect(amountsOf('735.00')).toEqual(['578.74', '-75.64', '-100.62', '144.69', '11.57', '402.48', '735.00', '0.00']);
  });

  it('refuses a cost that no gross fits into and says how much is missing', () => {
    const answer = demoCountry.fromCost(money('0.00', 'EUR'), march);
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'cost-too-small', field: 'cost' } });
  });

  it('refuses a day before its rules begin by naming the rule and the day', () => {
    const december = { ...march, first: day('2023-12-04'), last: day('2023-12-08'), gross: money('500.00', 'EUR') };
    expect(demoCountry.payslip(december)).toMatchObject({
      ok: false,
      refusal: { kind: 'no-rule-on-date', date: '2023-12-04', rule: 'xx.pay.floor' },
    });
  });

  it('refuses a fact that its rules do not know by name', () => {
    const answer = demoCountry.payslip({ ...march, gross: money('500.00', 'EUR'), facts: { hat: 'red' } });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'impossible-facts', field: 'hat' } });
  });

  it('refuses a net that no month of work pays, and a pay of nothing', () => {
    expect(demoCountry.fromNet(money('99999999999999.00', 'EUR'), march)).toMatchObject({ refusal: { field: 'net' } });
    expect(demoCountry.fromNet(money('0.00', 'EUR'), march)).toMatchObject({ refusal: { field: 'gross' } });
  });

  it('refuses a period over two months, reversed days and more days of work than days', () => {
    const gross = money('500.00', 'EUR');
    const refusalOf = (change: object) => demoCountry.payslip({ ...march, gross, ...change });
    expect(refusalOf({ last: day('2026-04-01') })).toMatchObject({ refusal: { field: 'last' } });
    expect(refusalOf({ last: day('2026-03-01') })).toMatchObject({ refusal: { field: 'last' } });
    expect(refusalOf({ days: 6 })).toMatchObject({ refusal: { field: 'days' } });
  });
});
