import { randomBytes } from 'node:crypto';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { ensureDatabase } from './databases.js';

// Processes start slowly on a machine that is busy with other specs.
jest.setTimeout(120_000);

const server = process.env.PASSERELLE_TEST_DATABASE_URL ?? '';
const mark = `spec_${randomBytes(4).toString('hex')}`;
const created: string[] = [];

afterAll(async () => {
  for (const name of created) await run(server, `drop database if exists "${name}"`);
  for (const name of [...created, `${mark}_admin`]) await run(server, `drop role if exists "${name}"`);
});

async function run(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function own(name: string, password: string): { name: string; password: string } {
  created.push(`${mark}_${name}`);
  return { name: `${mark}_${name}`, password };
}

describe('a database for one program on a server that others use', () => {
  it('is the same when it is asked for again, with what it holds', async () => {
    const asked = own('be', 'first');
    await run(await ensureDatabase(server, asked), 'create table kept as select 7 as held');
    expect(await run(await ensureDatabase(server, asked), 'select held from kept')).toEqual([{ held: 7 }]);
  });

  it('opens to the newest password alone', async () => {
    const before = await ensureDatabase(server, own('fr', 'first'));
    const after = await ensureDatabase(server, { name: `${mark}_fr`, password: 'second' });
    expect(await run(after, 'select 1 as one')).toEqual([{ one: 1 }]);
    await expect(run(before, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('can be made by an administrator who is not all-powerful', async () => {
    const admin = `${mark}_admin`;
    await run(server, `create role ${admin} login createdb createrole password 'modest'`);
    const modest = Object.assign(new URL(server), { username: admin, password: 'modest' }).href;
    const url = await ensureDatabase(modest, own('se', 'secret'));
    expect(await run(url, 'select current_user::text as me')).toEqual([{ me: `${mark}_se` }]);
    expect(
      await run(await ensureDatabase(modest, { name: `${mark}_se`, password: 'secret' }), 'select 1'),
    ).toBeDefined();
  });

  it('says why the server does not let us in, without the password', async () => {
    const wrong = Object.assign(new URL(server), { password: 'guessed' }).href;
    const refused = await ensureDatabase(wrong, { name: 'nobody', password: 'x' }).catch((error: unknown) => error);
    expect(String(refused)).toMatch(/password authentication failed/);
    expect(String(refused)).not.toContain('guessed');
  });
});
