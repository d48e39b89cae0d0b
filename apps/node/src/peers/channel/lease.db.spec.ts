import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { emptyDatabase } from '../../../../doors/testing/database.js';
import { Lease } from './lease.js';

describe('the lease of the channels', () => {
  let empty: Awaited<ReturnType<typeof emptyDatabase>>;
  const leases: Lease[] = [];
  const events: string[] = [];
  beforeAll(async () => (empty = await emptyDatabase()));
  beforeEach(() => void events.splice(0));
  afterEach(async () => {
    await Promise.all(leases.splice(0).map((lease) => lease.stop()));
  });
  afterAll(() => empty.drop());

  const replica = (name: string, held: () => Promise<void> = async () => undefined): Lease => {
    const lease = new Lease(empty.url);
    lease.start(
      async () => {
        events.push(`${name} has it`);
        await held();
      },
      async () => void events.push(`${name} lost it`),
      () => undefined,
    );
    leases.push(lease);
    return lease;
  };
  const until = async (event: string): Promise<void> => {
    for (let wait = 0; wait < 200 && !events.includes(event); wait += 1) await pause(50);
    expect(events).toContain(event);
  };

  it('is held by one replica, and by the next within seconds when that one gives it back', async () => {
    const first = replica('the first');
    await until('the first has it');
    replica('the second');
    await pause(1500);
    expect(events).toEqual(['the first has it']);
    await first.stop();
    await until('the second has it');
    expect(events).toEqual(['the first has it', 'the first lost it', 'the second has it']);
  });

  it('is lost with the connection, and taken again', async () => {
    replica('the only one');
    await until('the only one has it');
    const admin = new Client({ connectionString: empty.url });
    await admin.connect();
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
                       where datname = current_database() and application_name = 'passerelle peers'`);
    await admin.end();
    await until('the only one lost it');
    events.splice(0);
    await until('the only one has it');
  });

  it('is given up when its holder cannot begin, after clearing away what it had begun', async () => {
    let tries = 0;
    replica('the clumsy one', async () => {
      tries += 1;
      if (tries === 1) throw new Error('stumbled');
    });
    await until('the clumsy one lost it');
    expect(events.slice(0, 2)).toEqual(['the clumsy one has it', 'the clumsy one lost it']);
    for (let wait = 0; wait < 100 && tries < 2; wait += 1) await pause(50);
    expect(tries).toBe(2);
  });
});
