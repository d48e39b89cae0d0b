import { Chance } from './testing/chance.js';
import { LyingCoordinator, underLiar } from './testing/liar.js';

describe('under a coordinator that lies in every way', () => {
  const members = ['be', 'de', 'fr', 'se'];

  it('no two results can become final, and nobody votes twice in a round', () => {
    let locked = 0;
    let aborted = 0;
    let carried = 0;
    for (let seed = 1; seed <= 1500; seed += 1) {
      const liar = new LyingCoordinator(underLiar(members), new Chance(seed));
      for (let act = 0; act < 60; act += 1) liar.act();
      expect(`seed ${seed}: ${liar.finals().size < 2}`).toBe(`seed ${seed}: true`);
      for (const round of liar.rounds()) {
        const skips = liar.count((vote) => vote.round === round && vote.vote === 'skip') + 1;
        if (skips >= liar.federation.quorum.skip) aborted += 1;
        for (const node of members)
          expect(liar.count((vote) => vote.node === node && vote.round === round)).toBeLessThan(2);
      }
      locked += liar.finals().size;
      const locks = liar.cast.filter(({ vote }) => vote === 'lock');
      carried += locks.filter((one) =>
        locks.some((other) => other.result === one.result && other.round < one.round),
      ).length;
    }
    // The liar got far enough for the rules to matter.
    expect(locked).toBeGreaterThan(100);
    expect(aborted).toBeGreaterThan(100);
    expect(carried).toBeGreaterThan(100);
  });
});
