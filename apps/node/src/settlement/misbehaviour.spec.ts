import assert from 'node:assert/strict';
import {
  type ChannelState,
  type JsonObject,
  type Message,
  type RosterContent,
  type SigningKey,
  dataFrame,
  hashOf,
  hashText,
  limits,
  number,
  signBytes,
  signDeclaration,
  writeFrame,
} from '@passerelle/protocol';
import { votePayload } from '@passerelle/settlement';
import { day } from '@passerelle/values';
import { Links } from '../peers/links.service.js';
import { LinkBody, RefusalBody } from '../peers/peers.bodies.js';
import { be as brusselsKey, se as malmoKey } from '../peers/testing/federation.js';
import { SpecFederation, euros, federation } from './testing/spec-federation.js';
import type { SpecNode } from './testing/spec-node.js';

/**
 * What the settlement protocol says of misbehaviour (section 14 of its reference), one row for each thing that may
 * arrive: Brussels lies, Paris hears it. A row says what becomes of it, which counter goes up and what people read.
 */
class Hearing {
  private constructor(readonly world: SpecFederation) {}

  static async begin(roster?: RosterContent): Promise<Hearing> {
    const world = new SpecFederation(0, {}, roster ? { roster } : {});
    await world.start();
    await world.settleDown();
    return new Hearing(world);
  }

  get fr(): SpecNode {
    return this.world.fr;
  }

  /** Brussels' end of the channel, from which a liar goes on. */
  get state(): ChannelState {
    return this.world.be.links.get('fr')!.state;
  }

  take(bytes: Uint8Array): Promise<unknown> {
    return this.fr.links.get('be')!.take(bytes);
  }

  async says(type: string, body: object): Promise<void> {
    await this.take(framed(this.state, [saidBy(this.state, type, body)]));
    await this.fr.links.get('be')!.pump();
  }

  /** A debt that both have agreed on; answers its id. */
  async debt(cents = 10_000n): Promise<string> {
    const { be } = this.world;
    const made = await be.act((work) => be.obligations.proposeByHand(work, owedToParis(cents)));
    assert(made.ok);
    await this.world.settleDown();
    return made.value.id;
  }

  async link(): Promise<LinkBody> {
    const { database, ground, peers } = this.fr;
    const all = await new Links(database as never, ground.channels, peers, null).all();
    return LinkBody.of(all.find(({ peer }) => peer === 'be')!);
  }

  /** What the page of refusals shows, the newest first. */
  async shown(): Promise<readonly string[]> {
    const rows = await this.fr.ground.channels.refusals(this.fr.database.reading, 'be', 10);
    return rows.map((row) => {
      const { reason, detail } = Object.assign(new RefusalBody(), row);
      return detail || reason;
    });
  }

  /** What became of the newest message of Brussels', as the list of messages shows it. */
  async verdict(): Promise<string | null> {
    const page = { before: null, limit: 1 };
    const [newest] = await this.fr.ground.channels.messages(this.fr.database.reading, 'be', 'in', page);
    return newest?.verdict ?? null;
  }

  /** The newest word of Paris' to Brussels. */
  async answer(): Promise<JsonObject> {
    const { out } = this.fr.links.get('be')!.state;
    const [row] = await this.fr.ground.channels.outbox(this.fr.database.reading, 'be', out.seq, out.seq);
    return JSON.parse(row!.sealed.m) as JsonObject;
  }

  async proofs(): Promise<readonly string[]> {
    const store = this.fr.ground.channels as unknown as { evidence(peer: string): readonly { kind: string }[] };
    return store.evidence('be').map(({ kind }) => kind);
  }
}

const owedToParis = (cents: bigint) => ({
  peer: 'fr',
  debtor: 'be',
  amount: euros(cents),
  due: day('2026-04-30'),
  kind: 'shared.cost',
  text: 'A shared rehearsal room',
  reference: 'by-hand',
});

const idOf = (count: number): string => `0198f5c1-8f2a-7c3b-9a41-${String(count).padStart(12, 'f')}`;

function saidBy(state: ChannelState, type: string, body: object, key: SigningKey = brusselsKey): Message {
  const intent = { id: idOf(1), type, body, ack: state.in.seq };
  const numbered = number({ ...state, status: 'open' }, intent, { key, at: '2026-04-10T09:00:00.000Z' });
  assert(numbered.ok);
  return numbered.value.message;
}

