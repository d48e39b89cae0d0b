import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { branches } from './branches.js';
import type { Door } from './door.js';
import { keysIn } from './keys.js';
import { cooperatives } from './places.js';
import { keepRoster } from './roster.js';
import { HostedBranch } from './testing/hosted-branch.js';
import { otherRelease } from './testing/other-release.js';
import { throwawayFolder } from './testing/throwaway.js';

jest.setTimeout(240_000);

const server = process.env['PASSERELLE_TEST_DATABASE_URL']!;
const mark = randomBytes(3).toString('hex');
const nameOf = (id: string): string => `release_${id}_${mark}`;

async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && answer !== false) return answer;
    await pause(100);
  }
  throw new Error(`never came true: ${what}`);
}

/** Brussels runs this release. Paris runs a later one, which says things that this one has never heard of. */
describe('two releases of a node', () => {
  const folder = throwawayFolder();
  const databases = new Map<string, string>();
  let be: HostedBranch;
  let fr: HostedBranch;
  let ours: Door;
  beforeAll(async () => {
    [be, fr] = [await laid('be', 'BE'), await laid('fr', 'FR')];
    fr.program = otherRelease(join(folder.dir, 'later'), '99.0.0');
    fr.env['SPOKEN'] = '1,2';
    const members = [be, fr].map(({ path, natsUrl, laid: { id } }) => ({
      place: cooperatives.find((place) => place.id === id)!,
      plan: { natsUrl, keys: keysIn(path('keys'), id) },
    }));
    for (const branch of [be, fr]) {
      keepRoster(branch.path('roster.json'), members);
      Object.assign(branch.env, { PASSERELLE_ROSTER_FILE: 'roster.json', PASSERELLE_NATS_URL: branch.natsUrl });
    }
    for (const branch of [be, fr]) await branch.startMailbox();
    await Promise.all([be.serve(), fr.serve()]);
    for (const branch of [be, fr])
      await (await branch.signIn('sysadmin')).must('POST', '/entities', branches[branch.laid.id]);
    ours = await be.signIn('finance');
  });
  afterAll(async () => {
    await Promise.all([be?.stop(), fr?.stop()]);
    for (const id of ['be', 'fr']) {
      await query(server, `drop database if exists ${nameOf(id)} with (force)`);
      await query(server, `drop role if exists ${nameOf(id)}`);
    }
    folder.remove();
  });

  async function laid(id: string, country: string): Promise<HostedBranch> {
    const branch = await HostedBranch.on(join(folder.dir, id), id);
    Object.assign(branch.env, {
      PASSERELLE_NODE: id,
      PASSERELLE_COUNTRY: country,
      PASSERELLE_BASE_URL: branch.url,
      PASSERELLE_HOST: '127.0.0.1',
      PASSERELLE_PORT: String(branch.laid.port),
      PASSERELLE_SECOND_FACTOR: 'nobody',
      PASSERELLE_CLOCK: '2026-03-16T08:00:00Z',
      PASSERELLE_LOG_LEVEL: 'warn',
      PASSERELLE_DATABASE_URL_FILE: await branch.database(server, nameOf(id)),
    });
    databases.set(id, branch.read('database-url').trim());
    const printed = await branch.must('keys init --dir keys');
    for (const [, name, value] of printed.matchAll(/^(PASSERELLE_\w+)=(.*)$/gm)) branch.env[name!] = value!;
    await branch.must('migrate up');
    for (const role of ['sysadmin', 'finance']) await branch.user(role);
    return branch;
  }

  async function query(url: string, sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  /** What a room of the later release decides to say: a message of a kind, or with a field, that only it knows. */
  const say = (type: string, body: object): Promise<unknown> =>
    query(
      databases.get('fr')!,
      `with decided as (
         insert into intent (id, peer, type, body, ack)
         values ($1, 'be', $2, $3, (select in_seq from channel where peer = 'be')))
       select pg_notify('intent', 'be')`,
      [idOfNow(), type, body],
    );
  const heard = (type: string) =>
    until(`be has heard ${type}`, async () => {
      const [row] = await query(
        databases.get('be')!,
        `select verdict, code, m::jsonb -> 'body' -> 'ext' as ext from inbox where type = $1`,
        [type],
      );
      return row;
    });
  const debt = async (text: string): Promise<string> => {
    const due = { amount: { amount: '12.00', currency: 'EUR' }, due: '2026-04-30' };
    const asked = { peer: 'fr', debtor: 'us', text, ...due };
    return ((await ours.must('POST', '/obligations', asked, randomUUID())) as { id: string }).id;
  };
  const isAgreed = (id: string) =>
    until('both have agreed', async () => {
      const { body } = await ours.ask('GET', `/obligations/${id}`);
      return (body as { state: string }).state === 'agreed';
    });

  it('hear each other’s greetings, whatever the later one adds to its own', async () => {
    await until('the channel is open', async () => (await be.must('peer list')).startsWith('fr  open'));
    await isAgreed(await debt('A stamp'));
    const { code, out } = await be.ask('doctor --only releases');
    expect([code, out]).toEqual([1, expect.stringMatching(/ warn {2}release fr {2}fr runs 99\.0\.0, this node \d/)]);
    expect(out).toContain('install the newer release here');
    expect(await query(databases.get('be')!, `select announced from channel where peer = 'fr'`)).toEqual([
      { announced: { versions: [1, 2], features: ['later-ability'], release: '99.0.0' } },
    ]);
  });

  it('agree on what is owed although they pay by different versions of the rules', async () => {
    const laws = await Promise.all([be, fr].map(async (node) => (await node.signIn('sysadmin')).must('GET', '/law')));
    expect(laws).toMatchObject([
      { items: [{ country: 'BE', version: '2026.1', ownTest: { faults: [] } }] },
      { items: [{ country: 'FR', version: '2031.7' }] },
    ]);
    await isAgreed(await debt('A wage that the home has paid by its own rules'));
  });

  it('act on a message with a field that one of them does not know, and keep the field', async () => {
    await say('limit.set', { currency: 'EUR', cap: '5000000', ext: { 'later-field': ['kept'] } });
    expect(await heard('limit.set')).toEqual({ verdict: 'applied', code: null, ext: { 'later-field': ['kept'] } });
  });

  it('answer and keep a message of a kind that one of them does not know, go on, and say so to their operators', async () => {
    await say('mission.paint', { colour: 'green' });
    expect(await heard('mission.paint')).toMatchObject({ verdict: 'refused', code: 'unsupported' });
    await isAgreed(await debt('A stamp after it'));
    expect((await be.ask('doctor --only releases')).out).toMatch(
      / warn .*1 messages of fr are of kinds that this node does not know \(mission\.paint\).*→ install the newer/,
    );
    await until('fr has heard that', async () =>
      /1 of our messages are of kinds that be does not know \(mission\.paint\)/.test(
        (await fr.ask('doctor --only releases')).out,
      ),
    );
  });

  it('wait for each other while they have no version in common, and lose nothing', async () => {
    fr.env['SPOKEN'] = '2';
    await fr.serve();
    await until('be has heard what fr speaks', async () => {
      const { code, out } = await be.ask('doctor --only releases');
      return code === 2 && /FAIL .*fr speaks version 2 of the protocol, this node 1: the channel waits/.test(out);
    });
    const id = await debt('A stamp that waits');
    fr.env['SPOKEN'] = '1,2';
    await fr.serve();
    await isAgreed(id);
    expect((await be.ask('doctor --only releases')).code).toBe(1);
    const heads = await Promise.all(
      [
        ['be', 'fr'],
        ['fr', 'be'],
      ].map(([at, peer]) =>
        until('nothing is on its way', async () => {
          const [row] = await query(
            databases.get(at!)!,
            `select out_head, in_head from channel where peer = $1 and delivered = out_seq
               and not exists (select from intent where peer = $1)`,
            [peer],
          );
          return row;
        }),
      ),
    );
    expect(heads[0]).toEqual({ out_head: heads[1]!['in_head'], in_head: heads[1]!['out_head'] });
  });
});

/** A message's name holds the time, as those of the program do. */
function idOfNow(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = randomBytes(8).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(4)}`;
}
