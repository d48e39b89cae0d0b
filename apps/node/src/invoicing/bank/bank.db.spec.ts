import fc from 'fast-check';
import type { Work } from '@passerelle/doors';
import { account, printPostings, transaction } from '@passerelle/ledger';
import { money, sum } from '@passerelle/values';
import { suspense } from './bank.service.js';
import { BankStore } from './bank.store.js';
import type { Imported } from './statements.service.js';
import { type Branch, followedMission, openBranch, withOwnEntity } from '../testing/branch.js';
import { type Entry, type StatementWish, noticeFile, statementFile } from '../testing/statement.js';

const saidOf = ({ kind, lines, fresh, known, announced }: Imported): string =>
  `${lines} lines, ${fresh} new, ${known} known${kind === 'notice' ? `, ${announced} announced` : ''}`;

const totalOf = (amounts: readonly string[]): string =>
  sum(
    amounts.map((amount) => money(amount, 'EUR')),
    'EUR',
  ).toDecimal();

/** An entry with these payments inside, which only a notice tells. */
const entryOfParts = (amounts: readonly string[], bankReference: string): Entry => ({
  amount: totalOf(amounts),
  bankReference,
  parts: amounts.map((amount, place) => ({ amount, bankReference: `${bankReference}-${place}`, text: 'for us' })),
});

/** The same files in an order that the chances decide. */
const shuffled = <T>(files: readonly T[], chances: readonly number[]): readonly T[] =>
  files
    .map((file, place) => ({ file, chance: chances[place % chances.length]! }))
    .sort((one, other) => one.chance - other.chance)
    .map(({ file }) => file);

const withoutIds = (text: string): string => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/ +/g, ' ');

