import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

interface Span {
  readonly traceId: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string }[];
}

/** A collector of traces on this machine, and all that was sent to it. */
class Collector {
  readonly spans: Span[] = [];
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as {
        readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
      };
      for (const { scopeSpans } of resourceSpans) for (const { spans } of scopeSpans) this.spans.push(...spans);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** All spans of a trace, once one of a name is among them. */
  async trace(id: string, name: string): Promise<readonly Span[]> {
    const end = Date.now() + 15_000;
    while (Date.now() < end) {
      const found = this.spans.filter(({ traceId }) => traceId === id);
      if (found.some((span) => span.name === name)) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no ${name} in ${JSON.stringify(this.spans.map((span) => span.name))}`);
  }

  stop(): void {
    this.server.close();
  }
}

const callersTrace = '4bf92f3577b34da6a3ce929d0e0e4736';

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

  it('starts on an empty database, serves what docs/api describes, tells a collector how long it took, and stops', async () => {
    const collector = new Collector();
    const tracesUrl = await collector.start();
    const child = start({ ...settings(), PASSERELLE_CLOCK: '2026-03-02T08:00:00Z', PASSERELLE_TRACES_URL: tracesUrl });
    const ended = once(child, 'exit');
    try {
      const address = await addressOf(child);
      const ready = await fetch(`${address}/readyz`);
      expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ok' }]);
      const described = await (await fetch(`${address}/api/openapi.json`)).json();
      // node apps/sandbox/run.mjs api/main writes the page anew.
      expect(described).toEqual(JSON.parse(readFileSync('docs/api/node.json', 'utf8')));

      const answer = await fetch(`${address}/api/v1/session?token=secret`, {
        method: 'POST',
        headers: { traceparent: `00-${callersTrace}-00f067aa0ba902b7-01`, 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'nobody@coop.example', password: 'a secret sentence' }),
      });
      expect([answer.status, answer.headers.get('trace-id')]).toEqual([401, callersTrace]);
      const spans = await collector.trace(callersTrace, 'POST /api/v1/session');
      expect(spans.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^pg\.query:SELECT/));
      expect(JSON.stringify(spans)).not.toMatch(/secret|nobody|127\.0\.0\.1|select /);
    } finally {
      collector.stop();
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
