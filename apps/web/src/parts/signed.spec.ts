import { negated, signed } from './signed.js';

const show = ({ amount }: { readonly amount: string }): string => amount;
const euro = (amount: string) => ({ amount, currency: 'EUR' });

describe('the sign of an amount', () => {
  it('is said of what adds as of what takes, and not of nothing', () => {
    expect(['30.19', '-65.00', '0.00'].map((amount) => signed(euro(amount), show))).toEqual([
      '+30.19',
      '-65.00',
      '0.00',
    ]);
  });

  it('turns around, and never makes a minus of nothing', () => {
    expect(['65.00', '-30.19', '0.00'].map((amount) => negated(euro(amount)).amount)).toEqual([
      '-65.00',
      '30.19',
      '0.00',
    ]);
  });
});
