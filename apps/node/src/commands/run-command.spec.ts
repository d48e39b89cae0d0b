import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SchemaIsNewer } from '@passerelle/doors';
import { commands } from './all.commands.js';
import type { Command } from './command.js';
import { envReference } from './env-reference.js';
import { nodeSettings } from '../config/node-settings.js';
import { writeSecrets } from './node-keys.js';
import { runCommand } from './run-command.js';

const good = {
  PASSERELLE_NODE: 'be',
  PASSERELLE_COUNTRY: 'BE',
  PASSERELLE_DATABASE_URL: 'postgres://passerelle:quiet@127.0.0.1:1/passerelle',
  PASSERELLE_BASE_URL: 'https://coop.example',
};

const run = (line: string, env: Readonly<Record<string, string>> = good) =>
  runCommand(commands, line.split(' ').filter(Boolean), { env, note: () => undefined, input: async () => '' });

describe('the command line', () => {
  it('lists every verb with what it does, and tells each with an example', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const { name, summary } of commands) {
      expect(out).toContain(summary);
      const told = await run(`${name} --help`);
      expect([told.code, told.out]).toEqual([0, expect.stringMatching(new RegExp(`Example: passerelle ${name}`))]);
    }
  });

  it('says which command was meant', async () => {
    expect(await run('doktor')).toEqual({
      code: 64,
      out: '',
      err: 'there is no command "doktor"; did you mean passerelle doctor?\n',
    });
    expect((await run('make coffee')).err).toContain('passerelle --help lists all');
    expect((await run('')).code).toBe(64);
  });

  it('refuses options and words that a command does not take', async () => {
    const { code, err } = await run('doctor --quik');
    expect([code, err]).toEqual([64, expect.stringMatching(/--quik.*\npasserelle doctor --help tells more/s)]);
    expect(await run('doctor --only heart')).toMatchObject({
      code: 64,
      err: expect.stringMatching(/there are only settings, database/),
    });
    expect(await run('doctor ack --reason known --until 2999-01-01')).toMatchObject({ code: 64 });
    for (const until of ['2020-01-01', '2999-02-30', 'soon'])
      expect(await run(`doctor ack clock --reason known --until ${until}`)).toMatchObject({ code: 64 });
    expect(await run('peer test be fr')).toMatchObject({ code: 64, err: '"fr" is more than this command takes\n' });
    expect(await run('peer test')).toMatchObject({ code: 64, err: 'the peer is missing\n' });
    for (const seconds of ['0', 'long', '1.5'])
      expect(await run(`migrate status --wait ${seconds}`)).toMatchObject({ code: 64 });
    expect(await run('outbox park --peer se --seq 4x --reason no')).toMatchObject({ code: 64 });
    expect(await run('user add --email payroll@coop.example --role boss')).toMatchObject({
      code: 64,
      err: '--role is "boss", expected one of adviser, payroll, finance, auditor, sysadmin\n',
    });
  });

  it('runs the rules over their examples, and says where verbs of other programs are', async () => {
    const { code, out } = await run('rules test se XX');
    expect([code, out]).toEqual([0, expect.stringMatching(/^SE {2}\d{4}\.\d+ {2}\d+ examples, 0 faults\nXX /)]);
    expect(await run('rules test PL')).toMatchObject({ code: 64, err: expect.stringContaining('only for BE, FR, SE') });
    expect(await run('rules install')).toMatchObject({
      code: 64,
      out: expect.stringContaining('come with the program'),
    });
    expect(await run('demo up')).toMatchObject({ code: 64, out: expect.stringMatching(/^npm start/) });
  });

  it('asks to try again when a server does not answer', async () => {
    expect(await run('migrate status')).toMatchObject({ code: 75, out: '' });
    expect(await run('status')).toMatchObject({ code: 75 });
    expect(await run('migrate status --wait 1')).toMatchObject({ code: 75 });
  });
});

