import assert from 'node:assert/strict';
import {
  type Keyring,
  type RosterContent,
  type SigningKey,
  announce,
  dataFrame,
  keyringOf,
  number,
  signingKey,
  withKey,
  withoutKey,
  writeFrame,
} from '@passerelle/protocol';
import { day } from '@passerelle/values';
import { ChannelKeys } from './channel-keys.js';
import { be, fr, roster } from '../testing/federation.js';
import { NodeEnd, calm, cancellation } from '../testing/node-end.js';

const keyOf = (kid: string, byte: number): SigningKey =>
  signingKey({ node: 'be', kid, seed: new Uint8Array(32).fill(byte) });
const [second, third] = [keyOf('be-2', 12), keyOf('be-3', 13)];

/** Brussels, which changes its key, and Paris. */
class Pair {
  readonly brussels: NodeEnd = this.end(be, fr, () => this.paris);
  readonly paris: NodeEnd = this.end(fr, be, () => this.brussels);
  /** The next transaction is committed, and nobody hears of it. */
  isAnswerLost = false;
  private way: { readonly to: NodeEnd; readonly bytes: Uint8Array }[] = [];

  static async open(): Promise<Pair> {
    const pair = new Pair();
    await pair.brussels.start();
    await pair.paris.start();
    await pair.settle();
    return pair;
  }

  private end(me: SigningKey, peer: SigningKey, to: () => NodeEnd): NodeEnd {
    const carry = async (bytes: Uint8Array) => void this.way.push({ to: to(), bytes });
    return new NodeEnd(me, peer, {
      ...calm,
      mishap: (moment) => this.mishap(moment),
      room: () => undefined,
      now: () => new Date('2026-03-24T09:00:00Z'),
      carry,
    });
  }

  private mishap(moment: 'before' | 'after'): void {
    if (moment === 'before' || !this.isAnswerLost) return;
    this.isAnswerLost = false;
    throw new Error('the answer was lost');
  }

  async settle(): Promise<void> {
    for (;;) {
      for (const end of [this.brussels, this.paris]) await end.channel.pump();
      if (this.way.length === 0) return;
      for (const { to, bytes } of this.way.splice(0)) await to.channel.take(bytes);
    }
  }

  /** What is on its way, taken off it. */
  intercept(): readonly Uint8Array[] {
    return this.way.splice(0).map(({ bytes }) => bytes);
  }

  /** Both nodes take in a new roster, as at a start. */
  async inForce(content: RosterContent): Promise<void> {
    for (const end of [this.brussels, this.paris]) {
      end.roster = content;
      await end.start();
    }
    await this.settle();
  }

  /** Shows Paris what somebody with this key would say as Brussels' next word. */
  async forge(key: SigningKey, type = 'mission.cancel', body: object = cancellation(9, 'forged')): Promise<void> {
    const { state } = this.brussels.channel;
    const intent = { id: '0198f5c1-8f2a-7c3b-9a41-ffffffffffff', type, body, ack: state.in.seq };
    const numbered = number({ ...state, status: 'open' }, intent, { key, at: '2026-03-24T09:00:00.000Z' });
    assert(numbered.ok);
    const made = dataFrame(state, [numbered.value.message], be);
    assert(made);
    await this.paris.channel.take(writeFrame(made.frame));
  }

  /** Under which key Paris has each word of Brussels. */
  async kids(): Promise<readonly string[]> {
    const rows = await this.paris.store.inbox(this.paris.database.reading, 'be', 1n, 99n);
    return rows.map(({ sealed }) => (JSON.parse(sealed.m) as { kid: string }).kid);
  }

  async refused(): Promise<readonly string[]> {
    const rows = await this.paris.store.refusals(this.paris.database.reading, 'be', 99);
    return rows.map(({ detail }) => detail);
  }
}

