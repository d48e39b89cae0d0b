import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { rosterFile, rosterText, signText } from '@passerelle/protocol';
import { emptyDatabase } from '../../../doors/testing/database.js';
import { exampleRoster } from '../testing/example-roster.js';
import { commands } from './all.commands.js';
import { natsPublicKeyOf, newNatsSeed, newSigningPem, signingKeyOf } from './node-keys.js';
import { runCommand } from './run-command.js';

const keyOf = (node: string, byte: number) => ({
  ...signingKeyOf(node, new Uint8Array(32).fill(byte)),
  kid: `${node}-1`,
});
const keys = { be: keyOf('be', 1), fr: keyOf('fr', 2), se: keyOf('se', 3) };

describe('the commands of a node, on its database', () => {
  const dir = mkdtempSync(join(tmpdir(), 'passerelle-commands-'));
  const seed = newNatsSeed().trim();
  let empty: Awaited<ReturnType<typeof emptyDatabase>>;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    empty = await emptyDatabase();
    const roster = exampleRoster(keys);
    // Nkeys carry a checksum, and only real ones may sign in.
    const members = roster.members.map((each) => ({ ...each, transportKey: natsPublicKeyOf(newNatsSeed()) }));
    const m = rosterText({ ...roster, members });
    const file = join(dir, 'roster.json');
    writeFileSync(file, rosterFile([{ m, sigs: [signText(m, keys.be), signText(m, keys.fr)] }]));
    env = {
      PASSERELLE_NODE: 'be',
      PASSERELLE_COUNTRY: 'BE',
      PASSERELLE_DATABASE_URL: empty.url,
      PASSERELLE_BASE_URL: 'https://coop.example',
      PASSERELLE_NATS_SEED: seed,
      PASSERELLE_ROSTER_FILE: file,
      // The example's calendar is of the spring of 2026.
      PASSERELLE_CLOCK: '2026-03-16T08:00:00Z',
    };
  });
  afterAll(async () => {
    await empty.drop();
    rmSync(dir, { recursive: true });
  });

  const run = (line: string, typed = '') =>
    runCommand(commands, line.split(' '), { env, note: () => undefined, input: async () => typed });
  const sql = async (text: string) => {
    const client = new Client({ connectionString: empty.url });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(text);
    await client.end();
    return rows;
  };

  it('look without changing anything, and bring the schema up to date when they are told to', async () => {
    expect(await run('migrate status')).toMatchObject({ code: 1, out: expect.stringMatching(/^pending /) });
    expect(await run('user add --email payroll@coop.example --role payroll')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/pending: passerelle migrate up/),
    });
    const sick = await run('doctor --quick');
    expect([sick.code, sick.out]).toEqual([2, expect.stringMatching(/FAIL +schema .*→ passerelle migrate up/)]);
    expect(await sql(`select 1 from information_schema.tables where table_schema = 'public'`)).toEqual([]);
    const waiting = run('migrate status --wait 60');
    expect(await run('migrate up')).toMatchObject({ code: 0 });
    expect(await waiting).toMatchObject({ code: 0, out: 'the schema is up to date\n' });
    expect(await run('migrate up')).toMatchObject({ code: 0, out: '0 changes made; the schema is up to date\n' });
    expect(await run('migrate status')).toMatchObject({ code: 0 });
  }, 60_000);

  it('go on with changes of the schema that were interrupted, and do none of them twice', async () => {
    const another = await emptyDatabase();
    const on = { env: { ...env, PASSERELLE_DATABASE_URL: another.url }, note: () => undefined, input: async () => '' };
    const client = new Client({ connectionString: another.url });
    await client.connect();
    // Something stands in the way of a late change, as a full disk or a killed program would.
    await client.query('create table incident (in_the_way text)');
    const told = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await expect(runCommand(commands, ['migrate', 'up'], on)).rejects.toThrow(/incident/);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('Incidents'));
    told.mockRestore();
    await client.query('drop table incident');
    const made = await runCommand(commands, ['migrate', 'up'], on);
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^\d+ changes made; the schema is up to date\n$/)]);
    const { rows } = await client.query('select count(*) = count(distinct name) as once from migrations');
    await client.end();
    expect(rows).toEqual([{ once: true }]);
    expect(await runCommand(commands, ['migrate', 'status'], on)).toMatchObject({ code: 0 });
    await another.drop();
  }, 60_000);

  it('say what is wrong with everything the node stands on', async () => {
    const { code, out } = await run('doctor');
    expect(out).toMatch(/ ok +database +PostgreSQL \d+/);
    expect(out).toMatch(/ ok +ledger +0 postings/);
    expect(out).toMatch(/ ok +peer fr +fr has confirmed 0 of 0, we have taken 0/);
    expect(code).toBeLessThan(2);
    await sql(`insert into migrations (timestamp, name) values (1999999999999, 'Tomorrow1999999999999')`);
    const newer = await run('doctor --only schema --json');
    expect([newer.code, JSON.parse(newer.out)]).toMatchObject([
      2,
      { findings: [{ what: 'schema', result: 'fail', remedy: 'install the newer release' }] },
    ]);
    expect(await run('status')).toMatchObject({ code: 2, err: expect.stringContaining('newer program (Tomorrow') });
    await sql(`delete from migrations where name = 'Tomorrow1999999999999'`);
  });

  it('let staff in and give them another password', async () => {
    const add = 'user add --email Payroll@coop.example --role payroll --language fr';
    expect(await run(add, 'short')).toMatchObject({ code: 2, err: expect.stringContaining('fewer than 12') });
    expect(await run(add, 'a sentence to remember')).toMatchObject({ code: 0, out: 'payroll@coop.example: payroll\n' });
    expect(await run(add, 'a sentence to remember')).toMatchObject({
      code: 2,
      err: expect.stringContaining('user reset'),
    });
    const before = await sql('select password_hash from account');
    expect(await run('user reset --email payroll@coop.example', 'another sentence')).toMatchObject({ code: 0 });
    expect(await sql('select password_hash from account')).not.toEqual(before);
    expect(await run('user reset --email nobody@coop.example', 'another sentence')).toMatchObject({ code: 2 });
  });

  it('make keys for programs, show them once, and end them', async () => {
    const create = 'apikey create --name accounting --scope finance:read';
    expect(await run('apikey create --name accounting')).toMatchObject({
      code: 64,
      err: expect.stringContaining('--scope is missing'),
    });
    expect(await run(`${create} --scope worker:read`)).toMatchObject({
      code: 64,
      err: expect.stringMatching(/"worker:read", expected one of adviser:read, adviser:change/),
    });
    expect(await run(`${create} --days 900`)).toMatchObject({ code: 64, err: expect.stringContaining('1–366') });
    const made = await run(`${create} --json`);
    const { secret, prefix } = JSON.parse(made.out) as { secret: string; prefix: string };
    expect([made.code, secret.startsWith(prefix)]).toEqual([0, true]);
    expect(JSON.stringify(await sql('select * from api_key'))).not.toContain(secret);
    expect(await run(create)).toMatchObject({ code: 2, err: expect.stringContaining('apikey revoke accounting') });
    expect((await run('apikey list')).out).toContain(`accounting  ${prefix}…  finance:read  in use, until`);
    expect(await run('apikey revoke accounting')).toMatchObject({ code: 0, out: expect.stringContaining('revoked') });
    expect(await run('apikey revoke accounting')).toMatchObject({ code: 2 });
    expect(await sql('select name, act from trail_entry order by number')).toEqual([
      { name: 'command line', act: 'user add: payroll' },
      { name: 'command line', act: 'user reset' },
      { name: 'command line', act: 'api key accounting made: finance:read' },
      { name: 'command line', act: 'api key accounting revoked' },
    ]);
  });

  it('show links and what waits, and refuse to decide about a message that is not stuck', async () => {
    expect((await run('peer list')).out).toMatch(/^fr {2}waiting {2}confirmed 0 of 0/);
    expect(await run('peer test de')).toMatchObject({ code: 2, err: 'de is no other member of the roster\n' });
    expect((await run('status')).out).toMatch(/^node be · .*\nno cycle yet\n0 facts/);
    expect((await run('outbox list')).out).toBe('fr  0 waiting\nse  0 waiting\n');
  });

  it('see that a clock is off by an hour', async () => {
    // Whatever this database is asked for the time, it answers an hour too late.
    await sql('create schema late');
    await sql(`create function late.clock_timestamp() returns timestamptz
      language sql as $$ select pg_catalog.clock_timestamp() + interval '1 hour' $$`);
    const [{ name }] = (await sql('select current_database() as name')) as [{ name: string }];
    await sql(`alter database "${name}" set search_path = late, public, pg_catalog`);
    const { code, out } = await run('doctor --only clock');
    await sql(`alter database "${name}" reset search_path`);
    await sql('drop schema late cascade');
    expect([code, out]).toEqual([2, expect.stringMatching(/FAIL +clock +\+3(600|599)\.\d s .*→ .*NTP server/)]);
    expect((await run('doctor --only clock')).code).toBe(0);
  });

  it('pause a peer and let it go on, each with its reason, and the doctor says so until somebody has acknowledged it', async () => {
    const words = (line: string) =>
      runCommand(commands, [...line.split(' '), '--reason', 'it moves its server'], {
        env,
        note: () => undefined,
        input: async () => '',
      });
    expect(await words('peer resume fr')).toMatchObject({ code: 2, err: 'fr is not paused\n' });
    expect(await words('peer pause de')).toMatchObject({ code: 2, err: 'de is no other member of the roster\n' });
    expect((await words('peer pause fr')).out).toMatch(/^fr .*, paused: it moves its server\n$/);
    expect(await words('peer pause fr')).toMatchObject({ code: 2, err: expect.stringContaining('paused already') });
    expect((await run('doctor --only peers')).out).toMatch(
      / warn {2}peer fr {2}paused \(it moves its server\).*resume fr.*\n1 warning, 0 failures\n$/s,
    );
    expect(await words('doctor ack peer se --until 2999-01-01')).toMatchObject({ code: 2 });
    expect(await words('doctor ack peer fr --until 2999-01-01')).toMatchObject({ code: 0 });
    const known = await run('doctor --only peers');
    expect([known.code, known.out]).toEqual([
      0,
      expect.stringMatching(
        / known peer fr .*\(until 2999-01-01: it moves its server\)\n.*\n0 warnings, 0 failures\n$/s,
      ),
    ]);
    expect((await words('peer resume fr')).out).not.toContain('paused');
    expect((await run('doctor --only peers')).out).not.toContain('known');
    expect(await sql(`select act from trail_entry where act ~ '^(peer|doctor)' order by number`)).toEqual([
      { act: 'peer pause: fr' },
      { act: 'doctor ack: peer fr' },
      { act: 'peer resume: fr' },
    ]);
  });

  it('say which of the files that settings name cannot be read', async () => {
    const missing = { ...env, PASSERELLE_ROSTER_FILE: '/nowhere/roster.json' };
    const listed = await runCommand(commands, ['peer', 'list'], {
      env: missing,
      note: () => undefined,
      input: async () => '',
    });
    expect(listed).toMatchObject({ code: 78, err: expect.stringContaining('"/nowhere/roster.json", which cannot be') });
    const { href } = Object.assign(new URL(empty.url), { password: 'wrong', username: 'nobody' });
    const doctor = await runCommand(commands, ['doctor', '--only', 'database'], {
      env: { ...env, PASSERELLE_DATABASE_URL: href },
      note: () => undefined,
      input: async () => '',
    });
    expect(doctor).toMatchObject({
      code: 2,
      out: expect.stringMatching(/does not let this user in.*PASSERELLE_DATABASE/),
    });
  });

  it('take in a roster that its members have signed, and no other', async () => {
    expect(await run(`peer add ${join(dir, 'none.json')}`)).toMatchObject({ code: 64 });
    const { out, code } = await run(`peer add ${env['PASSERELLE_ROSTER_FILE']}`);
    expect([code, out]).toEqual([0, expect.stringMatching(/^roster version 1 is kept\nnobody is new\n# then: /)]);
    const forged = join(dir, 'forged.json');
    writeFileSync(forged, readFileSync(env['PASSERELLE_ROSTER_FILE']!, 'utf8').replace('Coop', 'Koop'));
    expect(await run(`peer add ${forged}`)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^the roster is refused/),
    });
  });

  it('say in one line what of the settings does not fit the roster, and start nothing', async () => {
    const serve = (settings: Readonly<Record<string, string>>) =>
      runCommand(commands, ['serve'], {
        env: {
          ...env,
          PASSERELLE_NATS_URL: 'nats://127.0.0.1:1',
          PASSERELLE_SIGNING_KEY: newSigningPem(),
          ...settings,
        },
        note: () => undefined,
        input: async () => '',
      });
    expect(await serve({})).toEqual({
      code: 78,
      out: '',
      err: 'the roster is refused: it does not list this key for be: check PASSERELLE_NODE and PASSERELLE_SIGNING_KEY\n',
    });
    expect(await serve({ PASSERELLE_ROSTER_FILE: '/nowhere/roster.json' })).toEqual({
      code: 78,
      out: '',
      err: 'the roster is refused: PASSERELLE_ROSTER_FILE is "/nowhere/roster.json", which cannot be read\n',
    });
  });

  it('announce the next key to every member once, under one name', async () => {
    expect(await run('keys rotate')).toMatchObject({
      code: 78,
      err: expect.stringMatching(/SIGNING_KEY is missing: passerelle keys init/),
    });
    const [current, next] = [newSigningPem(), newSigningPem()];
    const rotate = (setting: string) =>
      runCommand(commands, ['keys', 'rotate'], {
        env: { ...env, PASSERELLE_SIGNING_KEY: current, PASSERELLE_NEXT_SIGNING_KEY: setting },
        note: () => undefined,
        input: async () => '',
      });
    expect(await rotate(current)).toMatchObject({ code: 2, err: expect.stringMatching(/is the key in use/) });
    expect(await rotate(next)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^fr +will hear of be-2\nse +will hear of be-2\n# then: .*--kid be-2 --public-key /),
    });
    expect((await rotate(next)).out).toMatch(/^fr +was told of be-2 before\nse +was told/);
    expect(await sql(`select peer, body ->> 'kid' as kid from intent where type = 'key.rotate' order by peer`)).toEqual(
      [
        { peer: 'fr', kid: 'be-2' },
        { peer: 'se', kid: 'be-2' },
      ],
    );
    expect((await rotate(newSigningPem())).out).toMatch(/^fr +will hear of be-3/);
  });

  it('write the record of the node for auditors, into a new file', async () => {
    const file = join(dir, 'be-audit.jsonl');
    const written = () =>
      runCommand(commands, ['export', 'node', '--to', file], {
        env: { ...env, PASSERELLE_SIGNING_KEY: newSigningPem() },
        note: () => undefined,
        input: async () => '',
      });
    expect(await run(`export node --to ${file}`)).toMatchObject({ code: 78 });
    expect(await written()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/be-audit.jsonl is written\n# proves/),
    });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { line: string }).line)).toEqual(
      expect.arrayContaining(['begin', 'roster', 'end']),
    );
    expect(await written()).toMatchObject({ code: 2, err: expect.stringMatching(/exists already/) });
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toEqual(lines);
  });

  it('write a NATS server’s configuration that lets each member drop letters and nothing else', async () => {
    const file = join(dir, 'nats.conf');
    const { code, out } = await run(
      `nats config --listen 127.0.0.1:0 --store ${join(dir, 'js')} --monitor 127.0.0.1:0`,
    );
    expect(code).toBe(0);
    expect(out).toContain('publish { allow: ["fed.example-federation.be.in.fr"] }');
    expect(out).toContain(natsPublicKeyOf(seed));
    expect(out).not.toContain(seed);
    writeFileSync(file, out);
    execFileSync(process.env['NATS_SERVER'] || 'nats-server', ['-t', '-c', file], { stdio: 'pipe' });
    writeFileSync(file, readFileSync(file, 'utf8').replace('max_payload', 'max_paylod'));
    expect(() =>
      execFileSync(process.env['NATS_SERVER'] || 'nats-server', ['-t', '-c', file], { stdio: 'pipe' }),
    ).toThrow(/max_paylod|Command failed/);
    const three = await run('nats config --cluster be-1 --route 10.0.0.2:6222 --route 10.0.0.3:6222');
    expect(three.out).toMatch(/server_name: "be-1"[^]*routes: \["nats:\/\/route:[\w-]{43}@10\.0\.0\.2:6222", /);
    writeFileSync(file, three.out);
    execFileSync(process.env['NATS_SERVER'] || 'nats-server', ['-t', '-c', file], { stdio: 'pipe' });
    expect(await run('nats config --cluster be-1')).toMatchObject({ code: 64 });
    expect(await run('nats config --tls-cert cert.pem')).toMatchObject({ code: 64 });
  });

  it('let staff choose their password themselves, by a letter that the node sends', async () => {
    const waiting = () =>
      sql(`select letter ->> 'subject' as subject, letter ->> 'to' as "to" from mail order by written_at`);
    const add = 'user add --email finance@coop.example --role finance --language sv --by-mail';
    expect(await run(add)).toMatchObject({
      code: 0,
      out: expect.stringContaining('a link to choose a password goes to'),
    });
    const [letter] = await waiting();
    expect(letter).toEqual({ to: 'finance@coop.example', subject: expect.stringMatching(/^Ditt konto hos /) });
    const hashOf = () => sql(`select password_hash from account where email = 'finance@coop.example'`);
    expect(await hashOf()).toEqual([{ password_hash: null }]);
    expect(await run('user reset --email finance@coop.example', 'another sentence')).toMatchObject({ code: 0 });
    expect(await hashOf()).not.toEqual([{ password_hash: null }]);
    expect(await run('user reset --email finance@coop.example --by-mail --json')).toMatchObject({ code: 0 });
    expect(await hashOf()).toEqual([{ password_hash: null }]);
    expect(await waiting()).toHaveLength(2);
    expect(await sql('select count(*)::int as open from password_link where not is_withdrawn')).toEqual([{ open: 1 }]);
    expect(await run('user add --email finance@coop.example --role finance --by-mail')).toMatchObject({ code: 2 });
    expect(await waiting()).toHaveLength(2);
  });
});