function framed(state: ChannelState, messages: readonly Message[], key: SigningKey = brusselsKey): Uint8Array {
  const made = dataFrame(state, messages, key);
  assert(made);
  return writeFrame(made.frame);
}

const limit = { currency: 'EUR', cap: '100' };

/** A frame around one text that Brussels' own key has signed, whatever it says. */
function around(state: ChannelState, m: string): Uint8Array {
  const sig = signBytes(Buffer.from(`coop-settle/1\n${m}`), brusselsKey);
  return framed(state, [{ ...saidBy(state, 'limit.set', limit), hash: hashText(m), sealed: { m, sig } }]);
}

const deep = { a: { b: { c: { d: { e: { f: { g: {} } } } } } } };

describe('what is not believed stays outside, is written down and counted, and changes nothing', () => {
  it.each<[string, string, (of: Hearing) => Uint8Array]>([
    [
      'an unknown key',
      'bad-message: bad-signature',
      ({ state }) => framed(state, [saidBy(state, 'limit.set', limit, { ...malmoKey, node: 'be', kid: 'be-9' })]),
    ],
    [
      'a signature that is not over these bytes',
      'bad-message: bad-signature',
      ({ state }) => {
        const said = saidBy(state, 'limit.set', limit);
        return framed(state, [{ ...said, sealed: { ...said.sealed, m: said.sealed.m.replace('100', '900') } }]);
      },
    ],
    [
      'another node’s name in "from"',
      'bad-message: wrong-key',
      ({ state }) => around(state, saidBy({ ...state, me: 'se' }, 'limit.set', limit).sealed.m),
    ],
    [
      'a receipt that somebody else has signed',
      'bad-receipt: bad-signature',
      ({ state }) => framed(state, [], malmoKey),
    ],
    [
      'a message of another channel',
      'another-channel',
      ({ state }) => framed(state, [saidBy({ ...state, peer: 'se' }, 'limit.set', limit)]),
    ],
    [
      'a message of another federation',
      'another-channel',
      ({ state }) => framed(state, [saidBy({ ...state, net: 'test-federation' }, 'limit.set', limit)]),
    ],
    ['more than a frame may hold', 'frame-too-long', () => Buffer.alloc(limits.frameBytes + 1, 'x')],
    [
      'a text deeper than any body',
      'bad-message: not-canonical',
      ({ state }) =>
        around(
          state,
          saidBy(state, 'limit.set', limit).sealed.m.replace('{"cap":"100"', `{"cap":${JSON.stringify(deep)}`),
        ),
    ],
    [
      'more messages than a frame may carry',
      'not-a-frame',
      ({ state }) => {
        const said = saidBy(state, 'limit.set', limit);
        const frame = JSON.parse(Buffer.from(framed(state, [said])).toString()) as { msgs: unknown[] };
        return Buffer.from(JSON.stringify({ ...frame, msgs: Array(65).fill({ m: 'x', sig: said.sealed.sig }) }));
      },
    ],
  ])('%s: %s', async (_what, line, bytes) => {
    const hearing = await Hearing.begin();
    const before = await hearing.link();
    await hearing.take(bytes(hearing));
    const after = await hearing.link();
    expect(await hearing.shown()).toEqual([line]);
    expect(after).toMatchObject({
      status: 'open',
      in: before.in,
      invalid: before.invalid + 1,
      refused: before.refused,
    });
  });

  it('a stolen key after its owner has revoked it: bad-receipt: bad-signature', async () => {
    const members = federation.members.map((member) =>
      member.id === 'be'
        ? {
            ...member,
            signingKeys: [
              ...member.signingKeys,
              { kid: 'be-2', publicKey: malmoKey.publicKey, from: day('2026-01-01'), revoked: day('2026-04-01') },
            ],
          }
        : member,
    );
    const hearing = await Hearing.begin({ ...federation, members });
    const stolen = { ...malmoKey, node: 'be', kid: 'be-2' };
    const { state } = hearing;
    await hearing.take(framed(state, [saidBy(state, 'limit.set', limit, stolen)]));
    await hearing.take(framed(state, [saidBy(state, 'limit.set', limit, stolen)], stolen));
    expect(await hearing.shown()).toEqual(['bad-receipt: bad-signature', 'bad-message: wrong-key']);
    expect(await hearing.link()).toMatchObject({ status: 'open', invalid: 2 });
  });

  it('a message after both have left: channel-closed', async () => {
    const hearing = await Hearing.begin();
    const { be, fr } = hearing.world;
    for (const [node, peer] of [
      [be, 'fr'],
      [fr, 'be'],
    ] as const) {
      expect(await node.act((work) => node.partners.leave(work, peer, 'The end'))).toMatchObject({ ok: true });
      await hearing.world.settleDown();
    }
    await hearing.says('limit.set', limit);
    expect(await hearing.shown()).toEqual(['channel-closed']);
    expect(await hearing.link()).toMatchObject({ status: 'closed', invalid: 1 });
  });
});

