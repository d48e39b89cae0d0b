import { spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { Database, RandomIds, RealClock, Sealing } from '@passerelle/doors';
import { type FreshDatabase } from '../../../doors/testing/database.js';
import { emptyDatabase } from '../../../doors/testing/database.js';
import { rowsAtRest } from '../../../doors/testing/api/rows.js';
import { type FurnishedNode, furnish } from '../testing/furnished-node.js';
import { migrations } from '../database/migrations.js';
import { LargeFiles } from '../invoicing/bank/large-files.service.js';
import { type LargeFile, LargeFilesStore } from '../invoicing/bank/large-files.store.js';
import { password } from '../testing/whole-node.js';
import { commands } from './all.commands.js';
import { newNatsSeed, newSigningPem } from './node-keys.js';
import { runCommand } from './run-command.js';

const passphrase = 'a sentence for the safe';

describe('the backups of a node', () => {
  const dir = mkdtempSync(join(tmpdir(), 'passerelle-backups-'));
  const file = join(dir, 'tonight.backup');
  const small = smallDisk(join(dir, 'small'));
  const [pem, seed] = [newSigningPem(), newNatsSeed().trim()];
  /** Sealed with the key of the node, a megabyte to a part, the last one smaller. */
  const largeFiles = new LargeFiles(
    new LargeFilesStore(new Sealing({ secretsKey: password })),
    new RealClock(),
    new RandomIds(),
  );
  let large: LargeFile;
  let furnished: FurnishedNode;
  let liveUrl: string;
  let empty: Pick<FreshDatabase, 'url' | 'drop'>;
  beforeAll(async () => {
    furnished = await furnish();
    // The trail of what was done to furnish it is written a moment later.
    await rowsAtRest(furnished.node.database, []);
    liveUrl = (furnished.node.database.source.options as { readonly url: string }).url;
    const pieces = Array.from({ length: 40 }, () => randomBytes(64 * 1024 + 7));
    large = await furnished.node.database.transact((work) =>
      largeFiles.keep(work, Readable.from(pieces), randomUUID()),
    );
    empty = await emptyDatabase();
  }, 120_000);
  afterAll(async () => {
    await furnished.node.close();
    await empty.drop();
    if (small !== undefined) spawnSync('umount', [small]);
    rmSync(dir, { recursive: true });
  });

  const run = (line: string, settings: Readonly<Record<string, string>> = {}) =>
    runCommand(commands, line.split(' '), {
      env: {
        PASSERELLE_NODE: 'be',
        PASSERELLE_COUNTRY: 'BE',
        PASSERELLE_DATABASE_URL: liveUrl,
        PASSERELLE_BASE_URL: 'https://coop.example',
        PASSERELLE_SIGNING_KEY: pem,
        PASSERELLE_NATS_SEED: seed,
        PASSERELLE_BACKUP_KEY: passphrase,
        PASSERELLE_BACKUP_DIR: join(dir, 'own'),
        ...settings,
      },
      note: () => undefined,
      input: async () => '',
    });
  const asking = async <T>(connectionString: string, use: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString });
    await client.connect();
    return use(client).finally(() => client.end());
  };
  const ask = (url: string, sql: string): Promise<readonly object[]> =>
    asking(url, async (client) => (await client.query<object>(sql)).rows);
  /** Every row of every table, as one figure for each, but for what the node that runs writes by the minute. */
  const contents = (url: string) =>
    asking(url, async (client) => {
      const { rows: tables } = await client.query<{ readonly name: string }>(
        `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
          and relname not in ('backup_run', 'migrations', 'heartbeat') order by relname`,
      );
      const found: unknown[] = [];
      for (const { name } of tables) {
        const sum = `select count(*) as rows, md5(string_agg(t::text, '' order by t::text)) as all from "${name}" t`;
        found.push([name, (await client.query<object>(sum)).rows]);
      }
      return found;
    });

  it('keep everything in one file that tells nobody anything without its key', async () => {
    const { code, out } = await run(`backup create --file ${file}`);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/tonight\.backup\nnode be, .*\n\d+ transactions, \d+ postings/),
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes('Amina')).toBe(false);
    const told = await run(`backup verify ${file} --json`);
    expect([told.code, JSON.parse(told.out)]).toMatchObject([
      0,
      { node: 'be', standing: { heads: expect.any(Array) } },
    ]);
    expect((JSON.parse(told.out) as { standing: { postings: string } }).standing.postings).not.toBe('0');
    expect(await run(`backup verify ${file}`, { PASSERELLE_BACKUP_KEY: 'quite another sentence' })).toMatchObject({
      code: 2,
      err: 'PASSERELLE_BACKUP_KEY is not the key with which this backup was made\n',
    });
    expect(await run('backup create', { PASSERELLE_BACKUP_KEY: '' })).toMatchObject({ code: 78 });
  }, 60_000);

  it('are proven by a drill that leaves nothing behind, and the doctor knows', async () => {
    expect((await run('doctor --only backup')).out).toMatch(
      / ok +backup .*\n warn +restore +no backup was ever proven/,
    );
    const { code, out } = await run(`backup drill ${file}`);
    expect([code, out]).toEqual([0, expect.stringMatching(/drill passed: \d+ rows proven/)]);
    expect((await run('doctor --only backup')).code).toBe(0);
    expect(await ask(liveUrl, `select 1 from pg_namespace where nspname = 'passerelle_drill'`)).toEqual([]);
    const drilled = await run(`backup drill ${file}`, { PASSERELLE_DRILL_DATABASE_URL: empty.url });
    expect(drilled.out).toContain('drill passed');
    expect(await contents(empty.url)).toEqual([]);
    const metrics = (await furnished.stranger.ask({ method: 'GET', path: '/metrics' })).text;
    for (const name of ['backup_last_success_timestamp', 'backup_last_verified_timestamp'])
      expect(Number(new RegExp(`^passerelle_${name} (\\S+)$`, 'm').exec(metrics)?.[1])).toBeGreaterThan(1.7e9);
  }, 120_000);

  it('give an empty database every row back, its guards and numbers too, and the keys', async () => {
    const keys = join(dir, 'keys');
    const there = { PASSERELLE_DATABASE_URL: empty.url };
    const { code, out } = await run(`backup restore ${file} --keys ${keys}`, there);
    expect([code, out]).toEqual([0, expect.stringContaining('restored and proven')]);
    expect(await contents(empty.url)).toEqual(await contents(liveUrl));
    expect([readFileSync(join(keys, 'signing.pem'), 'utf8'), readFileSync(join(keys, 'nats.seed'), 'utf8')]).toEqual([
      pem,
      seed,
    ]);
    expect(readFileSync(join(keys, 'node.env'), 'utf8')).toContain('PASSERELLE_NODE=be\n');
    expect(readFileSync(join(keys, 'node.env'), 'utf8')).not.toContain(passphrase);
    await expect(ask(empty.url, 'delete from posting')).rejects.toThrow();
    await ask(empty.url, `insert into fact (kind, subject, body) values ('Tried', 'x', '{}')`);
    expect(
      await ask(empty.url, `select position = (select max(position) from fact) as last from fact where kind = 'Tried'`),
    ).toEqual([{ last: true }]);
    expect((await run('migrate status', there)).code).toBe(0);
  }, 120_000);

  it('give a bank file that is kept in parts back to the byte', async () => {
    const restored = await Database.open({ url: empty.url, entities: [], migrations, poolSize: 2 });
    try {
      const hash = createHash('sha256');
      const sizes: number[] = [];
      await restored.transact(async (work) => {
        for await (const part of largeFiles.content(work, large.id)) {
          hash.update(part);
          sizes.push(part.length);
        }
      });
      expect([hash.digest('hex'), sizes]).toEqual([large.sha256, [1_048_576, 1_048_576, large.size - 2 * 1_048_576]]);
    } finally {
      await restored.close();
    }
  });

  it('keep files of people sealed, which only the key of the node opens', async () => {
    const doctor = (secretsKey: string) =>
      run('doctor --only sealing', { PASSERELLE_DATABASE_URL: empty.url, PASSERELLE_SECRETS_KEY: secretsKey });
    expect(await doctor(password)).toMatchObject({ code: 0, out: expect.stringMatching(/ ok +sealing +[1-9]/) });
    expect((await doctor('')).out).toMatch(/ FAIL +sealing .* and there is no key .*PASSERELLE_SECRETS_KEY/);
    expect((await doctor('quite another sentence')).out).toMatch(/ FAIL +sealing .* with another key/);
    expect((await run('doctor --only sealing', { PASSERELLE_SECRETS_KEY: password })).code).toBe(0);
  });

  it('are told what was kept before there was a key, and seal it once and for all', async () => {
    const there = { PASSERELLE_DATABASE_URL: empty.url, PASSERELLE_SECRETS_KEY: password };
    await ask(
      empty.url,
      `insert into receipt (id, entity, member, hash, media, size, received_at, keep_until, bytes)
       select gen_random_uuid(), entity, member, repeat('0', 64), media, 11, received_at, keep_until, 'an old one'
       from receipt limit 1`,
    );
    await ask(
      empty.url,
      `insert into second_factor (account, secret) select id, 'JBSWY3DPEHPK3PXP' from account limit 1`,
    );
    const open = await run('doctor --only sealing', there);
    expect([open.code, open.out]).toEqual([1, expect.stringMatching(/sealing +2 files .* lie open .*secrets seal/)]);
    const nobody = { ...there, PASSERELLE_SECRETS_KEY: '' };
    expect(await run('secrets seal', nobody)).toMatchObject({ code: 78 });
    expect((await run('secrets seal', there)).out).toBe('2 files and secrets were sealed\n');
    expect((await run('secrets seal', there)).out).toBe('0 files and secrets were sealed\n');
    expect((await run('doctor --only sealing', there)).code).toBe(0);
    const plain = `select 1 from receipt where position('an old one'::bytea in bytes) > 0
      union all select 1 from second_factor where secret like '%JBSWY3DP%'`;
    expect(await ask(empty.url, plain)).toEqual([]);
    await expect(ask(empty.url, `update receipt set member = member`)).rejects.toThrow('files are kept as they came');
  });

  it('are sealed anew when the key changes, while both keys open them', async () => {
    const url = { PASSERELLE_DATABASE_URL: empty.url };
    const both = { ...url, PASSERELLE_SECRETS_KEY: 'a new one for the safe', PASSERELLE_SECRETS_KEY_BEFORE: password };
    const rotate = (settings: Readonly<Record<string, string>>) => run('secrets rotate', { ...both, ...settings });
    expect(await rotate({ PASSERELLE_SECRETS_KEY_BEFORE: '' })).toMatchObject({
      code: 78,
      err: 'PASSERELLE_SECRETS_KEY_BEFORE is missing\n',
    });
    expect(await rotate({ PASSERELLE_SECRETS_KEY_BEFORE: 'never used for anything' })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^0 files .* anew\n[1-9]\d* are sealed with a key that is neither of the two\n/),
    });
    const doctor = async (settings: object) => (await run('doctor --only sealing', { ...url, ...settings })).out;
    expect(await doctor(both)).toMatch(/ warn +sealing .* with the key before .*secrets rotate/);
    await expect(ask(empty.url, `update receipt set bytes = set_byte(bytes, 9, 0)`)).rejects.toThrow('files are kept');
    expect(await rotate({})).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^[1-9]\d* files .* anew\n# then: remove/),
    });
    expect((await rotate({})).out).toMatch(/^0 files/);
    expect(await doctor(both)).toMatch(/ warn +sealing .*remove PASSERELLE_SECRETS_KEY_BEFORE/);
    expect(await doctor({ PASSERELLE_SECRETS_KEY: 'a new one for the safe' })).toMatch(/ ok +sealing +[1-9]/);
    expect(await doctor({ PASSERELLE_SECRETS_KEY: password })).toMatch(/ FAIL +sealing/);
  });

  it('are restored into nothing that is in use', async () => {
    const before = await contents(liveUrl);
    expect(await run(`backup restore ${file}`)).toMatchObject({ code: 2, err: expect.stringContaining('not empty') });
    expect(await run(`backup restore ${file} --keys ${dir}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('choose another folder'),
    });
    expect(await contents(liveUrl)).toEqual(before);
  }, 60_000);

  it('change nothing when they are cut short, of a newer program, or have no room', async () => {
    const fresh = await emptyDatabase();
    const there = { PASSERELLE_DATABASE_URL: fresh.url };
    const short = join(dir, 'short.backup');
    writeFileSync(short, readFileSync(file).subarray(0, statSync(file).size >> 1));
    expect(await run(`backup restore ${short}`, there)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/cut short/),
    });
    await ask(liveUrl, `insert into migrations (timestamp, name) values (1999999999999, 'Tomorrow1999999999999')`);
    await run(`backup create --file ${join(dir, 'newer.backup')}`);
    await ask(liveUrl, `delete from migrations where name = 'Tomorrow1999999999999'`);
    expect(await run(`backup restore ${join(dir, 'newer.backup')}`, there)).toMatchObject({
      code: 2,
      err: expect.stringContaining('of a newer program (Tomorrow'),
    });
    expect(await contents(fresh.url)).toEqual([]);
    symlinkSync('/dev/full', join(dir, 'full.backup.partial'));
    expect(await run(`backup create --file ${join(dir, 'full.backup')}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no room'),
    });
    expect(readdirSync(dir)).not.toContain('full.backup');
    expect(await run('backup create', there)).toMatchObject({ code: 2, err: expect.stringContaining('no tables yet') });
    await fresh.drop();
  }, 60_000);

  (small === undefined ? it.skip : it)(
    'leave what lies on a disk that is full, and the node, as they were',
    async () => {
      const [kept, fresh] = [join(small!, 'kept.backup'), join(small!, 'fresh.backup')];
      writeFileSync(kept, readFileSync(file).subarray(0, 40_000));
      const before = await contents(liveUrl);
      expect(await run(`backup create --file ${fresh}`)).toEqual({
        code: 2,
        out: '',
        err: `there is no room for the backup in ${small}; nothing was kept of it\n`,
      });
      expect(readdirSync(small!)).toEqual(['kept.backup']);
      expect(readFileSync(kept).equals(readFileSync(file).subarray(0, 40_000))).toBe(true);
      expect(await contents(liveUrl)).toEqual(before);
      rmSync(kept);
    },
    60_000,
  );

  (small === undefined ? it.skip : it)(
    'leave an empty database empty where the keys have no room, and are restored once there is some',
    async () => {
      const fresh = await emptyDatabase();
      const there = { PASSERELLE_DATABASE_URL: fresh.url };
      const [fill, keys] = [join(small!, 'fill'), join(small!, 'keys')];
      writeFileSync(fill, Buffer.alloc(64 * 1024));
      expect(await run('doctor --only disk', { PASSERELLE_BACKUP_DIR: small! })).toMatchObject({
        code: 2,
        out: expect.stringMatching(new RegExp(` FAIL +disk ${small!} +0 % free`)),
      });
      expect(await run(`backup restore ${file} --keys ${keys}`, there)).toMatchObject({
        code: 2,
        err: 'there is no room on the disk: make room, then run the command again\n',
      });
      expect([await contents(fresh.url), readdirSync(keys)]).toEqual([[], []]);
      rmSync(fill);
      expect((await run(`backup restore ${file} --keys ${keys}`, there)).code).toBe(0);
      expect(readFileSync(join(keys, 'signing.pem'), 'utf8')).toBe(pem);
      rmSync(keys, { recursive: true });
      await fresh.drop();
    },
    60_000,
  );

  it('are made before the schema of a node in use is changed', async () => {
    await ask(liveUrl, `delete from migrations where name = 'BackupRuns1767225601810'`);
    await ask(liveUrl, 'drop table backup_run');
    expect(await run('migrate up --json')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/own\/passerelle-be-\d{8}T/),
    });
    expect(readdirSync(join(dir, 'own'))).toEqual([expect.stringMatching(/^passerelle-be-.*Z\.backup$/)]);
    expect((await run('backup verify')).code).toBe(0);
    const fresh = await emptyDatabase();
    const there = { PASSERELLE_DATABASE_URL: fresh.url };
    const before = join(dir, 'own', readdirSync(join(dir, 'own'))[0]!);
    expect((await run(`backup restore ${before}`, there)).code).toBe(0);
    expect((await run('migrate status', there)).out).toBe('pending  BackupRuns1767225601810\n');
    expect(await contents(fresh.url)).toEqual(await contents(liveUrl));
    await fresh.drop();
  }, 60_000);
});

/** A disk of 64 KB at `folder`; undefined where nobody lets us mount one. */
function smallDisk(folder: string): string | undefined {
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  return mounted.status === 0 ? folder : undefined;
}
