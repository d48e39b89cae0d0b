import { createHash } from 'node:crypto';
import { managerOf } from '@passerelle/doors';
import { type InvoiceDocument, readUbl } from '@passerelle/formats';
import { money } from '@passerelle/values';
import { readPdf } from '../../papers/testing/pdf-text.js';
import { type Invoice, openOf, stateOf } from './invoice.js';
import type { DocumentId } from '../papers/kept-paper.js';
import { PapersFollower } from '../papers/papers.follower.js';
import { type Branch, type Done, followedMission, openBranch } from '../testing/branch.js';

describe('papers of invoices and credit notes', () => {
  let branch: Branch;
  beforeAll(async () => {
    branch = await openBranch('FR');
    branch.runner.add(new PapersFollower(branch));
  });
  afterAll(() => branch.fresh.drop());

  const reading = () => branch.database.reading;
  const query = <T>(sql: string): Promise<T[]> => managerOf(reading()).query<T[]>(sql);
  const billed = async (done: Done = {}): Promise<Invoice> => {
    const { id } = await followedMission(branch, done);
    return (await branch.invoices.ofMission(reading(), id))!;
  };
  const crediting = (invoice: Invoice, changed: { net?: string; billAgain?: boolean } = {}) =>
    branch.database.transact((work) =>
      branch.creditNotes.issue(work, {
        invoice: invoice.id,
        net: changed.net === undefined ? null : money(changed.net, 'EUR'),
        reason: 'Billed to the wrong theatre',
        billAgain: changed.billAgain ?? false,
        by: branch.ids.newId(),
      }),
    );
  const credited = async (invoice: Invoice, changed: Parameters<typeof crediting>[1] = {}) => {
    const answer = await crediting(invoice, changed);
    if (!answer.ok) throw new Error(answer.refusal.kind);
    return answer.value;
  };
  const lettersTo = async (email: string): Promise<string[]> => {
    const rows = await query<{ text: string }>(
      `select letter->>'text' as text from mail where letter->>'to' = '${email}'`,
    );
    return rows.map(({ text }) => text);
  };
  const bytes = async (document: DocumentId, form: 'xml' | 'pdf'): Promise<Buffer> => {
    const [row] = await query<{ content: Buffer; sha256: Buffer }>(
      `select content, sha256 from invoice_paper where document = '${document}' and form = '${form}'`,
    );
    expect(row!.sha256).toEqual(createHash('sha256').update(row!.content).digest());
    return row!.content;
  };
  const document = async (id: DocumentId): Promise<InvoiceDocument> => {
    const read = readUbl((await bytes(id, 'xml')).toString('utf8'));
    if (!read.ok) throw new Error(read.refusal.detail);
    return read.value;
  };

  it('reach the client by a letter each with a link to the page of the invoice, and why something is taken back', async () => {
    const email = 'regie@canal.example';
    const invoice = await billed({ client: { email } });
    await credited(invoice, { net: '100.00' });
    await branch.runner.drain();
    const letters = await lettersTo(email);
    expect(letters).toEqual([expect.stringContaining(invoice.number), expect.stringContaining('CN-2026-')]);
    expect(letters[1]!.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(/: 120,00 €\n.+: .+\n/);
    expect(letters[0]).toMatch(/^http:\/\/localhost:8080\/c\/[\w-]{43}\/invoice$/m);
  });

  it('keeps what it bills for programs and for people, with the same amounts', async () => {
    const invoice = await billed();
    const kept = await document(invoice.id);
    expect([kept.number, kept.totals.due.toString(), kept.contract]).toEqual([
      invoice.number,
      '1200.00 EUR',
      expect.stringMatching(/^be-2026-/),
    ]);
    const pages = readPdf(await bytes(invoice.id, 'pdf')).pages.flat();
    expect(pages).toEqual(expect.arrayContaining(['Facture', invoice.number, 'Two concerts']));
  });

  it('draws the same pages for a reader who comes before the follower', async () => {
    const invoice = await billed();
    const kept = await bytes(invoice.id, 'pdf');
    const again = await branch.papers.paper(reading(), invoice.id, 'pdf', invoice.buyer);
    expect(again!.content.equals(kept)).toBe(true);
  });

  it('takes an invoice back by a document that names it, and owes the client nothing', async () => {
    const invoice = await billed();
    const note = await credited(invoice);
    await branch.runner.drain();
    expect(note.number).toMatch(/^CN-2026-\d{4}$/);
    const kept = await document(note.id);
    expect(kept).toMatchObject({ kind: 'credit-note', preceding: [{ number: invoice.number }] });
    expect(kept.totals.due.toString()).toBe('1200.00 EUR');
    expect(readPdf(await bytes(note.id, 'pdf')).pages.flat()).toContain('Billed to the wrong theatre');
    const now = (await branch.invoices.find(reading(), invoice.id))!;
    expect([stateOf(now), openOf(now).isZero()]).toEqual(['credited', true]);
    const facts = await branch.facts.since(reading(), 0n, ['CreditNoteIssued']);
    expect(facts.at(-1)!.body).toMatchObject({ creditNote: note.id, open: { amount: '0.00' } });
    expect(await crediting(invoice)).toMatchObject({ refusal: { kind: 'taken-back' } });
  });

  it('numbers credit notes without a gap, apart from invoices, also when two are made at once', async () => {
    const invoices = [await billed(), await billed(), await billed()];
    await Promise.all(invoices.map((invoice) => credited(invoice, { net: '100.00' })));
    const notes = await query<{ ordinal: number }>('select ordinal from credit_note order by ordinal');
    expect(notes.map(({ ordinal }) => ordinal)).toEqual(notes.map((_, index) => index + 1));
    const numbers = await query<{ ordinal: number }>('select ordinal from invoice order by ordinal');
    expect(numbers.map(({ ordinal }) => ordinal)).toEqual(numbers.map((_, index) => index + 1));
  });

  it('takes back no more than was billed when two take back at once', async () => {
    const invoice = await billed();
    const answers = await Promise.all([crediting(invoice, { net: '600.00' }), crediting(invoice, { net: '600.00' })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const now = (await branch.invoices.find(reading(), invoice.id))!;
    expect(openOf(now).toString()).toBe('480.00 EUR');
  });

  it('bills a mission anew once its invoice is taken back and what was wrong is mended', async () => {
    const invoice = await billed();
    expect(await crediting(invoice, { net: '1.00', billAgain: true })).toMatchObject({
      refusal: { kind: 'part-stays-billed' },
    });
    await credited(invoice, { billAgain: true });
    expect(await branch.invoices.held(reading())).toMatchObject([{ mission: invoice.mission, reason: 'taken-back' }]);
    const retried = await branch.database.transact((work) => branch.invoices.retry(work, invoice.mission));
    expect(retried).toMatchObject({ ok: true, value: { replaces: invoice.id } });
    expect(await branch.invoices.ofMission(reading(), invoice.mission)).toMatchObject({ replaces: invoice.id });
    const twice = await branch.database.transact((work) => branch.invoices.issueOrHold(work, invoice.mission, null));
    expect(twice).toMatchObject({ ok: true, value: { replaces: invoice.id } });
  });

  it('holds what no program would take as an invoice, by the rule it breaks, and loses no number', async () => {
    const before = await query('select 1 from invoice');
    const client = { name: ' Théâtre', address: { ...branch.entity.address, town: '' } };
    const { id } = await followedMission(branch, { client });
    expect(await branch.invoices.ofMission(reading(), id)).toBeNull();
    const held = (await branch.invoices.held(reading())).find(({ mission }) => mission === id);
    expect(held).toMatchObject({ reason: 'not-a-document', detail: expect.stringContaining('R008') });
    await billed();
    const [{ ordinal }] = (await query<{ ordinal: number }>('select max(ordinal) as ordinal from invoice')) as [
      { ordinal: number },
    ];
    expect(ordinal).toBe(before.length + 1);
  });

  it('never changes a paper or a credit note', async () => {
    for (const sql of [
      'update invoice_paper set content = content',
      'delete from invoice_paper',
      'update credit_note set reason = reason',
    ])
      await expect(query(sql)).rejects.toThrow('only added');
    const forged = `insert into invoice_paper select gen_random_uuid(), form, made_at, sha256, content || '\\x00'
      from invoice_paper limit 1`;
    await expect(query(forged)).rejects.toThrow('check constraint');
  });
});
