import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { hashText, inboxSubject, sealDocument, receiptSchema, seal, signingKey } from '@passerelle/protocol';
import { entityOf, staffOf } from './branches.js';
import { Door } from './door.js';
import { type Federation, type Running, startFederation } from './federation.js';
import { cooperatives } from './places.js';
import { net } from './plan.js';
import { sow } from './seeds.js';
import { throwawayFolder } from './testing/throwaway.js';
import { type WireFrame, logIn, nextFrame, repeater } from './testing/wire.js';

jest.setTimeout(240_000);

interface Link {
  readonly peer: string;
  readonly status: string;
  readonly out: { readonly seq: string; readonly head: string };
  readonly in: { readonly seq: string; readonly head: string };
  readonly acknowledged: string;
  readonly queue: number;
  readonly invalid: number;
  readonly refused: number;
  readonly failed: number;
}

interface Mission {
  readonly id: string;
  readonly state: string;
}

const folder = throwawayFolder();
let federation: Federation;
let be: Running;
let fr: Running;
let amina: Door;
let client: string;

beforeAll(async () => {
  const databaseUrl = process.env['PASSERELLE_TEST_DATABASE_URL'];
  federation = await startFederation({
    dir: folder.dir,
    addresses: 'any',
    nodes: cooperatives.filter(({ id }) => id !== 'se'),
    clock: '2026-03-16T08:00:00Z',
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  [be, fr] = [federation.node('be'), federation.node('fr')];
  await sow({ federation, note: () => undefined });
  await findClient();
});

afterAll(async () => {
  await federation?.stop();
  folder.remove();
});

async function findClient(): Promise<void> {
  const person = federation.people.find(({ at, role }) => at === 'be' && role === 'worker')!;
  amina = await Door.signIn(be.url, person);
  const festival = {
    entity: await entityOf(await staff('be', 'adviser')),
    name: 'Festival des Lilas',
    country: 'FR',
    vatNumber: 'FR83404833048',
    email: 'regie@lilas.example',
    address: { street: '12 rue de Belleville', postcode: '75020', town: 'Paris', country: 'FR' },
    language: 'fr',
  };
  ({ id: client } = (await amina.must('POST', '/clients', festival)) as { id: string });
}

const staff = (at: string, role: 'adviser' | 'sysadmin' | 'finance'): Promise<Door> =>
  Door.signIn(federation.node(at).url, staffOf(federation.people, at, role));

/** Amina's branch offers a mission to Paris: one committed message to the other node. */
async function offer(): Promise<string> {
  const order = {
    client,
    host: 'fr',
    work: 'Concerts',
    place: { country: 'FR', town: 'Paris' },
    first: '2026-03-23',
    last: '2026-03-27',
    days: 5,
    price: { amount: '1000.00', currency: 'EUR' },
    hostSharePercent: '2',
  };
  const { id } = (await amina.must('POST', '/missions', order, randomUUID())) as Mission;
  await amina.must('POST', `/missions/${id}/submit`, {}, randomUUID());
  await (await staff('be', 'adviser')).must('POST', `/missions/${id}/approve`, {}, randomUUID());
  return id;
}

async function until<T>(what: string, ask: () => Promise<T | undefined | false>, seconds = 40): Promise<T> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && answer !== false) return answer;
    await pause(100);
  }
  throw new Error(`never came true: ${what}`);
}

async function link(at: string, peer: string): Promise<Link> {
  const { items } = (await (await staff(at, 'sysadmin')).must('GET', '/peers')) as { items: readonly Link[] };
  return items.find((each) => each.peer === peer)!;
}

const isAt = (node: string, mission: string): Promise<true> =>
  until(`the mission arrives at ${node}`, async () => {
    const { status } = await (await staff(node, 'adviser')).ask('GET', `/missions/${mission}`);
    return status === 200;
  });

/** Both histories as both ends know them, once nothing is on its way. */
const agreed = (): Promise<{ readonly ours: Link; readonly theirs: Link }> =>
  until('both ends hold the same', async () => {
    const [ours, theirs] = [await link('be', 'fr'), await link('fr', 'be')];
    const isQuiet = ours.queue === 0 && theirs.queue === 0;
    const isEqual = ours.out.head === theirs.in.head && theirs.out.head === ours.in.head;
    return isQuiet && isEqual && { ours, theirs };
  });

async function refusals(): Promise<readonly { readonly reason: string; readonly detail: string }[]> {
  const { items } = (await (await staff('fr', 'finance')).must('GET', '/peers/be/refusals')) as {
    items: readonly { reason: string; detail: string }[];
  };
  return items;
}