describe('what goes wrong outside the program', () => {
  const coded = (code: string, more: object = {}) =>
    Object.assign(new Error('as the driver says it'), { code, ...more });
  const failing = (error: Error): Command => ({
    ...commands[0]!,
    name: 'fail',
    load: async () => () => Promise.reject(error),
  });
  const told = (error: Error) =>
    runCommand([failing(error)], ['fail'], { env: {}, note: () => undefined, input: async () => '' });

  it.each([
    ['28P01', 78, 'compare PASSERELLE_DATABASE_URL'],
    ['3D000', 78, 'PostgreSQL has no such database: make it'],
    ['42501', 78, 'name the user who owns the database'],
    ['25006', 78, 'name the server that is written to'],
    ['53100', 75, 'the disk of PostgreSQL is full: make room there'],
    ['CERT_HAS_EXPIRED', 2, 'has expired: renew it'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 78, 'NODE_EXTRA_CA_CERTS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 78, 'for another name'],
    ['ENOSPC', 2, 'make room, then run the command again'],
    ['EADDRINUSE', 2, 'PASSERELLE_PORT'],
  ])('is told with how to mend it: %s', async (code, ends, words) => {
    expect(await told(coded(code))).toMatchObject({ code: ends, out: '', err: expect.stringContaining(words) });
  });

  it('names the file that cannot be written, and the schema that is newer', async () => {
    const isFolder = coded('EISDIR', { path: '/backups.partial', dest: '/backups' });
    expect(await told(isFolder)).toMatchObject({ code: 64, err: '/backups is a folder: name a file in it\n' });
    expect((await told(coded('EACCES', { path: '/etc/keys' }))).err).toMatch(
      /^\/etc\/keys cannot be written by this user/,
    );
    expect(await told(new SchemaIsNewer(['Later']))).toMatchObject({ code: 2, err: expect.stringContaining('Later') });
    expect((await told(new Error('The server does not support SSL connections'))).err).toContain('sslmode');
  });

  it('is no bug of the program, which is never put into words', async () => {
    await expect(told(new TypeError('undefined is not a function'))).rejects.toThrow(TypeError);
    await expect(told(coded('ENOENT'))).rejects.toThrow('as the driver says it');
  });
});

describe('the configuration', () => {
  it('is checked without starting anything, all problems at once', async () => {
    expect(await run('config check')).toEqual({ code: 0, out: 'the configuration is good\n', err: '' });
    const { code, err } = await run('config check', { ...good, PASSERELLE_NODE: 'B E', PASSERELLE_PORT: 'http' });
    expect([code, err]).toEqual([78, expect.stringMatching(/^2 configuration problems/)]);
    const forPrograms = await run('config check --json', { ...good, PASSERELLE_PORT: 'http' });
    expect(JSON.parse(forPrograms.out)).toEqual({ code: 78, refused: forPrograms.err.trim() });
    const misspelt = await run('config check', { ...good, PASSERELLE_PROT: '1' });
    expect([misspelt.code, misspelt.out]).toEqual([
      1,
      'warning: PASSERELLE_PROT is not known; did you mean PASSERELLE_PORT?\nthe configuration is good\n',
    ]);
  });

  it('is shown as it is in force, and no secret with it', async () => {
    const { out } = await run('config print');
    expect(out).toMatch(/PASSERELLE_NODE +be \(environment\)/);
    expect(out).toMatch(/PASSERELLE_DATABASE_URL +\(hidden\) \(environment\)/);
    expect(out).toMatch(/PASSERELLE_PORT +8080 \(standard\)/);
    expect(out).toMatch(/PASSERELLE_NATS_URL +– \(nothing\)/);
    expect(out).not.toContain('quiet');
    expect(JSON.parse((await run('config print --json')).out)).toContainEqual({
      name: 'PASSERELLE_NODE',
      value: 'be',
      from: 'environment',
    });
  });

  it('is described by docs/ops/env.md', async () => {
    expect(readFileSync('docs/ops/env.md', 'utf8')).toBe(envReference(nodeSettings));
    expect((await run('config reference --check')).code).toBe(0);
  });
});

describe('the keys of a node', () => {
  const dir = mkdtempSync(join(tmpdir(), 'passerelle-keys-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it('are made once, in files that only their owner can read, and are good settings', async () => {
    const folder = join(dir, 'keys');
    const { code, out } = await run(`keys init --dir ${folder}`);
    expect(code).toBe(0);
    for (const name of ['signing.pem', 'nats.seed']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    const made = Object.fromEntries(
      out
        .split('\n')
        .filter((line) => line.startsWith('PASSERELLE'))
        .map((line) => line.split('=')),
    );
    expect((await run('config check', { ...good, ...made })).code).toBe(0);
    expect(out).not.toMatch(/PRIVATE KEY|\bSU[A-Z2-7]{56}/);
    const again = await run(`keys init --dir ${folder}`);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('must not be lost')]);
  });

  it('are written all or not at all', () => {
    const [first, second] = [join(dir, 'one/signing.pem'), join(dir, 'two/nats.seed')];
    mkdirSync(join(dir, 'two'));
    symlinkSync(join(dir, 'nowhere/nats.seed'), second);
    expect(() =>
      writeSecrets([
        [first, 'one'],
        [second, 'two'],
      ]),
    ).toThrow();
    expect(existsSync(first)).toBe(false);
  });
});
