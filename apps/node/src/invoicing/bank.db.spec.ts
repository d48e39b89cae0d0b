import { type Work, managerOf } from '@passerelle/doors';
import { account, printPostings, transaction } from '@passerelle/ledger';
import { money } from '@passerelle/values';
import { suspense } from './bank.service.js';
import { type Branch, followedMission, openBranch } from './testing/branch.js';
import { type Entry, type StatementWish, statementFile } from './testing/statement.js';

const withoutIds = (text: string): string => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/ +/g, ' ');

describe('the bank', () => {
  let branch: Branch;
  beforeEach(async () => {
    branch = await openBranch('FR');
  });
  afterEach(() => branch.fresh.drop());

  const reading = () => branch.database.reading;
  const transact = <T>(use: (work: Work) => Promise<T>): Promise<T> => branch.database.transact(use);
  const fileOf = (closing: string, entries: readonly Entry[], wish: Partial<StatementWish> = {}) =>
    statementFile({ iban: branch.entity.iban, closing, entries, ...wish });
  const importFile = (file: string) =>
    transact((work) => branch.statements.import(work, Buffer.from(file), null)).then((imported) =>
      imported.ok
        ? `${imported.value.lines} lines, ${imported.value.fresh} new, ${imported.value.known} known`
        : imported.refusal,
    );
  const balance = async (name: string) =>
    (await branch.books.balance(reading(), branch.entity.id, account(name), 'EUR')).posted.toString();
  const open = () => branch.bank.page(reading(), { after: null, limit: 50, state: 'open' });
  const issued = async () => (await branch.invoices.ofMission(reading(), (await followedMission(branch)).id))!;
  const postingsOf = async (line: string) =>
    withoutIds(printPostings(await branch.books.postingsOf(reading(), `bank-line:${line}`)));

  it('books a credit and lets it pay the invoice it names to the cent', async () => {
    const invoice = await issued();
    const file = fileOf('1200.00', [{ amount: '1200.00', structured: invoice.reference.value, bankReference: 'B1' }]);
    expect(await importFile(file)).toBe('1 lines, 1 new, 0 known');
    const [fact] = await branch.facts.since(reading(), 0n, ['ClientPaid']);
    expect(fact!.body).toMatchObject({
      invoice: invoice.id,
      mission: invoice.mission,
      amount: { amount: '1200.00', currency: 'EUR' },
      open: { amount: '0.00', currency: 'EUR' },
    });
    expect(await postingsOf(fact!.body.statementLine)).toBe(
      [
        '2026-04-08 bank-line · From THEATRE DE LILLE · ' + invoice.reference.value,
        ' bank 1200.00 EUR',
        ' suspense 1200.00 EUR',
        '2026-04-08 client-paid · Théâtre de Lille pays invoice 2026-0001',
        ' suspense 1200.00 EUR',
        ' client:… 1200.00 EUR',
      ].join('\n'),
    );
    expect(await open()).toEqual([]);
    expect(await branch.books.check(reading())).toEqual([]);
  });

  it('changes nothing for the same file, or for the same lines in a longer one', async () => {
    const first: Entry = { amount: '10.00', bankReference: 'B1' };
    await importFile(fileOf('10.00', [first]));
    expect(await importFile(fileOf('10.00', [first]))).toBe('1 lines, 0 new, 1 known');
    const longer = fileOf('15.00', [first, { amount: '5.00', bankReference: 'B2' }], { id: 'S2' });
    expect(await importFile(longer)).toBe('2 lines, 1 new, 1 known');
    expect(await balance('bank')).toBe('15.00 EUR');
  });

  it('keeps two equal payments of a day apart, with and without a reference of the bank', async () => {
    const twins: Entry[] = [{ amount: '10.00' }, { amount: '10.00' }];
    expect(await importFile(fileOf('20.00', twins))).toBe('2 lines, 2 new, 0 known');
    expect(await importFile(fileOf('20.00', twins, { id: 'S2' }))).toBe('2 lines, 0 new, 2 known');
  });

  it('imports a file once when it is sent twice at the same time', async () => {
    const file = fileOf('10.00', [{ amount: '10.00', bankReference: 'B1' }]);
    const answers = await Promise.all([importFile(file), importFile(file)]);
    expect(new Set(answers)).toEqual(new Set(['1 lines, 0 new, 1 known', '1 lines, 1 new, 0 known']));
    expect(await balance('bank')).toBe('10.00 EUR');
  });

  it('tells later rooms of every credit, with all that may be its reference', async () => {
    await importFile(fileOf('7.00', [{ amount: '7.00', endToEnd: 'MZXW6YTBOI2DKNRXGAYTCMRTGQ', text: 'cycle april' }]));
    const [fact] = await branch.facts.since(reading(), 0n, ['BankCreditBooked']);
    expect(fact!.body).toMatchObject({
      entity: branch.entity.id,
      reference: 'MZXW6YTBOI2DKNRXGAYTCMRTGQ',
      amount: { amount: '7.00', currency: 'EUR' },
    });
    const found = await branch.bank.withReference(reading(), branch.entity.id, 'mzxw6ytboi2dknrxgaytcmrtgq');
    expect(found.map(({ id }) => id)).toEqual([fact!.body.line]);
  });

  it('lets a part payment and an over-payment wait, with the invoice as a proposal', async () => {
    const { reference } = await issued();
    await importFile(fileOf('200.00', [{ amount: '200.00', structured: reference.value }]));
    const [line] = await open();
    const question = await branch.payments.questionOf(reading(), line!);
    expect(question).toMatchObject({
      reason: 'part-payment',
      proposals: [{ reasons: ['same-reference', 'same-name'] }],
    });
    expect(await balance('suspense')).toBe('-200.00 EUR');
    expect(await branch.facts.since(reading(), 0n, ['ClientPaid'])).toEqual([]);
  });

  it('books what a person says of it: a part, then more than is open, which is refused until she keeps the rest', async () => {
    const invoice = await issued();
    await importFile(
      fileOf('1500.00', [
        { amount: '200.00', text: 'on account' },
        { amount: '1300.00', text: 'the rest' },
      ]),
    );
    const lines = await open();
    const [part, rest] = ['200.00', '1300.00'].map((amount) =>
      lines.find((line) => line.amount.equals(money(amount, 'EUR'))),
    );
    const match = (line: typeof part, keepExcess = false) =>
      transact((work) => branch.payments.match(work, { line: line!.id, invoice: invoice.id, keepExcess }));
    expect((await match(part)).ok).toBe(true);
    expect(await match(part)).toMatchObject({ ok: false, refusal: { kind: 'line-explained' } });
    expect(await match(rest)).toMatchObject({ refusal: { kind: 'more-than-open', open: money('1000.00', 'EUR') } });
    expect((await match(rest, true)).ok).toBe(true);
    expect(await balance(`client:${invoice.client}`)).toBe('0.00 EUR');
    expect(await balance(`client.credit:${invoice.client}`)).toBe('-300.00 EUR');
    expect(await balance('suspense')).toBe('0.00 EUR');
    const facts = await branch.facts.since(reading(), 0n, ['ClientPaid']);
    expect(facts.map(({ body }) => [body.amount.amount, body.open.amount])).toEqual([
      ['200.00', '1000.00'],
      ['1000.00', '0.00'],
    ]);
  });

  it('lets only one of two people explain a line', async () => {
    const [one, other] = [await issued(), await issued()];
    await importFile(fileOf('1200.00', [{ amount: '1200.00', name: 'Somebody' }]));
    const [line] = await open();
    const answers = await Promise.all(
      [one, other].map(({ id }) =>
        transact((work) => branch.payments.match(work, { line: line!.id, invoice: id, keepExcess: false })),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balance('suspense')).toBe('0.00 EUR');
  });

  it('sees an ordered transfer leave the account, and alarms about money that nobody sent', async () => {
    const amount = money('402.48', 'EUR');
    const cause = 'payslip:1' as const;
    const order = {
      entity: branch.entity.id,
      reference: 'WAGE 0001',
      to: { name: 'Lucas', iban: 'FR76' },
      amount,
      cause,
    };
    const book = () =>
      transaction({ ...entryOf('wage-ordered'), cause })
        .debit(account('wages.payable', 'lucas'), amount)
        .credit(account('bank.transit'), amount)
        .mustBuild();
    const ordered = await transact((work) => branch.transfers.order(work, order, book()));
    expect(await transact((work) => branch.transfers.order(work, order, book()))).toEqual(ordered);
    expect(await balance('bank.transit')).toBe('-402.48 EUR');
    const file = fileOf('-452.48', [
      { amount: '-402.48', endToEnd: 'WAGE0001', name: 'Lucas' },
      { amount: '-50.00', name: 'Nobody we know' },
    ]);
    await importFile(file);
    expect(await balance('bank.transit')).toBe('0.00 EUR');
    expect((await branch.transfers.causedBy(reading(), cause))!.seenOn).not.toBeNull();
    const [unknown, ...others] = await open();
    expect(others).toEqual([]);
    expect(unknown!.counterparty.name).toBe('Nobody we know');
    expect((await branch.payments.questionOf(reading(), unknown!)).reason).toBe('no-instruction');
  });

  it('refuses to order the same cause with another amount', async () => {
    const order = (text: string) =>
      transact((work) => {
        const amount = money(text, 'EUR');
        const to = { name: 'Lucas', iban: 'FR76' };
        const booking = transaction(entryOf('wage-ordered'))
          .debit(account('wages.payable', 'lucas'), amount)
          .credit(account('bank.transit'), amount)
          .mustBuild();
        const wanted = { entity: branch.entity.id, reference: 'W1', to, amount, cause: 'payslip:2' as const };
        return branch.transfers.order(work, wanted, booking);
      });
    await order('10.00');
    await expect(order('11.00')).rejects.toThrow('was ordered as 10.00 EUR');
  });

  it('lets a later room explain a line once, and only all of it', async () => {
    await importFile(fileOf('7.00', [{ amount: '7.00', endToEnd: 'LEG1' }]));
    const [line] = await open();
    const explain = (text: string) =>
      transact((work) => {
        const amount = money(text, 'EUR');
        const closing = transaction(entryOf('leg-received'))
          .debit(suspense, amount)
          .credit(account('clearing'), amount);
        return branch.bank.explain(work, line!.id, closing.mustBuild());
      });
    await expect(explain('6.00')).rejects.toThrow('takes 6.00 EUR out of suspense');
    expect((await explain('7.00')).ok).toBe(true);
    expect(await explain('7.00')).toMatchObject({ ok: false, refusal: { kind: 'line-explained' } });
    expect(await balance('clearing')).toBe('-7.00 EUR');
  });

  it.each([
    ['of another account', { iban: 'DE89370400440532013000' }, 'unknown-account'],
    ['in another currency', { currency: 'SEK' }, 'wrong-currency'],
    ['whose balances do not add up', { opening: '1.00' }, 'sums-differ'],
  ])('imports nothing of a file %s, and keeps it for a person', async (_, wish, kind) => {
    const file = fileOf('10.00', [{ amount: '10.00' }], wish);
    expect(await importFile(file)).toMatchObject({ kind });
    expect(await branch.statements.refused(reading(), 10)).toMatchObject([{ reason: kind }]);
    expect(await balance('bank')).toBe('0.00 EUR');
    const [kept] = await managerOf(reading()).query<{ content: Buffer }[]>('select content from bank_file');
    expect(kept!.content.toString()).toBe(file);
  });

  it('says where a truncated file ends and that another kind of file is none of ours', async () => {
    const file = fileOf('10.00', [{ amount: '10.00' }]);
    expect(await importFile(file.slice(0, 400))).toMatchObject({ kind: 'not-xml', line: expect.any(Number) });
    expect(await importFile(file.replace('camt.053.001.08', 'pain.001.001.09'))).toMatchObject({
      kind: 'wrong-format',
    });
    expect(await importFile(file.replace('THEATRE', '&#0;'))).toMatchObject({
      kind: 'not-text',
      line: expect.any(Number),
    });
    expect(await importFile('')).toMatchObject({ kind: 'not-xml' });
  });

  const entryOf = (kind: string) => {
    const id = branch.ids.newId();
    const day = branch.cooperative.today(branch.entity);
    return { id, entity: branch.entity.id, day, kind, cause: `spec:${id}`, text: 'In a spec' } as const;
  };
});
