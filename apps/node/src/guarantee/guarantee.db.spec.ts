import { managerOf } from '@passerelle/doors';
import { type Cause, type Transaction, account, printPostings } from '@passerelle/ledger';
import { Money, money } from '@passerelle/values';
import type { InvoiceId } from '../invoicing/invoices/invoice.js';
import type { Member } from '../members/member.js';
import type { Mission } from '../missions/mission.js';
import { amina, completed } from '../payroll/testing/home.js';
import type { FundEntry } from './fund.js';
import { type Guaranteed, dayBegins, openGuaranteed, withFund } from './testing/guaranteed.js';

describe('the guarantee fund', () => {
  let opened: Guaranteed;
  let branch: Guaranteed;
  let worker: Member;
  beforeAll(async () => (opened = await openGuaranteed()));
  beforeEach(() => (opened.clock.at = '2026-03-27'));
  afterAll(() => opened.fresh.drop());

  /** A fund of its own for each story, in the same database. */
  const open = async (fund: string, policies?: Parameters<typeof withFund>[2]) => {
    branch = await withFund(opened, fund, policies);
    worker = await branch.database.transact((work) => amina(branch, work));
  };

  const payment = async ({ id }: Mission) => {
    const { reading } = branch.database;
    const payslip = await branch.payslips.ofMission(reading, id);
    return (await branch.wages.wage(reading, payslip!.id))?.payment ?? null;
  };
  const told = async <K extends 'WagePaid' | 'FundFellShort' | 'AdvanceRepaid'>(kind: K, { id }: Mission) =>
    (await branch.facts.since(branch.database.reading, 0n, [kind])).filter(({ body }) => body.mission === id);
  const paid = (mission: Mission) => told('WagePaid', mission);
  const entries = async () => {
    const all = await branch.reading.entries(branch.database.reading, { after: null, limit: 100 });
    return all.filter(({ entity }) => entity === branch.entity.id);
  };
  const tableOf = (transactions: readonly Transaction[], { id }: Mission) =>
    printPostings(transactions).replaceAll(worker.id, 'amina').replaceAll(id, 'lille');
  const booked = async (mission: Mission, kinds: readonly string[]) => {
    const { reading } = branch.database;
    const payslip = await branch.payslips.ofMission(reading, mission.id);
    const causes: Cause[] = [`payslip:${payslip!.id}`, ...(await entries()).map(({ id }): Cause => `fund-entry:${id}`)];
    const all = await Promise.all(causes.map((cause) => branch.books.postingsOf(reading, cause)));
    return tableOf(
      all.flat().filter(({ kind }) => kinds.includes(kind)),
      mission,
    );
  };
  const comes = (mission: Mission, amount: string, cause: Cause = 'leg:one') =>
    branch.database.transact((work) =>
      branch.guarantee.repay(work, { mission: mission.id, amount: money(amount, 'EUR'), cause }),
    );
  const fund = async () => {
    const accounts = await branch.reading.accounts(branch.database.reading);
    const account = accounts.find(({ entity }) => entity.id === branch.entity.id)!;
    const { opening, income, advances, recoveries, closing, losses, outstanding, shortfall } = account;
    expect(opening.plus(income).minus(advances).plus(recoveries)).toEqual(closing);
    return [closing, outstanding, shortfall, losses].map((each) => each.toDecimal());
  };

  it('says to which account a wage goes, and to which it went when she has another one since', async () => {
    await open('10000.00');
    const mission = await completed(branch, { member: worker });
    const account = async () => {
      const { reading } = branch.database;
      const { id } = (await branch.payslips.ofMission(reading, mission.id))!;
      return branch.wages.ibanOf(reading, (await branch.wages.wage(reading, id))!);
    };
    expect(await account()).toBe(worker.iban);
    await dayBegins(branch, '2026-04-08');
    const another = 'BE68539007547034';
    await branch.database.transact((work) => branch.members.changeAccount(work, worker.id, another));
    expect([await account(), worker.iban === another]).toEqual([worker.iban, false]);
  });

  it('pays Amina on Wednesday after Easter although nobody has paid, and is made whole when the host pays', async () => {
    await open('10000.00');
    const mission = await completed(branch, { member: worker });
    await dayBegins(branch, '2026-04-07');
    expect(await payment(mission)).toBeNull();
    await dayBegins(branch, '2026-04-08');
    expect(await payment(mission)).toMatchObject({ paidOn: '2026-04-08', reason: null });
    expect(await paid(mission)).toMatchObject([{ body: { mission: mission.id, fundedBy: 'fund', on: '2026-04-08' } }]);
    expect(await fund()).toEqual(['9491.11', '508.89', '0.00', '0.00']);

    branch.clock.at = '2026-04-20';
    await comes(mission, '980.00');
    expect(await fund()).toEqual(['10000.00', '0.00', '0.00', '0.00']);
    expect(await booked(mission, ['wage-paid', 'fund-advanced', 'fund-repaid'])).toBe(
      [
        '2026-04-08  wage-paid · Wage',
        '  wages.payable:amina  508.89 EUR',
        '  bank.transit                                                    508.89 EUR',
        '2026-04-08  fund-advanced · A wage was due before the money of its mission came',
        '  fund.advance:lille   508.89 EUR',
        '  fund.cash                                                       508.89 EUR',
        '2026-04-20  fund-repaid · The money of the mission came',
        '  fund.advance:lille               508.89 EUR',
        '  fund.cash                                           508.89 EUR',
      ].join('\n'),
    );
    expect(await branch.books.check(branch.database.reading)).toEqual([]);
  });

  it('orders one transfer to her account', async () => {
    await open('10000.00');
    const mission = await completed(branch, { member: worker });
    await dayBegins(branch, '2026-04-08');
    await dayBegins(branch, '2026-04-08');
    const page = { after: null, limit: 100, onTheWay: true };
    const all = await branch.transfers.page(branch.database.reading, page);
    const orders = all.filter(({ entity }) => entity === branch.entity.id);
    expect(orders).toMatchObject([
      { to: { name: 'Amina', iban: 'BE71096123456769' }, reference: expect.stringMatching(/^W[0-9A-F]{32}$/) },
    ]);
    expect(orders[0]!.amount.toDecimal()).toBe('508.89');
    expect(await paid(mission)).toHaveLength(1);
  });

  it('pays once when the clock goes back and the day comes again', async () => {
    await open('10000.00');
    const mission = await completed(branch, { member: worker });
    for (const date of ['2026-04-08', '2026-04-01', '2026-04-08', '2026-04-09']) await dayBegins(branch, date);
    expect(await paid(mission)).toHaveLength(1);
    expect(await fund()).toEqual(['9491.11', '508.89', '0.00', '0.00']);
  });

  it('makes up for the days on which nothing ran', async () => {
    await open('10000.00');
    const mission = await completed(branch, { member: worker });
    await dayBegins(branch, '2026-04-20');
    expect(await payment(mission)).toMatchObject({ paidOn: '2026-04-20' });
  });

  it('pays at once a wage whose day has come when its payslip is made', async () => {
    await open('10000.00');
    branch.clock.at = '2026-04-14';
    const mission = await completed(branch, { member: worker });
    expect(await payment(mission)).toMatchObject({ paidOn: '2026-04-14' });
  });

  it('advances nothing when the money of the mission has come before payday', async () => {
    await open('10000.00');
    const mission = await completed(branch, { member: worker });
    expect(await comes(mission, '980.00')).toMatchObject({ repaid: money('0.00', 'EUR') });
    await dayBegins(branch, '2026-04-08');
    expect(await paid(mission)).toMatchObject([{ body: { fundedBy: 'received' } }]);
    expect(await fund()).toEqual(['10000.00', '0.00', '0.00', '0.00']);
  });

  it('advances only what is missing when a part has come', async () => {
    await open('10000.00');
    const mission = await completed(branch, { member: worker });
    await comes(mission, '400.00');
    await dayBegins(branch, '2026-04-08');
    expect(await fund()).toEqual(['9891.11', '108.89', '0.00', '0.00']);
  });

  it('counts money once, however often it is told, and twice when it comes for two reasons', async () => {
    await open('10000.00');
    const mission = await completed(branch, { member: worker });
    await dayBegins(branch, '2026-04-08');
    for (const cause of ['leg:one', 'leg:one', 'leg:two'] as const) await comes(mission, '200.00', cause);
    expect(await fund()).toEqual(['9891.11', '108.89', '0.00', '0.00']);
    expect(await told('AdvanceRepaid', mission)).toHaveLength(2);
  });

  it('is made whole by the client of a mission this branch invoices, and not by the client of a host', async () => {
    await open('10000.00');
    const [own, hosted] = [
      await completed(branch, { member: worker, role: 'both', clientCountry: 'BE' }),
      await completed(branch, { member: worker }),
    ];
    await dayBegins(branch, '2026-04-08');
    const before = await fund();
    for (const { id: mission } of [own, hosted])
      await branch.database.transact((work) =>
        branch.facts.record(work, {
          kind: 'ClientPaid',
          subject: 'invoice',
          body: {
            invoice: 'invoice',
            mission,
            amount: { amount: '1210.00', currency: 'EUR' },
            open: { amount: '0.00', currency: 'EUR' },
            statementLine: 'line',
          },
        } as never),
      );
    await branch.runner.drain();
    const after = await fund();
    const ownAdvance = (await payment(own))!.advanced;
    expect(money(after[0]!, 'EUR').minus(money(before[0]!, 'EUR'))).toEqual(ownAdvance);
    expect(after[1]).toBe((await payment(hosted))!.advanced.toDecimal());
  });

  it('pays on time although it is empty, and raises an alarm until the money comes', async () => {
    await open('100.00');
    const mission = await completed(branch, { member: worker });
    await dayBegins(branch, '2026-04-08');
    expect(await payment(mission)).toMatchObject({ paidOn: '2026-04-08', reason: 'cash' });
    expect(await fund()).toEqual(['0.00', '508.89', '408.89', '0.00']);
    const alarms = async () => {
      const all = await branch.reading.alarms(branch.database.reading, { open: true, limit: 100 });
      return all.filter(({ wage }) => wage.entity === branch.entity.id);
    };
    expect((await alarms()).map(({ open: left }) => left.toDecimal())).toEqual(['408.89']);
    expect(await told('FundFellShort', mission)).toHaveLength(1);
    expect(await booked(mission, ['fund-advanced'])).toBe(
      [
        '2026-04-08  fund-advanced · A wage was due before the money of its mission came',
        '  fund.advance:lille    508.89 EUR',
        '  fund.shortfall:lille              408.89 EUR',
        '  fund.cash                                                        100.00 EUR',
      ].join('\n'),
    );
    await comes(mission, '980.00');
    expect(await alarms()).toEqual([]);
    expect(await fund()).toEqual(['100.00', '0.00', '0.00', '0.00']);
  });

  it('advances no more for one mission than the members decided, and pays all the same', async () => {
    await open('10000.00', { advanceLimit: '500.00' });
    const mission = await completed(branch, { member: worker });
    await dayBegins(branch, '2026-04-08');
    expect(await payment(mission)).toMatchObject({ reason: 'limit' });
    expect(await fund()).toEqual(['9500.00', '508.89', '8.89', '0.00']);
  });

  it('becomes smaller by a loss, and recovers when money comes after all', async () => {
    await open('10000.00');
    const mission = await completed(branch, { member: worker });
    await dayBegins(branch, '2026-04-08');
    const lose = (amount: string) =>
      branch.database.transact((work) =>
        branch.guarantee.writeOff(work, { mission: mission.id, amount: money(amount, 'EUR'), text: 'Bankrupt' }),
      );
    expect(await lose('508.90')).toMatchObject({ refusal: { kind: 'not-advanced', open: money('508.89', 'EUR') } });
    expect(await lose('508.89')).toMatchObject({ ok: true });
    expect(await fund()).toEqual(['9491.11', '0.00', '0.00', '508.89']);
    await comes(mission, '40.80');
    expect(await fund()).toEqual(['9531.91', '0.00', '0.00', '508.89']);
    expect((await entries()).map(({ kind }: FundEntry) => kind)).toEqual(['recovered', 'lost', 'advanced', 'endowed']);
  });

  it('says the same as the books', async () => {
    await open('300.00');
    const mission = await completed(branch, { member: worker });
    await dayBegins(branch, '2026-04-08');
    await comes(mission, '250.00');
    const balances = await branch.books.balances(branch.database.reading, branch.entity.id);
    const held = (kind: string) =>
      balances
        .filter(({ account }) => account.split(':')[0] === kind)
        .reduce((so, { posted }) => so + posted.minor, 0n);
    const [cash, outstanding, shortfall] = await fund();
    expect(held('fund.cash')).toBe(money(cash!, 'EUR').minor);
    expect(held('fund.advance')).toBe(money(outstanding!, 'EUR').minor);
    expect(-held('fund.shortfall')).toBe(money(shortfall!, 'EUR').minor);
    expect(-held('fund')).toBe(held('fund.cash') + held('fund.advance') + held('fund.shortfall'));
    expect(held('wages.payable')).toBe(0n);
  });

  it('refuses an endowment of nothing, of other money, or for nobody', async () => {
    await open('10.00');
    const endow = (amount: ReturnType<typeof money>, entity = branch.entity.id) =>
      branch.database.transact((work) => branch.guarantee.endow(work, { entity, amount, text: 'Assembly' }));
    expect(await endow(money('0.00', 'EUR'))).toMatchObject({ refusal: { kind: 'not-positive' } });
    expect(await endow(money('5.00', 'SEK'))).toMatchObject({ refusal: { kind: 'another-currency', expected: 'EUR' } });
    expect(await endow(money('5.00', 'EUR'), branch.ids.newId() as never)).toMatchObject({
      refusal: { kind: 'no-such-entity' },
    });
    expect(await fund()).toEqual(['10.00', '0.00', '0.00', '0.00']);
  });

  it('is only added to', async () => {
    await open('10.00');
    const remove = () => branch.database.transact((work) => managerOf(work).query('delete from fund_entry'));
    await expect(remove()).rejects.toThrow('only added to');
  });

  it('bears what it advanced when the claim against the client is given up, and nobody else does', async () => {
    await open('10000.00');
    const [here, abroad] = [
      await completed(branch, { member: worker, role: 'both' }),
      await completed(branch, { member: worker }),
    ];
    await dayBegins(branch, '2026-04-08');
    const wages = [await payment(here), await payment(abroad)].map((each) => each!.advanced);
    const owed = async () =>
      (
        await branch.books.balance(
          branch.database.reading,
          branch.entity.id,
          account('wages.payable', worker.id),
          'EUR',
        )
      ).posted;
    const before = await owed();
    for (const { id } of [here, abroad]) {
      const body = { invoice: opened.ids.newId() as InvoiceId, mission: id, amount: money('1000.00', 'EUR').toJSON() };
      await branch.database.transact((work) =>
        branch.facts.record(work, { kind: 'ClaimLost', subject: body.invoice, body }),
      );
    }
    await branch.runner.drain();
    const [closing, outstanding, , losses] = await fund();
    expect([losses, outstanding]).toEqual(wages.map((each) => each.toDecimal()));
    expect(closing).toBe(new Money(1_000_000n - wages[0]!.minor - wages[1]!.minor, 'EUR').toDecimal());
    expect(await owed()).toEqual(before);

    await comes(here, wages[0]!.toDecimal(), 'leg:after-all');
    expect((await entries())[0]).toMatchObject({ kind: 'recovered', cash: wages[0] });
  });
});
