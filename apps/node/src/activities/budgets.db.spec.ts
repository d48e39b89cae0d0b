import { printPostings } from '@passerelle/ledger';
import { money, sum } from '@passerelle/values';
import { type Guaranteed, dayBegins, openGuaranteed } from '../guarantee/testing/guaranteed.js';
import type { Member } from '../members/member.js';
import { mission } from '../payroll/testing/home.js';
import { type Activity, type ActivityId, budgetAccount, personalActivity } from './activity.js';
import type { Budget } from './budget.js';
import { clientPays, earned, hostPays, linesOf, somebody } from './testing/earning.js';

describe('the budget of a worker', () => {
  let branch: Guaranteed;
  let worker: Member;
  beforeAll(async () => (branch = await openGuaranteed()));
  beforeEach(async () => (worker = await somebody(branch)));
  afterAll(() => branch.fresh.drop());

  const budget = (activity: Activity = personalActivity(worker)): Promise<Budget> =>
    branch.budgets.budget(branch.database.reading, activity);
  const lines = async (...names: readonly (keyof Budget)[]) => linesOf(await budget(), ...names);

  it('is empty before she has worked', async () => {
    expect(new Set(Object.values(await budget()).map(String))).toEqual(new Set(['0.00 EUR']));
  });

  it('shows an order with its planned wage as soon as the client has said yes', async () => {
    await branch.database.transact(async (work) => {
      await mission(branch, work, { member: worker, state: 'active' });
      await mission(branch, work, { member: worker, state: 'client_confirmation' });
    });
    expect(await lines('orders', 'contribution', 'plannedWages', 'carried', 'available')).toEqual([
      '980.00',
      '63.70',
      '916.30',
      '980.00',
      '0.00',
    ]);
  });

  it('keeps what is set aside out of the wage, on her account in the book', async () => {
    const done = await earned(branch, { member: worker, aside: '150.00' });
    const payslip = (await branch.payslips.ofMission(branch.database.reading, done.id))!;
    expect(payslip.payslip.cost.plus(payslip.budget.remainder).toDecimal()).toBe('766.30');
    const books = printPostings(await branch.payslips.postings(branch.database.reading, payslip.id));
    expect(books.replaceAll(worker.id, 'amina')).toContain('member:amina');
    expect(await lines('invoiced', 'collected', 'available', 'other')).toEqual(['980.00', '0.00', '0.00', '0.00']);
    expect((await budget()).balance.minus(payslip.budget.remainder).toDecimal()).toBe('150.00');
  });

  it('lets her spend it once the host has paid, and not before its wage is covered', async () => {
    const done = await earned(branch, { member: worker, aside: '150.00' });
    await hostPays(branch, done, '880.00');
    const half = await budget();
    await hostPays(branch, done, '100.00');
    const whole = await budget();
    expect(linesOf(half, 'invoiced', 'collected', 'carried')).toEqual(['100.00', '880.00', '0.00']);
    expect(whole.available.minus(half.available).toDecimal()).toBe('100.00');
    expect(whole.available.equals(whole.balance)).toBe(true);
    expect(linesOf(whole, 'invoiced', 'other')).toEqual(['0.00', '0.00']);
  });

  it('counts what her own cooperative’s client pays without the VAT', async () => {
    const done = await earned(branch, {
      member: worker,
      role: 'both',
      clientCountry: 'BE',
      place: 'BE',
      aside: '100.00',
    });
    await clientPays(branch, done);
    expect(await lines('collected', 'invoiced', 'other')).toEqual(['1000.00', '0.00', '0.00']);
    expect((await budget()).available.isLessThan(money('100.00', 'EUR'))).toBe(false);
  });

  it('is not touched by a wage that the fund has paid for a client who never pays', async () => {
    const good = await earned(branch, { member: worker, aside: '150.00' });
    await hostPays(branch, good, '980.00');
    const { available } = await budget();
    await earned(branch, { member: worker });
    await dayBegins(branch, '2026-04-10');
    branch.clock.at = '2026-03-27';
    expect((await budget()).available.equals(available)).toBe(true);
    expect((await lines('invoiced'))[0]).toBe('980.00');
  });

  it('sums up, with all other budgets, to what the book holds for activities', async () => {
    const all = await branch.members.page(branch.database.reading, null, 200);
    const budgets = await Promise.all(all.map((each) => budget(personalActivity(each))));
    const kept = await branch.books.balances(branch.database.reading, branch.entity.id, 'member');
    const total = sum(
      budgets.map(({ balance }) => balance),
      'EUR',
    );
    const book = sum(
      kept.map(({ posted }) => posted.negated()),
      'EUR',
    );
    expect(total.isPositive()).toBe(true);
    expect(total.toString()).toBe(book.toString());
    expect(budgets.every(({ other }) => other.isZero())).toBe(true);
    expect(await branch.books.check(branch.database.reading)).toEqual([]);
  });
});

