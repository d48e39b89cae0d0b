import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { type ConnectionOptions, type NatsConnection, connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { lookAtSlot, ownMailbox } from '../node/src/commands/doctor/mailboxes.js';
import type { Child } from './child.js';
import { type Keys, keysIn } from './keys.js';
import { Register } from './left-over.js';
import { natsServer } from './nats-server.js';
import { natsOf } from './nats.js';
import { Ports } from './ports.js';
import { throwawayFolder } from './testing/throwaway.js';

// Processes start slowly on a machine that is busy with other specs.
jest.setTimeout(120_000);

const folder = throwawayFolder();
const keys: Record<'fr' | 'be' | 'se' | 'stranger', Keys> = {
  fr: keysIn(join(folder.dir, 'fr'), 'fr'),
  be: keysIn(join(folder.dir, 'be'), 'be'),
  se: keysIn(join(folder.dir, 'se'), 'se'),
  stranger: keysIn(join(folder.dir, 'stranger'), 'stranger'),
};
const open: NatsConnection[] = [];
let port: number;
let server: Child;

beforeAll(async () => {
  port = await new Ports(join(folder.dir, 'ports.json')).take('nats-fr');
  server = natsOf({
    program: natsServer(() => undefined),
    dir: folder.dir,
    net: 'sandbox',
    owner: { name: 'fr', natsPublicKey: keys.fr.natsPublicKey },
    callers: (['be', 'se'] as const).map((name) => ({ name, natsPublicKey: keys[name].natsPublicKey })),
    port,
    register: new Register(join(folder.dir, 'children.json')),
  });
  await server.start();
});

afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close();
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function as(who: keyof typeof keys, options: ConnectionOptions = {}): Promise<NatsConnection> {
  const seed = new TextEncoder().encode(readFileSync(keys[who].natsSeedFile, 'utf8').trim());
  const servers = `nats://127.0.0.1:${port}`;
  const authenticator = nkeyAuthenticator(seed);
  const connection = await connect({
    servers,
    authenticator,
    inboxPrefix: `_INBOX_${who}`,
    reconnect: false,
    ...options,
  });
  open.push(connection);
  return connection;
}

/** What arrives on a subject while `send` runs and shortly after. */
async function heard(listener: NatsConnection, subject: string, send: () => void | Promise<void>): Promise<string[]> {
  const texts: string[] = [];
  const subscription = listener.subscribe(subject, {
    callback: (_, message) => {
      texts.push(message.string());
    },
  });
  await listener.flush();
  await send();
  await new Promise((resolve) => setTimeout(resolve, 150));
  subscription.unsubscribe();
  return texts;
}

/** The first complaint of the server about this connection. */
async function complaint(connection: NatsConnection): Promise<string> {
  for await (const status of connection.status()) {
    if (status.type === 'error') return status.error.message;
  }
  throw new Error('the connection ended without a complaint');
}

describe('the mailbox of a node', () => {
  it('takes a letter from a peer in the slot of that peer', async () => {
    const [fr, be] = [await as('fr'), await as('be')];
    expect(await heard(fr, 'fed.sandbox.fr.in.>', () => be.publish('fed.sandbox.fr.in.be', 'hello'))).toEqual([
      'hello',
    ]);
  });

  it('refuses a letter in the slot of another peer', async () => {
    const [fr, be] = [await as('fr'), await as('be')];
    const refused = complaint(be);
    expect(await heard(fr, 'fed.sandbox.fr.in.>', () => be.publish('fed.sandbox.fr.in.se', 'forged'))).toEqual([]);
    expect(await refused).toMatch(/permissions violation.*publish.*fed\.sandbox\.fr\.in\.se/i);
  });

  it('lets no peer read the letters of another', async () => {
    const [fr, be, se] = [await as('fr'), await as('be'), await as('se')];
    const refused = complaint(be);
    be.subscribe('fed.sandbox.fr.in.>');
    expect(await refused).toMatch(/permissions violation.*subscription/i);
    expect(await heard(fr, 'fed.sandbox.fr.in.se', () => se.publish('fed.sandbox.fr.in.se', 'ours'))).toEqual(['ours']);
  });

  it('lets no peer hear the answers meant for another', async () => {
    const be = await as('be');
    const refused = complaint(be);
    be.subscribe('_INBOX_se.>');
    expect(await refused).toMatch(/permissions violation.*subscription.*_INBOX_se/i);
  });

  it('keeps a letter in its stream and tells the sender so', async () => {
    const [fr, be] = [await as('fr'), await as('be')];
    const manager = await jetstreamManager(fr);
    await manager.streams.add({ name: 'IN_be', subjects: ['fed.sandbox.fr.in.be'] });
    const answer = await be.request('fed.sandbox.fr.in.be', 'kept', { timeout: 2000 });
    expect(answer.json()).toMatchObject({ stream: 'IN_be', seq: 1 });
    expect((await manager.streams.info('IN_be')).state.messages).toBe(1);
  });

  it('lets no peer list, empty or create streams', async () => {
    const be = await as('be');
    for (const order of ['STREAM.LIST', 'STREAM.PURGE.IN_be', 'STREAM.CREATE.MINE', 'CONSUMER.CREATE.IN_be']) {
      await expect(be.request(`$JS.API.${order}`, '{}', { timeout: 500 })).rejects.toThrow(/permissions violation/i);
    }
  });

  it('refuses a letter of more than 64 KiB', async () => {
    const be = await as('be');
    expect(be.info?.max_payload).toBe(65_536);
    expect(() => be.publish('fed.sandbox.fr.in.be', 'x'.repeat(65_537))).toThrow(/max_payload/i);
  });

  it('does not open to a key that is not in the roster', async () => {
    await expect(as('stranger')).rejects.toThrow(/authorization violation/i);
  });

  it('does not open without a key', async () => {
    await expect(connect({ servers: `nats://127.0.0.1:${port}`, reconnect: false })).rejects.toThrow(/authorization/i);
  });

  it('still holds its letters after it was killed', async () => {
    await server.kill();
    await server.start();
    const manager = await jetstreamManager(await as('fr'));
    expect((await manager.streams.info('IN_be')).state.messages).toBe(1);
  });

  it('starts empty when what it kept is damaged', async () => {
    await server.stop();
    const store = join(folder.dir, 'nats', 'fr', 'jetstream');
    rmSync(store, { recursive: true });
    writeFileSync(store, 'not the folder it was');
    await server.start();
    const manager = await jetstreamManager(await as('fr'));
    expect(await manager.streams.names().next()).toEqual([]);
  });
});

describe('what the doctor sees of a mailbox', () => {
  const seedOf = (who: keyof typeof keys): string => readFileSync(keys[who].natsSeedFile, 'utf8').trim();
  const address = (): string => `nats://127.0.0.1:${port}`;
  const slotOf = (node: keyof typeof keys, at = address()) =>
    lookAtSlot({ node, natsSeed: seedOf(node) }, { net: 'sandbox', owner: 'fr', address: at });
  const letters = async (): Promise<number> => {
    const manager = await jetstreamManager(await as('fr'));
    return (await manager.streams.info('IN_be')).state.messages;
  };

  it('is that nothing keeps letters before its owner has made room for them', async () => {
    expect((await slotOf('be')).code).toBe('slot-unkept');
    const own = await ownMailbox({ node: 'fr', natsSeed: seedOf('fr') }, address(), ['be', 'se']);
    expect([own.result, own.says.code, own.says.values['peers']]).toEqual(['warn', 'mailbox-no-stream', 'be, se']);
  });

  it('is that a peer may write in its slot and nowhere else, and looking leaves no letter', async () => {
    const manager = await jetstreamManager(await as('fr'));
    for (const peer of ['be', 'se'])
      await manager.streams.add({ name: `IN_${peer}`, subjects: [`fed.sandbox.fr.in.${peer}`] });
    expect((await slotOf('be')).code).toBe('slot-ours-alone');
    expect(await letters()).toBe(0);
    const own = await ownMailbox({ node: 'fr', natsSeed: seedOf('fr') }, address(), ['be', 'se']);
    expect([own.result, own.says.code]).toEqual(['ok', 'mailbox-keeps']);
  });

  it('is that somebody may do more than he should, and looking leaves no letter either', async () => {
    // Whoever owns the mailbox may do everything on it.
    const seen = await lookAtSlot(
      { node: 'be', natsSeed: seedOf('fr') },
      { net: 'sandbox', owner: 'fr', address: address() },
    );
    expect(seen.code).toBe('slot-too-wide');
    expect(await letters()).toBe(0);
  });

  it('is that a key is not let in, may not write in a slot, or that nobody answers', async () => {
    expect((await slotOf('stranger')).code).toBe('mailbox-shut');
    const asOther = await lookAtSlot(
      { node: 'be', natsSeed: seedOf('se') },
      { net: 'sandbox', owner: 'fr', address: address() },
    );
    expect(asOther.code).toBe('slot-shut');
    expect((await slotOf('be', 'nats://127.0.0.1:1')).code).toBe('mailbox-away');
    expect((await ownMailbox({ node: 'fr', natsSeed: undefined }, address(), [])).says.code).toBe('mailbox-no-seed');
  });
});
