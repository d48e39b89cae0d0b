import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { branches, entityOf } from './branches.js';
import { checkout } from './checkout.js';
import type { Door } from './door.js';
import { takeIn } from './members.js';
import { HostedBranch } from './testing/hosted-branch.js';
import { throwawayFolder } from './testing/throwaway.js';

jest.setTimeout(240_000);

const server = process.env['PASSERELLE_TEST_DATABASE_URL']!;
const mark = randomBytes(3).toString('hex');
const nameOf = (id: string): string => `hosted_${id}_${mark}`;

interface Debt {
  readonly id: string;
  readonly state: string;
}

async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 40_000;
  while (Date.now() < end) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && answer !== false) return answer;
    await pause(100);
  }
  throw new Error(`never came true: ${what}`);
}

const act = (door: Door, path: string, body: object = {}): Promise<Debt> =>
  door.must('POST', path, body, randomUUID()) as Promise<Debt>;

const debtIs = (door: Door, id: string, state: string): Promise<true> =>
  until(`the debt is ${state}`, async () => {
    const { body } = await door.ask('GET', `/obligations/${id}`);
    return (body as Debt).state === state;
  });

const guide = readFileSync(join(checkout, 'docs/operating.md'), 'utf8');

const sections = (): readonly string[] => [...guide.matchAll(/^## (.*)$/gm)].map(([, name]) => name!);

/** Every command that a section of the guide tells the sysadmin to type. */
function toldIn(section: string): readonly string[] {
  const text = guide.split(/^## /m).find((each) => each.startsWith(section))!;
  return [...new Set([...text.matchAll(/`passerelle ([a-z]+(?: [a-z]+)?)/g)].map(([, verb]) => verb!))];
}

/** Paris and Malmö are a federation already, and Malmö's node is away; Brussels begins with an empty machine. */
describe('a branch that follows docs/operating.md', () => {
  const folder = throwawayFolder();
  let be: HostedBranch;
  let fr: HostedBranch;
  /** Signs what members decide; its node and its database are not there. */
  let se: HostedBranch;
  beforeAll(async () => {
    const on = (id: string): Promise<HostedBranch> => HostedBranch.on(join(folder.dir, id), id);
    [be, fr, se] = [await on('be'), await on('fr'), await on('se')];
    se.env['PASSERELLE_DATABASE_URL'] = 'postgres://se:quiet@127.0.0.1:1/se';
    await keyed(se, 'SE');
    await settled(fr, 'FR');
    await foundedBy(fr, se);
    fr.env['PASSERELLE_ROSTER_FILE'] = 'roster.json';
    fr.env['PASSERELLE_NATS_URL'] = fr.natsUrl;
    await fr.startMailbox();
  });
  afterAll(async () => {
    await Promise.all([be?.stop(), fr?.stop()]);
    const admin = new Client({ connectionString: server });
    await admin.connect();
    for (const id of ['be', 'fr', 'spare']) {
      await admin.query(`drop database if exists ${nameOf(id)} with (force)`);
      await admin.query(`drop role if exists ${nameOf(id)}`);
    }
    await admin.end();
    folder.remove();
  });

  /** Each asks, and each signs what the requests of both and the terms make. */
  async function foundedBy(first: HostedBranch, second: HostedBranch): Promise<void> {
    for (const [branch, land] of [
      [first, '--country FR --currency EUR'],
      [second, '--country SE --currency SEK'],
    ] as const) {
      const { natsUrl, laid } = branch;
      const asks = `--net sandbox --name "Passerelle ${laid.id}" ${land} --nats-url ${natsUrl}`;
      const request = await branch.must(`join request ${asks}`);
      for (const each of [first, second]) each.keep(`${laid.id}.json`, request);
    }
    const found =
      'roster found --request fr.json --request se.json --from 2026-01-01 --late-interest 10.15 --cap EUR=5000000';
    second.keep('half.json', await first.must(found, { ends: [1] }));
    first.keep('roster.json', await second.must(`${found} --roster half.json`));
  }

  /** Steps 2 to 6: a database, keys, settings, tables, people. */
  async function settled(branch: HostedBranch, country: string): Promise<void> {
    branch.env['PASSERELLE_DATABASE_URL_FILE'] = await branch.database(server, nameOf(branch.laid.id));
    await keyed(branch, country);
    await branch.must('config check');
    await branch.must('migrate up');
    for (const role of ['sysadmin', 'finance']) await branch.user(role);
  }

  async function keyed(branch: HostedBranch, country: string): Promise<void> {
    Object.assign(branch.env, {
      PASSERELLE_NODE: branch.laid.id,
      PASSERELLE_COUNTRY: country,
      PASSERELLE_BASE_URL: branch.url,
      PASSERELLE_HOST: '127.0.0.1',
      PASSERELLE_PORT: String(branch.laid.port),
      // Nobody has a telephone here, and the story is told in the spring of 2026.
      PASSERELLE_SECOND_FACTOR: 'nobody',
      PASSERELLE_CLOCK: '2026-03-16T08:00:00Z',
      PASSERELLE_LOG_LEVEL: 'warn',
    });
    const printed = await branch.must('keys init --dir keys');
    for (const [, name, value] of printed.matchAll(/^(PASSERELLE_\w+)=(.*)$/gm)) branch.env[name!] = value!;
  }

  async function founded(branch: HostedBranch): Promise<void> {
    await (await branch.signIn('sysadmin')).must('POST', '/entities', branches[branch.laid.id]);
  }

  /** One begins a version, the other runs the same on what it has printed, and everybody gets the file. */
  async function signedBy(first: HostedBranch, second: HostedBranch, change: string): Promise<void> {
    second.keep('roster.json', await first.must(change, { ends: [1] }));
    const roster = await second.must(change);
    for (const branch of [be, fr, se]) branch.keep('roster.json', roster);
  }

  /** Each takes in the roster in its folder, tells its NATS server of it, and starts the node again. */
  async function inForce(...members: readonly HostedBranch[]): Promise<void> {
    for (const member of members) {
      await member.must('peer add roster.json');
      await member.reloadMailbox();
    }
    await Promise.all(members.map((member) => member.serve()));
  }

  it('comes from an empty machine to a node that works alone, and is told what is wrong on the way', async () => {
    expect(await be.ask('config check')).toMatchObject({
      code: 78,
      err: expect.stringMatching(/^4 configuration problems[^]*PASSERELLE_DATABASE_URL +missing/),
    });
    await settled(be, 'BE');
    expect(await be.must('config print')).toMatch(/PASSERELLE_DATABASE_URL +\(hidden\) \(file\)/);
    await be.must('user reset --email finance@be.example', { typed: 'a sentence to remember' });
    expect(await be.ask('secrets seal')).toMatchObject({ code: 78, err: expect.stringContaining('SECRETS_KEY') });
    be.keep('secrets.key', randomBytes(32).toString('base64'));
    be.env['PASSERELLE_SECRETS_KEY_FILE'] = be.path('secrets.key');
    expect(await be.must('secrets seal')).toBe('0 files and secrets were sealed\n');
    expect(await be.must('rules test BE')).toMatch(/^BE .* 0 faults$/m);
    expect(await be.must('rules compare')).toMatch(/: 0 compared, 0 differ, 0 cannot be made$/m);
    expect(await be.ask('keys init --dir keys')).toMatchObject({
      code: 2,
      err: expect.stringContaining('must not be lost'),
    });
    await be.serve();
    await founded(be);
    expect(await be.must('peer list')).toBe('no peers: there is no roster yet\n');
  });

  it('asks to join, is let in by the members, and agrees its first debt', async () => {
    const request = `--net sandbox --name "Passerelle Bruxelles" --country BE --currency EUR --nats-url ${be.natsUrl}`;
    fr.keep('request.json', await be.must(`join request ${request}`));
    const terms = '--request request.json --from 2026-03-16 --cap EUR=1000000';
    se.keep('half.json', await fr.must(`join accept --roster roster.json ${terms}`, { ends: [1] }));
    se.keep('request.json', fr.read('request.json'));
    const roster = await se.must(`join accept --roster half.json ${terms}`);
    be.keep('roster.json', roster);
    fr.keep('new.json', roster);
    be.env['PASSERELLE_ROSTER_FILE'] = 'roster.json';
    await be.startMailbox();
    be.env['PASSERELLE_NATS_URL'] = be.natsUrl;
    expect(await fr.must('peer add new.json')).toContain('new: be');
    await fr.reloadMailbox();
    await Promise.all([be.serve(), fr.serve()]);
    const tooSoon = { peer: 'be', amount: { amount: '1.00', currency: 'EUR' }, due: '2026-04-30', text: 'Stamps' };
    const refused = await (
      await fr.signIn('finance')
    ).ask('POST', '/obligations', { ...tooSoon, debtor: 'us' }, randomUUID());
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      409,
      expect.stringContaining('has no legal entity yet'),
    ]);
    await founded(fr);

    const [ours, theirs] = [await be.signIn('finance'), await fr.signIn('finance')];
    const rent = { peer: 'fr', amount: { amount: '120.00', currency: 'EUR' }, due: '2026-04-30', text: 'Half a rent' };
    await until('the channel is open', async () => (await be.must('peer list')).startsWith('fr  open'));
    const { id } = await act(ours, '/obligations', { ...rent, debtor: 'us' });
    await debtIs(theirs, id, 'agreed');
    expect(await be.must('peer test fr', { ends: [0, 1] })).toMatch(/^signed in at/);
    expect(await be.must('doctor', { ends: [0, 1] })).toMatch(/ ok +peer fr +fr has confirmed [1-9]/);
    expect(await be.must('status')).toMatch(/^node be .*\n[^]*peer fr: open/);
    expect([...be.done, ...fr.done, ...se.done]).toEqual(
      expect.arrayContaining([...toldIn('From nothing to a member')]),
    );
  });

  it('lets a peer wait while it is paused, and goes on afterwards', async () => {
    const [ours, theirs] = [await be.signIn('finance'), await fr.signIn('finance')];
    await be.must('peer pause fr --reason "Paris moves its server"');
    expect(await be.ask('doctor --only peers')).toMatchObject({
      code: 1,
      out: expect.stringContaining('paused (Paris moves'),
    });
    await until('the running node has heard of it', async () => {
      const { items } = (await (await be.signIn('sysadmin')).must('GET', '/peers')) as { items: { error: string }[] };
      return items[0]?.error === 'Paris moves its server';
    });
    const debt = { peer: 'fr', amount: { amount: '1.00', currency: 'EUR' }, due: '2026-04-30', text: 'Stamps' };
    const { id } = await act(ours, '/obligations', { ...debt, debtor: 'us' });
    await pause(1500);
    expect((await theirs.ask('GET', `/obligations/${id}`)).status).toBe(404);
    await be.must('peer resume fr --reason "it stands"');
    await debtIs(theirs, id, 'agreed');
  });

  it('agrees on the cycles of the next years before the calendar ends, and takes them in when it was away', async () => {
    expect(await be.must('doctor --only calendar')).toMatch(/ ok +calendar +.* until 2030-12\n/);
    const soon = { ...be.env, PASSERELLE_CLOCK: '2030-11-02T08:00:00Z' };
    const warned = await be.ask('doctor --only calendar', '', soon);
    expect(warned).toMatchObject({ code: 1, out: expect.stringContaining('ends on 2030-12-31') });
    const told = /→ passerelle (roster extend .*)$/m.exec(warned.out)![1]!;
    se.keep('roster.json', await be.must(told, { ends: [1] }));
    const roster = await se.must(told);
    fr.keep('roster.json', roster);
    await inForce(fr);
    const [ours, theirs] = [await be.signIn('finance'), await fr.signIn('finance')];
    await until('the channel is open', async () => (await be.must('peer list')).startsWith('fr  open'));
    const debt = { peer: 'fr', amount: { amount: '1.00', currency: 'EUR' }, due: '2026-04-30', text: 'Stamps' };
    const { id } = await act(ours, '/obligations', { ...debt, debtor: 'us' });
    await debtIs(theirs, id, 'agreed');

    be.keep('roster.json', roster);
    await inForce(be);
    expect(await be.ask('doctor --only calendar', '', soon)).toMatchObject({
      code: 0,
      out: expect.stringContaining('until 2035-10'),
    });
    for (const branch of [be, fr]) {
      const door = await branch.signIn('finance');
      expect(await door.must('GET', '/roster')).toMatchObject({ inForce: 3 });
      expect(await door.must('GET', `/obligations/${id}`)).toMatchObject({ state: 'agreed', cycle: 'cyc_2026-03' });
    }
  });

  it('does what a day and a month ask of it', async () => {
    await be.user('adviser');
    const adviser = await be.signIn('adviser');
    const amina = { email: 'amina@demo.example', name: 'Amina', role: 'worker', at: 'be', language: 'fr' } as const;
    await takeIn(adviser, await entityOf(adviser), { ...amina, password: 'Amina has one too' });
    await be.must('export person --email amina@demo.example --to amina.json');
    expect(be.read('amina.json')).toContain('BE71096123456769');
    await be.must('rules compare');
    expect(await be.must('outbox list')).toMatch(/^fr {2}\d+ waiting$/m);
    expect(await be.must('doctor --only backup', { ends: [1] })).toMatch(/ warn +backup .*passerelle backup create/);
    await be.must('doctor ack "backup" --reason "the key comes tomorrow" --until 2999-01-01');
    expect(await be.must('doctor --only backup')).toMatch(/ known +backup .*the key comes tomorrow/);
  });

  it('lays its record away and brings it back on another machine', async () => {
    be.keep('backup.key', randomBytes(32).toString('base64'));
    Object.assign(be.env, {
      PASSERELLE_BACKUP_KEY_FILE: be.path('backup.key'),
      PASSERELLE_BACKUP_DIR: be.path('backups'),
    });
    const [file] = (await be.must('backup create')).split('\n');
    expect(await be.must(`backup verify ${file!}`)).toMatch(/^whole: \d+ rows/m);
    expect(await be.must('backup drill')).toMatch(/^drill passed: /m);
    const spare = await HostedBranch.on(join(folder.dir, 'spare'), 'spare');
    Object.assign(spare.env, be.env, { PASSERELLE_DATABASE_URL_FILE: await spare.database(server, nameOf('spare')) });
    expect(await spare.must(`backup restore ${file!} --keys ${spare.path('keys')}`)).toContain('restored and proven');
    await spare.must('migrate up');
    expect(await spare.must('peer list')).toBe(await be.must('peer list'));
    for (const verb of spare.done) be.done.add(verb);
  });

  it('changes its keys in the middle of its work, and goes on with a new release', async () => {
    be.keep('secrets-new.key', randomBytes(32).toString('base64'));
    be.env['PASSERELLE_SECRETS_KEY_BEFORE_FILE'] = be.env['PASSERELLE_SECRETS_KEY_FILE']!;
    be.env['PASSERELLE_SECRETS_KEY_FILE'] = be.path('secrets-new.key');
    expect(await be.must('secrets rotate')).toMatch(/sealed anew/);
    delete be.env['PASSERELLE_SECRETS_KEY_BEFORE_FILE'];

    const made = await be.must('keys init --dir next');
    be.env['PASSERELLE_NEXT_SIGNING_KEY_FILE'] = be.path('next/signing.pem');
    await be.serve('upgrade');
    await until('the channel is open', async () => (await be.must('peer list')).startsWith('fr  open'));
    const [, rotate] = /^# then: passerelle (roster rotate .*)$/m.exec(await be.must('keys rotate'))!;
    expect(made).toContain(/--public-key (\S+)/.exec(rotate!)![1]!);
    const last = await until(
      'the announcement has arrived',
      async () => /^fr {2}open {2}confirmed (\d+) of \1,.* waiting 0$/m.exec(await be.must('peer list'))?.[1],
    );
    await signedBy(be, se, rotate!.replace('FILE', 'roster.json').replace('DAY', '2026-04-01'));
    await signedBy(fr, se, `roster revoke --roster roster.json --node be --kid be-1 --on 2026-04-01 --last fr=${last}`);
    be.env['PASSERELLE_SIGNING_KEY_FILE'] = be.env['PASSERELLE_NEXT_SIGNING_KEY_FILE'];
    delete be.env['PASSERELLE_NEXT_SIGNING_KEY_FILE'];
    await inForce(be, fr);
    const debt = { peer: 'fr', amount: { amount: '1.00', currency: 'EUR' }, due: '2026-04-30', text: 'Stamps' };
    const { id } = await act(await be.signIn('finance'), '/obligations', { ...debt, debtor: 'us' });
    await debtIs(await fr.signIn('finance'), id, 'agreed');
  });

  it('is suspended and begins nothing new, and leaves once nothing is open', async () => {
    await signedBy(fr, se, 'roster status --roster roster.json --node be --status suspended --from 2026-03-16');
    expect(await be.must('roster show --roster roster.json')).toMatch(
      /version 6, .*be \(suspended\).*; signed by fr, se/,
    );
    await inForce(be, fr);
    const doors = [await be.signIn('finance'), await fr.signIn('finance')];
    const debt = { peer: 'fr', amount: { amount: '1.00', currency: 'EUR' }, due: '2026-04-30', text: 'Stamps' };
    const refused = await doors[0]!.ask('POST', '/obligations', { ...debt, debtor: 'us' }, randomUUID());
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      409,
      expect.stringContaining('suspended-by-roster'),
    ]);
    expect(await doors[1]!.must('GET', '/partners/be')).toMatchObject({ bar: 'suspended-by-roster' });

    await until('the channel is open again', async () => (await be.must('peer list')).startsWith('fr  open'));
    expect((await doors[0]!.ask('POST', '/partners/fr/leave', { reason: 'we part' }, randomUUID())).status).toBe(409);
    const { items } = (await doors[0]!.must('GET', '/obligations')) as { items: readonly Debt[] };
    for (const { id } of items) {
      await act(doors[0]!, `/obligations/${id}/dispute`, { code: 'wrong-amount' });
      await debtIs(doors[1]!, id, 'held');
      for (const door of doors) await act(door, `/obligations/${id}/close-dispute`, { outcome: 'void' });
      for (const door of doors) await debtIs(door, id, 'void');
    }
    await until('nothing is on its way', async () => (await be.must('peer list')).includes('waiting 0'));
    for (const [at, peer] of ['fr', 'be'].entries())
      await until('it leaves', async () => act(doors[at]!, `/partners/${peer}/leave`, { reason: 'we part' }));
    await until('the channel is closed', async () => /^fr {2}closed/.test(await be.must('peer list')));
    await be.must('export node --to record.jsonl');
    expect(be.read('record.jsonl')).toMatch(/^\{"line":"begin"[^]*\n\{"line":"end".*\n$/);
    const done = new Set([...be.done, ...fr.done, ...se.done]);
    expect(
      sections()
        .flatMap(toldIn)
        .filter((verb) => !done.has(verb)),
    ).toEqual([]);
  });
});
