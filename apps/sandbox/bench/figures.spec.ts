import { quantile, rounded } from './figures.js';

describe('figures of a measure', () => {
  it('have a middle and a bad end', () => {
    const samples = [9, 1, 5, 3, 7, 100, 2, 8, 4, 6];
    expect([quantile(samples, 0.5), quantile(samples, 0.95), quantile([4], 0.5)]).toEqual([5, 100, 4]);
    expect(() => quantile([], 0.5)).toThrow('nothing');
  });

  it('say no more than a second run would', () => {
    expect([rounded(12345.6), rounded(0.0123456), rounded(7)]).toEqual([12300, 0.0123, 7]);
  });
});
