import { open, seal } from './envelope.js';
import { hashOf } from './hash.js';
import { withRotation } from './keyring.js';
import { announce, rotationOf } from './rotation.js';
import { signingKey } from './signature.js';
import { be, net, ringOf } from './testing/federation.js';

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

  it('is not taken from somebody who does not have it', () => {
    const stolen = { ...announce(fresh, net), publicKey: be.publicKey };
    expect(rotationOf(message(5), stolen)).toEqual({ ok: false, refusal: { kind: 'not-possessed', kid: 'be-2' } });
    expect(rotationOf(message(5), announce(fresh, 'other')).ok).toBe(false);
  });
});
