import { day } from '@passerelle/values';
import { open, seal } from './envelope.js';
import { memberFrom, readJoinRequest, requestToJoin } from './joining.js';
import { followRoster } from './roster-chain.js';
import {
  type RosterChange,
  signNext,
  withKey,
  withMember,
  withStatus,
  withoutKey,
  withoutMember,
} from './roster-changes.js';
import { keyringOf, memberOf } from './roster.js';
import { type RosterContent, type SignedRoster, presentMembers } from './roster-schema.js';
import { type SigningKey, signingKey } from './signature.js';
import { be, fr, net, rosterContent, se, signedBy } from './testing/federation.js';

const keyOf = (node: string, byte: number, kid = `${node}-1`): SigningKey =>
  signingKey({ node, kid, seed: new Uint8Array(32).fill(byte) });
const pl = keyOf('pl', 7);

const request = requestToJoin(
  {
    net,
    name: 'Spółdzielnia w Krakowie',
    country: 'PL' as RosterContent['members'][number]['country'],
    currency: 'PLN',
    natsUrl: 'tls://nats.pl.example:4222',
    transportKey: `U${'P'.repeat(55)}`,
  },
  pl,
);

const first = signedBy(rosterContent, be, fr);

function signed(versions: readonly SignedRoster[], change: RosterChange, ...keys: readonly SigningKey[]) {
  let chain = versions;
  for (const key of keys) {
    const next = signNext(chain, { change, from: day('2026-06-01') }, key);
    if (!next.ok) throw new Error(JSON.stringify(next.refusal));
    chain = next.value.versions;
  }
  return chain;
}

function contentOf(versions: readonly SignedRoster[]): RosterContent {
  const followed = followRoster([], versions);
  if (!followed.ok) throw new Error(JSON.stringify(followed.refusal));
  return followed.value.current.content;
}

describe('a cooperative that joins', () => {
  it('says who it is with the key it will use, and a request that was changed is refused', () => {
    expect(readJoinRequest(request)).toMatchObject({ ok: true, value: { id: 'pl', publicKey: pl.publicKey } });
    const forged = { ...request, m: request.m.replace('"pl"', '"xy"') };
    expect(readJoinRequest(forged)).toMatchObject({ refusal: { kind: 'bad-signature' } });
    expect(readJoinRequest({ m: '{}', sig: request.sig })).toMatchObject({ refusal: { kind: 'not-a-request' } });
    expect(readJoinRequest('hello')).toMatchObject({ refusal: { kind: 'not-a-request' } });
  });

  it('stands in the next version once a quorum has run the same command', () => {
    const read = readJoinRequest(request);
    if (!read.ok) throw new Error(read.refusal.kind);
    const change = withMember(memberFrom(read.value, day('2026-06-01')), {
      caps: { EUR: '1000000' },
      stake: { node: 'pl', currency: 'EUR', amount: '500000' },
    });
    const alone = signNext([first], { change, from: day('2026-06-01') }, be);
    expect(alone).toMatchObject({ ok: true, value: { signers: ['be'], needed: 2 } });
    expect(followRoster([], alone.ok ? alone.value.versions : [])).toMatchObject({
      refusal: { kind: 'too-few-signatures' },
    });
    const content = contentOf(signed([first], change, be, se));
    expect(content).toMatchObject({ version: 2, quorum: { lock: 3, skip: 3 } });
    expect(content.coordinators.at(-1)).toBe('pl');
    expect(content.caps.filter(({ debtor }) => debtor === 'pl')).toHaveLength(3);
    expect(memberOf(content, 'pl')!.name).toBe('Spółdzielnia w Krakowie');
  });

  it('waits while the file holds another change', () => {
    const chain = signed([first], withStatus('se', 'leaving'), be);
    expect(signNext(chain, { change: withStatus('se', 'suspended'), from: day('2026-06-01') }, fr)).toEqual({
      ok: false,
      refusal: { kind: 'another-draft' },
    });
  });

  it('is not signed into a chain that does not hold', () => {
    const broken = [first, first, { ...first, sigs: [] }];
    expect(
      signNext([signedBy(rosterContent, be)], { change: (content) => content, from: day('2026-06-01') }, fr),
    ).toMatchObject({
      refusal: { kind: 'chain-refused' },
    });
    expect(signNext(broken, { change: withStatus('se', 'leaving'), from: day('2026-06-01') }, fr)).toMatchObject({
      ok: true,
    });
  });
});

