import { managerOf } from '@passerelle/doors';
import { printPostings } from '@passerelle/ledger';
import type { Fact } from '@passerelle/rules';
import { day } from '@passerelle/values';
import type { Member } from '../members/member.js';
import type { Mission } from '../missions/mission.js';
import { readPdf } from '../papers/testing/pdf-text.js';
import { recompute } from './payslip-document.js';
import { PayslipPapers } from './payslip-papers.service.js';
import type { IssuedPayslip } from './payslip.js';
import { type Home, amina, artist, completed, openHome } from './testing/home.js';

describe('payroll', () => {
  let home: Home;
  let worker: Member;
  beforeAll(async () => (home = await openHome()));
  beforeEach(async () => {
    home.clock.at = '2026-03-27';
    worker = await home.database.transact((work) => amina(home, work));
  });
  afterAll(() => home.fresh.drop());

  const find = ({ id }: Mission) => home.payslips.ofMission(home.database.reading, id);
  const payslipOf = async (mission: Mission): Promise<IssuedPayslip> => {
    const issued = await find(mission);
    if (!issued) throw new Error('there is no payslip');
    return issued;
  };
  const books = async ({ id }: IssuedPayslip) => {
    const table = printPostings(await home.payslips.postings(home.database.reading, id));
    return table.replaceAll(worker.id, 'amina').replaceAll(/be-2026-\d+/g, 'be-2026');
  };
  const problems = async (open = true) => {
    const all = await home.payslips.problems(home.database.reading, { after: null, limit: 100, open });
    return all.filter(({ member }) => member === worker.id);
  };
  const told = async <K extends 'PayslipIssued' | 'PayslipHeld'>(kind: K) => {
    const all = await home.facts.since(home.database.reading, 0n, [kind]);
    return all.filter(({ body }) => body.member === worker.id);
  };
  const state = (facts: Record<string, Fact>) =>
    home.database.transact((work) => home.members.stateFacts(work, worker.id, facts));
  const retry = async () => {
    const [problem] = await problems();
    return home.database.transact((work) => home.payslips.retry(work, problem!.id));
  };

  it('makes the payslip of a mission that another branch invoices, with its postings', async () => {
    const issued = await payslipOf(await completed(home, { member: worker }));
    expect(await books(issued)).toBe(
      [
        '2026-03-27  payslip-issued · Payslip of mission be-2026',
        '  wages.cost                                          916.30 EUR',
        '  wages.payable:amina              508.89 EUR',
        '  social.payable                                                  343.81 EUR',
        '  tax.payable                                                      63.60 EUR',
        '2026-03-27  income-shared · Payslip of mission be-2026',
        '  mission.share                                        63.70 EUR',
        '  contribution                                                     63.70 EUR',
      ].join('\n'),
    );
    expect(await told('PayslipIssued')).toMatchObject([
      {
        subject: issued.id,
        body: { member: worker.id, payOn: '2026-04-08', net: { amount: '508.89', currency: 'EUR' } },
      },
    ]);
    expect(await home.books.check(home.database.reading)).toEqual([]);
  });

  it('keeps the whole price of a mission that this branch invoices, and puts the last cents on her account', async () => {
    const issued = await payslipOf(await completed(home, { member: worker, role: 'both', price: '1000.07' }));
    expect(await books(issued)).toBe(
      [
        '2026-03-27  payslip-issued · Payslip of mission be-2026',
        '  wages.cost                                          935.05 EUR',
        '  wages.payable:amina              515.35 EUR',
        '  social.payable                                                  355.29 EUR',
        '  tax.payable                                                      64.41 EUR',
        '2026-03-27  income-shared · Payslip of mission be-2026',
        '  mission.share                                        65.00 EUR',
        '  contribution                                                     65.00 EUR',
        '  mission.share                                         0.02 EUR',
        '  member:amina                       0.02 EUR',
      ].join('\n'),
    );
  });

  it('keeps what rights will be computed from, and proves the payslip again from what is kept', async () => {
    const issued = await payslipOf(await completed(home, { member: worker }));
    expect(issued.rights).toMatchObject({
      contractFirst: '2026-03-23',
      contractLast: '2026-03-27',
      contractKind: 'fixed-term',
      daysPaid: 5,
      monthOfWork: '2026-03',
      monthOfPayment: '2026-04',
      entity: home.entity.id,
      countryOfWork: 'FR',
      legislation: 'BE',
    });
    await state({ ...artist, children: 3 });
    expect(recompute(await payslipOf({ id: issued.mission } as Mission))).toMatchObject({ ok: true });
  });

  it('draws a payslip in the language of its worker, and the same bytes each time', async () => {
    const issued = await payslipOf(await completed(home, { member: worker }));
    const papers = new PayslipPapers(home.cooperative, home.members, home.missions);
    const [once, again] = [1, 2].map(() => papers.draw(home.database.reading, issued));
    expect(readPdf(await once!).pages.flat()).toEqual(
      expect.arrayContaining(['Fiche de paie', '508,89\u00A0€', 'Jour de paie : 8 avr. 2026', issued.reference]),
    );
    expect(Buffer.from(await again!).equals(await once!)).toBe(true);
  });

  it('continues the sums of the year with the next payslip, and starts a new year without them', async () => {
    const first = await payslipOf(await completed(home, { member: worker, first: '2026-03-02', last: '2026-03-06' }));
    const second = await payslipOf(await completed(home, { member: worker }));
    expect(first.request.yearToDate).toBeUndefined();
    expect(second.request.yearToDate).toEqual(first.payslip.yearToDate);
    expect(recompute(second)).toMatchObject({ ok: true });
    const year = { member: worker.id, entity: home.entity.id, year: 2026 };
    const { reading } = home.database;
    expect(await home.payslipsStore.state(reading, year)).toEqual({ state: second.payslip.yearToDate, version: 2 });
    expect(await home.payslipsStore.state(reading, { ...year, year: 2027 })).toBeNull();
  });

  it('is summed over the year with the payslips of the same person before it', async () => {
    const other = await home.database.transact((work) => amina(home, work));
    const slips: IssuedPayslip[] = [];
    for (const [member, first, last] of [
      [worker, '2026-03-02', '2026-03-06'],
      [other, '2026-03-09', '2026-03-13'],
      [worker, '2026-03-23', '2026-03-27'],
    ] as const)
      slips.push(await payslipOf(await completed(home, { member, first, last })));
    const before = await Promise.all(slips.map((slip) => home.payslips.earlierInYear(home.database.reading, slip)));
    expect(before.map((earlier) => earlier.map(({ id }) => id))).toEqual([[], [], [slips[0]!.id]]);
  });

  it('makes one payslip however often the mission is told to be done', async () => {
    const mission = await completed(home, { member: worker });
    const first = await payslipOf(mission);
    const again = await Promise.all(
      [1, 2, 3].map(() =>
        home.database.transact((work) => home.payslips.issue(work, { mission: mission.id, days: 5 })),
      ),
    );
    expect(again.map((each) => each.ok && each.value.id)).toEqual([first.id, first.id, first.id]);
    expect(await told('PayslipIssued')).toHaveLength(1);
  });

  it('pays on the next working day when the work is reported after payday', async () => {
    home.clock.at = '2026-05-01';
    const issued = await payslipOf(await completed(home, { member: worker }));
    expect([issued.issuedOn, issued.payOn, issued.request.paidOn]).toEqual(['2026-05-01', '2026-05-04', '2026-05-04']);
  });

  it('shows payroll a payslip that the law refuses, and goes on with the next mission', async () => {
    const cheap = await completed(home, { member: worker, price: '600.00' });
    const good = await completed(home, { member: worker });
    expect(await find(cheap)).toBeNull();
    expect(await find(good)).not.toBeNull();
    const [problem] = await problems();
    expect(problem).toMatchObject({
      mission: cheap.id,
      attempts: 1,
      refusal: { kind: 'below-minimum', rule: 'be.minimum-income', date: '2026-03-23', field: 'cost' },
    });
    expect(problem!.refusal.missing?.isPositive()).toBe(true);
    expect(await told('PayslipHeld')).toMatchObject([{ subject: cheap.id, body: { rule: 'be.minimum-income' } }]);
  });

  it('makes the payslip once what stood against it is corrected', async () => {
    await state({ withholding: 'artist-short-engagement' });
    const mission = await completed(home, { member: worker });
    expect(await problems()).toMatchObject([{ refusal: { kind: 'impossible-facts', field: 'withholding' } }]);
    expect(await retry()).toMatchObject({ attempts: 2, payslip: null });
    await state(artist);
    const solved = await retry();
    expect(solved).toMatchObject({ attempts: 3, payslip: (await payslipOf(mission)).id });
    expect(await problems()).toEqual([]);
    expect(await problems(false)).toHaveLength(1);
    const again = await home.database.transact((work) => home.payslips.retry(work, solved!.id));
    expect(again).toEqual(solved);
  });

  it('pays nothing for work that came back after a restore, before payroll has looked', async () => {
    const mission = await completed(home, { member: worker, isGivenBack: true });
    expect(await problems()).toMatchObject([{ mission: mission.id, refusal: { kind: 'paid-before' }, payslip: null }]);
    expect(await told('PayslipIssued')).toEqual([]);
    expect(await told('PayslipHeld')).toMatchObject([{ subject: mission.id, body: { rule: 'restore' } }]);
    expect(await retry()).toMatchObject({ payslip: (await payslipOf(mission)).id });
    expect(await problems()).toEqual([]);
  });

  it('refuses to edit or remove what was issued', async () => {
    await completed(home, { member: worker });
    for (const statement of [`update payslip set pay_on = '2027-01-01'`, 'delete from year_to_date'])
      await expect(home.database.transact((work) => managerOf(work).query(statement))).rejects.toThrow('never changes');
  });
});

describe('payroll of a branch whose members decided nothing', () => {
  it('asks for the decision instead of guessing a rate', async () => {
    const home = await openHome('2026-03-27', { payWorkingDays: '7' });
    const worker = await home.database.transact((work) => amina(home, work));
    await completed(home, { member: worker });
    const page = { after: null, limit: 10, open: true };
    expect(await home.payslips.problems(home.database.reading, page)).toMatchObject([
      { refusal: { kind: 'no-policy-on-date', rule: 'policy.contributionRate', date: day('2026-03-27') } },
    ]);
    await home.fresh.drop();
  });
});
