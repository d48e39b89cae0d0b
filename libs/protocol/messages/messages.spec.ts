import { bodyRules, canonicalize } from '../canonical.js';
import { type Message, open, seal } from '../envelope.js';
import { signingKey } from '../signature.js';
import { net } from '../testing/federation.js';
import type { MessageType } from './message-type.js';
import { readBody, refusalOf } from './reading.js';
import { messageTypes } from './registry.js';

const types = messageTypes as readonly MessageType[];

function received(of: { type: string; body: object; from?: string; to?: string }): Message {
  const { type, body, from = 'be', to = 'fr' } = of;
  const key = signingKey({ node: from, kid: `${from}-1`, seed: new Uint8Array(32).fill(1) });
  const sealed = seal(
    {
      ack: '0',
      at: '2026-03-24T09:12:44.120Z',
      body: { ...body },
      from,
      id: '0198f5c1-8f2a-7c3b-9a41-0242ac120002',
      net,
      prev: '',
      seq: '1',
      to,
      type,
    },
    key,
  );
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.refusal));
  const { publicKey, kid } = key;
  const opened = open(sealed.value.sealed, [{ node: from, kid, publicKey, signs: () => true, signsDocuments: true }]);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
}

const example = (type: string): Record<string, unknown> => ({
  ...(types.find((each) => each.type === type)!.example as object),
});

describe('the message types', () => {
  it('have each a name of their own', () => {
    expect(new Set(types.map((each) => each.type)).size).toBe(types.length);
  });

  it.each(types.map((each) => [each.type, each] as const))(
    '%s: its example is sent, received and understood',
    (type, each) => {
      const read = readBody(received({ type, body: each.example as object, ...each.between }));
      expect(read).toEqual({ ok: true, value: { type, body: each.example } });
    },
  );

  it.each(types.map((each) => [each.type, each] as const))(
    '%s: takes what a later version adds only under ext',
    (_type, each) => {
      const body = each.example as object;
      expect(each.schema.safeParse({ ...body, ext: { 'preferred-day': '2026-05-08' } }).success).toBe(true);
      expect(each.schema.safeParse({ ...body, preferredDay: '2026-05-08' }).success).toBe(false);
    },
  );

  it.each(types.map((each) => [each.type, each] as const))('%s: asks for every field it is about', (_type, each) => {
    for (const name of Object.keys(each.example as object)) {
      const { [name]: _left, ...rest } = each.example as Record<string, unknown>;
      const isOptional = each.schema.safeParse(rest).success;
      expect([name, isOptional]).toEqual([name, ['fixing'].includes(name)]);
    }
  });

  it.each(types.map((each) => [each.type, each] as const))('%s: has no number that is not text', (_type, each) => {
    expect(canonicalize(each.example, bodyRules).ok).toBe(true);
  });
});

describe('a message without effect', () => {
  it('of an unknown type is refused politely', () => {
    const message = received({ type: 'mission.extend', body: {} });
    const read = readBody(message);
    expect(read).toEqual({
      ok: false,
      refusal: { kind: 'unsupported', detail: 'messages of type mission.extend are not known here' },
    });
    if (read.ok) return;
    const answer = refusalOf(message, { code: read.refusal.kind, detail: read.refusal.detail });
    expect(answer).toMatchObject({ type: 'refuse', body: { ref: '1', message: message.hash, code: 'unsupported' } });
    expect(readBody(received({ ...answer!, from: 'fr', to: 'be' })).ok).toBe(true);
  });

  it.each([
    ['a negative amount', { amount: '-1' }],
    ['nothing to pay', { amount: '0' }],
    ['an amount of 19 digits', { amount: '1000000000000000000' }],
    ['an unknown currency', { currency: 'XXX' }],
    ['a day that does not exist', { due: '2026-02-30' }],
    ['an id that is no UUIDv7', { obligation: '7' }],
  ])('is refused for %s, and says which field', (_what, change) => {
    const read = readBody(
      received({ type: 'obligation.propose', body: { ...example('obligation.propose'), ...change } }),
    );
    expect(read).toMatchObject({ ok: false, refusal: { kind: 'malformed' } });
    expect(!read.ok && read.refusal.detail).toContain(Object.keys(change)[0]);
  });

  it('is refused when it speaks for others', () => {
    const proposal = { ...example('obligation.propose'), debtor: 'se' };
    expect(readBody(received({ type: 'obligation.propose', body: proposal }))).toMatchObject({
      refusal: { kind: 'wrong-party' },
    });
    const offer = example('mission.offer');
    expect(readBody(received({ type: 'mission.offer', body: offer, from: 'fr', to: 'be' }))).toMatchObject({
      refusal: { kind: 'wrong-party' },
    });
  });

  it('is not answered when it is itself a refusal', () => {
    expect(refusalOf(received({ type: 'refuse', body: { ref: 'x' } }), { code: 'malformed', detail: '' })).toBeNull();
  });

  it('is answered within the limits whatever the detail', () => {
    const answer = refusalOf(received({ type: 'cycle.cut', body: {} }), { code: 'x', detail: 'o\u0308'.repeat(400) });
    expect(readBody(received({ ...answer! })).ok).toBe(true);
  });
});
