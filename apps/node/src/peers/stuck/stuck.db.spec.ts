import { managerOf } from '@passerelle/doors';
import { type FreshDatabase, freshDatabase } from '../../../../doors/testing/database.js';
import { MessageTraces1767225604120 } from '../channel/message-traces.migration.js';
import { Peers1767225600450 } from '../peers.migration.js';
import { PeersStore } from '../peers.store.js';
import { Stuck1767225600460 } from './stuck.migration.js';
import { Stuck } from './stuck.service.js';
import type { StuckDecision } from './stuck.js';
import { StuckStore } from './stuck.store.js';

const hash = '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U';

describe('a message that a room fails on', () => {
  let fresh: FreshDatabase;
  let said: unknown[];
  let stuck: Stuck;
  const channels = new PeersStore();
  beforeEach(async () => {
    fresh = await freshDatabase({
      entities: [],
      migrations: [Peers1767225600450, Stuck1767225600460, MessageTraces1767225604120],
    });
    await query(
      `insert into inbox (peer, seq, msg_id, type, hash, m, sig, verdict)
       values ('fr', 7, '0198f5c1-8f2a-7c3b-9a41-000000000009', 'mission.report', '${hash}', '{}', '', 'failed')`,
    );
    await query(`insert into parked (peer, seq, error, concerns) values ('fr', 7, 'Error: no such hours', '{}')`);
    said = [];
    const peers = {
      send: async (_work: unknown, peer: string, type: string, body: object) => void said.push({ peer, type, body }),
    };
    stuck = new Stuck(new StuckStore(), channels, peers as never);
  });
  afterEach(() => fresh.drop());

  const query = (sql: string) => managerOf(fresh.database.reading).query<Record<string, unknown>[]>(sql);
  const order = (action: StuckDecision['action'], seq = 7n) =>
    fresh.database.transact((work) => stuck.order(work, 'fr', seq, { action, reason: 'told by telephone', by: null }));
  const due = async () => (await channels.parked(fresh.database.reading)).map(({ seq }) => seq);

  it('is listed with what went wrong, and waits before it is tried again', async () => {
    expect(await stuck.list(fresh.database.reading, 10)).toMatchObject([
      { peer: 'fr', seq: 7n, type: 'mission.report', error: 'Error: no such hours', attempts: 1 },
    ]);
    expect(await due()).toEqual([]);
  });

  it('is tried at once when a person says so, and not at all while it is paused', async () => {
    await order('retry');
    expect(await due()).toEqual([7n]);
    expect(await order('pause')).toMatchObject({ ok: true, value: { nextTryAt: null } });
    expect(await due()).toEqual([]);
    await order('resume');
    expect(await due()).toEqual([7n]);
  });

  it('is parked for good, and its sender hears so', async () => {
    await order('park');
    expect(await stuck.list(fresh.database.reading, 10)).toEqual([]);
    expect(said).toEqual([
      { peer: 'fr', type: 'refuse', body: { ref: '7', message: hash, code: 'parked', detail: 'told by telephone' } },
    ]);
    expect(await order('retry')).toEqual({ ok: false, refusal: { kind: 'not-stuck' } });
    expect(await order('retry', 8n)).toEqual({ ok: false, refusal: { kind: 'not-stuck' } });
  });

  it('keeps every decision with its reason', async () => {
    await order('pause');
    await order('park');
    expect(await query('select action, reason from stuck_decision order by id')).toEqual([
      { action: 'pause', reason: 'told by telephone' },
      { action: 'park', reason: 'told by telephone' },
    ]);
    await expect(query('delete from stuck_decision')).rejects.toThrow();
  });
});
