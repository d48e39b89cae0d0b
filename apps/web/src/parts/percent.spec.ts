import { readPercent } from './percent.js';

describe('a percentage as people type it', () => {
  it.each([
    ['6,5', '6.5'],
    ['6.5 %', '6.5'],
    [' 21% ', '21'],
    ['1.234', '1.234'],
    ['100', '100'],
  ])('is read from %s', (typed, read) => {
    expect(readPercent(typed)).toBe(read);
  });

  it.each(['', '%', '1.234,5', '1,23456', 'six', '-2', '1000'])('is not read from "%s"', (typed) => {
    expect(readPercent(typed)).toBeUndefined();
  });
});
