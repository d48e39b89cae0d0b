import { day } from '@passerelle/values';
import { open, seal } from './envelope.js';
import { hashOf } from './hash.js';
import { ringAfter, ringRotated } from './channel/opening.js';
import { withRotation } from './keyring.js';
import type { RosterContent } from './roster-schema.js';
import { keyringOf } from './roster.js';
import { announce, rotationOf } from './rotation.js';
import { signingKey } from './signature.js';
import { be, net, ringOf, rosterContent } from './testing/federation.js';

const fresh = signingKey({ node: 'be', kid: 'be-2', seed: new Uint8Array(32).fill(7) });

function message(seq: number, key = be, body: object = announce(fresh, net)) {
  const sealed = seal(
    {
      ack: '0',
      at: '2026-06-01T08:00:00.000Z',
      body: { ...body },
      from: 'be',
      id: '0198f5c1-8f2a-7c3b-9a41-0242ac120002',
      net,
      prev: seq === 1 ? '' : hashOf({ seq: String(seq) }),
      seq: String(seq),
      to: 'fr',
      type: 'key.rotate',
    },
    key,
  );
  if (!sealed.ok) throw new Error(sealed.refusal.kind);
  return sealed.value;
}

/** The new key in the roster, revoked after a last message to Paris or not. */
const listedKey = (revoked?: { readonly last: string }) => ({
  kid: fresh.kid,
  publicKey: fresh.publicKey,
  from: day('2026-06-01'),
  ...(revoked && { revoked: day('2026-07-01'), spans: { fr: { first: '1', last: revoked.last } } }),
});

describe('a new key', () => {
  const rotation = rotationOf(message(5), announce(fresh, net));
  if (!rotation.ok) throw new Error(rotation.refusal.kind);
  const ring = withRotation(ringOf(be), 'be', rotation.value);

  it('signs what follows its announcement, and the old one no longer does', () => {
    expect(open(message(5).sealed, ring).ok).toBe(true);
    expect(open(message(6, fresh).sealed, ring).ok).toBe(true);
    expect(open(message(6, be).sealed, ring)).toMatchObject({ refusal: { kind: 'wrong-key' } });
    expect(open(message(5, fresh).sealed, ring)).toMatchObject({ refusal: { kind: 'wrong-key' } });
  });

  it('changes nothing on another channel', () => {
    expect(ring.filter((key) => key.signs('se', 6n)).map((key) => key.kid)).toEqual(['be-1']);
  });

  it('signs nothing that the roster has revoked, also when the revocation came later', () => {
    const listed = (revoked?: { last: string }): RosterContent => ({
      ...rosterContent,
      members: rosterContent.members.map((member) =>
        member.id === 'be' ? { ...member, signingKeys: [...member.signingKeys, listedKey(revoked)] } : member,
      ),
    });
    const afterwards = withRotation(keyringOf(listed(), 'be'), 'be', rotation.value);
    expect(open(message(9, fresh).sealed, afterwards).ok).toBe(true);
    expect(open(message(5, fresh).sealed, afterwards).ok).toBe(false);
    const revoked = withRotation(keyringOf(listed({ last: '8' }), 'be'), 'be', rotation.value);
    expect(open(message(8, fresh).sealed, revoked).ok).toBe(true);
    expect(open(message(9, fresh).sealed, revoked)).toMatchObject({ refusal: { kind: 'wrong-key' } });
    expect(open(message(9).sealed, revoked)).toMatchObject({ refusal: { kind: 'wrong-key' } });
  });

  it('leaves to the roster every key that did not sign the announcement', () => {
    const third = signingKey({ node: 'be', kid: 'be-3', seed: new Uint8Array(32).fill(8) });
    const wide = [...ringOf(be), ...ringOf(be).map((key) => ({ ...key, kid: 'be-3', publicKey: third.publicKey }))];
    expect(open(message(6, third).sealed, withRotation(wide, 'be', rotation.value)).ok).toBe(true);
  });

  it('may be announced again in a frame that is repeated', () => {
    expect(ringRotated(message(5), ring).ok).toBe(true);
    expect(open(message(6, be).sealed, ringAfter(message(5), ring)).ok).toBe(false);
  });

  it.each([
    ['the old one itself', { ...be }],
    ['the old one under a new name', { ...be, kid: 'be-2' }],
    ['a new one under the old name', { ...fresh, kid: 'be-1' }],
  ])('is not %s', (_what, announced) => {
    const said = message(5, be, announce(announced, net));
    expect(ringRotated(said, ringOf(be))).toMatchObject({ ok: false, refusal: { kind: 'cannot-follow' } });
    expect(ringAfter(said, ringOf(be)).map((key) => key.signs('fr', 6n))).toEqual([true]);
  });

  it('is never one that was given up', () => {
    const back = message(9, fresh, announce(be, net));
    expect(ringRotated(back, ring)).toEqual({ ok: false, refusal: { kind: 'cannot-follow', kid: 'be-1' } });
  });

  it('is not taken from somebody who does not have it', () => {
    const stolen = { ...announce(fresh, net), publicKey: be.publicKey };
    expect(rotationOf(message(5), stolen)).toEqual({ ok: false, refusal: { kind: 'not-possessed', kid: 'be-2' } });
    expect(rotationOf(message(5), announce(fresh, 'other')).ok).toBe(false);
  });
});
