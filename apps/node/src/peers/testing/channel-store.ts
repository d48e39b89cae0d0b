import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Work, belongsTo } from '@passerelle/doors';
import { type ChannelState, type Message, announce, newChannel, number, signingKey, start } from '@passerelle/protocol';
import type { Transactions } from '../../database/transactions.js';
import { type ChannelStore, type SetAside, Superseded } from '../channel/channels.js';
import { type Verdict, applied, refused } from '../received.js';
import { fr, roster } from './federation.js';
import { cancellation } from './node-end.js';

export interface OpenStore {
  readonly database: Transactions;
  readonly store: ChannelStore;
  /** Lets so many seconds pass for messages that were set aside. */
  age(seconds: number): Promise<void>;
  close(): Promise<void>;
}

const idOf = (count: number): string => `0198f5c1-8f2a-7c3b-9a41-${String(count).padStart(12, '0')}`;

const someTrace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

const nowhere = { seq: '0', head: '' };

/** Messages 1, 2, 3 … of the peer, chained and signed as it would. */
export function messagesOf(
  peer: string,
  count: number,
  others: Readonly<Record<number, { readonly type: string; readonly body: object }>> = {},
): readonly Message[] {
  const fresh = newChannel({ net: roster.net, me: fr.node, peer });
  let state: ChannelState = { ...start(fresh, 'session-of-paris'), status: 'open' };
  return Array.from({ length: count }, (_, at) => {
    const said = others[at + 1] ?? { type: 'mission.cancel', body: cancellation(at, `${peer} ${at}`) };
    const intent = { id: idOf(at + 1), ...said, ack: 0n };
    const numbered = number(state, intent, { key: fr, at: '2026-03-24T09:00:00.000Z' });
    assert(numbered.ok);
    state = numbered.value.state;
    return numbered.value.message;
  });
}

