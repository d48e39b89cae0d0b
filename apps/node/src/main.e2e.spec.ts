import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { emptyDatabase } from '../../doors/testing/database.js';

const program = fileURLToPath(new URL('../../../dist/apps/node/src/main.js', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly said: string;
}

const start = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });

async function end(child: ChildProcess): Promise<Ended> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { code, signal, said };
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const chunk of child.stderr!) {
    const address = /listening on (http:\S+)/.exec(String(chunk))?.[1];
    if (address) return address;
  }
  throw new Error('the node ended before it listened');
}

describe('a node', () => {
  let empty: Awaited<ReturnType<typeof emptyDatabase>>;
  beforeEach(async () => {
    empty = await emptyDatabase();
  });
  afterEach(() => empty.drop());

  const settings = (): Record<string, string> => ({
    PASSERELLE_NODE: 'be',
    PASSERELLE_COUNTRY: 'BE',
    PASSERELLE_DATABASE_URL: empty.url,
    PASSERELLE_BASE_URL: 'http://127.0.0.1:8080',
    PASSERELLE_PORT: '0',
    PASSERELLE_LOG_LEVEL: 'silent',
  });

  it('does not start with a wrong configuration: exit code 78 and all problems', async () => {
    const { code, said } = await end(start({ ...settings(), PASSERELLE_PORT: 'http', PASSERELLE_NODE: 'B E' }));
    expect(code).toBe(78);
    expect(said).toBe(
      [
        '2 configuration problems (see docs/ops/env.md)',
        '  PASSERELLE_PORT              "http"           expected a whole number 0–65535',
        '  PASSERELLE_NODE              "B E"            expected a short name of small letters, digits and dashes',
        '',
      ].join('\n'),
    );
  }, 30_000);

  it('starts on an empty database, serves what docs/api describes, and stops when it is told to', async () => {
    const child = start({ ...settings(), PASSERELLE_CLOCK: '2026-03-02T08:00:00Z' });
    const ended = once(child, 'exit');
    try {
      const address = await addressOf(child);
      const ready = await fetch(`${address}/readyz`);
      expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ok' }]);
      const described = await (await fetch(`${address}/api/openapi.json`)).json();
      // node apps/sandbox/run.mjs api/main writes the page anew.
      expect(described).toEqual(JSON.parse(readFileSync('docs/api/node.json', 'utf8')));
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toEqual([null, 'SIGTERM']);
  }, 60_000);

  it('refuses the database of a newer program in clear words', async () => {
    const client = new Client({ connectionString: empty.url });
    await client.connect();
    await client.query(
      'create table migrations (id serial primary key, timestamp bigint not null, name text not null)',
    );
    await client.query(`insert into migrations (timestamp, name) values (1999999999999, 'Tomorrow1999999999999')`);
    await client.end();
    const { code, said } = await end(start(settings()));
    expect(code).toBe(1);
    expect(said).toMatch(/the node cannot start: This program is older than its database.*Tomorrow1999999999999/);
  }, 30_000);
});