describe('what is set aside', () => {
  let branch: Guaranteed;
  let worker: Member;
  beforeAll(async () => (branch = await openGuaranteed()));
  beforeEach(async () => (worker = await somebody(branch)));
  afterAll(() => branch.fresh.drop());

  const decide = (id: string, amount: string, activity: ActivityId = personalActivity(worker).id) =>
    branch.database
      .transact((work) =>
        branch.setAsides.decide(work, { mission: id as never, activity, amount: money(amount, 'EUR') }, 'amina'),
      )
      .then((decided) => (decided.ok ? 'set aside' : decided.refusal.kind));
  const ordered = (state: 'active' | 'cancelled' = 'active') =>
    branch.database.transact((work) => mission(branch, work, { member: worker, state }));
  const open = async (lead: Member) => {
    const opened = await branch.database.transact((work) =>
      branch.activities.open(work, { lead: lead.id, name: 'Brass band' }),
    );
    if (!opened.ok) throw new Error(opened.refusal.kind);
    return opened.value;
  };

  it('may change until the payslip is made, and be taken back', async () => {
    const { id } = await ordered();
    expect(await decide(id, '100.00')).toBe('set aside');
    expect(await decide(id, '80.00')).toBe('set aside');
    expect((await branch.setAsides.find(branch.database.reading, id))?.amount.toDecimal()).toBe('80.00');
    expect(await decide(id, '0.00')).toBe('set aside');
    expect(await branch.setAsides.find(branch.database.reading, id)).toBeNull();
    const done = await earned(branch, { member: worker, aside: '10.00' });
    expect(await decide(done.id, '20.00')).toBe('payslip-made');
  });

  it('is refused where it cannot be', async () => {
    const { id } = await ordered();
    const other = await open(await somebody(branch));
    expect(await decide(branch.ids.newId(), '1.00')).toBe('no-such-mission');
    expect(await decide(id, '1.00', branch.ids.newId() as ActivityId)).toBe('no-such-activity');
    expect(await decide(id, '1.00', other.id)).toBe('not-in-activity');
    expect(await decide(id, '980.00')).toBe('more-than-income');
    expect(await decide((await ordered('cancelled')).id, '1.00')).toBe('mission-over');
  });

  it('that leaves the wage too little holds the payslip up, until less is set aside', async () => {
    const done = await earned(branch, { member: worker, aside: '950.00' });
    const page = { after: null, limit: 100, open: true };
    const problems = await branch.payslips.problems(branch.database.reading, page);
    const problem = problems.find(({ mission: held }) => held === done.id)!;
    expect(problem.refusal).toMatchObject({ rule: 'set-aside', remedy: 'Set less aside for expenses.' });
    expect(await decide(done.id, '100.00')).toBe('set aside');
    await branch.database.transact((work) => branch.payslips.retry(work, problem.id));
    expect(await branch.payslips.ofMission(branch.database.reading, done.id)).not.toBeNull();
  });

  it('for a shared activity is its income, and is spent there when it has come in', async () => {
    const activity = await open(worker);
    const done = await earned(branch, { member: worker, aside: '150.00', to: activity });
    const budget = (of: Activity) => branch.budgets.budget(branch.database.reading, of);
    expect(linesOf(await budget(activity), 'invoiced', 'balance', 'available')).toEqual(['150.00', '150.00', '0.00']);
    await hostPays(branch, done, '980.00');
    expect(linesOf(await budget(activity), 'collected', 'available', 'other')).toEqual(['150.00', '150.00', '0.00']);
    const own = await budget(personalActivity(worker));
    expect(own.available.isLessThan(money('1.00', 'EUR'))).toBe(true);
    expect(own.other.isZero()).toBe(true);
    const { posted } = await branch.books.balance(
      branch.database.reading,
      branch.entity.id,
      budgetAccount(activity),
      'EUR',
    );
    expect(posted.toDecimal()).toBe('-150.00');
  });

  it('goes to activities that members lead and join by their own yes', async () => {
    const [second, third] = [await somebody(branch), await somebody(branch)];
    const { id } = await open(worker);
    const act = <T>(use: (work: never) => Promise<{ ok: boolean; refusal?: { kind: string }; value?: T }>) =>
      branch.database.transact((work) => use(work as never)).then((said) => (said.ok ? 'yes' : said.refusal!.kind));
    const invite = (by: string | null, member = second.id, role: 'lead' | 'member' = 'member') =>
      act((work) => branch.activities.invite(work, id, { member, role, by }));
    expect(await act((work) => branch.activities.join(work, id, second.id))).toBe('not-invited');
    expect(await invite(third.id)).toBe('not-the-lead');
    expect(await invite(worker.id)).toBe('yes');
    expect(await invite(second.id, third.id)).toBe('not-the-lead');
    expect(await act((work) => branch.activities.join(work, id, second.id))).toBe('yes');
    expect(await act((work) => branch.activities.leave(work, id, worker.id))).toBe('last-lead');
    expect(await invite(worker.id, worker.id, 'member')).toBe('last-lead');
    expect(await invite(null, second.id, 'lead')).toBe('yes');
    expect(await act((work) => branch.activities.leave(work, id, worker.id))).toBe('yes');
    expect(await act((work) => branch.activities.leave(work, personalActivity(worker).id, worker.id))).toBe(
      'personal-activity',
    );
  });
});
