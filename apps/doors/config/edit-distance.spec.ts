import fc from 'fast-check';
import { editDistance } from './edit-distance.js';

describe('the distance between two spellings', () => {
  it.each([
    ['DATABSE', 'DATABASE', 1],
    ['DATABASSE', 'DATABASE', 1],
    ['DATABOSE', 'DATABASE', 1],
    ['DATABAES', 'DATABASE', 1],
    ['', 'URL', 3],
    ['URL', 'URL', 0],
  ])('from %p to %p is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  const word = fc.string({ maxLength: 12 });

  it('is the same both ways, and nothing only for the same word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
