import { hashText, rosterFile, rosterText } from '@passerelle/protocol';
import { keys, rosterContent, signedRoster } from '../testing/federation.js';
import { rosterInForce, RosterRefused } from './roster-in-force.js';

const first = signedRoster(rosterContent, keys.be, keys.fr, keys.se);
const secondContent = { ...rosterContent, version: 2, prev: hashText(first.m), lateInterestPercent: '9' };
const second = signedRoster(secondContent, keys.be, keys.fr, keys.se);

describe('the roster in force', () => {
  it('begins with the first version on file', () => {
    const { roster, added } = rosterInForce([], JSON.stringify(first));
    expect([roster.content.version, added.length]).toEqual([1, 1]);
  });

  it('goes on with the next version when the members have signed it', () => {
    expect(rosterInForce([first], JSON.stringify(second))).toMatchObject({ roster: { signed: second } });
    expect(rosterInForce([first, second], JSON.stringify(second)).added).toEqual([]);
  });

  it('follows all versions of a file that has them, also when some were missed', () => {
    const { roster, added } = rosterInForce([], rosterFile([first, second]));
    expect([roster.content.version, added.length]).toEqual([2, 2]);
    expect(rosterInForce([first], rosterFile([first, second])).added).toHaveLength(1);
  });

  it('stays the newest one when the file is older', () => {
    expect(rosterInForce([first, second], JSON.stringify(first))).toMatchObject({
      added: [],
      roster: { content: { version: 2 } },
    });
  });

  it.each([
    ['is not JSON', 'roster', /not-json/],
    ['is something else', '{"name":"be"}', /not-a-roster/],
    ['too few members have signed', JSON.stringify(signedRoster(secondContent, keys.be)), /too-few-signatures/],
    [
      'skips a version',
      JSON.stringify(signedRoster({ ...secondContent, version: 3 }, keys.be, keys.fr, keys.se)),
      /not-the-next-version/,
    ],
    [
      'continues another history',
      JSON.stringify(signedRoster({ ...secondContent, prev: hashText(rosterText(secondContent)) }, keys.be, keys.fr)),
      /another-history/,
    ],
  ])('is refused when the file %s', (_what, file, why) => {
    expect(() => rosterInForce([first], file)).toThrow(RosterRefused);
    expect(() => rosterInForce([first], file)).toThrow(why);
  });
});
