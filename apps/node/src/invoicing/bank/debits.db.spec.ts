import type { Work } from '@passerelle/doors';
import { account, printPostings } from '@passerelle/ledger';
import { money } from '@passerelle/values';
import type { ClientId } from '../../clients/client.js';
import type { BankLine, BankLineId } from './bank-line.js';
import type { DebitKind } from './debit.js';
import { type Branch, followedMission, openBranch, withOwnEntity } from '../testing/branch.js';
import { type Entry, statementFile } from '../testing/statement.js';

const withoutIds = (text: string): string => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/ +/g, ' ');

describe('money that left without an order', () => {
  let all: Branch;
  let branch: Branch;
  let finance: string;
  let before = 0n;
  beforeAll(async () => {
    all = await openBranch('FR');
    finance = all.ids.newId();
  });
  afterAll(() => all.fresh.drop());
  beforeEach(async () => {
    branch = await withOwnEntity(all);
    before = (await all.facts.since(reading(), 0n, ['DebitExplained', 'DebitReturned'])).at(-1)?.position ?? 0n;
  });

  const reading = () => all.database.reading;
  const transact = <T>(use: (work: Work) => Promise<T>): Promise<T> => branch.database.transact(use);
  const balance = async (name: string) =>
    (await branch.books.balance(reading(), branch.entity.id, account(name), 'EUR')).posted.toString();
  const booked = async (...entries: Entry[]): Promise<readonly BankLine[]> => {
    const known = new Set((await lines()).map(({ id }) => id));
    const total = entries.reduce((sum, { amount }) => sum.plus(money(amount, 'EUR')), money('0.00', 'EUR'));
    const wish = { iban: branch.entity.iban, closing: total.toDecimal(), entries, id: branch.ids.newId() };
    await transact((work) => branch.statements.import(work, Buffer.from(statementFile(wish)), null));
    const fresh = (await lines()).filter(({ id }) => !known.has(id));
    return entries.map(({ amount }) => {
      const place = fresh.findIndex((line) => line.amount.equals(money(amount, 'EUR')));
      return fresh.splice(place, 1)[0]!;
    });
  };
  const lines = async () =>
    (await branch.bank.page(reading(), { after: null, limit: 500, state: 'all' })).filter(
      ({ entity }) => entity === branch.entity.id,
    );
  const open = async () => (await lines()).filter(({ explainedBy }) => explainedBy === null).length;
  const say = ({ id }: BankLine, kind: DebitKind, client: ClientId | null = null) =>
    transact((work) => branch.debits.explain(work, id, { kind, client, text: 'As the bank wrote', by: finance }));
  const comesBack = (credit: BankLine, debit: BankLine) =>
    transact((work) => branch.debits.comeBack(work, { line: credit.id, debit: debit.id, by: finance }));
  const claims = async () => {
    const claimed = await branch.debits.claimed(reading());
    return claimed.filter(({ entity }) => entity === branch.entity.id).map(({ id }) => id);
  };
  const postingsOf = async (line: BankLineId) =>
    withoutIds(printPostings(await branch.books.postingsOf(reading(), `bank-line:${line}`)));
  const kindOf = (answer: Awaited<ReturnType<typeof say>> | Awaited<ReturnType<typeof comesBack>>) =>
    answer.ok ? 'done' : answer.refusal.kind;

  it('is booked as what a person says it was, in one transaction with the fact, and waits for nobody any more', async () => {
    const [fee] = await booked({ amount: '-12.50', name: 'La Banque', text: 'FRAIS T1' });
    expect(await open()).toBe(1);
    expect(kindOf(await say(fee!, 'bank-fee'))).toBe('done');
    expect(await open()).toBe(0);
    expect(await postingsOf(fee!.id)).toBe(
      [
        '2026-04-08 bank-line · To La Banque · FRAIS T1',
        ' suspense 12.50 EUR',
        ' bank 12.50 EUR',
        '2026-04-08 debit-bank-fee · As the bank wrote',
        ' bank.fees 12.50 EUR',
        ' suspense 12.50 EUR',
      ].join('\n'),
    );
    const facts = await all.facts.since(reading(), before, ['DebitExplained']);
    expect(facts.map(({ subject, body }) => [subject, body.kind, body.amount.amount])).toEqual([
      [fee!.id, 'bank-fee', '12.50'],
    ]);
    const said = (await branch.debits.of(reading(), [fee!.id])).get(fee!.id)!;
    expect(said.explanations).toMatchObject([{ kind: 'bank-fee', text: 'As the bank wrote', by: finance }]);
    expect(await branch.books.check(reading())).toEqual([]);
  });

  it('is explained by one of two people who say it at the same time', async () => {
    const [line] = await booked({ amount: '-12.50' });
    const answers = await Promise.all([say(line!, 'bank-fee'), say(line!, 'interest')]);
    expect(answers.map(kindOf).sort()).toEqual(['debit-explained', 'done']);
    expect(await balance('suspense')).toBe('0.00 EUR');
  });

  it('that is claimed back stays among the claims until the bank has given back all of it', async () => {
    const [taken] = await booked({ amount: '-100.00', name: 'Nobody we know' });
    await say(taken!, 'claimed-back');
    expect([await claims(), await balance(`bank.claim:${taken!.id}`)]).toEqual([[taken!.id], '100.00 EUR']);
    const [part, rest, more] = await booked({ amount: '60.00' }, { amount: '40.00' }, { amount: '1.00' });
    expect(kindOf(await comesBack(part!, taken!))).toBe('done');
    expect(await claims()).toEqual([taken!.id]);
    expect(kindOf(await comesBack(part!, taken!))).toBe('line-explained');
    expect(kindOf(await comesBack(rest!, taken!))).toBe('done');
    expect([await claims(), await balance(`bank.claim:${taken!.id}`)]).toEqual([[], '0.00 EUR']);
    expect(kindOf(await comesBack(more!, taken!))).toBe('not-claimed');
    const facts = await all.facts.since(reading(), before, ['DebitReturned']);
    expect(facts.map(({ subject, body }) => [subject, body.amount.amount])).toEqual([
      [taken!.id, '60.00'],
      [taken!.id, '40.00'],
    ]);
    expect(await branch.books.check(reading())).toEqual([]);
  });

  it('that the bank does not give back is said to be something else, for what is left of it', async () => {
    const [taken] = await booked({ amount: '-100.00' });
    await say(taken!, 'claimed-back');
    expect(kindOf(await say(taken!, 'claimed-back'))).toBe('claimed-already');
    const [part] = await booked({ amount: '60.00' });
    await comesBack(part!, taken!);
    expect(kindOf(await say(taken!, 'purchase'))).toBe('done');
    expect([await claims(), await balance('purchases'), await balance(`bank.claim:${taken!.id}`)]).toEqual([
      [],
      '40.00 EUR',
      '0.00 EUR',
    ]);
    expect(kindOf(await say(taken!, 'interest'))).toBe('debit-explained');
  });

  it('was a refund only to a client who has so much with us', async () => {
    const { id, client, reference } = (await branch.invoices.ofMission(reading(), (await followedMission(branch)).id))!;
    const [paid, back, again] = await booked(
      { amount: '1300.00', text: reference.value },
      { amount: '-80.00' },
      { amount: '-80.00' },
    );
    expect(kindOf(await say(back!, 'client-refund', client))).toBe('more-than-credit');
    await transact((work) => branch.payments.match(work, { line: paid!.id, invoice: id, keepExcess: true }));
    const credit = async () =>
      (await branch.credits.all(reading()))
        .filter(({ client: { entity } }) => entity === branch.entity.id)
        .map(({ credit: has }) => has.toString());
    expect(await credit()).toEqual(['100.00 EUR']);
    const answers = await Promise.all([back, again].map((line) => say(line!, 'client-refund', client)));
    expect(answers.map(kindOf).sort()).toEqual(['done', 'more-than-credit']);
    expect(await credit()).toEqual(['20.00 EUR']);
  });

  it('is not said of money that came in, nor of a line that nobody knows', async () => {
    const [credit] = await booked({ amount: '10.00' });
    expect(kindOf(await say(credit!, 'interest'))).toBe('not-money-out');
    expect(kindOf(await say({ ...credit!, id: branch.ids.newId() as BankLineId }, 'interest'))).toBe('no-such-line');
  });
});
