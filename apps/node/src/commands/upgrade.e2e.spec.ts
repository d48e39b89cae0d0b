import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { emptyDatabase } from '../../../doors/testing/database.js';

const program = fileURLToPath(new URL('../../../../dist/apps/node/src/passerelle.js', import.meta.url));
/** What the release before this one had not: here the table of the runs of backups, which nothing else needs. */
const newest = 'BackupRuns1767225601810';

describe('passerelle upgrade, as the service runs it', () => {
  const dir = mkdtempSync(join(tmpdir(), 'passerelle-upgrade-'));
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  beforeAll(async () => {
    database = await emptyDatabase();
    expect(spawnSync(process.execPath, [program, 'migrate', 'up'], { env: settings() }).status).toBe(0);
  }, 60_000);
  afterAll(async () => {
    await database.drop();
    rmSync(dir, { recursive: true });
  });

  const settings = () => ({
    PATH: process.env['PATH'],
    PASSERELLE_NODE: 'be',
    PASSERELLE_COUNTRY: 'BE',
    PASSERELLE_DATABASE_URL: database.url,
    PASSERELLE_BASE_URL: 'https://coop.example',
    PASSERELLE_PORT: '0',
    PASSERELLE_LOG_LEVEL: 'silent',
    PASSERELLE_BACKUP_KEY: 'a sentence for the safe',
    PASSERELLE_BACKUP_DIR: dir,
  });
  const asked = async (sql: string): Promise<readonly object[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    return client
      .query<object>(sql)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  };
  const becomesOlder = async (): Promise<void> => {
    await asked('drop table backup_run');
    await asked(`delete from migrations where name = '${newest}'`);
  };
  const upgrade = (env: object = {}): ChildProcess =>
    spawn(process.execPath, [program, 'upgrade'], {
      env: { ...settings(), ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  /** What it says until a line of that kind, that line included. */
  const saidUntil = async (child: ChildProcess, wanted: RegExp): Promise<readonly string[]> => {
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stderr! })) {
      said.push(line);
      if (wanted.test(line)) return said;
    }
    throw new Error(`it ended without ${wanted}:\n${said.join('\n')}`);
  };

  it('keeps a backup, changes the schema, looks at everything and serves; killed on its way, it goes on', async () => {
    await becomesOlder();
    const killed = upgrade();
    const gone = once(killed, 'exit');
    await saidUntil(killed, /^backup: /);
    killed.kill('SIGKILL');
    await gone;

    const again = upgrade();
    const ended = once(again, 'exit');
    try {
      const said = await saidUntil(again, /listening on/);
      const place = (wanted: RegExp): number => said.findIndex((line) => wanted.test(line));
      const steps = [/pending/, /\bdatabase\b/, /listening on/].map(place);
      expect(steps).not.toContain(-1);
      expect([...steps].sort((one, other) => one - other)).toEqual(steps);
      const address = /listening on (http:\S+)/.exec(said.at(-1)!)![1];
      await expect((await fetch(`${address}/readyz`)).json()).resolves.toMatchObject({ status: 'ok' });
    } finally {
      again.kill('SIGTERM');
    }
    await ended;
    expect(await asked(`select name from migrations where name = '${newest}'`)).toHaveLength(1);
    for (const file of readdirSync(dir).filter((name) => name.endsWith('.backup')))
      expect(
        spawnSync(process.execPath, [program, 'backup', 'verify', join(dir, file)], { env: settings() }).status,
      ).toBe(0);
    expect(readdirSync(dir).filter((name) => name.endsWith('.backup')).length).toBeGreaterThan(0);
  }, 120_000);

  it('changes nothing while no backup can be made', async () => {
    await becomesOlder();
    const child = upgrade({ PASSERELLE_BACKUP_KEY: undefined });
    const ended = once(child, 'exit');
    const said = await saidUntil(child, /backup/);
    expect([await ended, said.join('\n')]).toEqual([[78, null], expect.stringContaining('PASSERELLE_BACKUP_KEY')]);
    expect(await asked(`select name from migrations where name = '${newest}'`)).toEqual([]);
  }, 60_000);
});