describe('a cooperative that leaves', () => {
  const fund = {
    stakes: ['be', 'se'].map((node) => ({ node, currency: 'EUR' as const, amount: '1' })),
    eventSharePercent: '50',
  };
  const joined = withMember(
    {
      ...rosterContent.members[0]!,
      id: 'pl',
      signingKeys: [{ kid: pl.kid, publicKey: pl.publicKey, from: day('2026-06-01') }],
    },
    { caps: { EUR: '1000000' } },
  );
  const chain = signed([first], (now) => withoutMember('se')({ ...joined(now), fund }), be, fr);

  it('neither votes nor coordinates nor owes anything new, and its keys stay to prove what it said', () => {
    const content = contentOf(chain);
    expect(presentMembers(content).map(({ id }) => id)).toEqual(['be', 'fr', 'pl']);
    expect(content.quorum).toEqual({ lock: 2, skip: 2 });
    expect(content.coordinators).not.toContain('se');
    expect(content.caps.filter(({ creditor, debtor }) => [creditor, debtor].includes('se'))).toEqual([]);
    expect(content.fund?.stakes.map(({ node }) => node)).toEqual(['be']);
    expect(keyringOf(content, 'se').map(({ kid }) => kid)).toEqual(['se-1']);
  });

  it('signs no version of the roster any more', () => {
    const change = withKey('be', { kid: 'be-2', publicKey: pl.publicKey, from: day('2026-07-01') });
    const next = signNext(signed(chain, change, be), { change, from: day('2026-07-01') }, se);
    expect(next).toMatchObject({ ok: true, value: { signers: ['be'], needed: 2 } });
  });

  it('cannot stay a coordinator', () => {
    const still = { ...withoutMember('se')(rosterContent), coordinators: ['be', 'se'] };
    expect(() => signed([first], () => still, be)).toThrow('a member that has not left');
  });
});

describe('a key', () => {
  const fresh = keyOf('be', 8, 'be-2');
  const draft = (seq: string) => ({
    net,
    from: 'be',
    to: 'fr',
    id: '0198f5c1-8f2a-7c3b-9a41-0242ac120002',
    seq,
    prev: seq === '1' ? '' : '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
    ack: '0',
    at: '2026-07-29T09:12:44.120Z',
    type: 'limit.set',
    body: { currency: 'EUR', cap: '1' },
  });
  const isGood = (content: RosterContent, key: SigningKey, seq: string): boolean => {
    const message = seal(draft(seq), key);
    if (!message.ok) throw new Error(message.refusal.kind);
    return open(message.value.sealed, keyringOf(content, 'be')).ok;
  };

  it('is added beside the old one, so that a member rotates without a gap', () => {
    const change = withKey('be', { kid: fresh.kid, publicKey: fresh.publicKey, from: day('2026-06-01') });
    const content = contentOf(signed([first], change, be, fr));
    expect([isGood(content, be, '5'), isGood(content, fresh, '6')]).toEqual([true, true]);
  });

  it('that was stolen signs nothing after the message that the roster names, on any channel', () => {
    const added = withKey('be', { kid: fresh.kid, publicKey: fresh.publicKey, from: day('2026-06-01') });
    const revoked = withoutKey('be', { kid: 'be-1', revoked: day('2026-06-02'), last: { fr: '5' } });
    const content = contentOf(signed([first], (now) => revoked(added(now)), fr, se));
    expect([isGood(content, be, '5'), isGood(content, be, '6'), isGood(content, fresh, '6')]).toEqual([
      true,
      false,
      true,
    ]);
    const elsewhere = seal({ ...draft('1'), to: 'se' }, be);
    if (!elsewhere.ok) throw new Error(elsewhere.refusal.kind);
    expect(open(elsewhere.value.sealed, keyringOf(content, 'be')).ok).toBe(false);
  });
});
