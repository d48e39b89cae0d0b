import { managerOf } from '@passerelle/doors';
import { account, printPostings } from '@passerelle/ledger';
import { type PlainDate, day, money } from '@passerelle/values';
import type { Invoice } from '../invoicing/invoices/invoice.js';
import { type Branch, followedMission, openBranch } from '../invoicing/testing/branch.js';
import { statementFile } from '../invoicing/testing/statement.js';
import { stateOf } from './recovery.js';
import { RecoveryFollower } from './recovery.follower.js';
import { Recovery } from './recovery.service.js';
import { RecoveryStore } from './recovery.store.js';

describe('clients who do not pay', () => {
  let branch: Branch;
  let recovery: Recovery;
  beforeAll(async () => {
    branch = await openBranch('FR');
    recovery = new Recovery({ ...branch, store: new RecoveryStore() });
    branch.runner.add(new RecoveryFollower(recovery));
    const decided = {
      policy: 'reminderDays',
      from: day('2026-01-01'),
      value: '7 21 35',
      decision: 'assembly',
    } as const;
    await branch.database.transact((work) =>
      branch.cooperative.decide(work, { ...decided, entity: branch.entity.id }, null),
    );
  });
  beforeEach(() => (branch.clock.at = '2026-03-27'));
  afterAll(() => branch.fresh.drop());

  const reading = () => branch.database.reading;
  /** Due on 26 April, thirty days after it was issued; each client has an address of her own. */
  const billed = async (email: string): Promise<Invoice> =>
    (await branch.invoices.ofMission(reading(), (await followedMission(branch, { client: { email } })).id))!;
  const dawn = async (date: string): Promise<void> => {
    branch.clock.at = date;
    const body = { date: date as PlainDate };
    await branch.database.transact((work) => branch.facts.record(work, { kind: 'DayBegan', subject: date, body }));
    await branch.runner.drain();
  };
  const events = async ({ id }: Invoice) =>
    (await recovery.find(reading(), id))!.events.map(({ day: on, event }) => `${on} ${event.kind}`);
  const subjects = async (email: string): Promise<string[]> => {
    const rows = await managerOf(reading()).query<{ subject: string }[]>(
      `select letter->>'subject' as subject from mail where letter->>'to' = $1 order by id`,
      [email],
    );
    return rows.map(({ subject }) => subject);
  };
  const say = ({ id }: Invoice, kind: 'disputed' | 'resolved' | 'lost', reason = 'The client wrote so') =>
    branch.database.transact((work) => recovery.say(work, id, { kind, reason, who: 'finance' }));
  const pays = async ({ reference }: Invoice, amount: string): Promise<void> => {
    const entries = [{ amount, structured: reference.value, bankReference: branch.ids.newId() }];
    const file = statementFile({ iban: branch.entity.iban, closing: amount, entries, id: branch.ids.newId() });
    await branch.database.transact((work) => branch.statements.import(work, Buffer.from(file), null));
    await branch.runner.drain();
  };
  const credit = async ({ id }: Invoice, net: string | null): Promise<void> => {
    const wanted = {
      invoice: id,
      net: net === null ? null : money(net, 'EUR'),
      reason: 'Never ordered',
      billAgain: false,
    };
    await branch.database.transact((work) => branch.creditNotes.issue(work, { ...wanted, by: branch.ids.newId() }));
    await branch.runner.drain();
  };
  const badDebts = async () =>
    (await branch.books.balance(reading(), branch.entity.id, account('bad-debts'), 'EUR')).posted.toDecimal();

  it('are reminded three times in their language on the days of the policy, once however often the day is run', async () => {
    const invoice = await billed('late@client.example');
    for (const date of [
      '2026-05-02',
      '2026-05-03',
      '2026-05-03',
      '2026-05-04',
      '2026-05-17',
      '2026-05-31',
      '2026-07-01',
    ])
      await dawn(date);
    expect(await events(invoice)).toEqual(['2026-05-03 reminder', '2026-05-17 second-reminder', '2026-05-31 notice']);
    expect(stateOf((await recovery.find(reading(), invoice.id))!)).toBe('handed-over');
    expect(await subjects('late@client.example')).toEqual([
      `Rappel de la facture ${invoice.number} · La Passerelle`,
      `Deuxième rappel de la facture ${invoice.number} · La Passerelle`,
      `Mise en demeure pour la facture ${invoice.number} · La Passerelle`,
    ]);
  });

  it('are left in peace once they have paid, or their invoice is taken back', async () => {
    const [paid, credited] = [await billed('paid@client.example'), await billed('credited@client.example')];
    await dawn('2026-05-03');
    await pays(paid, '1200.00');
    await credit(credited, null);
    await dawn('2026-05-17');
    for (const invoice of [paid, credited]) expect(await events(invoice)).toEqual(['2026-05-03 reminder']);
  });

  it('are not reminded while they dispute it, and have as much time again after that', async () => {
    const invoice = await billed('disputes@client.example');
    expect((await say(invoice, 'disputed')).ok).toBe(true);
    expect(await say(invoice, 'lost')).toMatchObject({ ok: false, refusal: { kind: 'disputed' } });
    await dawn('2026-05-03');
    branch.clock.at = '2026-05-20';
    expect((await say(invoice, 'resolved')).ok).toBe(true);
    await dawn('2026-05-26');
    await dawn('2026-05-27');
    expect(await events(invoice)).toEqual(['2026-03-27 disputed', '2026-05-20 resolved', '2026-05-27 reminder']);
  });

  it('leave a loss that the cooperative bears, and that becomes smaller when money comes after all', async () => {
    const invoice = await billed('bankrupt@client.example');
    branch.clock.at = '2026-06-01';
    const before = Number(await badDebts());
    expect((await say(invoice, 'lost', 'The client is bankrupt')).ok).toBe(true);
    expect(await say(invoice, 'lost')).toMatchObject({ ok: false, refusal: { kind: 'given-up' } });
    const lost = await branch.facts.since(reading(), 0n, ['ClaimLost']);
    expect(lost.at(-1)!.body).toEqual({
      invoice: invoice.id,
      mission: invoice.mission,
      amount: { amount: '1200.00', currency: 'EUR' },
    });
    const table = printPostings(await branch.books.postingsOf(reading(), `invoice:${invoice.id}`));
    expect(table.replaceAll(invoice.client, 'bankrupt').split('\n').slice(-3)).toEqual([
      `2026-06-01  claim-lost · Invoice ${invoice.number} was given up`,
      expect.stringMatching(/^ {2}bad-debts +1200.00 EUR$/),
      expect.stringMatching(/^ {2}client:bankrupt +1200.00 EUR$/),
    ]);
    const recovered = async () =>
      (await recovery.find(reading(), invoice.id))!.events.flatMap(({ event }) =>
        event.kind === 'recovered' ? [event.amount.toDecimal()] : [],
      );
    await credit(invoice, '250.00');
    expect([Number(await badDebts()) - before, await recovered()]).toEqual([900, ['300.00']]);
    await pays(invoice, '900.00');
    expect([Number(await badDebts()) - before, await recovered()]).toEqual([0, ['300.00', '900.00']]);
    expect(stateOf((await recovery.find(reading(), invoice.id))!)).toBe('open');
    expect(await branch.books.check(reading())).toEqual([]);
  });

  it('are listed page by page, the longest overdue first', async () => {
    const page = (after: Invoice['id'] | null, limit: number | null) =>
      recovery.overdue(reading(), { before: day('2026-12-31'), after, limit });
    const all = await page(null, null);
    expect(all.length).toBeGreaterThan(1);
    const first = await page(null, 1);
    const rest = await page(first[0]!.invoice.id, null);
    expect([...first, ...rest].map(({ invoice }) => invoice.id)).toEqual(all.map(({ invoice }) => invoice.id));
    expect(await recovery.overdue(reading(), { before: day('2026-04-26'), after: null, limit: null })).toEqual([]);
  });

  it('keep what was done about them', async () => {
    const remove = branch.database.transact((work) => managerOf(work).query('delete from recovery_event'));
    await expect(remove).rejects.toThrow('only added to');
  });
});
