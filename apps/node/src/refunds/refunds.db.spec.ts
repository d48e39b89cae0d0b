import type { Work } from '@passerelle/doors';
import { account, printPostings } from '@passerelle/ledger';
import { money } from '@passerelle/values';
import type { ClientId } from '../clients/client.js';
import { type Branch, followedMission, openBranch, withOwnEntity } from '../invoicing/testing/branch.js';
import { type Entry, statementFile } from '../invoicing/testing/statement.js';
import { PayeesOfRefunds } from './payees-of-refunds.service.js';
import { causeOf } from './refund.js';
import { Refunds } from './refunds.service.js';
import { RefundsStore } from './refunds.store.js';

const iban = 'FR7630006000011234567890189';
const withoutIds = (text: string): string => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/ +/g, ' ');

describe('what a client has with us', () => {
  let all: Branch;
  let branch: Branch;
  let refunds: Refunds;
  let client: ClientId;
  const store = new RefundsStore();
  beforeAll(async () => {
    all = await openBranch('FR');
  });
  afterAll(() => all.fresh.drop());
  beforeEach(async () => {
    branch = await withOwnEntity(all);
    refunds = new Refunds({ ...branch, store });
    client = await paidTooMuch('1500.00');
  });

  const reading = () => all.database.reading;
  const transact = <T>(use: (work: Work) => Promise<T>): Promise<T> => branch.database.transact(use);
  const importOf = (...entries: Entry[]) => {
    const total = entries.reduce((sum, { amount }) => sum.plus(money(amount, 'EUR')), money('0.00', 'EUR'));
    const file = statementFile({
      iban: branch.entity.iban,
      closing: total.toDecimal(),
      entries,
      id: branch.ids.newId(),
    });
    return transact((work) => branch.statements.import(work, Buffer.from(file), null));
  };
  /** An invoice of 1 200.00 is paid with more, and the rest is kept for the client. */
  const paidTooMuch = async (amount: string): Promise<ClientId> => {
    const invoice = (await branch.invoices.ofMission(reading(), (await followedMission(branch)).id))!;
    await importOf({ amount });
    const [line] = (await branch.bank.page(reading(), { after: null, limit: 100, state: 'open' })).filter(
      ({ entity }) => entity === branch.entity.id,
    );
    await transact((work) => branch.payments.match(work, { line: line!.id, invoice: invoice.id, keepExcess: true }));
    return invoice.client;
  };
  const order = (amount: string, currency: 'EUR' | 'SEK' = 'EUR', of: ClientId = client) =>
    transact((work) =>
      refunds.order(work, {
        client: of,
        amount: money(amount, currency),
        iban,
        reason: 'Invoice 2026-0001 was paid twice',
        by: all.ids.newId(),
      }),
    );
  const answer = async (ordering: ReturnType<typeof order>) => {
    const ordered = await ordering;
    return ordered.ok ? 'ordered' : ordered.refusal.kind;
  };
  const credit = async () =>
    (
      await branch.books.balance(reading(), branch.entity.id, account('client.credit', client), 'EUR')
    ).posted.toString();

  it('goes back by a transfer that waits for the bank like any other, to the account that was said', async () => {
    const ordered = await order('300.00');
    if (!ordered.ok) throw new Error(ordered.refusal.kind);
    const { refund, transfer } = ordered.value;
    expect(await credit()).toBe('0.00 EUR');
    expect(withoutIds(printPostings(await branch.books.postingsOf(reading(), causeOf(refund))))).toBe(
      [
        '2026-03-27 client-refund-ordered · Invoice 2026-0001 was paid twice',
        ' client.credit:… 300.00 EUR',
        ' bank.transit 300.00 EUR',
      ].join('\n'),
    );
    const payees = await new PayeesOfRefunds(store, branch.clients).payees(reading(), [refund.id]);
    expect([...payees.values()]).toEqual([
      { to: { name: 'Théâtre de Lille', iban }, text: 'Invoice 2026-0001 was paid twice' },
    ]);
    await importOf({ amount: '-300.00', endToEnd: transfer.reference });
    expect((await refunds.find(reading(), refund.id))!.transfer.seenOn).not.toBeNull();
    expect((await branch.facts.since(reading(), 0n, ['ClientRefunded'])).at(-1)!.body).toEqual({
      refund: refund.id,
      client,
      amount: { amount: '300.00', currency: 'EUR' },
    });
    expect(await branch.books.check(reading())).toEqual([]);
  });

  it('goes back once, however many people order it', async () => {
    const answers = await Promise.all([answer(order('200.00')), answer(order('200.00'))]);
    expect(answers.sort()).toEqual(['more-than-credit', 'ordered']);
    expect(await credit()).toBe('-100.00 EUR');
    const mine = (await refunds.page(reading(), { after: null, limit: 50 })).filter(
      ({ client: { id } }) => id === client,
    );
    expect(mine.map(({ refund }) => refund.amount.toString())).toEqual(['200.00 EUR']);
  });

  it.each([
    ['nothing', '0.00', 'EUR', 'not-positive'],
    ['another currency', '10.00', 'SEK', 'another-currency'],
    ['more than it has', '300.01', 'EUR', 'more-than-credit'],
  ] as const)('is not sent back as %s', async (_, amount, currency, refusal) => {
    expect(await answer(order(amount, currency))).toBe(refusal);
    expect(await credit()).toBe('-300.00 EUR');
  });

  it('is nothing of a client that nobody knows', async () => {
    expect(await answer(order('1.00', 'EUR', all.ids.newId() as ClientId))).toBe('no-such-client');
  });
});
