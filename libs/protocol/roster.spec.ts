import { day } from '@passerelle/values';
import { canonicalize, documentRules } from './canonical.js';
import { hashText } from './hash.js';
import { isSafeQuorum, quorumOf } from './quorum.js';
import { type Roster, keyAt, keyOf, keyringOf, signText, verifyFirstRoster, verifyNextRoster } from './roster.js';
import type { RosterContent } from './roster-schema.js';
import { signingKey } from './signature.js';
import { be, fr, rosterContent, se, signedBy } from './testing/federation.js';

function first(): Roster {
  const roster = verifyFirstRoster(signedBy(rosterContent, be, fr));
  if (!roster.ok) throw new Error(roster.refusal.kind);
  return roster.value;
}
const next = (change: Partial<RosterContent> = {}): RosterContent => ({
  ...rosterContent,
  version: 2,
  prev: first().hash,
  ...change,
});
const withKeys = (signingKeys: RosterContent['members'][number]['signingKeys']): RosterContent => ({
  ...rosterContent,
  members: rosterContent.members.map((member) => (member.id === 'be' ? { ...member, signingKeys } : member)),
});

describe('the quorums of a federation', () => {
  it.each([
    [3, 2, 2],
    [4, 3, 3],
    [5, 4, 3],
    [6, 4, 4],
    [7, 5, 5],
    [10, 7, 7],
    [15, 10, 10],
    [27, 18, 18],
  ])('of %i members are %i locks and %i skips', (members, lock, skip) => {
    expect(quorumOf(members)).toEqual({ lock, skip });
    expect(isSafeQuorum({ lock, skip }, members)).toBe(true);
    expect(isSafeQuorum({ lock: lock - 1, skip }, members)).toBe(false);
    expect(isSafeQuorum({ lock, skip: skip - 1 }, members)).toBe(false);
    expect(isSafeQuorum({ lock: members + 1, skip: members }, members)).toBe(false);
  });
});

