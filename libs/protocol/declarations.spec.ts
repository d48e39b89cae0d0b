import { day } from '@passerelle/values';
import { isDeclaredBy, isHashSignedBy, signDeclaration, signHash, wasDeclaredBy } from './declarations.js';
import { withoutKey } from './roster-changes.js';
import { be, fr, net, rosterContent } from './testing/federation.js';

const lock = { what: 'cycle.lock', cycle: '2026-04', round: '0', result: 'a' };
const sig = signDeclaration(lock, net, be);
const since = withoutKey('be', { kid: 'be-1', revoked: day('2026-05-02'), last: { fr: '7' } })(rosterContent);

describe('what a member declared', () => {
  it('is its own, and nobody else’s', () => {
    expect([isDeclaredBy('be', lock, sig, rosterContent), wasDeclaredBy('be', lock, sig, rosterContent)]).toEqual([
      true,
      true,
    ]);
    for (const isBy of [isDeclaredBy, wasDeclaredBy]) {
      expect(isBy('fr', lock, sig, rosterContent)).toBe(false);
      expect(isBy('be', { ...lock, round: '1' }, sig, rosterContent)).toBe(false);
      expect(isBy('be', lock, signDeclaration(lock, net, fr), rosterContent)).toBe(false);
    }
  });

  it('stays declared when the key is revoked, and counts for nothing new', () => {
    expect([wasDeclaredBy('be', lock, sig, since), isDeclaredBy('be', lock, sig, since)]).toEqual([true, false]);
  });

  it('stays an agreement when the key is revoked', () => {
    expect(isHashSignedBy('be', 'a-hash', signHash('a-hash', net, be), since)).toBe(true);
  });
});
