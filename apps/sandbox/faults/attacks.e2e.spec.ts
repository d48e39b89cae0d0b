import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import {
  type RosterContent,
  hashText,
  inboxSubject,
  judge,
  receiptSchema,
  sealDocument,
  signBytes,
} from '@passerelle/protocol';
import { Client } from 'pg';
import { staffOf } from '../branches.js';
import { Door } from '../door.js';
import { type Federation, type Running, startFederation } from '../federation.js';
import { cooperatives } from '../places.js';
import { net } from '../plan.js';
import { versionsIn } from '../roster.js';
import { sow } from '../seeds.js';
import { throwawayFolder } from '../testing/throwaway.js';
import { type WireFrame, logIn, nextFrame } from '../testing/wire.js';

jest.setTimeout(600_000);

interface Link {
  readonly status: string;
  readonly in: { readonly seq: string; readonly head: string };
  readonly invalid: number;
}

/** Somebody who has all of Brussels' keys, at the door of Paris with nothing but a NATS client. */
describe('a hostile neighbour', () => {
  const folder = throwawayFolder();
  const subject = inboxSubject({ net, me: 'fr', peer: 'be' });
  let federation: Federation;
  let be: Running;
  let fr: Running;
  let liar: NatsConnection;
  let newest: WireFrame;
  let count = 0;

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
    liar = await logIn(fr, be);
  });
  afterAll(async () => {
    await liar?.close();
    await federation?.stop();
    folder.remove();
  });
  beforeEach(async () => {
    newest = await honestFrame();
  });

  const finance = (at: Running): Promise<Door> => Door.signIn(at.url, staffOf(federation.people, at.id, 'finance'));

  async function until<T>(what: string, ask: () => Promise<T | false>, seconds = 90): Promise<T> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const answer = await ask();
      if (answer !== false) return answer;
      if (Date.now() > end) throw new Error(`never came true: ${what}`);
      await pause(100);
    }
  }

  /** A debt of Brussels' goes its honest way, and is agreed at Paris. */
  async function honestDebt(): Promise<void> {
    const text = `An honest debt, number ${(count += 1)}`;
    const debt = {
      peer: 'fr',
      debtor: 'us',
      amount: { amount: '1.00', currency: 'EUR' },
      due: '2026-04-30',
      text,
    };
    await (await finance(be)).must('POST', '/obligations', debt, randomUUID());
    const paris = await finance(fr);
    await until(`${text} is agreed`, async () => {
      const { items } = (await paris.must('GET', '/obligations?state=agreed&limit=5')) as {
        readonly items: readonly { readonly text: string }[];
      };
      return items.some((each) => each.text === text);
    });
  }

  async function honestFrame(): Promise<WireFrame> {
    const caught = await nextFrame(fr, be);
    await honestDebt();
    return caught();
  }

  async function link(): Promise<Link> {
    const sysadmin = await Door.signIn(fr.url, staffOf(federation.people, 'fr', 'sysadmin'));
    const { items } = (await sysadmin.must('GET', '/peers')) as {
      readonly items: readonly (Link & { peer: string })[];
    };
    return items.find(({ peer }) => peer === 'be')!;
  }

  async function reasons(): Promise<readonly string[]> {
    const { items } = (await (await finance(fr)).must('GET', '/peers/be/refusals')) as {
      readonly items: readonly { readonly reason: string; readonly detail: string }[];
    };
    return items.map(({ reason, detail }) => `${reason} ${detail}`.trim());
  }

  /** A message with the next number, as text, before somebody spoils it. */
  function text({ in: { seq, head } }: Pick<Link, 'in'>, reason = 'A reason', body: object = {}): string {
    const mission = '0198f5c1-8f2a-7c3b-9a41-0242ac120001';
    const content = { code: 'client-cancelled', mission, reason, ...body };
    const next = BigInt(seq) + 1n;
    return (
      `{"ack":"0","at":"2026-03-16T08:00:00.000Z","body":${JSON.stringify(content)},"from":"be",` +
      `"id":"0198f5c1-8f2a-7c3b-9a41-0242ac120002","kid":"be-1","net":"${net}","prev":"${head}","seq":"${next}",` +
      `"to":"fr","type":"mission.cancel","v":1}`
    );
  }

  /** A frame of the pairing in force around texts that Brussels' own key has signed. */
  function frameOf(...texts: readonly string[]): WireFrame {
    const { signingKey: key } = be.keys;
    const msgs = texts.map((m) => ({ m, sig: signBytes(Buffer.from(`coop-settle/1\n${m}`), key) }));
    const own = JSON.parse(newest.rcpt.m) as { upto: string; head: string; kid: string };
    const content = receiptSchema.parse({
      kind: 'receipt',
      net,
      from: 'be',
      to: 'fr',
      kid: own.kid,
      s: [...newest.s],
      upto: own.upto,
      head: own.head,
      last: hashText(texts.at(-1)!),
    });
    return { s: newest.s, msgs, rcpt: sealDocument(receiptSchema, content, key).sealed };
  }

  async function send(...frames: readonly (string | object)[]): Promise<void> {
    for (const frame of frames) liar.publish(subject, typeof frame === 'string' ? frame : JSON.stringify(frame));
    await liar.flush();
  }

  it('is refused what is no message although the key is right, and all of it is shown and counted', async () => {
    const before = await link();
    const good = text(before);
    const spoilt = {
      'bad-message bad-message: not-canonical': [
        good.replace('{"ack":"0"', '{"ack":"0","ack":"0"'),
        good.replace('"v":1', '"v":9007199254740993'),
        good.replace('{"ack"', '{ "ack"'),
        text(before, 'deep', { deep: { a: { b: { c: { d: { e: { f: {} } } } } } } }),
      ],
      'bad-message bad-message: malformed': [good.replace('"seq":"', '"seq":"0')],
    };
    const frames = Object.values(spoilt).flat();
    for (const m of frames) await send(frameOf(m));
    // A message longer than any can be is not even looked at.
    await send('{"s":[', frameOf(text(before, 'x'.repeat(19 * 1024))), 'y'.repeat(50 * 1024));
    const expected = before.invalid + frames.length + 3;
    await until('all are refused', async () => (await link()).invalid === expected);
    const seen = await reasons();
    for (const [reason, texts] of Object.entries(spoilt))
      expect([reason, seen.filter((each) => each === reason).length]).toEqual([reason, texts.length]);
    expect(seen.filter((each) => each === 'not-a-frame')).toHaveLength(2);
    expect(seen).toContain('frame-too-long');
    expect([(await link()).in, (await link()).status]).toEqual([before.in, 'open']);
    await honestDebt();
  });

  it('changes nothing by sending again what was said, also after a new start', async () => {
    const before = await link();
    await send(newest, newest, newest);
    await honestDebt();
    const after = await link();
    expect(BigInt(after.in.seq)).toBe(BigInt(before.in.seq) + 1n);
    await be.app.kill();
    await be.app.start();
    await honestDebt();
    await send(newest, newest);
    await honestDebt();
    const late = await link();
    expect([late.invalid, late.status]).toEqual([before.invalid, 'open']);
  });

  it.each<[string, number, (sent: number) => string | object]>([
    ['with what is no frame', 1500, (sent) => `{"flood":${sent}}`],
    [
      'with frames that are whole and well formed, and signed by nobody',
      600,
      (sent) => {
        const frame = frameOf(text({ in: { seq: `${9000 + sent}`, head: hashText('none') } }));
        return { ...frame, msgs: frame.msgs.map(({ m }) => ({ m, sig: newest.msgs.at(-1)!.sig })) };
      },
    ],
  ])('floods its own slot %s, and honest words still come through', async (_what, times, frame) => {
    const before = await link();
    const flood = Array.from({ length: times }, (_, sent) => frame(sent));
    await send(...flood);
    await honestDebt();
    await until('the flood is counted', async () => (await link()).invalid >= before.invalid + times);
    expect((await link()).status).toBe('open');
  });

  it('is held to two signatures on one number, which anybody with the roster can check', async () => {
    const said = newest.msgs.at(-1)!.m;
    const other = said.replace('An honest debt', 'Quite another debt');
    expect(other).not.toBe(said);
    await send(frameOf(other));
    await until('the channel is frozen', async () => (await link()).status === 'frozen');
    const client = new Client({ connectionString: fr.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ kind: 'equivocation'; a: never; b: never }>(
      'select kind, a, b from evidence',
    );
    await client.end();
    const roster = JSON.parse(versionsIn(join(folder.dir, 'roster.json')).at(-1)!.m) as RosterContent;
    expect(rows).toHaveLength(1);
    expect(judge(rows[0]!, roster)).toEqual({ ok: true, value: { kind: 'proved', against: 'be' } });
  });
});
