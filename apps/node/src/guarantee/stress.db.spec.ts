import { printPostings } from '@passerelle/ledger';
import { Money, day, money } from '@passerelle/values';
import { personalActivity } from '../activities/activity.js';
import { statementFile } from '../invoicing/testing/statement.js';
import type { Member } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import { amina, artist, mission } from '../payroll/testing/home.js';
import { type Guaranteed, dayBegins, openGuaranteed, withFund } from './testing/guaranteed.js';

const wages = 400;

/** Of so many missions the client pays in the end. */
const billed = 48;

const completed = (id: MissionId) =>
  ({ kind: 'MissionCompleted', subject: id, body: { mission: id, days: 5 } }) as const;

describe('a client of four hundred workers who never pays', () => {
  let branch: Guaranteed;
  let workers: readonly Member[];
  beforeAll(async () => {
    branch = await withFund(await openGuaranteed('2026-03-06'), '500000.00');
    const price = await priceFor(money('850.00', 'EUR'));
    workers = await branch.database.transact(async (work) => {
      const people: Member[] = [];
      for (let count = 0; count < wages; count += 1) {
        const member = await amina(branch, work);
        const done = { member, role: 'both', price, ...week, clientCountry: 'BE', place: 'BE' } as const;
        const { id } = await mission(branch, work, done);
        const made = await branch.payslips.issue(work, { mission: id, days: 5 });
        if (!made.ok) throw new Error(made.refusal.refusal.detail);
        expect([made.value.payOn, made.value.payslip.net.toDecimal()]).toEqual(['2026-03-17', '850.00']);
        if (count < billed) await branch.facts.record(work, completed(id));
        people.push(member);
      }
      return people;
    });
    await branch.runner.drain();
  }, 120_000);
  afterAll(() => branch.fresh.drop());

  /** The service ends on a Friday. */
  const week = { first: '2026-03-02', last: '2026-03-06' };

  /** The price that leaves so much net of a week of work. */
  const priceFor = async (net: Money): Promise<string> => {
    const { country } = branch.entity;
    const [first, last] = [day(week.first), day(week.last)];
    const question = { country, wish: { net }, hostShare: null, first, last, days: 5, facts: artist };
    const answer = await branch.estimates.estimate(branch.database.reading, question);
    if (!answer.ok) throw new Error(answer.refusal.kind);
    return answer.value.budget.price.toDecimal();
  };

  const paid = () => branch.facts.since(branch.database.reading, 0n, ['WagePaid'], 1000);
  const balances = async () => {
    const all = await branch.books.balances(branch.database.reading, branch.entity.id);
    const sums = new Map<string, bigint>();
    for (const { account, posted } of all) {
      const kind = account.split(':')[0]!;
      sums.set(kind, (sums.get(kind) ?? 0n) + posted.minor);
    }
    return Object.fromEntries(sums);
  };

  it('finds nobody paid the day before, and everybody on the day', async () => {
    await dayBegins(branch, '2026-03-16');
    expect(await paid()).toEqual([]);
    await dayBegins(branch, '2026-03-17');
    expect(await paid()).toHaveLength(wages);
    expect(await balances()).toMatchObject({
      'bank.transit': -34_000_000n,
      fund: -50_000_000n,
      'fund.advance': 34_000_000n,
      'fund.cash': 16_000_000n,
    });
  });

  it('shows everybody that 500 000.00 became 160 000.00, and for how long that lasts', async () => {
    const accounts = await branch.reading.accounts(branch.database.reading);
    const account = accounts.find(({ entity }) => entity.id === branch.entity.id)!;
    const { opening, income, advances, recoveries, closing, losses, outstanding } = account;
    const texts = [opening, income, advances, recoveries, closing, losses, outstanding].map((each) => each.toDecimal());
    expect(texts).toEqual(['0.00', '500000.00', '340000.00', '0.00', '160000.00', '0.00', '340000.00']);
    expect(account.coverageWeeks).toBe('5.6');
  });

  it('takes nothing from the budget of any worker', async () => {
    const all = await branch.books.balances(branch.database.reading, branch.entity.id);
    expect(all.filter(({ account, posted }) => account.startsWith('member:') && posted.isPositive())).toEqual([]);
    for (const worker of [workers[0]!, workers.at(-1)!]) {
      const budget = await branch.budgets.budget(branch.database.reading, personalActivity(worker));
      expect([budget.lacking.toDecimal(), budget.collected.toDecimal()]).toEqual(['0.00', '0.00']);
    }
  });

  it('pays nobody twice when the day is run again', async () => {
    await dayBegins(branch, '2026-03-17');
    await branch.database.transact((work) => branch.wages.payDue(work, day('2026-03-18')));
    expect(await paid()).toHaveLength(wages);
    expect((await balances())['fund.cash']).toBe(16_000_000n);
  });

  it('books each wage with its advance', async () => {
    const [first] = await paid();
    const transactions = await branch.books.postingsOf(branch.database.reading, `payslip:${first!.subject}`);
    const ofPayment = transactions.filter(({ day: on }) => on === '2026-03-17');
    const table = printPostings(ofPayment).replaceAll(/:[0-9a-f-]{36}/g, ':…');
    expect(table).toBe(
      [
        '2026-03-17  wage-paid · Wage',
        '  wages.payable:…  850.00 EUR',
        '  bank.transit                                                    850.00 EUR',
        '2026-03-17  fund-advanced · A wage was due before the money of its mission came',
        '  fund.advance:…   850.00 EUR',
        '  fund.cash                                                       850.00 EUR',
      ].join('\n'),
    );
  });

  it('brings the fund to 200 800.00 when 40 800.00 come after all', async () => {
    const { database, statements, entity, invoices, reading } = branch;
    const late = await invoices.page(database.reading, { after: null, limit: billed, member: null, isOpen: false });
    const entries = late.map(({ gross, reference }, index) => ({
      amount: gross.toDecimal(),
      structured: reference.value,
      bankReference: `B${index}`,
    }));
    const closing = late.reduce((so, { gross }) => so.plus(gross), Money.zero(entity.currency)).toDecimal();
    const file = statementFile({ iban: entity.iban, closing, entries });
    await database.transact((work) => statements.import(work, Buffer.from(file), null));
    await branch.runner.drain();
    const account = (await reading.accounts(database.reading)).find((each) => each.entity.id === entity.id)!;
    const { income, advances, recoveries, closing: left, losses } = account;
    const ledger = [income, advances.negated(), recoveries, left].map((each) => each.toDecimal());
    expect(ledger).toEqual(['500000.00', '-340000.00', '40800.00', '200800.00']);
    expect(income.minus(advances).plus(recoveries).minus(losses)).toEqual(left);
    expect((await balances())['fund.cash']).toBe(20_080_000n);
  });
});
