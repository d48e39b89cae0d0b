import { type Work, managerOf } from '@passerelle/doors';
import { type Money, money, month } from '@passerelle/values';
import type { Letter } from '../mail/letter.js';
import { Mail } from '../mail/mail.service.js';
import { MailStore } from '../mail/mail.store.js';
import type { Member } from '../members/member.js';
import { type Home, amina, decide, mission, openHome } from '../payroll/testing/home.js';
import { WagePlansFollower } from './wage-plans.follower.js';
import { WagePlans } from './wage-plans.service.js';
import { WagePlansStore } from './wage-plans.store.js';

const wage = money('2800.00', 'EUR');

describe('a planned monthly wage', () => {
  let home: Home;
  let plans: WagePlans;
  beforeAll(async () => {
    home = await openHome('2026-03-27');
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
  const dayBegins = async (date: string) => {
    home.clock.at = date;
    await transact((work) =>
      home.facts.record(work, { kind: 'DayBegan', subject: date, body: { date: date as never } }),
    );
    await home.runner.drain();
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
    await dayBegins('2026-06-16');
    expect(await letters(member)).toEqual([]);
    await dayBegins('2026-06-17');
    await dayBegins('2026-06-18');
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
    await dayBegins('2026-03-28');
    expect(await letters(member)).toHaveLength(1);
  });
});
