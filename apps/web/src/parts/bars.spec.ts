import { barsOf } from './bars.js';

describe('bars of a waterfall', () => {
  const lines = [{ amount: '65.00' }, { amount: '90.00' }, { amount: '-30.00' }, { amount: '275.00' }];
  const { price, net, lines: placed } = barsOf('1000.00', '600.00', lines);

  it('hang each line from where the one before ended', () => {
    expect(placed.map(({ bar }) => [bar.from, bar.width])).toEqual([
      [935, 65],
      [845, 90],
      [845, 30],
      [600, 275],
    ]);
  });

  it('end where the net begins', () => {
    expect(price.width).toBe(1000);
    expect(net.width).toBe(placed.at(-1)!.bar.from);
  });

  it('turn around for what is given back', () => {
    expect(placed.map(({ bar }) => bar.kind)).toEqual(['minus', 'minus', 'plus', 'minus']);
  });

  it('are empty without a price', () => {
    expect(barsOf('0.00', '0.00', []).net.width).toBe(0);
  });
});