/** What each store of channels does; run against PostgreSQL and against memory. */
export function describeChannelStore(open: () => Promise<OpenStore>): void {
  describe('a store of channels', () => {
    let place: OpenStore;
    /** Each spec has a peer of its own, so that what another spec kept does not concern it. */
    let season = 0;
    let peer = '';
    let intents = 0;
    beforeAll(async () => (place = await open()));
    afterAll(() => place.close());
    beforeEach(() => {
      peer = `peer${(season += 1)}`;
    });

    const run = <T>(use: (work: Work, store: ChannelStore) => Promise<T>): Promise<T> =>
      place.database.transact((work) => use(work, place.store));
    const read = <T>(use: (work: Work, store: ChannelStore) => Promise<T>): Promise<T> =>
      use(place.database.reading, place.store);
    const fresh = () => newChannel({ net: roster.net, me: 'be', peer });
    const begun = async (session: string): Promise<ChannelState> =>
      start(await run((work, store) => store.begin(work, fresh(), session)), session);
    const decide = (work: Work, reason: string): Promise<void> => {
      const intent = { type: 'mission.cancel', body: cancellation(1, reason), ack: 0n };
      return place.store.addIntent(work, peer, { ...intent, id: idOf((intents += 1)) });
    };
    const decided = async (limit = 100) =>
      (await read((work, store) => store.intents(work, peer, limit))).map(
        ({ body }) => 'reason' in body && body.reason,
      );
    const take = (messages: readonly Message[], verdict: Verdict | { verdict: 'failed' } = applied) =>
      run((work, store) =>
        store.addInbox(
          work,
          peer,
          messages.map((message) => ({ message, verdict })),
        ),
      );
    const aside = (seq: bigint, ...concerns: string[]): SetAside => ({
      peer,
      seq,
      error: 'rain',
      concerns,
      trace: null,
    });
    const due = async () =>
      (await read((work, store) => store.parked(work))).filter((each) => each.peer === peer).map(({ seq }) => seq);

    it('knows nothing of a channel before its first session, and keeps nothing for the asking', async () => {
      expect(await read((work, store) => store.channel(work, fresh()))).toEqual(fresh());
      expect(await read((work, store) => store.applied(work, peer))).toBe(0n);
    });

    it('keeps what a session saves and gives it to the next', async () => {
      const state = await begun('first-session');
      const saved = { ...state, out: { seq: 3n, head: 'a' }, in: { seq: 2n, head: 'b' }, delivered: 1n };
      await run((work, store) => store.save(work, { ...saved, status: 'open' }));
      const kept = { ...fresh(), out: saved.out, in: saved.in, delivered: 1n, status: 'open' };
      expect(await read((work, store) => store.channel(work, fresh()))).toEqual(kept);
      expect(await run((work, store) => store.begin(work, fresh(), 'next-session'))).toEqual(kept);
    });

    it('keeps the newest receipt of the peer until another one comes', async () => {
      const state = await begun('first-session');
      expect(await read((work, store) => store.receipt(work, peer))).toBeNull();
      const receipt = messagesOf(peer, 1)[0]!.sealed;
      await run((work, store) => store.save(work, state, receipt));
      await run((work, store) => store.save(work, { ...state, delivered: 1n }));
      expect(await read((work, store) => store.receipt(work, peer))).toEqual(receipt);
    });

    it('remembers why nothing new begins with a peer, also before the first word', async () => {
      expect(await read((work, store) => store.bar(work, peer))).toBeNull();
      await run((work, store) => store.setBar(work, fresh(), 'suspended'));
      await begun('first-session');
      expect(await read((work, store) => store.bar(work, peer))).toBe('suspended');
      await run((work, store) => store.setBar(work, fresh(), null));
      expect(await read((work, store) => store.bar(work, peer))).toBeNull();
    });

    it('remembers what the program of a peer has announced last', async () => {
      await begun('first-session');
      expect(await read((work, store) => store.announced(work, peer))).toBeNull();
      const later = { versions: [1, 2], features: ['later-ability'], release: '2.0.0' };
      for (const announced of [{ versions: [1], features: [], release: null }, later])
        await run((work, store) => store.setAnnounced(work, peer, announced));
      await begun('next-session');
      expect(await read((work, store) => store.announced(work, peer))).toEqual(later);
    });

    it('knows that both have left once neither was told no', async () => {
      const close = { type: 'channel.close', body: { mine: nowhere, yours: nowhere, reason: 'The end' } };
      const [ours] = messagesOf(peer, 1, { 1: close });
      const no = { type: 'refuse', body: { ref: '1', message: ours!.hash, code: 'still-open', detail: '' } };
      const [theirs, refusal] = messagesOf(peer, 2, { 1: close, 2: no });
      const haveBothLeft = () => read((work, store) => store.haveBothLeft(work, peer));
      await begun('first-session');
      await run((work, store) => store.addOutbox(work, peer, [ours!]));
      expect(await haveBothLeft()).toBe(false);
      await take([theirs!]);
      expect(await haveBothLeft()).toBe(true);
      await take([refusal!]);
      expect(await haveBothLeft()).toBe(false);
    });

    it('lets only the last session save, and takes back all that an earlier one did with it', async () => {
      const earlier = await begun('first-session');
      await begun('next-session');
      const late = run(async (work, store) => {
        await decide(work, 'too late');
        await store.save(work, earlier);
      });
      await expect(late).rejects.toThrow(Superseded);
      await expect(run((work, store) => store.kept(work, earlier))).rejects.toThrow(Superseded);
      expect(await decided()).toEqual([]);
    });

    it('says in the midst of a transaction how many messages are applied', async () => {
      await begun('first-session');
      const seen = await run(async (work, store) => {
        await store.setApplied(work, peer, { seq: 7n, head: 'c' });
        return store.applied(work, peer);
      });
      expect(seen).toBe(7n);
    });

    it('gives intents in the order in which they were decided, and drops those that were numbered', async () => {
      for (const reason of ['one', 'two', 'three']) await run((work) => decide(work, reason));
      expect(await decided()).toEqual(['one', 'two', 'three']);
      expect(await decided(2)).toEqual(['one', 'two']);
      const [first] = await read((work, store) => store.intents(work, peer, 1));
      await run((work, store) => store.dropIntents(work, peer, [first!.id]));
      expect(await decided()).toEqual(['two', 'three']);
    });

    it('keeps the trace of the use case beside its intents', async () => {
      await run(async (work) => {
        belongsTo(work, someTrace);
        await decide(work, 'asked for');
        belongsTo(work, null);
        await decide(work, 'due');
      });
      const intents = await read((work, store) => store.intents(work, peer, 9));
      expect(intents.map(({ trace }) => trace)).toEqual([someTrace, null]);
    });

    it('forgets the intent of a use case that fails', async () => {
      const failing = run(async (work) => {
        await decide(work, 'never');
        throw new Error('hail');
      });
      await expect(failing).rejects.toThrow('hail');
      expect(await decided()).toEqual([]);
    });

    it('takes back one part of a transaction and keeps the rest', async () => {
      await run(async (work, store) => {
        await decide(work, 'before');
        const part = store.apart(work, async (inside) => {
          await decide(inside, 'inside');
          throw new Error('hail');
        });
        await expect(part).rejects.toThrow('hail');
        await store.apart(work, (inside) => decide(inside, 'after'));
      });
      expect(await decided()).toEqual(['before', 'after']);
    });

    it('takes back a part that succeeded when the whole fails', async () => {
      const failing = run(async (work, store) => {
        await store.apart(work, (inside) => decide(inside, 'inside'));
        throw new Error('hail');
      });
      await expect(failing).rejects.toThrow('hail');
      expect(await decided()).toEqual([]);
    });

    it('keeps what was said and heard, by number', async () => {
      const messages = messagesOf(peer, 3);
      const traces = [null, null, someTrace];
      const said = messages.map((message, at) => ({ ...message, trace: traces[at]! }));
      await run((work, store) => store.addOutbox(work, peer, said));
      await take(messages);
      const wanted = messages.slice(1).map(({ hash, sealed }) => ({ hash, sealed }));
      const traced = wanted.map((row, at) => ({ ...row, trace: traces[at + 1] }));
      expect(await read((work, store) => store.outbox(work, peer, 2n, 9n))).toEqual(traced);
      expect(await read((work, store) => store.inbox(work, peer, 2n, 3n))).toEqual(wanted);
      expect(await read((work, store) => store.inbox(work, peer, 4n, 9n))).toEqual([]);
    });

    it('finds the announcements of new keys among all that was said and heard', async () => {
      const fresh = signingKey({ node: fr.node, kid: 'fr-2', seed: new Uint8Array(32).fill(9) });
      const said = messagesOf(peer, 3, { 2: { type: 'key.rotate', body: announce(fresh, roster.net) } });
      await run((work, store) => store.addOutbox(work, peer, said));
      await take(messagesOf(peer, 2));
      const found = await read((work, store) => store.rotations(work, peer));
      expect(found).toEqual({ said: [{ hash: said[1]!.hash, sealed: said[1]!.sealed }], heard: [] });
    });

    it('keeps each number once', async () => {
      const messages = messagesOf(peer, 1);
      await run((work, store) => store.addOutbox(work, peer, messages));
      await take(messages);
      await expect(run((work, store) => store.addOutbox(work, peer, messages))).rejects.toThrow();
      await expect(take(messages)).rejects.toThrow();
    });

    it('lists messages newest first, page by page, with what became of them', async () => {
      const [one, two, three] = messagesOf(peer, 3);
      await take([one!]);
      await take([two!], refused('too-late', 'The mission is over.'));
      await take([three!], { verdict: 'failed' });
      const page = (before: bigint | null, limit: number) =>
        read((work, store) => store.messages(work, peer, 'in', { before, limit }));
      expect((await page(null, 9)).map(({ seq, verdict }) => `${seq} ${verdict}`)).toEqual([
        '3 failed',
        '2 too-late',
        '1 applied',
      ]);
      const refusedOnly = { before: null, limit: 9, verdict: 'refused' } as const;
      const no = await read((work, store) => store.messages(work, peer, 'in', refusedOnly));
      expect(no.map(({ seq, verdict }) => `${seq} ${verdict}`)).toEqual(['2 too-late']);
      expect((await page(3n, 1)).map(({ seq, hash }) => [seq, hash])).toEqual([[2n, two!.hash]]);
    });

    it('tries again what was set aside after a while, until it is settled', async () => {
      const [one] = messagesOf(peer, 1);
      await take([one!], { verdict: 'failed' });
      await run((work, store) => store.park(work, aside(1n, 'mission:1')));
      expect(await due()).toEqual([]);
      await place.age(2);
      const [parked] = (await read((work, store) => store.parked(work))).filter((each) => each.peer === peer);
      expect(parked).toMatchObject({ seq: 1n, attempts: 1, error: 'rain', concerns: ['mission:1'] });
      expect(parked!.stored).toEqual({ hash: one!.hash, sealed: one!.sealed });

      await run((work, store) => store.park(work, aside(1n, 'mission:1')));
      expect(await due()).toEqual([]);
      await place.age(3);
      expect(await due()).toEqual([1n]);
      await run((work, store) => store.settle(work, peer, 1n, refused('too-late', 'The mission is over.')));
      await place.age(100);
      expect(await due()).toEqual([]);
      const [row] = await read((work, store) => store.messages(work, peer, 'in', { before: null, limit: 9 }));
      expect(row!.verdict).toBe('too-late');
    });

    it('settles a message once', async () => {
      await take(messagesOf(peer, 1), { verdict: 'failed' });
      await run((work, store) => store.park(work, aside(1n)));
      await run((work, store) => store.settle(work, peer, 1n, applied));
      await expect(run((work, store) => store.settle(work, peer, 1n, applied))).rejects.toThrow('handled already');
    });

    it('lets a message wait behind an earlier one about the same, and not behind others', async () => {
      await take(messagesOf(peer, 3), { verdict: 'failed' });
      await run(async (work, store) => {
        await store.park(work, aside(1n, 'mission:1'));
        await store.park(work, aside(2n, 'mission:1', 'cycle:2026-04'));
        await store.park(work, aside(3n, 'mission:3'));
      });
      await place.age(2);
      expect(await due()).toEqual([1n, 3n]);
      expect([...(await read((work, store) => store.heldUp(work, peer)))].sort()).toEqual([
        'cycle:2026-04',
        'mission:1',
        'mission:3',
      ]);
      await run((work, store) => store.settle(work, peer, 1n, applied));
      expect(await due()).toEqual([2n, 3n]);
      expect([...(await read((work, store) => store.heldUp(work, peer)))].sort()).toEqual([
        'cycle:2026-04',
        'mission:1',
        'mission:3',
      ]);
    });

    it('counts what was refused and what failed', async () => {
      const [one, two, three] = messagesOf(peer, 3);
      await take([one!], refused('too-late', ''));
      await take([two!, three!], { verdict: 'failed' });
      await run(async (work, store) => {
        await store.park(work, aside(2n));
        await store.park(work, aside(3n));
        await store.settle(work, peer, 3n, refused('too-late', ''));
        await store.refuse(work, { peer, reason: 'not-a-frame', detail: '', start: 'hello' });
      });
      expect(await read((work, store) => store.counts(work, peer))).toEqual({ invalid: 1, refused: 2, failed: 1 });
    });

    it('keeps the newest thousand refused frames of a peer and counts the others', async () => {
      await run(async (work, store) => {
        for (let count = 1; count <= 1005; count += 1)
          await store.refuse(work, { peer, reason: 'not-a-frame', detail: String(count), start: '{' });
        await store.refuse(work, { peer: `${peer}-neighbour`, reason: 'not-a-frame', detail: '', start: '' });
      });
      const rows = await read((work, store) => store.refusals(work, peer, 5000));
      expect(rows).toHaveLength(1000);
      expect([rows[0]!.detail, rows.at(-1)!.detail]).toEqual(['1005', '6']);
      expect((await read((work, store) => store.counts(work, peer))).invalid).toBe(1005);
    });

    it('tells how much waits and since when', async () => {
      const none = await read((work, store) => store.waiting(work, peer, 0n));
      expect(none).toEqual({ intents: 0, oldest: null });
      await run((work, store) => store.addOutbox(work, peer, messagesOf(peer, 2)));
      await run((work) => decide(work, 'later'));
      expect((await read((work, store) => store.waiting(work, peer, 1n))).intents).toBe(1);
      expect((await read((work, store) => store.waiting(work, peer, 1n))).oldest).toBeInstanceOf(Date);
    });
  });
}