describe('a node that changes its key', () => {
  let pair: Pair;
  beforeEach(async () => {
    pair = await Pair.open();
    await pair.brussels.say(1, 'before');
    await pair.brussels.announce(second);
    await pair.brussels.say(1, 'after');
  });

  it('signs with the new one from the announcement on, also in the same frame', async () => {
    await pair.settle();
    expect(await pair.kids()).toEqual(['be-1', 'be-1', 'be-2']);
    expect(pair.paris.heard).toEqual(['before', 'after']);
    await pair.brussels.say(2, 'later');
    await pair.paris.say(2, 'answer');
    await pair.settle();
    expect(pair.paris.heard.at(-1)).toBe('later');
    expect(pair.brussels.heard).toEqual(['answer']);
    expect(await pair.refused()).toEqual([]);
  });

  it.each(['brussels', 'paris'] as const)('is understood after %s starts again', async (who) => {
    await pair.settle();
    await pair[who].start();
    await pair.brussels.say(2, 'later');
    await pair.settle();
    expect(await pair.kids()).toEqual(['be-1', 'be-1', 'be-2', 'be-2']);
    expect(pair.paris.heard.at(-1)).toBe('later');
  });

  it('gets its announcement back from its peer after a restore, and keeps to it', async () => {
    const backup = pair.brussels.backup();
    await pair.settle();
    pair.brussels.restore({ ...backup, heard: [], said: [] });
    await pair.brussels.start();
    await pair.brussels.say(2, 'later');
    await pair.settle();
    expect(await pair.kids()).toEqual(['be-1', 'be-1', 'be-2', 'be-2']);
    expect(await pair.brussels.history('out')).toEqual(await pair.paris.history('in'));
  });

  it('is understood when the frame after the announcement comes before that is committed, and a forged one is not', async () => {
    for (let count = 0; count < 70; count += 1) await pair.brussels.say(3, `word ${count}`);
    await pair.brussels.channel.pump();
    await Promise.all([...pair.intercept().map((bytes) => pair.paris.channel.take(bytes)), pair.forge(be)]);
    expect(pair.paris.heard).toHaveLength(72);
    expect(await pair.refused()).toEqual(['bad-message: wrong-key']);
  });

  it('knows that it has changed although the database never said so', async () => {
    pair.isAnswerLost = true;
    await expect(pair.brussels.channel.pump()).rejects.toThrow('the answer was lost');
    await pair.settle();
    expect(await pair.kids()).toEqual(['be-1', 'be-1', 'be-2']);
  });

  it('is not believed under the old key any more, and people see that somebody tried', async () => {
    await pair.settle();
    await pair.forge(be);
    expect(pair.paris.heard).toEqual(['before', 'after']);
    expect(await pair.refused()).toEqual(['bad-message: wrong-key']);
  });

  it('may do so twice, and never back to a key that was given up', async () => {
    await pair.brussels.announce(third);
    await pair.brussels.say(1, 'third');
    await pair.settle();
    expect((await pair.kids()).slice(-2)).toEqual(['be-2', 'be-3']);
    await pair.brussels.announce(be);
    await pair.brussels.say(1, 'still third');
    await pair.settle();
    expect((await pair.kids()).slice(-2)).toEqual(['be-3', 'be-3']);
    expect(pair.paris.heard.at(-1)).toBe('still third');
    const [last] = (await pair.brussels.store.inbox(pair.brussels.database.reading, 'fr', 1n, 9n)).slice(-1);
    expect(JSON.parse(last!.sealed.m)).toMatchObject({ type: 'refuse', body: { code: 'cannot-follow' } });
  });

  it('says nothing more while it does not hold the key it has announced', async () => {
    await pair.settle();
    pair.brussels.keys.splice(0, 2, be);
    await pair.brussels.start();
    await pair.brussels.say(2, 'later');
    await expect(pair.settle()).rejects.toThrow(/needs the key be-2: check PASSERELLE_SIGNING_KEY/);
    pair.brussels.keys.push(second);
    await pair.settle();
    expect(pair.paris.heard.at(-1)).toBe('later');
  });

  it('is refused with a key that the roster revokes later, whatever was announced', async () => {
    await pair.settle();
    const named = withKey('be', { kid: 'be-2', publicKey: second.publicKey, from: day('2026-03-01') })(roster);
    await pair.inForce(named);
    await pair.brussels.say(2, 'named');
    await pair.settle();
    const last = { fr: String(pair.brussels.channel.state.out.seq) };
    const stolen = withoutKey('be', { kid: 'be-2', revoked: day('2026-04-01'), last })(named);
    await pair.inForce(withKey('be', { kid: 'be-3', publicKey: third.publicKey, from: day('2026-04-01') })(stolen));
    await pair.forge(second);
    await pair.forge(be);
    expect(await pair.refused()).toEqual(['bad-message: wrong-key', 'bad-message: wrong-key']);
    pair.brussels.keys.push(third);
    await pair.brussels.say(2, 'with the third');
    await pair.settle();
    expect((await pair.kids()).at(-1)).toBe('be-3');
    expect(pair.paris.heard.at(-1)).toBe('with the third');
  });
});

describe('somebody with a stolen key', () => {
  it('has announced nothing once the roster revokes that key from before the announcement', async () => {
    const pair = await Pair.open();
    await pair.brussels.say(1, 'honest');
    await pair.settle();
    const thief = keyOf('be-9', 66);
    await pair.forge(be, 'key.rotate', announce(thief, roster.net));
    expect(await pair.kids()).toEqual(['be-1', 'be-1']);
    const revoked = withoutKey('be', { kid: 'be-1', revoked: day('2026-04-01'), last: { fr: '1' } })(roster);
    const named = withKey('be', { kid: 'be-2', publicKey: second.publicKey, from: day('2026-04-01') })(revoked);
    const { store, database } = pair.paris;
    const keyring = (node: string): Keyring => keyringOf(named, node);
    const keys = new ChannelKeys({ store, keyring, keys: [] }, { me: 'fr', peer: 'be' });
    await keys.read(database.reading);
    expect(keys.theirs.filter((key) => key.signs('fr', 3n)).map(({ kid }) => kid)).toEqual(['be-2']);
  });
});
