import { Money, day, money, percent, sum } from '@passerelle/values';
import fc from 'fast-check';
import { feeForNet, payslipFromFee, publishedEstimate } from './umbrella.js';

const ingridInMarch = {
  first: day('2026-03-02'),
  last: day('2026-03-27'),
  days: 20,
  paidOn: day('2026-04-08'),
  facts: {},
};
const none = money('0.00', 'SEK');

describe('a fee in Malmö', () => {
  it('becomes what Frilans Finans publishes for 40 000 kronor', () => {
    // https://www.frilansfinans.se/fragor-och-svar/hur-beraknar-frilans-finans-min-lon/
    const rates = { vat: percent('25'), share: percent('6'), contributions: percent('31.42'), tax: percent('30') };
    expect(publishedEstimate(40_000n, rates)).toEqual({
      feeWithVat: 50_000n,
      share: 2_400n,
      contributions: 8_989n,
      gross: 28_611n,
      tax: 8_583n,
    });
  });

  it('pays Ingrid the same gross and contributions by the rules of a payslip', () => {
    const answer = payslipFromFee(
      { fee: money('40000.00', 'SEK'), shareRate: percent('6'), directCosts: none },
      { ...ingridInMarch, facts: { withholding: 'side-income' } },
    );
    if (!answer.ok) throw new Error(answer.refusal.detail);
    const { payslip, share, remainder } = answer.value;
    expect([share, payslip.gross, payslip.cost, payslip.net, remainder].map(String)).toEqual([
      '2400.00 SEK',
      '28611.00 SEK',
      '37600.00 SEK',
      '20028.00 SEK',
      '0.00 SEK',
    ]);
  });

  it('is divided without a rest, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.bigInt(200n, 30_000_000n),
        fc.integer({ min: 0, max: 900 }),
        fc.bigInt(0n, 100n),
        (fee, share, costs) => {
          const answer = payslipFromFee(
            { fee: new Money(fee, 'SEK'), shareRate: percent(`${share / 10}`), directCosts: new Money(costs, 'SEK') },
            ingridInMarch,
          );
          fc.pre(answer.ok);
          const { payslip, ...parts } = answer.value;
          expect(sum([parts.share, parts.directCosts, payslip.cost, parts.remainder], 'SEK').minor).toBe(fee);
        },
      ),
    );
  });

  it('is found from a wanted net, and one öre less does not pay it', () => {
    fc.assert(
      fc.property(fc.bigInt(100n, 6_000_000n), (net) => {
        const fee = { shareRate: percent('6.5'), directCosts: money('120.00', 'SEK') };
        const found = feeForNet(new Money(net, 'SEK'), fee, ingridInMarch);
        if (!found.ok) throw new Error(found.refusal.detail);
        expect(found.value.payslip.net.minor).toBeGreaterThanOrEqual(net);
        expect(found.value.remainder.minor).toBeGreaterThanOrEqual(0n);
        const less = found.value.fee.minus(new Money(1n, 'SEK'));
        const left = less.minus(less.times(fee.shareRate, 'halfUp')).minus(fee.directCosts);
        expect(left.isLessThan(found.value.payslip.cost)).toBe(true);
      }),
    );
  });

  it('pays nothing when the share takes all of it', () => {
    expect(
      feeForNet(money('100.00', 'SEK'), { shareRate: percent('100'), directCosts: none }, ingridInMarch),
    ).toMatchObject({
      ok: false,
      refusal: { kind: 'impossible-facts', field: 'shareRate' },
    });
  });
});
