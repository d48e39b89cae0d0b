import { type Message, seal } from '../envelope.js';
import { announce } from '../rotation.js';
import { type SigningKey, signingKey } from '../signature.js';
import { be, fr, net, ringOf } from '../testing/federation.js';
import { openRun } from './opening.js';

const fresh = signingKey({ node: 'be', kid: 'be-2', seed: new Uint8Array(32).fill(7) });

function sealed(seq: number, type: string, body: object, key: SigningKey, prev = ''): Message {
  const at = '2026-06-01T08:00:00.000Z';
  const id = `0198f5c1-8f2a-7c3b-9a41-${String(seq).padStart(12, '0')}`;
  const draft = { ack: '0', at, body: { ...body }, from: 'be', id, net, prev, seq: String(seq), to: 'fr', type };
  const made = seal(draft, key);
  if (!made.ok) throw new Error(made.refusal.kind);
  return made.value;
}

const rotate = sealed(1, 'key.rotate', announce(fresh, net), be);
const after = (key: SigningKey): Message => sealed(2, 'mission.cancel', { word: 'rain' }, key, rotate.hash);

describe('the messages of a frame', () => {
  it('may be signed with a key that an earlier one of them announced', () => {
    const opened = openRun([rotate.sealed, after(fresh).sealed], ringOf(be));
    expect(opened).toMatchObject({ ok: true, value: [{ hash: rotate.hash }, { hash: after(fresh).hash }] });
  });

  it('may not be signed with the old key after that, nor with a key that nobody announced', () => {
    const wrong = { at: 1, why: { kind: 'wrong-key', kid: 'be-1' } };
    expect(openRun([rotate.sealed, after(be).sealed], ringOf(be))).toMatchObject({ refusal: wrong });
    expect(openRun([after(fresh).sealed], ringOf(be))).toMatchObject({
      refusal: { at: 0, why: { kind: 'bad-signature' } },
    });
  });

  it('are not believed when the announced key did not sign its own announcement', () => {
    const stolen = { ...announce(fresh, net), publicKey: fr.publicKey };
    const forged = sealed(1, 'key.rotate', stolen, be);
    const next = sealed(2, 'mission.cancel', { word: 'rain' }, { ...fr, node: 'be', kid: 'be-2' }, forged.hash);
    expect(openRun([forged.sealed, next.sealed], ringOf(be))).toMatchObject({
      refusal: { at: 1, why: { kind: 'bad-signature' } },
    });
  });
});
