import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { checkout, built } from './checkout.js';
import { Child } from './child.js';
import { ensureDatabase } from './databases.js';
import { findings, quiet } from './faults/peace.js';
import { Traffic } from './faults/traffic.js';
import { type Federation, type Running, startFederation } from './federation.js';
import { Register } from './left-over.js';
import { cooperatives } from './places.js';
import { Ports } from './ports.js';
import { sow } from './seeds.js';
import { throwawayFolder } from './testing/throwaway.js';

jest.setTimeout(300_000);

const databaseServer = process.env['PASSERELLE_TEST_DATABASE_URL']!;
const program = built('node/src/passerelle');

describe('a branch that hosts its node', () => {
  const folder = throwawayFolder();
  const backup = join(folder.dir, 'before.backup');
  const replicas: Child[] = [];
  let federation: Federation;
  let be: Running;
  let traffic: Traffic;
  beforeAll(async () => {
    federation = await startFederation({
      dir: folder.dir,
      addresses: 'any',
      nodes: cooperatives.filter(({ id }) => id !== 'se'),
      clock: '2026-03-16T08:00:00Z',
      databaseUrl: databaseServer,
    });
    be = federation.node('be');
    await sow({ federation, note: () => undefined });
  });
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await federation?.stop();
    folder.remove();
  });

  function run(...args: readonly string[]): string {
    const env = { ...be.app.program.env, PASSERELLE_BACKUP_KEY: 'a sentence for the safe' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, cwd: checkout });
    if (status !== 0) throw new Error(`passerelle ${args.join(' ')}: ${String(stderr)}`);
    return String(stdout);
  }

  async function withoutDatabase(): Promise<void> {
    const { username: name, password } = new URL(be.databaseUrl);
    const admin = new Client({ connectionString: databaseServer });
    await admin.connect();
    await admin.query(`drop database "${name}" with (force)`);
    await admin.end();
    await ensureDatabase(databaseServer, { name, password });
  }

  /** The one for the web stands at the address people know. */
  async function replica(role: string, number: number): Promise<Child> {
    const name = `${role} ${number}`;
    const port = role === 'web' ? be.port : await new Ports(join(folder.dir, `${role}${number}.json`)).take(name);
    const isReady = async (): Promise<boolean> => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
    const started = new Child(
      {
        ...be.app.program,
        name,
        args: [program, 'serve', '--role', role],
        env: { ...be.app.program.env, PASSERELLE_PORT: String(port) },
        logFile: join(folder.dir, 'logs', `${role}${number}.log`),
        isReady,
      },
      new Register(join(folder.dir, `${role}${number}-children.json`)),
    );
    replicas.push(started);
    await started.start();
    return started;
  }

  /** Debts go back and forth until so many more were promised. */
  async function owing(more: number): Promise<void> {
    const wanted = traffic.promised.length + more;
    const end = Date.now() + 60_000;
    while (traffic.promised.length < wanted) {
      if (Date.now() > end) throw new Error('nobody can promise anything');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  it('gets back from its peers what came after the backup, and each replica does its part once', async () => {
    traffic = new Traffic(federation, 400);
    await owing(4);
    expect(run('backup', 'create', '--file', backup)).toContain('peer fr');
    await owing(6);
    await traffic.stop();
    await quiet(federation, 60);
    await be.app.kill();
    await withoutDatabase();
    expect(run('backup', 'restore', backup)).toContain('restored and proven');

    const [exchange, worker] = [await replica('exchange', 1), await replica('worker', 1)];
    await Promise.all([replica('web', 1), replica('exchange', 2), replica('worker', 2)]);
    await quiet(federation, 90);
    const before = traffic.promised;
    expect(await findings(federation, before)).toEqual([]);

    traffic = new Traffic(federation, 200, 'later number');
    await owing(4);
    await Promise.all([exchange.kill(), worker.kill()]);
    const killedAt = Date.now();
    await owing(4);
    await traffic.stop();
    await quiet(federation, 60);
    expect(Date.now() - killedAt).toBeLessThan(45_000);
    expect(await findings(federation, [...before, ...traffic.promised])).toEqual([]);
  });
});
