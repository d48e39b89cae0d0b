import type { Announced } from '@passerelle/protocol';
import { releaseFinding } from './releases.service.js';

const none = { count: 0, types: [] as readonly string[] };
const understood = { here: none, there: none };
const announcing = (release: string | null, versions: readonly number[] = [1]): Announced => ({
  versions,
  features: [],
  release,
});
const found = (announced: Announced | null, unsupported = understood, ours = '1.4.0') => {
  const { result, says, remedy } = releaseFinding({ peer: 'fr', announced }, unsupported, ours);
  return [result, says.code, remedy?.code];
};

describe('the releases of two nodes', () => {
  it('are well beside each other, and while nothing is known', () => {
    expect(found(null)).toEqual(['ok', 'release-unheard', undefined]);
    expect(found(announcing(null))).toEqual(['ok', 'release-unsaid', undefined]);
    for (const theirs of ['1.4.0', '1.4.9', '1.3.2', '1.5.0'])
      expect(found(announcing(theirs))).toEqual(['ok', 'release-near', undefined]);
  });

  it('are a warning when they lie apart, which says who is behind', () => {
    expect(found(announcing('1.6.0'))).toEqual(['warn', 'release-far', 'upgrade-here']);
    expect(found(announcing('2.0.0'))).toEqual(['warn', 'release-far', 'upgrade-here']);
    expect(found(announcing('1.2.9'))).toEqual(['warn', 'release-far', 'upgrade-there']);
    expect(found(announcing('0.9.0'))).toEqual(['warn', 'release-far', 'upgrade-there']);
  });

  it('fail when the two have no version of the protocol in common', () => {
    expect(found(announcing('3.0.0', [2, 3]))).toEqual(['fail', 'release-no-common', 'upgrade-here']);
    expect(found(announcing('1.4.0', [1, 2]))).toEqual(['ok', 'release-near', undefined]);
  });

  it('are a warning when one did not know what the other said', () => {
    const painted = { count: 3, types: ['mission.paint'] };
    expect(found(announcing('1.5.0'), { here: painted, there: none })).toEqual([
      'warn',
      'release-unsupported-here',
      'upgrade-here',
    ]);
    expect(found(announcing('1.3.0'), { here: none, there: painted })).toEqual([
      'warn',
      'release-unsupported-there',
      'upgrade-there',
    ]);
  });
});
