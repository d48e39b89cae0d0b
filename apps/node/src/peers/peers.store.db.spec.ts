import { managerOf } from '@passerelle/doors';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { Announced1767225730000 } from './channel/announced.migration.js';
import { ChannelNotes1767225600480 } from './channel/channel-notes.migration.js';
import { MessageTraces1767225604120 } from './channel/message-traces.migration.js';
import { Peers1767225600450 } from './peers.migration.js';
import { PeersStore } from './peers.store.js';
import { applied } from './received.js';
import { describeChannelStore, messagesOf } from './testing/channel-store.js';

const store = new PeersStore();
const open = () =>
  freshDatabase({
    entities: [],
    migrations: [Peers1767225600450, ChannelNotes1767225600480, MessageTraces1767225604120, Announced1767225730000],
  });

describeChannelStore(async () => {
  const { database, drop } = await open();
  const age = async (seconds: number): Promise<void> => {
    const sql = `update parked set last_at = last_at - $1 * interval '1 second'`;
    await database.transact((work) => managerOf(work).query(sql, [seconds]));
  };
  return { database, store, age, close: drop };
});

describe('channels in PostgreSQL', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => (fresh = await open()));
  afterAll(() => fresh.drop());

  const run = (sql: string) => fresh.database.transact((work) => managerOf(work).query(sql));

  it('keep the common history of two nodes whatever anybody asks', async () => {
    const messages = messagesOf('se', 1);
    await fresh.database.transact(async (work) => {
      await store.addOutbox(work, 'se', messages);
      await store.addInbox(work, 'se', [{ message: messages[0]!, verdict: applied }]);
      await store.addEvidence(work, 'se', { kind: 'unsent', a: messages[0]!.sealed });
    });
    for (const table of ['outbox', 'inbox', 'evidence', 'roster_version'])
      for (const sql of [`update ${table} set at = now()`, `delete from ${table}`, `truncate ${table} cascade`])
        await expect(run(sql)).rejects.toThrow('the common history of two nodes is only added to');
  });

  it('wake whoever listens when an intent is committed', async () => {
    const heard = await fresh.database.source.transaction(async (manager) => {
      const runner = manager.queryRunner!;
      const client = (await runner.connect()) as { on(event: string, hear: (note: { payload: string }) => void): void };
      const note = new Promise<string>((resolve) => client.on('notification', ({ payload }) => resolve(payload)));
      await manager.query('listen intent');
      return { note };
    });
    const intent = { id: '0198f5c1-8f2a-7c3b-9a41-000000000001', type: 'cycle.cut', body: {}, ack: 0n };
    await fresh.database.transact((work) => store.addIntent(work, 'se', intent));
    // The connection that listens hears of it with the answer to its next question.
    await Promise.all(Array.from({ length: 5 }, () => run('select 1')));
    expect(await heard.note).toBe('se');
  });
});