describe('what comes at the wrong moment is no lie', () => {
  it('a repeat is answered with the receipt again, and counted nowhere', async () => {
    const hearing = await Hearing.begin();
    const bytes = framed(hearing.state, [saidBy(hearing.state, 'limit.set', limit)]);
    await hearing.take(bytes);
    const before = await hearing.link();
    await hearing.take(bytes);
    expect(await hearing.link()).toEqual(before);
    expect([before.invalid, before.refused, await hearing.shown()]).toEqual([0, 0, []]);
  });

  it('what comes after a gap waits, and the gap is shown', async () => {
    const hearing = await Hearing.begin();
    const first = saidBy(hearing.state, 'limit.set', limit);
    const later = { ...hearing.state, out: { seq: hearing.state.out.seq + 1n, head: first.hash } };
    const taken = await hearing.take(framed(hearing.state, [saidBy(later, 'limit.set', limit)]));
    expect([taken, hearing.fr.links.get('be')!.gap]).toEqual(['later', 2]);
    expect(await hearing.link()).toMatchObject({ status: 'open', invalid: 0 });
  });
});

describe('two signatures that contradict each other are a proof, and freeze the channel until people decide', () => {
  it.each<[string, string, (of: Hearing) => Promise<Uint8Array>]>([
    [
      'two messages with one number',
      'equivocation',
      async (hearing) => {
        const { state } = hearing;
        await hearing.take(framed(state, [saidBy(state, 'limit.set', limit)]));
        return framed(state, [saidBy(state, 'limit.set', { currency: 'EUR', cap: '900' })]);
      },
    ],
    [
      'a message that names another one before it',
      'broken-chain',
      async (hearing) => {
        await hearing.debt();
        const { state } = hearing;
        const astray = { ...state, out: { ...state.out, head: hashText('another') } };
        return framed(state, [saidBy(astray, 'limit.set', limit)]);
      },
    ],
    [
      'an acknowledgement of what was never said',
      'unsent',
      async ({ state }) =>
        framed(state, [saidBy({ ...state, in: { seq: state.in.seq + 9n, head: state.in.head } }, 'limit.set', limit)]),
    ],
    [
      'a receipt that names another history',
      'other-head',
      async (hearing) => {
        await hearing.debt();
        const { state } = hearing;
        return framed({ ...state, in: { ...state.in, head: hashText('another') } }, []);
      },
    ],
  ])('%s: %s', async (_what, kind, lie) => {
    const hearing = await Hearing.begin();
    await hearing.take(await lie(hearing));
    expect(await hearing.proofs()).toEqual([kind]);
    expect(await hearing.link()).toMatchObject({ status: 'frozen' });
  });

  it('two votes in one round: two-votes, shown to all members', async () => {
    const { world } = await Hearing.begin();
    const { be, se } = world;
    await be.act((work) => be.obligations.proposeByHand(work, owedToParis(10_000n)));
    await world.settleDown();
    const vote = (result: string) => ({
      cycle: '2026-04',
      round: '0',
      result,
      signature: signDeclaration(votePayload('2026-04', { vote: 'lock', round: 0, result }), federation.net, malmoKey),
    });
    for (const node of world.all) await node.act((work) => node.cycles.cutNow(work, '2026-04'));
    for (const result of [hashText('one'), hashText('other')])
      await be.act((work) =>
        be.theirs('cycle.lock', vote(result) as never, {
          work,
          from: se.me,
          seq: 90n,
          ack: 0n,
          hash: hashText(result),
        }),
      );
    expect(be.shown.map(({ kind }) => kind)).toEqual(['two-votes']);
  });
});