describe('the bank', () => {
  let all: Branch;
  let branch: Branch;
  let before = 0n;
  beforeAll(async () => {
    all = await openBranch('FR');
  });
  afterAll(() => all.fresh.drop());
  beforeEach(async () => {
    branch = await withOwnEntity(all);
    before = (await all.facts.since(reading(), 0n, ['ClientPaid', 'BankCreditBooked'])).at(-1)?.position ?? 0n;
  });

  const reading = () => all.database.reading;
  const transact = <T>(use: (work: Work) => Promise<T>): Promise<T> => branch.database.transact(use);
  const fileOf = (closing: string, entries: readonly Entry[], wish: Partial<StatementWish> = {}) =>
    statementFile({ iban: branch.entity.iban, closing, entries, ...wish });
  const importFile = (file: string) =>
    transact((work) => branch.statements.import(work, Buffer.from(file), null)).then((imported) =>
      imported.ok ? saidOf(imported.value) : imported.refusal,
    );
  const balance = async (name: string) =>
    (await branch.books.balance(reading(), branch.entity.id, account(name), 'EUR')).posted.toString();
  const open = async () =>
    (await branch.bank.page(reading(), { after: null, limit: 500, state: 'open' })).filter(
      ({ entity }) => entity === branch.entity.id,
    );
  const factsOf = <K extends 'ClientPaid' | 'BankCreditBooked'>(kind: K) => all.facts.since(reading(), before, [kind]);
  const issued = async () => (await branch.invoices.ofMission(reading(), (await followedMission(branch)).id))!;
  const postingsOf = async (line: string) =>
    withoutIds(printPostings(await branch.books.postingsOf(reading(), `bank-line:${line}`)));

  it('books a credit and lets it pay the invoice it names to the cent', async () => {
    const invoice = await issued();
    const file = fileOf('1200.00', [{ amount: '1200.00', structured: invoice.reference.value, bankReference: 'B1' }]);
    expect(await importFile(file)).toBe('1 lines, 1 new, 0 known');
    const [fact] = await factsOf('ClientPaid');
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
    const [fact] = await factsOf('BankCreditBooked');
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
    expect(await factsOf('ClientPaid')).toEqual([]);
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
    const facts = await factsOf('ClientPaid');
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
    const unexplained = async () => (await new BankStore().open(reading())).out;
    const unexplainedBefore = await unexplained();
    await importFile(file);
    expect(await unexplained()).toBe(unexplainedBefore + 1);
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

  describe('a notice', () => {
    const wages: Entry[] = ['WAGE1', 'WAGE2'].map((endToEnd) => ({ amount: '-40.00', endToEnd, name: 'Lucas' }));

    it('books nothing, and is recognised when the statement comes', async () => {
      const { reference } = await issued();
      const entry: Entry = { amount: '1200.00', structured: reference.value, bankReference: 'B1' };
      expect(await importFile(noticeFor([entry]))).toBe('1 lines, 1 new, 0 known, 1 announced');
      expect(await importFile(noticeFor([entry], 'N2'))).toBe('1 lines, 0 new, 1 known, 1 announced');
      expect(await balance('bank')).toBe('0.00 EUR');
      expect(await factsOf('ClientPaid')).toEqual([]);
      const [announced] = await waiting();
      const expected = await branch.payments.expectationOf(reading(), announced!);
      expect(expected).toMatchObject({ kind: 'pays', invoice: { reference } });
      await importFile(fileOf('1200.00', [entry]));
      expect(await waiting()).toEqual([]);
      expect(await balance('bank')).toBe('1200.00 EUR');
      expect((await factsOf('ClientPaid')).map(({ body }) => body.open.amount)).toEqual(['0.00']);
    });

    it('says what a sum on the statement is made of, so that each payment finds its invoice', async () => {
      const { reference } = await issued();
      const parts: Entry[] = [
        { amount: '1200.00', structured: reference.value, bankReference: 'B1-1' },
        { amount: '300.00', text: 'for something else', bankReference: 'B1-2' },
      ];
      const sum: Entry = { amount: '1500.00', bankReference: 'B1', name: 'Divers' };
      await importFile(fileOf('1500.00', [sum]));
      expect(await factsOf('ClientPaid')).toEqual([]);
      expect(await importFile(noticeFor([{ ...sum, parts }]))).toBe('2 lines, 2 new, 0 known, 0 announced');
      const [whole] = (await branch.bank.page(reading(), { after: null, limit: 500, state: 'explained' })).filter(
        ({ entity, partOf }) => entity === branch.entity.id && partOf === null,
      );
      expect(await postingsOf(whole!.id)).toBe(
        [
          '2026-04-08 bank-line · From Divers',
          ' bank 1500.00 EUR',
          ' suspense 1500.00 EUR',
          '2026-04-08 bank-line-detailed · A notice tells of 2 payments in this line',
          ' suspense 1500.00 EUR',
          ' suspense 1200.00 EUR',
          ' suspense 300.00 EUR',
        ].join('\n'),
      );
      expect((await open()).map(({ amount, partOf }) => [amount.toDecimal(), partOf])).toEqual([['300.00', whole!.id]]);
      expect((await factsOf('ClientPaid')).map(({ body }) => body.amount.amount)).toEqual(['1200.00']);
      expect(await balance('bank')).toBe('1500.00 EUR');
      expect(await branch.books.check(reading())).toEqual([]);
    });

    it('shows that each of our transfers left in a sum', async () => {
      const transfers = await Promise.all(wages.map(({ endToEnd }) => ordered(endToEnd!)));
      const sum: Entry = { amount: '-80.00', bankReference: 'B9' };
      await importFile(noticeFor([{ ...sum, parts: wages }]));
      expect(await balance('bank.transit')).toBe('-80.00 EUR');
      await importFile(fileOf('-80.00', [sum]));
      expect(await balance('bank.transit')).toBe('0.00 EUR');
      const seen = await branch.transfers.several(
        reading(),
        transfers.map(({ id }) => id),
      );
      expect(seen.every(({ seenOn }) => seenOn !== null)).toBe(true);
      expect(await open()).toEqual([]);
    });

    it('leaves a line alone that somebody has explained', async () => {
      const { id: invoice } = await issued();
      const sum: Entry = { amount: '1200.00', bankReference: 'B1' };
      await importFile(fileOf('1200.00', [sum]));
      const [line] = await open();
      await transact((work) => branch.payments.match(work, { line: line!.id, invoice, keepExcess: false }));
      await importFile(noticeFor([{ ...sum, parts: [{ amount: '1000.00' }, { amount: '200.00' }] }]));
      expect([await open(), await waiting()]).toEqual([[], []]);
      expect(await balance('suspense')).toBe('0.00 EUR');
    });

    it.each([
      ['of another account', { iban: 'DE89370400440532013000' }, 'unknown-account'],
      ['in another currency', { currency: 'SEK' }, 'wrong-currency'],
    ])('%s is refused as a statement is', async (_, wish, kind) => {
      expect(await importFile(noticeFor([{ amount: '10.00' }], 'N1', wish))).toMatchObject({ kind });
      expect(await waiting()).toEqual([]);
    });

    it('and statements in any order and overlap bring each cent into the books once', async () => {
      const cents = fc.integer({ min: 1, max: 99_999 }).map((amount) => (amount / 100).toFixed(2));
      const truth = fc.array(fc.array(cents, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(truth, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), async (entries, chances) => {
          branch = await withOwnEntity(all);
          const money = entries.map((parts, place) => entryOfParts(parts, `B${place}`));
          for (const file of shuffled([...statementsOf(money), ...noticesOf(money)], chances)) await importFile(file);
          const total = totalOf(money.map(({ amount }) => amount));
          expect(await balance('bank')).toBe(`${total} EUR`);
          expect(await balance('suspense')).toBe(`-${total} EUR`);
          expect((await open()).map(({ amount }) => amount.toDecimal()).sort()).toEqual(entries.flat().sort());
          expect(await waiting()).toEqual([]);
        }),
        { numRuns: 6 },
      );
      expect(await all.books.check(reading())).toEqual([]);
    });
  });

  it.each([
    ['of another account', { iban: 'DE89370400440532013000' }, 'unknown-account'],
    ['in another currency', { currency: 'SEK' }, 'wrong-currency'],
    ['whose balances do not add up', { opening: '1.00' }, 'sums-differ'],
  ])('imports nothing of a file %s, and keeps it for a person', async (_, wish, kind) => {
    const file = fileOf('10.00', [{ amount: '10.00' }], wish);
    const answer = await transact((work) => branch.statements.import(work, Buffer.from(file), null));
    const refusal = answer.ok ? null : answer.refusal;
    expect(refusal).toMatchObject({ kind });
    const refused = await branch.statements.refused(reading(), 10);
    expect(refused.find((one) => one.file === refusal!.file)).toMatchObject({ reason: kind });
    expect(await balance('bank')).toBe('0.00 EUR');
    expect((await branch.statements.content(reading(), refusal!.file))!.toString()).toBe(file);
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

  const noticeFor = (entries: readonly Entry[], id = 'N1', wish: Partial<StatementWish> = {}) =>
    noticeFile({ iban: branch.entity.iban, closing: '', entries, id, ...wish });

  const waiting = async () =>
    (await branch.notices.waiting(reading(), 500)).filter(({ entity }) => entity === branch.entity.id);

  /** A day of its own for each entry, then all of it again; the statement knows only the sums. */
  const statementsOf = (entries: readonly Entry[]): readonly string[] =>
    [...entries.map((entry) => [entry]), entries].map((some, place) =>
      fileOf(
        totalOf(some.map(({ amount }) => amount)),
        some.map(({ parts: _, ...entry }) => entry),
        { id: `S${place}` },
      ),
    );

  /** All payments in one notice, and each entry again in one of its own. */
  const noticesOf = (entries: readonly Entry[]): readonly string[] =>
    [entries, ...entries.map((entry) => [entry])].map((some, place) => noticeFor(some, `N${place}`));

  const ordered = (reference: string) =>
    transact((work) => {
      const amount = money('40.00', 'EUR');
      const booking = transaction(entryOf('wage-ordered'))
        .debit(account('wages.payable', 'lucas'), amount)
        .credit(account('bank.transit'), amount)
        .mustBuild();
      const to = { name: 'Lucas', iban: 'FR76' };
      const cause = `payslip:${reference}` as const;
      return branch.transfers.order(work, { entity: branch.entity.id, reference, to, amount, cause }, booking);
    });

  const entryOf = (kind: string) => {
    const id = branch.ids.newId();
    const day = branch.cooperative.today(branch.entity);
    return { id, entity: branch.entity.id, day, kind, cause: `spec:${id}`, text: 'In a spec' } as const;
  };
});
