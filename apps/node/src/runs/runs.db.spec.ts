import { setTimeout as pause } from 'node:timers/promises';
import { type Work, languages, managerOf } from '@passerelle/doors';
import { type Month, type Result, money } from '@passerelle/values';
import { dayBegins, withFund } from '../guarantee/testing/guaranteed.js';
import type { Member } from '../members/member.js';
import { amina, completed } from '../payroll/testing/home.js';
import { type Run, type RunRefusal, stateOf } from './run.js';
import { RunItemBody } from './runs.bodies.js';
import { type PayrollDesk, countsOf, openPayrollDesk, workerOf } from './testing/payroll-desk.js';

const period = '2026-04' as Month;

describe('a payroll run', () => {
  let house: PayrollDesk;
  let desk: PayrollDesk;
  let members: Member[];
  beforeAll(async () => {
    house = await openPayrollDesk();
  });
  afterAll(() => house.fresh.drop());
  beforeEach(async () => {
    house.clock.at = '2026-03-27';
    desk = { ...house, entity: (await withFund(house, '5000.00')).entity };
    members = [];
    for (let person = 0; person < 5; person += 1)
      members.push(await desk.database.transact((work) => amina(desk, work)));
    for (const member of members) await completed(desk, { member });
  });

  const act = async (decide: (work: Work) => Promise<Result<Run, RunRefusal>>): Promise<Run> => {
    const decided = await desk.database.transact(decide);
    if (!decided.ok) throw new Error(decided.refusal.kind);
    return decided.value;
  };
  const collect = (by = 'nora') => act((work) => desk.runs.collect(work, { entity: desk.entity.id, period, by }));
  const query = <T>(sql: string): Promise<T[]> => managerOf(desk.database.reading).query<T[]>(sql);
  const found = async (run: Run): Promise<Run> => (await desk.runs.find(desk.database.reading, run.id))!;
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    for (let wait = 0; wait < 300 && !(await isSo()); wait += 1) await pause(10);
    expect(await isSo()).toBe(true);
  };

  it('is taken over by another program when the one at work is killed between two batches', async () => {
    const run = await collect();
    // The third item cannot be read before this transaction ends, so the first program stands still inside its second batch.
    const killed = workerOf(desk, 2);
    await desk.database.transact(async (work) => {
      await managerOf(work).query('select from payroll_run_item where run = $1 and number = 3 for update', [run.id]);
      await killed.start();
      await until(async () => (await countsOf(desk, run.id)).items.done === 2);
      await until(async () => (await query(waitingSessions)).length === 1);
      await query(`select pg_terminate_backend(pid) from (${waitingSessions}) s`);
      await killed.stop();
    });
    expect((await countsOf(desk, run.id)).items).toMatchObject({ done: 2, left: 3 });

    const other = workerOf(desk, 2);
    await other.start();
    await until(async () => stateOf(await found(run)) === 'checking');
    await other.stop();
    expect((await countsOf(desk, run.id)).items).toMatchObject({ done: 5, left: 0, failed: 0 });
    expect(await query('select mission from payslip group by mission having count(*) > 1')).toEqual([]);
    expect((await found(run)).steps.map(({ act: done, by }) => [done, by])).toEqual([
      ['collected', 'nora'],
      ['computed', null],
    ]);
  });

  it('is worked once when two programs work at the same time', async () => {
    const run = await collect();
    const both = [workerOf(desk, 1), workerOf(desk, 1)];
    await Promise.all(both.map((worker) => worker.start()));
    await until(async () => stateOf(await found(run)) === 'checking');
    await Promise.all(both.map((worker) => worker.stop()));
    const { items, total } = await countsOf(desk, run.id);
    expect([items.done, total.toString()]).toEqual([5, money('2544.45', 'EUR').toString()]);
    expect((await found(run)).steps).toHaveLength(2);
  });

  it('gives payslips to workers only after a second person has approved, and writes one letter each', async () => {
    const worker = workerOf(desk, 2);
    const run = await collect();
    await worker.drain();
    const checked = { payslips: 5, total: money('2544.45', 'EUR') };
    const readable = (member: Member) =>
      desk.payslips.page(desk.database.reading, { after: null, limit: 10, readBy: member.id });
    const letters = async (): Promise<string[]> => {
      const written = await query<{ to: string }>(`select letter ->> 'to' as to from mail`);
      return written.map(({ to }) => to).filter((to) => members.some(({ email }) => email === to));
    };
    const early = await desk.database.transact((work) => desk.runs.publish(work, run.id, 'nora'));
    expect(early).toMatchObject({ refusal: { kind: 'not-from-here', state: 'checking' } });
    const own = await desk.database.transact((work) => desk.runs.approve(work, run.id, { by: 'nora', checked }));
    expect(own).toMatchObject({ refusal: { kind: 'same-person' } });
    await act((work) => desk.runs.approve(work, run.id, { by: 'fatou', checked }));
    await worker.drain();
    expect([await readable(members[0]!), await letters()]).toEqual([[], []]);

    await act((work) => desk.runs.publish(work, run.id, 'fatou'));
    await worker.drain();
    expect(stateOf(await found(run))).toBe('published');
    expect(await readable(members[0]!)).toHaveLength(1);
    expect((await letters()).sort()).toEqual(members.map(({ email }) => email).sort());
  });

  it('says who failed and why, and tries only those again', async () => {
    await completed(desk, { member: members[0]!, price: '600.00' });
    const worker = workerOf(desk);
    const run = await collect();
    await worker.drain();
    const failed = { after: 0, limit: 10, state: 'failed', unusual: false } as const;
    const [item, ...others] = await desk.runs.items(desk.database.reading, run.id, failed);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ name: 'Amina', failure: { kind: 'below-minimum', rule: 'be.minimum-income' } });
    const said = languages.map((language) => RunItemBody.of(item!, language).failure!.detail);
    expect(new Set(said).size).toBe(languages.length);
    const earlier = { ...item!, failure: { ...item!.failure!, detail: 'Too little.' } };
    expect(RunItemBody.of(earlier, 'sv').failure!.detail).toBe('Too little.');

    const attempts = async (): Promise<number[]> =>
      (await query<{ attempts: number }>(`select attempts from payroll_problem where id = '${item!.problem}'`)).map(
        (row) => row.attempts,
      );
    expect(await attempts()).toEqual([2]);
    await act((work) => desk.runs.retry(work, run.id, 'nora'));
    await worker.drain();
    expect(await attempts()).toEqual([3]);
    expect((await countsOf(desk, run.id)).items).toMatchObject({ done: 5, failed: 1, left: 0 });
  });

  it('leaves what failed, and what was withdrawn, to the next run', async () => {
    await completed(desk, { member: members[0]!, price: '600.00' });
    const worker = workerOf(desk);
    const waiting = async () =>
      (await desk.runs.waiting(desk.database.reading, period)).find(({ entity }) => entity.id === desk.entity.id);
    expect(await waiting()).toMatchObject({ count: 6, firstDue: '2026-03-27' });
    const first = await collect();
    expect(await waiting()).toMatchObject({ count: 0, firstDue: null });
    const again = await desk.database.transact((work) =>
      desk.runs.collect(work, { entity: desk.entity.id, period, by: 'nora' }),
    );
    expect(again).toMatchObject({ refusal: { kind: 'nothing-to-collect' } });
    await worker.drain();
    await act((work) => desk.runs.withdraw(work, first.id, { by: 'fatou', reason: 'The index of April is missing' }));
    const second = await collect();
    await worker.drain();
    const checked = { payslips: 5, total: money('2544.45', 'EUR') };
    await act((work) => desk.runs.approve(work, second.id, { by: 'fatou', checked }));
    expect((await countsOf(desk, second.id)).items).toMatchObject({ done: 5, dropped: 1 });
    const third = await collect();
    expect((await countsOf(desk, third.id)).items).toMatchObject({ left: 1 });
  });

  it('names what is unusual: a first payslip, a new account, work abroad without a certificate', async () => {
    const [member] = members;
    await dayBegins(desk, '2026-04-08');
    await managerOf(desk.database.reading).query(`update member set iban = 'BE68539007547034' where id = $1`, [
      member!.id,
    ]);
    await completed(desk, {
      member: member!,
      first: '2026-04-01',
      last: '2026-04-03',
      days: 3,
      price: '600.00',
      place: 'BE',
    });
    const run = await collect();
    await workerOf(desk).drain();
    const page = { after: 0, limit: 20, state: null, unusual: true };
    const items = await desk.runs.items(desk.database.reading, run.id, page);
    const hers = items.filter((item) => item.member === member!.id).map(({ findings }) => findings);
    expect(hers).toEqual([[{ kind: 'first-payslip' }, { kind: 'no-a1', country: 'FR' }], [{ kind: 'new-account' }]]);
    expect(await countsOf(desk, run.id)).toMatchObject({ unusual: 6, ordered: 5, confirmed: 0 });
  });

  it('keeps its record for ever', async () => {
    const run = await collect();
    for (const change of [`update payroll_run_step set by = 'nobody'`, 'delete from payroll_run_step'])
      await expect(query(change)).rejects.toThrow('only added to');
    expect((await found(run)).steps).toHaveLength(1);
  });
});

/** Sessions of this database that wait for a row somebody else holds. */
const waitingSessions = `select pid from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
