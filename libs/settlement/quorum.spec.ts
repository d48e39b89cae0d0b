import { liarsAmong, quorumOf } from './quorum.js';

describe('the quorum', () => {
  it.each([
    [3, 0, 2, 2],
    [4, 1, 3, 3],
    [5, 1, 4, 3],
    [6, 1, 4, 4],
    [7, 2, 5, 5],
    [10, 3, 7, 7],
    [15, 4, 10, 10],
    [27, 8, 18, 18],
  ])(
    'of %i members bears %i liars, needs %i locks for a final and %i skips for an abort',
    (members, liars, lock, skip) => {
      expect(liarsAmong(members)).toBe(liars);
      expect(quorumOf(members)).toEqual({ lock, skip });
    },
  );

  it('never lets two finals, or a final and an abort, exist in one round', () => {
    for (let members = 1; members <= 200; members += 1) {
      const { lock, skip } = quorumOf(members);
      const liars = liarsAmong(members);
      expect(2 * lock).toBeGreaterThan(members + liars);
      expect(lock + skip).toBeGreaterThan(members + liars);
    }
  });

  it('is reached by the honest members alone', () => {
    for (let members = 1; members <= 200; members += 1) {
      const { lock, skip } = quorumOf(members);
      const liars = liarsAmong(members);
      expect(lock).toBeLessThanOrEqual(members - liars);
      expect(skip).toBeLessThanOrEqual(members - liars);
    }
  });

  it.each([0, -1, 2.5])('is not defined for %p members', (members) => {
    expect(() => quorumOf(members)).toThrow(RangeError);
  });
});
