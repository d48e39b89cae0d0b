import { type Work, managerOf } from '@passerelle/doors';
import { printPostings } from '@passerelle/ledger';
import { type Money, money, month } from '@passerelle/values';
import { personalActivity } from '../activities/activity.js';
import type { Letter } from '../mail/letter.js';
import { Mail } from '../mail/mail.service.js';
import { MailStore } from '../mail/mail.store.js';
import type { Member } from '../members/member.js';
import { type Guaranteed, dayBegins, openGuaranteed } from '../guarantee/testing/guaranteed.js';
import { amina, completed, decide, mission } from '../payroll/testing/home.js';
import { recompute } from '../payroll/payslip-document.js';
import { WagePlansFollower } from './wage-plans.follower.js';
import { WagePlans } from './wage-plans.service.js';
import { WagePlansStore } from './wage-plans.store.js';

const wage = money('2800.00', 'EUR');

describe('a planned monthly wage', () => {
  let home: Guaranteed;
  let plans: WagePlans;
  beforeAll(async () => {
    home = await openGuaranteed('2026-03-27');
    await decide(home, { wageWarningDays: '45' });
    const mail = new Mail(new MailStore(), home.facts, home.ids);
    plans = new WagePlans({ ...home, store: new WagePlansStore(), mail });
    home.runner.add(new WagePlansFollower(plans));
  });
  afterAll(() => home.fresh.drop());

  const transact = <T>(use: (work: Work) => Promise<T>): Promise<T> => home.database.transact(use);
  const person = () => transact((work) => amina(home, work));
  const order = (member: Member, last: string, price: string) =>
    transact((work) =>
      mission(home, work, { member, role: 'both', state: 'active', first: last, last, days: 1, price }),
    );
  const plan = async ({ id }: Member, from: string, gross: Money | null) => {
    const decided = await transact((work) => plans.decide(work, id, { from: month(from), gross }));
    return decided.ok ? decided.value : decided.refusal;
  };
  const letters = async ({ email }: Member) => {
    const written = `select letter from mail where letter->>'to' = $1 order by id`;
    const rows = await managerOf(home.database.reading).query<{ letter: Letter }[]>(written, [email]);
    return rows.map(({ letter }) => letter);
  };

  it('is shown before it is chosen: what it costs and leaves, and for how long', async () => {
    const member = await person();
    await order(member, '2026-05-20', '12000.00');
    const asked = (wish: Parameters<typeof plans.preview>[2]['wish']) =>
      plans.preview(home.database.reading, member.id, { from: month('2026-05'), wish });
    const shown = await asked({ gross: wage });
    if (!shown.ok) throw new Error(shown.refusal.kind);
    const { payslip, forecast } = shown.value;
    expect(forecast.months[0]).toMatchObject({
      month: '2026-05',
      brings: money('11220.00', 'EUR'),
      cost: payslip.cost,
    });
    expect([forecast.months.length - 1, forecast.driesUpIn]).toEqual([3, '2026-08']);
    const even = await asked({ months: 4 });
    if (!even.ok) throw new Error(even.refusal.kind);
    expect(even.value.forecast.driesUpIn! > '2026-08').toBe(true);
    expect(even.value.payslip.gross.isLessThan(wage)).toBe(true);
  });

  it('begins, changes and stops from coming months on, and the same again changes nothing', async () => {
    const member = await person();
    await order(member, '2026-05-20', '40000.00');
    expect(await plan(member, '2026-03', wage)).toEqual({ kind: 'month-begun', first: '2026-04' });
    expect(await plan(member, '2026-04', null)).toEqual({ kind: 'nothing-planned' });
    expect(await plan(member, '2026-04', money('900.00', 'EUR'))).toMatchObject({
      kind: 'wage-impossible',
      why: { kind: 'below-minimum' },
    });
    expect(await plan(member, '2026-04', money('900.00', 'SEK'))).toMatchObject({ kind: 'other-currency' });
    await plan(member, '2026-05', wage);
    await plan(member, '2026-05', wage);
    await plan(member, '2026-07', money('3000.00', 'EUR'));
    const stopped = await plan(member, '2026-09', null);
    expect(stopped).toMatchObject({ forecast: { driesUpIn: null } });
    if ('kind' in stopped) throw new Error(stopped.kind);
    expect(stopped.forecast!.months.map((each) => each.month)).toEqual(['2026-05', '2026-06', '2026-07', '2026-08']);
    expect(stopped.plans).toHaveLength(3);
    const facts = await home.facts.since(home.database.reading, 0n, ['WagePlanned']);
    expect(facts.filter(({ subject }) => subject === member.id).map(({ body }) => body.gross?.amount)).toEqual([
      '2800.00',
      '3000.00',
      undefined,
    ]);
    expect(await letters(member)).toEqual([]);
  });

  it('warns in her language before it dries up, once for each month, and later when more work came', async () => {
    const member = await person();
    await order(member, '2026-05-20', '12000.00');
    await plan(member, '2026-05', wage);
    await dayBegins(home, '2026-06-16');
    expect(await letters(member)).toEqual([]);
    await dayBegins(home, '2026-06-17');
    await dayBegins(home, '2026-06-18');
    const [letter, ...others] = await letters(member);
    expect(others).toEqual([]);
    expect(letter!.subject).toBe('Votre salaire mensuel prévu demande plus de travail');
    expect(letter!.text).toContain('août 2026');
    const warned = await home.facts.since(home.database.reading, 0n, ['WageDriesUp']);
    expect(warned.map(({ body }) => [body.member, body.month])).toEqual([[member.id, '2026-08']]);
    await order(member, '2026-08-20', '6000.00');
    const planned = await plans.planned(home.database.reading, member.id);
    expect(planned).toMatchObject({
      value: { warningDays: 45, warnedOf: ['2026-08'], forecast: { driesUpIn: '2026-09' } },
    });
  });

  it('warns at once when its first months are not carried, and says when the law stops allowing it', async () => {
    home.clock.at = '2026-03-27';
    const member = await person();
    await plan(member, '2026-04', wage);
    expect(await letters(member)).toHaveLength(1);
    const facts = { ...member.facts, weeklyHours: '0' };
    await managerOf(home.database.reading).query('update member set facts = $2 where id = $1', [member.id, facts]);
    expect(await plans.planned(home.database.reading, member.id)).toMatchObject({
      value: { forecast: null, impossible: { field: 'weeklyHours' } },
    });
    await dayBegins(home, '2026-03-28');
    expect(await letters(member)).toHaveLength(1);
  });

  describe('is paid by payroll', () => {
    const fund = (amount: string) =>
      transact((work) =>
        home.guarantee.endow(work, { entity: home.entity.id, amount: money(amount, 'EUR'), text: 'Assembly' }),
      );
    const pays = async ({ id }: Member) => {
      const page = { after: null, limit: 100, readBy: null };
      const all = await home.payslips.page(home.database.reading, page);
      return all.filter(({ member }) => member === id).reverse();
    };
    const budget = async (member: Member) => {
      const { paidWages, plannedWages, available, lacking, other } = await home.budgets.budget(
        home.database.reading,
        personalActivity(member),
      );
      return [paidWages, plannedWages, available, lacking, other].map((each) => each.toDecimal());
    };

    it('month after month from one rich order, to the cent, once, and through the books', async () => {
      home.clock.at = '2026-03-27';
      const member = await person();
      await plan(member, '2026-04', wage);
      await fund('10000.00');
      home.clock.at = '2026-04-24';
      const tour = await completed(home, {
        member,
        role: 'both',
        first: '2026-04-20',
        last: '2026-04-24',
        price: '10000.00',
      });
      expect(await pays(member)).toEqual([]);
      expect(await budget(member)).toEqual(['0.00', '9350.00', '0.00', '0.00', '0.00']);
      for (const date of ['2026-04-30', '2026-05-01', '2026-05-01', '2026-05-12', '2026-06-01', '2026-06-09'])
        await dayBegins(home, date);
      const [april, may, ...others] = await pays(member);
      expect(others).toEqual([]);
      expect([april!, may!].map(({ reference, mission: of, payOn }) => [reference, of, payOn])).toEqual([
        ['2026-04', null, '2026-05-12'],
        ['2026-05', null, '2026-06-09'],
      ]);
      expect(april!.payslip.gross).toEqual(wage);
      expect(april!.rights).toMatchObject({
        contractKind: 'open-ended',
        contractFirst: '2026-04-01',
        contractLast: null,
      });
      const books = printPostings(await home.payslips.postings(home.database.reading, april!.id));
      expect(books.replaceAll(member.id, 'amina').replaceAll(tour.id, 'tour')).toBe(
        [
          '2026-05-01  payslip-issued · Wage of 2026-04',
          '  wages.cost                                          3401.56 EUR',
          '  wages.payable:amina               2200.95 EUR',
          '  social.payable                                                    837.86 EUR',
          '  tax.payable                                                       362.75 EUR',
          '2026-05-01  wage · Wage of 2026-04',
          '  wages.kept:amina     3401.56 EUR',
          '  mission.share                                                    3401.56 EUR',
          '2026-05-12  wage-paid · Wage',
          '  wages.payable:amina  2200.95 EUR',
          '  bank.transit                                                     2200.95 EUR',
          '2026-05-12  fund-advanced · A wage was due before the money of its mission came',
          '  fund.advance:tour   2200.95 EUR',
          '  fund.cash                                                        2200.95 EUR',
        ].join('\n'),
      );
      const { cost } = april!.payslip;
      const kept: Money = money('9350.00', 'EUR');
      const left = kept.minus(cost).minus(may!.payslip.cost);
      expect(await budget(member)).toEqual([
        cost.plus(may!.payslip.cost).toDecimal(),
        left.toDecimal(),
        '0.00',
        '0.00',
        '0.00',
      ]);
      const paid = await home.wages.wage(home.database.reading, april!.id);
      expect(paid).toMatchObject({
        wage: { mission: null, parts: [{ mission: tour.id, amount: april!.payslip.net }] },
        payment: { paidOn: '2026-05-12', advanced: april!.payslip.net },
      });
      expect(recompute(april!)).toMatchObject({ ok: true });
      expect(await home.books.check(home.database.reading)).toEqual([]);
    });

    it('as far as her work carries it, and not at all where the law allows no such wage, until more work is done', async () => {
      home.clock.at = '2026-03-27';
      const member = await person();
      await plan(member, '2026-04', wage);
      await order(member, '2026-04-20', '3500.00');
      await dayBegins(home, '2026-05-01');
      const [april] = await pays(member);
      expect(april!.payslip.gross.isLessThan(wage)).toBe(true);
      expect(await budget(member)).toEqual(['3272.50', '0.00', '0.00', '0.00', '0.00']);
      await dayBegins(home, '2026-06-01');
      const held = async () => {
        const all = await home.payslips.problems(home.database.reading, { after: null, limit: 100, open: true });
        return all.filter((each) => each.member === member.id);
      };
      expect(await held()).toMatchObject([{ mission: null, month: '2026-05', refusal: { kind: 'not-carried' } }]);
      await order(member, '2026-05-29', '5000.00');
      await dayBegins(home, '2026-06-02');
      expect(await held()).toEqual([]);
      expect((await pays(member)).map(({ reference, payslip: { gross } }) => [reference, gross.toDecimal()])).toEqual([
        ['2026-04', april!.payslip.gross.toDecimal()],
        ['2026-05', '2800.00'],
      ]);
    });

    it('and never a second time by a payslip of the work it has drawn on', async () => {
      home.clock.at = '2026-03-27';
      const member = await person();
      await plan(member, '2026-04', wage);
      const { id } = await order(member, '2026-04-20', '3500.00');
      await dayBegins(home, '2026-05-01');
      const issued = await transact((work) => home.payslips.issue(work, { mission: id, days: 1 }));
      if (issued.ok) throw new Error('paid twice');
      expect(issued.refusal.refusal).toMatchObject({ kind: 'drawn-on', rule: 'wage-plan' });
      const [april, ...others] = await pays(member);
      expect(others).toEqual([]);
      const tried = await transact((work) => home.payslips.retry(work, issued.refusal.id));
      expect(tried).toMatchObject({ payslip: april!.id });
      expect(await pays(member)).toHaveLength(1);
      expect(await budget(member)).toEqual(['3272.50', '0.00', '0.00', '0.00', '0.00']);
    });
  });
});
