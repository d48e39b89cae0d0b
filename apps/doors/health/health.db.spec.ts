import { PassThrough } from 'node:stream';
import { Gauge } from 'prom-client';
import { Accounts } from '../access/accounts/accounts.service.js';
import { doorsEntities, doorsMigrations, managerOf, Metrics, Readiness, SandboxClock } from '../index.js';
import { type FreshDatabase, freshDatabase } from '../testing/database.js';
import { openProgram, type SpecProgram } from '../testing/http.js';
import { MetricsPort } from './metrics-port.js';

const password = 'a sentence to remember';

describe('the health of a program', () => {
  let fresh: FreshDatabase;
  let program: SpecProgram;
  const log = new PassThrough();
  beforeAll(async () => {
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    const clock = await SandboxClock.open(fresh.database, new Date('2026-03-02T09:00:00Z'));
    program = await openProgram(fresh.database, [], {
      clock,
      zone: 'Europe/Brussels',
      log: { level: 'info', to: log },
    });
    await program.app
      .get(Accounts)
      .create({ email: 'sysadmin@demo.example', password, roles: ['sysadmin'], language: 'en' });
  });
  afterAll(async () => {
    await program.app.close();
    await fresh.drop();
  });

  it('answers that it lives', async () => {
    expect((await program.anybody.get('/livez').expect(200)).body).toEqual({ status: 'ok' });
  });

  it('names each dependency with milliseconds', async () => {
    const { body } = await program.anybody.get('/readyz').expect(200);
    expect(body).toEqual({
      status: 'ok',
      checks: {
        database: { status: 'ok', ms: expect.any(Number) },
        migrations: { status: 'ok', ms: expect.any(Number) },
        keeping: { status: 'ok', ms: expect.any(Number) },
      },
    });
  });

  it('serves nobody while a migration is pending', async () => {
    const runner = managerOf(fresh.database.reading);
    const [row] = await runner
      .query<[object]>('delete from migrations where id = 1 returning *')
      .then(([rows]) => rows as [object]);
    const { body } = await program.anybody.get('/readyz').expect(503);
    expect(body).toMatchObject({
      status: 'unavailable',
      checks: { migrations: { status: 'failed', reason: '1 pending' } },
    });
    await runner.query('insert into migrations select * from json_populate_record(null::migrations, $1)', [row]);
    await program.anybody.get('/readyz').expect(200);
  });

  it('is degraded, and still serves, without what can wait', async () => {
    let isUp = false;
    program.app.get(Readiness).add({
      name: 'message bus',
      without: 'degraded',
      run: async () => {
        if (!isUp) throw new Error('nats://secret@host refused');
        return undefined;
      },
    });
    const { body, text } = await program.anybody.get('/readyz').expect(200);
    expect(body).toMatchObject({
      status: 'degraded',
      checks: { 'message bus': { status: 'failed', reason: 'no answer' } },
    });
    expect(text).not.toContain('secret');
    isUp = true;
    expect((await program.anybody.get('/readyz').expect(200)).body.status).toBe('ok');
  });

  it('tells Prometheus what runs and how long requests took, by template', async () => {
    new Gauge({ name: 'passerelle_spec_things', help: 'x', registers: [program.app.get(Metrics).registry] }).set(3);
    await program.anybody.get('/problems/internal-error');
    const { text } = await program.anybody
      .get('/metrics')
      .expect(200)
      .expect('Content-Type', /^text\/plain/);
    expect(text).toMatch(/passerelle_build_info\{program="spec",version="\d+\.\d+\.\d+"\} 1/);
    expect(text).toContain(
      'passerelle_http_request_duration_seconds_count{method="GET",route="/problems/:type",status="200"} 1',
    );
    expect(text).toContain('passerelle_spec_things 3');
  });

  it('describes itself in OpenAPI 3.1 with an operation id everywhere, and for people', async () => {
    const { body } = await program.anybody.get('/api/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths as object).sort()).toEqual([
      '/api/v1/accounts',
      '/api/v1/accounts/password',
      '/api/v1/api-keys',
      '/api/v1/api-keys/{name}',
      '/api/v1/clock',
      '/api/v1/sandbox/clock',
      '/api/v1/session',
      '/api/v1/session/passkey',
      '/api/v1/session/passkey/begin',
      '/api/v1/session/passkeys',
      '/api/v1/session/passkeys/begin',
      '/api/v1/session/passkeys/{id}/remove',
      '/api/v1/session/password',
      '/api/v1/session/provider',
      '/api/v1/session/provider/return',
      '/api/v1/session/provider/start',
      '/api/v1/session/second-factor',
      '/api/v1/session/second-factor/remove',
      '/api/v1/trail',
    ]);
    const routes = Object.values(body.paths as Record<string, Record<string, { operationId?: string }>>).flatMap(
      Object.values,
    );
    expect((routes as { operationId?: string }[]).every(({ operationId }) => operationId)).toBe(true);
    expect(body.components.schemas.SessionBody.properties.subject.type).toEqual(['string', 'null']);
    expect(JSON.stringify(body)).not.toContain('"nullable"');
    const page = await program.anybody.get('/api/docs').expect(200);
    expect(page.headers['content-security-policy']).toContain(`script-src 'self';`);
    expect(page.headers['content-security-policy']).toContain(`style-src 'self' 'unsafe-inline'`);
    expect(page.text).not.toMatch(/<script(?![^>]*src=)/);
  });

  it('moves the sandbox clock for the administrator only, keeps it, and waits for those who listen', async () => {
    const heard: string[] = [];
    const clock = program.app.get(SandboxClock);
    const forget = clock.onMoved(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      heard.push(clock.today('Europe/Brussels'));
    });
    const put = (now: string, agent = program.anybody as Pick<typeof program.anybody, 'put'>) =>
      agent.put('/api/v1/sandbox/clock').send({ now });
    await put('2026-04-08T08:00:00Z').expect(401);
    const sysadmin = await program.signIn('sysadmin@demo.example', password);
    await put('2026-04-08', sysadmin).expect(400);
    await put('2026-04-07T22:30:00Z', sysadmin).expect(200);
    expect(heard).toEqual(['2026-04-08']);
    await put('2026-03-01T08:00:00Z', sysadmin).expect(200);
    forget();
    const again = await SandboxClock.open(fresh.database, new Date('2030-01-01T00:00:00Z'));
    expect(again.now()).toEqual(new Date('2026-03-01T08:00:00Z'));
    expect((await program.anybody.get('/api/v1/sandbox/clock')).body).toEqual({ now: '2026-03-01T08:00:00.000Z' });
    const shown = await program.anybody.get('/api/v1/clock').expect('Cache-Control', 'no-store');
    expect(shown.body).toEqual({ now: '2026-03-01T08:00:00.000Z', zone: 'Europe/Brussels' });
  });

  it('logs each request in one line, with its trace and without cookies, addresses or names', async () => {
    log.read();
    const sysadmin = await program.signIn('sysadmin@demo.example', password);
    await sysadmin.get('/api/v1/session?iban=BE68539007547034');
    const text = String(log.read());
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/api/v1/session', 201],
      ['GET', '/api/v1/session', 200],
    ]);
    expect(lines[0]).toMatchObject({ level: 'info', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(text).not.toMatch(/passerelle_session|sysadmin@|BE68|sentence/);
  });
});

describe('a program with a port of its own for metrics', () => {
  it('answers them there and not at its main door', async () => {
    const fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    const program = await openProgram(fresh.database, [], { metrics: { host: '127.0.0.1', port: 0 } });
    await program.anybody.get('/metrics').expect(404);
    const { port } = program.app.get(MetricsPort);
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(await answer.text()).toContain('passerelle_build_info');
    expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(404);
    await program.app.close();
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
    await fresh.drop();
  });
});

describe('a process that serves nobody', () => {
  it('tells how it is, and nothing else', async () => {
    const fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    const quiet = await openProgram(fresh.database, [], { http: { onlyHealth: true } });
    for (const path of ['/livez', '/readyz', '/metrics']) await quiet.anybody.get(path).expect(200);
    for (const path of ['/', '/api/v1/session', '/api/docs', '/api/openapi.json', '/problems/not-found'])
      await quiet.anybody.get(path).expect(404);
    await quiet.anybody.post('/api/v1/session').send({ email: 'a@b.example', password: 'x' }).expect(404);
    await quiet.app.close();
    await fresh.drop();
  });
});