describe('a roster', () => {
  it('counts when a quorum of its members has signed it', () => {
    expect(verifyFirstRoster(signedBy(rosterContent, be, fr)).ok).toBe(true);
    expect(verifyFirstRoster(signedBy(rosterContent, be))).toEqual({
      ok: false,
      refusal: { kind: 'too-few-signatures', signers: ['be'], needed: 2 },
    });
    expect(verifyFirstRoster(signedBy(rosterContent, be, be))).toMatchObject({ refusal: { signers: ['be'] } });
  });

  it('does not count signatures of strangers or under another text', () => {
    const stranger = signingKey({ node: 'fr', kid: 'fr-1', seed: new Uint8Array(32).fill(9) });
    expect(verifyFirstRoster(signedBy(rosterContent, be, stranger))).toMatchObject({ refusal: { signers: ['be'] } });
    const { m } = signedBy(rosterContent, be);
    const { sigs } = signedBy({ ...rosterContent, lateInterestPercent: '9' }, be, fr);
    expect(verifyFirstRoster({ m, sigs })).toMatchObject({ refusal: { kind: 'too-few-signatures', signers: [] } });
  });

  it('is the one whose hash was told from person to person', () => {
    const signed = signedBy(rosterContent, be, fr);
    expect(verifyFirstRoster(signed, hashText(signed.m)).ok).toBe(true);
    expect(verifyFirstRoster(signed, hashText('another'))).toEqual({
      ok: false,
      refusal: { kind: 'not-the-pinned-one' },
    });
  });

  it('is followed by the version that names it and is signed by a quorum of the members before', () => {
    expect(verifyNextRoster(first(), signedBy(next(), fr, se)).ok).toBe(true);
    expect(verifyNextRoster(first(), signedBy(next(), se))).toMatchObject({ refusal: { kind: 'too-few-signatures' } });
    expect(verifyNextRoster(first(), signedBy(next({ version: 3 }), fr, se))).toEqual({
      ok: false,
      refusal: { kind: 'not-the-next-version', expected: 2, found: 3 },
    });
    expect(verifyNextRoster(first(), signedBy(next({ prev: hashText('x') }), fr, se))).toEqual({
      ok: false,
      refusal: { kind: 'another-history' },
    });
    expect(verifyNextRoster(first(), signedBy(next({ net: 'other' }), fr, se))).toEqual({
      ok: false,
      refusal: { kind: 'another-federation', net: 'other' },
    });
  });

  it('cannot be changed by members it brings with itself', () => {
    const friend = signingKey({ node: 'xx', kid: 'xx-1', seed: new Uint8Array(32).fill(8) });
    const friendly = { kid: 'fr-1', publicKey: friend.publicKey, from: day('2026-01-01') };
    const friends = next({
      members: rosterContent.members.map((member) =>
        member.id === 'fr' ? { ...member, signingKeys: [friendly] } : member,
      ),
    });
    const impostor = { ...friend, node: 'fr', kid: 'fr-1' };
    expect(verifyNextRoster(first(), signedBy(friends, be, impostor))).toMatchObject({ refusal: { signers: ['be'] } });
  });

  it.each<[string, Partial<RosterContent>]>([
    ['a quorum that two results could reach', { quorum: { lock: 1, skip: 2 } }],
    ['a coordinator who is not a member', { coordinators: ['be', 'de'] }],
    ['a member twice', { members: [...rosterContent.members, rosterContent.members[0]!] }],
    ['a cap for somebody unknown', { caps: [{ creditor: 'be', debtor: 'de', currency: 'EUR', max: '1' }] }],
    ['nothing before its second version', { version: 2, prev: '' }],
    [
      'a cycle paid before it is proposed',
      { calendar: [{ ...rosterContent.calendar[0]!, payment: day('2026-05-01') }] },
    ],
    [
      'one currency for all without a fixing',
      { computations: [{ ...rosterContent.computations[0]!, mode: 'one-currency' }] },
    ],
  ])('cannot have %s', (_what, change) => {
    const content = { ...rosterContent, ...change };
    expect(() => signedBy(content, be, fr)).toThrow();
    const text = canonicalize(content, documentRules);
    if (!text.ok) throw new Error(text.refusal.kind);
    const sigs = [be, fr].map((key) => signText(text.value, key));
    expect(verifyFirstRoster({ m: text.value, sigs })).toMatchObject({ refusal: { kind: 'malformed' } });
  });

  it('is refused in another than its canonical form', () => {
    const { m, sigs } = signedBy(rosterContent, be, fr);
    expect(verifyFirstRoster({ m: ` ${m}`, sigs })).toMatchObject({ refusal: { kind: 'not-canonical' } });
    expect(verifyFirstRoster({ m: '{"kind":"roster"}', sigs })).toMatchObject({ refusal: { kind: 'malformed' } });
  });
});

describe('the keys of a member', () => {
  const [old] = rosterContent.members[0]!.signingKeys;
  const rotated = withKeys([
    { ...old!, spans: { fr: { first: '1', last: '10' } } },
    { kid: 'be-2', publicKey: fr.publicKey, from: day('2026-06-01'), spans: { fr: { first: '11' } } },
  ]);

  it('are found by their name at the message they sign', () => {
    const at = (kid: string, seq: bigint) => keyAt(rotated, { node: 'be', kid, peer: 'fr', seq })?.kid;
    expect([at('be-1', 10n), at('be-1', 11n)]).toEqual(['be-1', undefined]);
    expect([at('be-2', 10n), at('be-2', 11n)]).toEqual([undefined, 'be-2']);
    expect(keyAt(rotated, { node: 'de', kid: 'be-1', peer: 'fr', seq: 1n })).toBeUndefined();
  });

  it('have no limit on a channel that names none', () => {
    expect(keyAt(rotated, { node: 'be', kid: 'be-1', peer: 'se', seq: 999n })?.kid).toBe('be-1');
  });

  it('are tried newest first', () => {
    expect(keyringOf(rotated, 'be').map((key) => key.kid)).toEqual(['be-2', 'be-1']);
  });

  it('sign nothing after a theft, except what came before it on a channel', () => {
    const stolen = withKeys([{ ...old!, revoked: day('2026-06-01'), spans: { fr: { first: '1', last: '10' } } }]);
    const at = (peer: string, seq: bigint) => keyAt(stolen, { node: 'be', kid: 'be-1', peer, seq })?.kid;
    expect([at('fr', 10n), at('fr', 11n), at('se', 1n)]).toEqual(['be-1', undefined, undefined]);
    expect(keyOf(stolen, 'be', 'be-1')).toBeUndefined();
    expect(keyringOf(stolen, 'be').map((key) => key.signsDocuments)).toEqual([false]);
  });
});
