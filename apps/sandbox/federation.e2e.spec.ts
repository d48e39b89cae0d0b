import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Door } from './door.js';
import { type Federation, startFederation } from './federation.js';
import { cooperatives } from './places.js';
import { sow } from './seeds.js';
import { throwawayFolder } from './testing/throwaway.js';

// Programs, a database server and NATS servers: on a busy machine their start takes a while.
jest.setTimeout(240_000);

const folder = throwawayFolder();
const deaths: string[] = [];
let federation: Federation;

const start = () =>
  startFederation({
    dir: folder.dir,
    addresses: 'any',
    nodes: cooperatives.filter(({ id }) => id !== 'se'),
    clock: '2026-03-02T08:00:00Z',
    onDeath: ({ program }) => deaths.push(program.name),
  });

beforeAll(async () => {
  federation = await start();
});

afterAll(async () => {
  await federation.stop();
  folder.remove();
});

const isAlive = async (url: string): Promise<boolean> =>
  (await fetch(`${url}/livez`).catch(() => undefined))?.ok ?? false;

describe('a federation on one machine', () => {
  it('has its clocks stand at the morning of the story', async () => {
    for (const { url } of federation.nodes) {
      expect(await Door.of(url).must('GET', '/sandbox/clock')).toEqual({ now: '2026-03-02T08:00:00.000Z' });
    }
  });

  it('lets the staff of each branch in, however often it is sown', async () => {
    await sow({ federation, note: () => undefined });
    await sow({ federation, note: () => undefined });
    const staff = federation.people.filter(({ at, role }) => at !== 'federation' && role !== 'worker');
    expect(staff).toHaveLength(8);
    for (const person of staff) {
      const door = await Door.signIn(federation.node(person.at).url, person);
      expect(await door.must('GET', '/session')).toMatchObject({ email: person.email, roles: [person.role] });
    }
  });

  it('lets nobody in with the password of somebody else', async () => {
    const [payroll, finance] = ['payroll', 'finance'].map((role) =>
      federation.people.find((one) => one.role === role)!,
    );
    const mixed = { email: payroll!.email, password: finance!.password };
    await expect(Door.signIn(federation.node('be').url, mixed)).rejects.toThrow(/answered with 401/);
  });

  it('goes on without a node that was killed, which comes back to what it had', async () => {
    const [be, fr] = [federation.node('be'), federation.node('fr')];
    await be.app.kill();
    expect(await isAlive(be.url)).toBe(false);
    expect(await isAlive(fr.url)).toBe(true);
    await be.app.start();
    const payroll = federation.people.find(({ role }) => role === 'payroll')!;
    await expect(Door.signIn(be.url, payroll)).resolves.toBeInstanceOf(Door);
    expect(deaths).toEqual([]);
  });

  it('tells which program ended without having been asked to, and its last words', async () => {
    const { app } = federation.node('fr');
    process.kill(app.pid!, 'SIGKILL');
    while (app.isRunning) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(deaths).toEqual(['node fr']);
    await app.start();
  });

  it('is stopped whole, and starts again where it was, after everything was killed at once', async () => {
    const children = JSON.parse(readFileSync(join(folder.dir, 'children.json'), 'utf8')) as { pid: number }[];
    for (const { pid } of children) process.kill(pid, 'SIGKILL');
    await federation.stop();
    const before = federation;
    federation = await start();
    expect(federation.nodes.map(({ url }) => url)).toEqual(before.nodes.map(({ url }) => url));
    const finance = federation.people.find(({ role }) => role === 'finance')!;
    await expect(Door.signIn(federation.node('fr').url, finance)).resolves.toBeInstanceOf(Door);
  });

  it('keeps each secret in a file of its own that only its owner can read', () => {
    const files = federation.nodes.flatMap(({ keys }) => [keys.signingKeyFile, keys.natsSeedFile]);
    for (const file of [...files, join(folder.dir, 'accounts.json')]) expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