describe('what is well signed and nonsense enters the history, is answered with a signed no and counted', () => {
  const proposal = { mission: 'by-hand', due: '2026-04-30', kind: 'shared.cost', text: '', currency: 'EUR' };
  const propose = (of: object) => ({
    ...proposal,
    obligation: idOf(7),
    debtor: 'fr',
    creditor: 'be',
    amount: '1',
    ...of,
  });

  it.each<[string, string, string, (of: Hearing) => Promise<object>]>([
    ['a type nobody knows', 'unsupported', 'mission.paint', async () => ({})],
    ['a negative amount', 'malformed', 'obligation.propose', async () => propose({ amount: '-5' })],
    ['parties that are not the two', 'wrong-party', 'obligation.propose', async () => propose({ debtor: 'se' })],
    [
      'an answer to a debt that nobody proposed',
      'unknown-obligation',
      'obligation.accept',
      async () => ({ obligation: idOf(8), terms: hashText('terms'), cycle: '2026-04' }),
    ],
    [
      'an answer to other terms',
      'wrong-terms',
      'obligation.accept',
      async ({ fr, world }) => {
        const made = await fr.act((work) =>
          fr.obligations.proposeByHand(work, { ...owedToParis(100n), peer: 'be', debtor: 'be' }),
        );
        assert(made.ok);
        await world.settleDown();
        return { obligation: made.value.id, terms: hashText('other terms'), cycle: '2026-04' };
      },
    ],
    [
      'a second proposal with other terms',
      'other-terms',
      'obligation.propose',
      async (hearing) => propose({ obligation: await hearing.debt(), debtor: 'be', creditor: 'fr', amount: '2' }),
    ],
    [
      'an end of the channel that is not ours',
      'another-head',
      'channel.close',
      async () => ({ mine: { seq: '7', head: hashText('x') }, yours: { seq: '0', head: '' }, reason: 'The end' }),
    ],
  ])('%s: %s', async (_what, code, type, body) => {
    const hearing = await Hearing.begin();
    const said = await body(hearing);
    const before = await hearing.link();
    await hearing.says(type, said);
    const after = await hearing.link();
    expect(await hearing.verdict()).toBe(code);
    expect(after).toMatchObject({ status: 'open', refused: before.refused + 1, invalid: before.invalid });
    expect(await hearing.answer()).toMatchObject({ type: 'refuse', body: { ref: after.in.seq, code } });
  });
});

describe('what is only said binds nobody', () => {
  it('a false statement is never co-signed: the pair stays out of the result and its debts roll', async () => {
    const hearing = await Hearing.begin();
    const id = await hearing.debt();
    const { fr } = hearing;
    const cut = await fr.act((work) => fr.cycles.cutNow(work, '2026-04'));
    assert(cut.ok);
    await hearing.says('cycle.cut', { cycle: '2026-04' });
    const statement = { cycle: '2026-04', n: '0', lines: {}, root: hashOf([]) };
    const payload = { what: 'cycle.statement', a: 'be', b: 'fr', ...statement };
    const signature = signDeclaration(payload, federation.net, brusselsKey);
    const { state } = hearing;
    const first = saidBy(state, 'cycle.cut', { cycle: '2026-04' });
    const next = { ...state, out: { seq: state.out.seq + 1n, head: first.hash } };
    await hearing.take(framed(state, [saidBy(next, 'cycle.state', { ...statement, signature })]));
    const record = (await fr.cycles.find(fr.database.reading, '2026-04'))!;
    expect(record.events.map(({ what }) => what)).toContain('pair-differs');
    expect(record.state.final).toBeNull();
    expect((await fr.obligations.find(fr.database.reading, id as never))!.obligation.settledIn).toBeNull();
  });

  it('"paid" closes nothing: only the payee’s own bank statement does', async () => {
    const hearing = await Hearing.begin();
    await hearing.debt();
    const { world, fr } = hearing;
    for (const node of world.all) await node.dayBegins('2026-05-01');
    await world.settleDown();
    for (const node of world.all) await node.dayBegins('2026-05-06');
    await world.settleDown();
    const [leg] = await fr.legs.open(fr.database.reading);
    const { amount, currency } = leg!.record.leg;
    await hearing.says('payment.sent', { leg: leg!.id, currency, amount, valueDate: '2026-05-08' });
    expect(await hearing.verdict()).toBe('applied');
    expect(await fr.legs.open(fr.database.reading)).toHaveLength(1);
    expect(leg!.record.received).toBe('0');
  });
});
