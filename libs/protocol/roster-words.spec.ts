import { readRosterFile } from './roster-chain.js';
import { wordsOfRefusal } from './roster-words.js';
import { verifyFirstRoster, verifyNextRoster } from './roster.js';
import { be, fr, rosterContent, signedBy } from './testing/federation.js';

const first = verifyFirstRoster(signedBy(rosterContent, be, fr));
if (!first.ok) throw new Error(first.refusal.kind);
const why = (of: ReturnType<typeof verifyFirstRoster> | ReturnType<typeof readRosterFile>): string =>
  of.ok ? 'it counts' : wordsOfRefusal(of.refusal);

describe('why a roster does not count', () => {
  it('is told in a sentence, with the name of the rule', () => {
    expect(why(readRosterFile('{'))).toBe('the file is no JSON (not-json)');
    expect(why(readRosterFile('{"name":"be"}'))).toBe('the file is no roster (not-a-roster)');
    expect(why(verifyFirstRoster(signedBy(rosterContent, be)))).toBe(
      'too few members have signed it: be, and 2 are needed (too-few-signatures)',
    );
    expect(why(verifyFirstRoster(signedBy(rosterContent)))).toContain('nobody who may, and 2 are needed');
    expect(why(verifyNextRoster(first.value, signedBy(rosterContent, be, fr)))).toBe(
      'version 2 was expected, and 1 found (not-the-next-version)',
    );
  });

  it('names what was changed by hand, and what no roster may say', () => {
    const { m, sigs } = signedBy(rosterContent, be, fr);
    expect(why(verifyFirstRoster({ m: ` ${m}`, sigs }))).toMatch(/written by hand or changed: .*\(not-canonical\)/);
    const misspelt = m.replace('"lateInterestPercent":"8"', '"lateInterestPercent":"eight"');
    expect(why(verifyFirstRoster({ m: misspelt, sigs }))).toMatch(/lateInterestPercent .*\(malformed\)/);
  });
});
