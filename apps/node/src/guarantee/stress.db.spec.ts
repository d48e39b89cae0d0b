import { printPostings } from '@passerelle/ledger';
import { day } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';
import { amina } from '../payroll/testing/home.js';
import type { PayslipId } from '../payroll/payslip.js';
import { type Guaranteed, dayBegins, openGuaranteed, withFund } from './testing/guaranteed.js';

const wages = 400;

describe('a client of four hundred workers who never pays', () => {
  let branch: Guaranteed;
  beforeAll(async () => {
    branch = await withFund(await openGuaranteed('2026-03-06'), '500000.00');
    const { database, facts, entity, ids } = branch;
    const { id: member } = await database.transact((work) => amina(branch, work));
    const owed = Array.from({ length: wages }, () => ids.newId() as PayslipId);
    await database.transact((work) =>
      facts.recordAll(
        work,
        owed.map((payslip) => ({
          kind: 'PayslipIssued',
          subject: payslip,
          body: {
            payslip,
            mission: ids.newId() as MissionId,
            member,
            entity: entity.id,
            payOn: day('2026-03-17'),
            net: { amount: '850.00', currency: 'EUR' },
          },
        })),
      ),
    );
    await branch.runner.drain();
  });
  afterAll(() => branch.fresh.drop());

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
    expect(await balances()).toEqual({
      'bank.transit': -34_000_000n,
      fund: -50_000_000n,
      'fund.advance': 34_000_000n,
      'fund.cash': 16_000_000n,
      'wages.payable': 34_000_000n,
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

  it('pays nobody twice when the day is run again', async () => {
    await dayBegins(branch, '2026-03-17');
    await branch.database.transact((work) => branch.wages.payDue(work, day('2026-03-18')));
    expect(await paid()).toHaveLength(wages);
    expect((await balances())['fund.cash']).toBe(16_000_000n);
  });

  it('books each wage with its advance', async () => {
    const [first] = await paid();
    const transactions = await branch.books.postingsOf(branch.database.reading, `payslip:${first!.subject}`);
    const table = printPostings(transactions).replaceAll(/:[0-9a-f-]{36}/g, ':…');
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
});