const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(`${fr.url}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`passerelle_${name}{peer="be"}`))
      ?.split(' ')[1],
  );
};

describe('two nodes over real NATS servers', () => {
  it('hear each message once although their brokers deliver every frame three times', async () => {
    const brokers = [await repeater(fr, 2), await repeater(be, 2)];
    const missions = [await offer(), await offer()];
    for (const mission of missions) {
      await isAt('fr', mission);
      await (await staff('fr', 'adviser')).must('POST', `/missions/${mission}/accept`, {}, randomUUID());
      await until('Paris has accepted', async () => {
        const { state } = (await amina.must('GET', `/missions/${mission}`)) as Mission;
        return state === 'client_confirmation';
      });
    }
    const { ours, theirs } = await agreed();
    // Two offers, two answers, and from each end the day's comparison of heads.
    expect([ours.out.seq, theirs.out.seq]).toEqual(['3', '3']);
    expect([ours.invalid, theirs.invalid, ours.refused, theirs.refused]).toEqual([0, 0, 0, 0]);
    for (const broker of brokers) await broker.close();
  });

  it('refuse a forged message and a changed amount, and show and count both', async () => {
    const caught = await nextFrame(fr, be);
    const mission = await offer();
    const frame = await caught();
    await isAt('fr', mission);
    const before = (await agreed()).theirs;

    const liar = await logIn(fr, be);
    const subject = inboxSubject({ net, me: 'fr', peer: 'be' });
    for (const bytes of [changed(frame), forged(frame, before)]) liar.publish(subject, JSON.stringify(bytes));
    await liar.flush();
    await liar.close();
    const seen = await until('both are refused', async () => {
      const rows = await refusals();
      return rows.length === 2 && rows.map(({ reason, detail }) => [reason, detail]);
    });
    expect(seen).toEqual([
      ['bad-receipt', 'bad-receipt: bad-signature'],
      ['bad-message', 'bad-message: bad-signature'],
    ]);
    expect(await metric('frames_refused_total')).toBe(2);
    const after = await link('fr', 'be');
    expect([after.in, after.status, after.invalid]).toEqual([before.in, 'open', 2]);
  });

  it('let a peer’s login publish in its own slot only', async () => {
    const stray = await logIn(fr, be);
    const complaint = (async () => {
      for await (const status of stray.status()) if (status.type === 'error') return status.error.message;
      return 'none';
    })();
    stray.publish(inboxSubject({ net, me: 'fr', peer: 'se' }), '{}');
    expect(await complaint).toMatch(/permissions violation.*publish/i);
    await stray.close();
  });

  it('lose nothing when the folder of a broker is deleted while it runs', async () => {
    rmSync(join(folder.dir, 'nats', 'fr', 'jetstream'), { recursive: true });
    const during = await offer();
    await fr.nats.kill();
    const after = await offer();
    await fr.nats.start();
    for (const mission of [during, after]) await isAt('fr', mission);
    await agreed();
  });

  it('deliver once what was committed and not sent when the node was killed', async () => {
    const before = BigInt((await agreed()).theirs.in.seq);
    await fr.nats.stop();
    const mission = await offer();
    await be.app.kill();
    await fr.nats.start();
    await be.app.start();
    amina = await Door.signIn(
      be.url,
      federation.people.find(({ at, role }) => at === 'be' && role === 'worker')!,
    );
    await isAt('fr', mission);
    const { theirs } = await agreed();
    expect(BigInt(theirs.in.seq)).toBe(before + 1n);
    expect([theirs.refused, theirs.failed]).toEqual([0, 0]);
  });
});

/** The frame with another amount in its last message; everything else, signatures included, is as it was. */
function changed(frame: WireFrame): WireFrame {
  const last = frame.msgs.at(-1)!;
  const m = last.m.replace('"price":"100000"', '"price":"900000"');
  expect(m).not.toBe(last.m);
  return { ...frame, msgs: [...frame.msgs.slice(0, -1), { ...last, m }] };
}

/** What somebody can make who has stolen be's NATS login but not its signing key. */
function forged({ s }: WireFrame, { in: { seq, head } }: Link): unknown {
  const key = signingKey({ node: 'be', kid: 'be-1', seed: randomBytes(32) });
  const next = {
    ack: '0',
    at: '2026-03-16T08:00:00.000Z',
    body: { mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001', code: 'client-cancelled', reason: 'Never said.' },
    from: 'be',
    id: '0198f5c1-8f2a-7c3b-9a41-0242ac120002',
    net,
    prev: head,
    seq: String(BigInt(seq) + 1n),
    to: 'fr',
    type: 'mission.cancel',
  };
  const sealed = seal(next, key);
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.refusal));
  const receipt = {
    kind: 'receipt',
    net,
    from: 'be',
    to: 'fr',
    kid: 'be-1',
    s: [...s],
    upto: '1',
    last: sealed.value.hash,
  };
  const content = receiptSchema.parse({ ...receipt, head: hashText('anything') });
  return { s, msgs: [sealed.value.sealed], rcpt: sealDocument(receiptSchema, content, key).sealed };
}
