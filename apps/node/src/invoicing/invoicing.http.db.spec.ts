import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as rest } from 'node:timers/promises';
import { Accounts, managerOf, publicId } from '@passerelle/doors';
import { openProgram, type SpecProgram } from '../../../doors/testing/http.js';
import { ConfigModule } from '../config/config.module.js';
import type { NodeConfig } from '../config/node-settings.js';
import { largeBodies, rooms } from '../rooms.js';
import type { Mission } from '../missions/mission.js';
import type { Invoice } from './invoices/invoice.js';
import { InvoiceLinks } from './invoices/invoice-links.service.js';
import { type Branch, askedClient, followedMission, openBranch } from './testing/branch.js';
import { readPdf } from '../papers/testing/pdf-text.js';
import { noticeFile, statementFile } from './testing/statement.js';

const password = 'a sentence to remember';

describe('invoices and the bank over HTTP', () => {
  let branch: Branch;
  let program: SpecProgram;
  let finance: Awaited<ReturnType<SpecProgram['signIn']>>;
  let worker: typeof finance;
  beforeAll(async () => {
    branch = await openBranch('FR');
    const { clock, database, fresh } = branch;
    const config = {
      node: 'fr',
      country: 'FR',
      role: 'all',
      databaseUrl: fresh.url,
      baseUrl: 'http://localhost:8080',
      mailDir: tmpdir(),
    } as NodeConfig;
    program = await openProgram(database, [ConfigModule.for(config), ...rooms], { clock, http: { largeBodies } });
    const accounts = program.app.get(Accounts);
    await accounts.create({ email: 'finance@demo.example', password, roles: ['finance'], language: 'fr' });
    const subject = '019a0000-0000-7000-8000-000000000001';
    await accounts.create({ email: 'amina@demo.example', password, roles: ['worker'], subject, language: 'fr' });
    finance = await program.signIn('finance@demo.example', password);
    worker = await program.signIn('amina@demo.example', password);
  });
  afterAll(async () => {
    await program.app.close();
    await branch.fresh.drop();
  });

  /** The running node follows facts too, so the invoice may be its work. */
  const issued = async (): Promise<Invoice> => {
    const { id } = await followedMission(branch);
    for (;;) {
      const invoice = await branch.invoices.ofMission(branch.database.reading, id);
      if (invoice) return invoice;
      await rest(50);
    }
  };
  /** The token of a link that the client of a mission has answered so. */
  const linkTo = async (mission: string, answer: 'accept' | null): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    await managerOf(branch.database.reading).query(
      `insert into confirmation_link (id, mission, token_hash, terms_hash, made_at, expires_at, answer, answered_at)
       values ($1, $2, $3, '', now(), now() + interval '1 day', $4, case when $4::text is null then null else now() end)`,
      [branch.ids.newId(), mission, createHash('sha256').update(token).digest(), answer],
    );
    return token;
  };
  const send = (file: string | Buffer, type = 'application/xml') =>
    finance.post('/api/v1/bank/statements').set('Content-Type', type).send(file);
  const line = (amount: string, text: string) =>
    statementFile({ iban: branch.entity.iban, closing: amount, entries: [{ amount, text }] });

  it('shows an invoice to staff, with amounts as text and the reference as it is printed', async () => {
    const { mission } = await issued();
    const { body } = await finance.get('/api/v1/invoices').expect(200);
    const invoice = body.items.find((item: { mission: string }) => item.mission === publicId('mis', mission));
    expect(invoice).toMatchObject({
      number: '2026-0001',
      state: 'issued',
      gross: { amount: '1200.00', currency: 'EUR' },
      open: { amount: '1200.00', currency: 'EUR' },
      reference: { kind: 'rf', printed: expect.stringMatching(/^RF\d\d 26/) },
    });
    await finance.get(`/api/v1/invoices/${invoice.id}`).expect(200);
    const own = await worker.get('/api/v1/invoices').expect(200);
    expect(own.body.items).toEqual([]);
    await worker.get(`/api/v1/invoices/${invoice.id}`).expect(404);
    await worker.get('/api/v1/bank/lines').expect(403);
  });

  it('lists those that wait for money alone', async () => {
    const { mission } = await issued();
    const open = async (): Promise<readonly string[]> =>
      (await finance.get('/api/v1/invoices?state=open&limit=200').expect(200)).body.items.map(
        (item: { mission: string }) => item.mission,
      );
    expect(await open()).toContain(publicId('mis', mission));
    const { body } = await finance.get('/api/v1/invoices?limit=200').expect(200);
    const { id } = body.items.find((item: { mission: string }) => item.mission === publicId('mis', mission));
    await finance
      .post(`/api/v1/invoices/${id}/credit-notes`)
      .set('Idempotency-Key', 'take-back')
      .send({ reason: 'Billed by mistake' })
      .expect(201);
    expect(await open()).not.toContain(publicId('mis', mission));
    await finance.get('/api/v1/invoices?state=late').expect(400);
  });

  it('gives out an invoice and a credit note as they were made, to who may see them', async () => {
    const { id } = await issued();
    const path = `/api/v1/invoices/${publicId('inv', id)}`;
    const pdf = await finance.get(`${path}/pdf`).expect(200).expect('Content-Type', 'application/pdf');
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const xml = await finance
      .get(`${path}/xml`)
      .expect(200)
      .expect('Content-Type', /^application\/xml/);
    expect(xml.text ?? xml.body.toString()).toContain('<cbc:CustomizationID>');
    await worker.get(`${path}/pdf`).expect(404);
    const credit = (body: object) => finance.post(`${path}/credit-notes`).set('Idempotency-Key', 'credit').send(body);
    const note = await credit({ reason: 'Half a day less', net: { amount: '100.00', currency: 'EUR' } }).expect(201);
    expect(note.body).toMatchObject({ gross: { amount: '120.00' }, setOff: { amount: '120.00' } });
    await finance.get(`/api/v1/credit-notes/${note.body.id}/pdf`).expect(200);
    await worker.get(`/api/v1/credit-notes/${note.body.id}/xml`).expect(404);
    const list = `/api/v1/credit-notes?invoice=${publicId('inv', id)}`;
    expect((await finance.get(list).expect(200)).body.items).toHaveLength(1);
    expect((await worker.get(list).expect(200)).body.items).toEqual([]);
    const more = { reason: 'Again', net: { amount: '900.01', currency: 'EUR' } };
    const refused = await finance.post(`${path}/credit-notes`).set('Idempotency-Key', 'more').send(more).expect(409);
    expect(refused.body.errors).toMatchObject([{ pointer: '#/net', code: 'more-than-billed' }]);
  });

  describe('an order and its client', () => {
    const get = (path: string) => program.anybody.get(path);
    const send = (path: string, form: Record<string, string> = {}) =>
      program.anybody.post(path).type('form').send(form);

    const linksOf = async ({ id }: Mission): Promise<number> => {
      const links = 'select 1 from confirmation_link where mission = $1';
      return (await managerOf(branch.database.reading).query<unknown[]>(links, [id])).length;
    };

    it('keep what was written when the language changes or the reason is missing', async () => {
      const { token } = await askedClient(branch, { client: { email: 'one@canal.example' } });
      const { text } = await get(`/c/${token}`).expect(200);
      for (const said of ['La Passerelle', 'Théâtre de Lille', '1\u202F000,00\u00A0€', '20\u00A0%', 'emploie Amina'])
        expect(text).toContain(said);
      const written = await send(`/c/${token}?lang=sv`, { text: 'un jour de\r\nmoins <b>' }).expect(303);
      const cookie = (written.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
      const swedish = await get(written.headers['location']!).set('Cookie', cookie).expect(200);
      expect(swedish.text).toContain('<html lang="sv">');
      expect(swedish.text).toContain('un jour de\nmoins &lt;b&gt;</textarea>');
      const unreasoned = await send(`/c/${token}?lang=sv`, { answer: 'refuse', text: ' ' }).expect(303);
      const missing = await get(unreasoned.headers['location']!).expect(200);
      expect(missing.text).toMatch(/role="alert" id="why">Skriv här.*aria-describedby="why"/s);
      const answered = await send(`/c/${token}`, { answer: 'changes', text: 'un jour de moins' }).expect(303);
      expect((await get(answered.headers['location']!)).text).toContain('Nous transmettons vos demandes');
      await get(`/c/${token}/order.pdf`).expect(404);
    });

    it('is accepted once, and given back to both sides with the proof, the same bytes', async () => {
      const { mission, token } = await askedClient(branch, { client: { email: 'two@canal.example' } });
      const shown = await get(`/c/${token}/order.pdf`).expect(200).expect('Content-Type', 'application/pdf');
      for (const time of ['first', 'pressed twice']) {
        const { headers } = await send(`/c/${token}`, { answer: 'accept', text: '' }).expect(303);
        const { text } = await get(headers['location']!).expect(200);
        expect([time, text.includes('Vous avez accepté cette commande le 27 mars 2026')]).toEqual([time, true]);
      }
      const signed = await get(`/c/${token}/order.pdf`).expect(200);
      const { attachments, pages } = readPdf(signed.body);
      expect(Buffer.from(attachments[0]!).equals(shown.body)).toBe(true);
      expect(pages.at(-1)).toContain('Théâtre de Lille, two@canal.example');
      const path = `/api/v1/missions/${publicId('mis', mission.id)}/order/pdf`;
      expect((await finance.get(path).expect(200)).body.equals(signed.body)).toBe(true);
      await worker.get(path).expect(404);
    });

    it('lead to a new link when the old one is out of date, at most one after the other, and tell nobody of it', async () => {
      const { mission, token } = await askedClient(branch, { client: { email: 'three@canal.example' } });
      const today = branch.clock.at;
      const asked = await send(`/c/${token}/renewals?lang=en`).expect(200);
      branch.clock.at = '2026-04-27';
      await get(`/c/${token}/order.pdf`).expect(404);
      expect((await get(`/c/${token}`).expect(410)).text).toContain(`action="/c/${token}/renewals?lang=fr"`);
      expect(await linksOf(mission)).toBe(1);
      for (const time of [1, 2])
        expect([time, (await send(`/c/${token}/renewals?lang=en`)).text]).toEqual([time, asked.text]);
      expect(await linksOf(mission)).toBe(2);
      expect((await send('/c/nobody/renewals?lang=en').expect(200)).text).toBe(asked.text);
      branch.clock.at = today;
    });
  });

  it('shows a client the invoice behind the link with which she accepted the order, and nobody else', async () => {
    const { mission, number } = await issued();
    const [accepted, open] = [await linkTo(mission, 'accept'), await linkTo(mission, null)];
    const { text } = await program.anybody.get(`/c/${accepted}/invoice?lang=sv`).expect(200);
    for (const said of [`Faktura ${number}`, '1\u00A0200,00\u00A0€', 'data-testid="pay-qr"', 'RF'])
      expect(text).toContain(said);
    const pdf = await program.anybody.get(`/c/${accepted}/invoice.pdf`).expect(200);
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    await program.anybody.get(`/c/${accepted}/invoice.xml`).expect(200);
    const lost = await program.anybody.get(`/c/${open}/invoice?lang=en`).expect(404);
    expect(lost.text).toContain('This link is not one of ours.');
    await program.anybody.get('/c/unknown/invoice.pdf').expect(404);
  });

  it('shows a client the invoice that a letter told her of, by the link in that letter', async () => {
    const { id, number } = await issued();
    const { pathname } = new URL(
      await branch.database.transact((work) => program.app.get(InvoiceLinks).make(work, id)),
    );
    expect((await program.anybody.get(pathname).expect(200)).text).toContain(`Facture ${number}`);
    await program.anybody.get(`${pathname}.xml`).expect(200);
  });

  describe('a client who finds something wrong with her invoice', () => {
    let page: string;
    let invoice: Invoice;
    beforeAll(async () => {
      invoice = await issued();
      page = `/c/${await linkTo(invoice.mission, 'accept')}/invoice`;
    });
    const send = (body: object, lang = 'fr') =>
      program.anybody.post(`${page}/disputes?lang=${lang}`).type('form').send(body).expect(303);
    const events = async () =>
      (await finance.get(`/api/v1/recovery/${publicId('inv', invoice.id)}`).expect(200)).body.events;

    it('has the amount, the account and the reference as a form of her bank takes them', async () => {
      const { text } = await program.anybody.get(`${page}?lang=fr`).expect(200);
      const copied = [...text.matchAll(/data-testid="copy-(\w+)" data-copy="([^"]*)"/g)].map(([, what, value]) => [
        what,
        value,
      ]);
      expect(copied).toEqual([
        ['amount', '1200,00'],
        ['iban', branch.entity.iban],
        ['reference', expect.stringMatching(/^RF\d\d /)],
      ]);
    });

    it('keeps what she wrote in another language, and is told what is missing', async () => {
      const other = await send({ text: 'Un musicien manquait' }, 'sv');
      const cookie = [other.headers['set-cookie']].flat()[0]!.split(';')[0]!;
      const shown = await program.anybody.get(other.headers['location']!).set('Cookie', cookie).expect(200);
      expect(shown.text).toMatch(/<html lang="sv">.*<details open>.*Un musicien manquait/s);
      const missing = await send({ answer: 'dispute', text: '  ' });
      const told = await program.anybody.get(missing.headers['location']!).expect(200);
      expect(told.text).toMatch(/<details open>.*role="alert" id="why">Écrivez ici/s);
      expect(await events()).toEqual([]);
    });

    it('says so once, reads that nobody reminds her, and may say it again once it is settled', async () => {
      for (const time of ['first', 'pressed twice']) {
        const { headers } = await send({ answer: 'dispute', text: 'Un musicien manquait\r\nle samedi' });
        const { text } = await program.anybody.get(headers['location']!).expect(200);
        expect([time, text.includes('Vous nous avez signalé un problème le 27 mars 2026')]).toEqual([time, true]);
        expect([time, text.includes('<details')]).toEqual([time, false]);
      }
      expect(await events()).toMatchObject([
        { kind: 'disputed', who: 'client', reason: 'Un musicien manquait\nle samedi' },
      ]);
      const settled = { reason: 'Tous ont joué' };
      const path = `/api/v1/recovery/${publicId('inv', invoice.id)}/resolutions`;
      await finance.post(path).set('Idempotency-Key', 'settled').send(settled).expect(200);
      expect((await program.anybody.get(page)).text).toContain('<details>');
    });

    it('and nobody else can say it, nor of an invoice that is paid', async () => {
      const { headers } = await program.anybody
        .post('/c/unknown/invoice/disputes')
        .type('form')
        .send({ answer: 'dispute', text: 'Wrong' })
        .expect(303);
      await program.anybody.get(headers['location']!).expect(404);
      const note = finance.post(`/api/v1/invoices/${publicId('inv', invoice.id)}/credit-notes`);
      await note.set('Idempotency-Key', 'taken-back').send({ reason: 'Billed by mistake' }).expect(201);
      const before = (await events()).length;
      await send({ answer: 'dispute', text: 'Too late' });
      expect((await events()).length).toBe(before);
    });
  });

  it('imports a statement once and lists what waits for a person', async () => {
    const file = line('33.00', 'unknown');
    expect((await send(file, 'text/xml').expect(200)).body).toMatchObject({ lines: 1, new: 1, known: 0, open: 1 });
    expect((await send(file).expect(200)).body).toMatchObject({ lines: 1, new: 0, known: 1 });
    const { body } = await finance.get('/api/v1/bank/lines?state=open').expect(200);
    expect(body.items).toMatchObject([{ amount: { amount: '33.00' }, reason: 'unknown-reference' }]);
    await finance.get('/api/v1/bank/lines?state=lost').expect(400);
  });

  it('lets finance match a line once for each key, and not without one', async () => {
    const invoice = publicId('inv', (await issued()).id);
    await send(line('200.00', 'on account')).expect(200);
    const { body } = await finance.get('/api/v1/bank/lines?state=open').expect(200);
    const found = body.items.find((item: { text: string }) => item.text === 'on account');
    const match = () => finance.post(`/api/v1/bank/lines/${found.id}/match`).send({ invoice });
    await match().expect(400);
    expect((await match().set('Idempotency-Key', 'k1').expect(200)).body).toMatchObject({ state: 'explained' });
    const replayed = await match().set('Idempotency-Key', 'k1').expect(200);
    expect(replayed.headers['idempotent-replayed']).toBe('true');
    const other = await match().set('Idempotency-Key', 'k2').expect(409);
    expect(other.body.type).toBe('/problems/bank-line-cannot-match');
    const shown = await finance.get(`/api/v1/invoices/${invoice}`).expect(200);
    expect(shown.body).toMatchObject({ state: 'partly_paid', open: { amount: '1000.00' } });
  });

  it('tells what a notice announced, and what that will be', async () => {
    const iban = branch.entity.iban;
    const notice = noticeFile({
      iban,
      closing: '',
      entries: [{ amount: '3.00', text: 'told before', name: 'Divers' }],
    });
    const { body } = await send(notice).expect(200);
    expect(body).toMatchObject({
      kind: 'notice',
      lines: 1,
      new: 1,
      announced: 1,
      explained: 0,
      open: 0,
      statements: [],
    });
    const { items } = (await finance.get('/api/v1/bank/announced').expect(200)).body;
    expect(items).toMatchObject([
      { text: 'told before', amount: { amount: '3.00' }, expected: 'open', reason: 'unknown-reference', invoice: null },
    ]);
    await worker.get('/api/v1/bank/announced').expect(403);
  });

  it('answers a refused file with its line and reason, and keeps it', async () => {
    const foreign = statementFile({ iban: 'DE89370400440532013000', closing: '0.00', entries: [] });
    const { body } = await send(foreign).expect(422);
    expect(body).toMatchObject({ type: '/problems/bank-statement-refused', reason: 'unknown-account', line: null });
    const cut = await send(line('1.00', 'cut').slice(0, 300)).expect(422);
    expect(cut.body).toMatchObject({ reason: 'not-xml', line: expect.any(Number) });
    const kept = await finance.get('/api/v1/bank/statements/refused').expect(200);
    expect(kept.body.items.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining([body.file, cut.body.file]),
    );
    const sender = expect.stringMatching(/@.+\.example$/);
    expect(kept.body.items[0]).toMatchObject({ by: expect.stringMatching(/^acc_/), sender, at: expect.any(String) });
    const came = await finance.get(`/api/v1/bank/statements/${body.file}/file`).expect(200);
    expect((came.body as Buffer).toString()).toBe(foreign);
  });

  it('refuses what is no bank file at all', async () => {
    await finance.post('/api/v1/bank/statements').send({ file: 'x' }).expect(415);
    await program.anybody.post('/api/v1/bank/statements').set('Content-Type', 'text/xml').send('<a/>').expect(401);
  });

  it('keeps a file that is too large whole and sealed, once, and gives it back to the byte', async () => {
    const large = Buffer.from('<Document>0123456789abcdef</Document>'.repeat(620_000));
    const sha256 = createHash('sha256').update(large).digest('hex');
    const answers = [];
    for (const _time of [1, 2]) answers.push((await send(large).expect(413)).body);
    expect(answers[0]).toMatchObject({ reason: 'too-large', sha256, file: expect.stringMatching(/^stm_/) });
    expect(answers[1].file).toBe(answers[0].file);
    const { items } = (await finance.get('/api/v1/bank/statements/refused').expect(200)).body;
    const told = items.filter(({ reason }: { reason: string }) => reason === 'too-large');
    expect(told).toEqual([
      expect.objectContaining({ id: answers[0].file, by: expect.stringMatching(/^acc_/), line: null }),
    ]);
    expect(told[0].detail).toContain(sha256);
    const path = `/api/v1/bank/statements/${told[0].id}/file`;
    const { body, headers } = await finance.get(path).responseType('blob').expect(200);
    expect([Buffer.compare(body, large), headers['content-length']]).toEqual([0, String(large.length)]);
    const { parts, count } = await partsKept();
    expect([parts, count]).toEqual([Math.ceil(large.length / 1024 ** 2), 1]);
  });

  it('reads nothing of a large file before it knows who sends it, and keeps nothing where the connection is cut', async () => {
    const before = await partsKept();
    expect(await sendBegun({ megabytes: 30 })).toBe(401);
    expect(await sendBegun({ megabytes: 30, cookie: await cookie(), isCut: true })).toBe('cut');
    expect(await partsKept()).toEqual(before);
  });

  it('refuses what is larger than it keeps by what it says of itself', async () => {
    expect(await sendBegun({ megabytes: 201, cookie: await cookie() })).toBe(413);
  });

  const cookie = async (): Promise<string> => {
    const person = { email: 'finance@demo.example', password };
    const { headers } = await program.anybody.post('/api/v1/session').send(person).expect(201);
    return [headers['set-cookie']].flat()[0]!.split(';')[0]!;
  };

  /** Sends two megabytes of as many as it says; answers with the status, or that it cut the connection itself. */
  const sendBegun = async (sent: { megabytes: number; cookie?: string; isCut?: true }): Promise<number | 'cut'> => {
    const server = program.app.getHttpServer();
    if (!server.listening) await program.app.listen(0);
    const { port } = server.address() as AddressInfo;
    const headers = {
      'Content-Type': 'text/xml',
      'Content-Length': sent.megabytes * 1024 ** 2,
      Cookie: sent.cookie ?? '',
    };
    return new Promise((settle) => {
      const asked = request({ port, method: 'POST', path: '/api/v1/bank/statements', headers });
      asked.on('response', ({ statusCode }) => {
        asked.destroy();
        settle(statusCode!);
      });
      asked.on('error', () => settle('cut'));
      asked.write('x'.repeat(2 * 1024 ** 2), () => sent.isCut && asked.destroy());
    });
  };

  const partsKept = async (): Promise<{ parts: number; count: number }> => {
    const counted = `select (select count(*) from bank_file_part)::int as parts, (select count(*) from bank_file_large)::int as count`;
    const [row] = await managerOf(branch.database.reading).query<[{ parts: number; count: number }]>(counted);
    return row;
  };

  it('says that a mission is not held', async () => {
    const path = `/api/v1/invoices/held/${publicId('mis', branch.ids.newId())}/retry`;
    await finance.post(path).set('Idempotency-Key', 'k3').expect(404);
    expect((await finance.get('/api/v1/invoices/held').expect(200)).body).toEqual({ items: [] });
  });
});
