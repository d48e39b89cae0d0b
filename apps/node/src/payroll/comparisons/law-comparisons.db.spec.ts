import type { PlainDate } from '@passerelle/values';
import { day, money } from '@passerelle/values';
import { commands } from '../../commands/all.commands.js';
import { runCommand } from '../../commands/run-command.js';
import type { Member } from '../../members/member.js';
import type { IssuedPayslip, PayslipId } from '../payslip.js';
import { type Home, amina, completed, openHome } from '../testing/home.js';
import { type LawComparison, totalsOf } from './law-comparison.js';
import { LawComparisonBody } from './law-comparisons.bodies.js';
import { LawComparisonsFollower } from './law-comparisons.follower.js';
import { LawComparisons } from './law-comparisons.service.js';
import { LawComparisonsStore } from './law-comparisons.store.js';

describe('payslips compared with the law', () => {
  let home: Home;
  let worker: Member;
  let comparisons: LawComparisons;
  beforeAll(async () => {
    home = await openHome();
    const { payslipsStore: payslips, cooperative, facts, clock, ids, runner } = home;
    const store = new LawComparisonsStore();
    comparisons = new LawComparisons({ store, payslips, cooperative, facts, clock, ids, release: '0.0.0' });
    runner.add(new LawComparisonsFollower(comparisons));
    worker = await home.database.transact((work) => amina(home, work));
    for (const [first, last] of [
      ['2026-03-02', '2026-03-06'],
      ['2026-03-09', '2026-03-13'],
      ['2026-03-23', '2026-03-27'],
    ] as const)
      await completed(home, { member: worker, first, last });
  });
  afterAll(() => home.fresh.drop());

  const ask = (lawFrom: PlainDate | null, by = 'payroll@demo.example') =>
    home.database.transact((work) => comparisons.ask(work, { lawFrom, by }));
  const compared = async (lawFrom: PlainDate | null): Promise<LawComparison> => {
    const asked = await ask(lawFrom);
    if (!asked.ok) throw new Error(asked.refusal.kind);
    await home.runner.drain();
    return (await comparisons.find(home.database.reading, asked.value.id))!;
  };
  /** A payslip as somebody would keep it who changed one cent of what it holds back. */
  const forged = async (): Promise<IssuedPayslip> => {
    const [issued] = await home.payslipsStore.newest(home.database.reading, 1);
    const { payslip } = issued!;
    const cent = money('0.01', 'EUR');
    const lines = payslip.lines.map((line) =>
      line.id === 'be.employee-contribution'
        ? { ...line, worker: { ...line.worker!, amount: line.worker!.amount.plus(cent) } }
        : line,
    );
    return {
      ...issued!,
      id: home.ids.newId() as PayslipId,
      mission: null,
      reference: '2026-02',
      payslip: { ...payslip, lines, net: payslip.net.plus(cent) },
    };
  };

  it('come out as they were issued, by the law of their own days', async () => {
    const done = await compared(null);
    expect(done).toMatchObject({ lawFrom: null, since: '2025-12-01', payslips: 3, askedBy: 'payroll@demo.example' });
    expect(totalsOf(done)).toEqual({ compared: 3, differing: 0, refused: 0 });
    expect([done.doneAt, done.widest]).toEqual([expect.any(Date), []]);
  });

  it('are asked by a law to come: how many differ, by how much, and by which lines', async () => {
    const done = await compared(day('2026-04-01'));
    expect(done).toMatchObject({ since: '2026-02-01', payslips: 3 });
    const [belgium] = done.countries;
    expect(belgium).toMatchObject({ country: 'BE', payslips: 3, differing: 3 });
    const sumOf = (side: 'worker' | 'employer') => belgium!.lines.reduce((so, line) => so + line[side].minor, 0n);
    expect([sumOf('worker'), sumOf('employer')]).toEqual([belgium!.net.total.minor, belgium!.cost.total.minor]);
    expect(done.widest.map(({ payslip }) => payslip)).toHaveLength(3);
    const body = LawComparisonBody.of(done, 'nl');
    expect(body.countries[0]!.lines.map(({ title }) => title)).toContain('Werkbonus, luik A (lage lonen)');
  });

  it('are not compared twice at the same time, and with no law that holds already', async () => {
    const [first, second] = [await ask(day('2027-01-01')), await ask(day('2027-01-01'), 'other@demo.example')];
    expect(first.ok && second.ok && second.value.id).toBe(first.ok && first.value.id);
    expect(await ask(day('2026-03-27'))).toEqual({
      ok: false,
      refusal: { kind: 'law-holds-already', today: '2026-03-27' },
    });
    await home.runner.drain();
  });

  it('say where the law to come is not known, instead of inventing it', async () => {
    const { countries, widest } = await compared(day('2027-01-01'));
    expect(countries).toMatchObject([{ payslips: 3, differing: 0, refusing: [{ kind: 'no-rule-on-date' }] }]);
    expect(widest[0]).toMatchObject({ difference: null, refusal: { kind: 'no-rule-on-date' } });
  });

  it('are worked in parts, and go on behind the last part that was kept', async () => {
    const asked = await ask(null);
    const { id } = asked.ok ? asked.value : { id: null as never };
    const part = () => home.database.transact((work) => comparisons.goOn(work, id, 2));
    const so = async () => (await comparisons.find(home.database.reading, id))!;
    await part();
    expect([totalsOf(await so()).compared, (await so()).doneAt]).toEqual([2, null]);
    await part();
    await part();
    expect([totalsOf(await so()).compared, (await so()).doneAt]).toEqual([3, expect.any(Date)]);
    await home.runner.drain();
    expect(totalsOf(await so()).compared).toBe(3);
  });

  it('are found out when one cent of one of them was changed, on the page and at the command line', async () => {
    const bad = await forged();
    await home.database.transact((work) => home.payslipsStore.add(work, [bad]));
    const done = await compared(null);
    expect(totalsOf(done)).toEqual({ compared: 4, differing: 1, refused: 0 });
    expect(done.widest).toMatchObject([
      {
        payslip: bad.id,
        reference: '2026-02',
        issued: { net: bad.payslip.net.toJSON() },
        difference: {
          net: { amount: '-0.01', currency: 'EUR' },
          lines: [{ id: 'be.employee-contribution', worker: { amount: '-0.01', currency: 'EUR' } }],
        },
      },
    ]);

    const env = {
      PASSERELLE_NODE: 'be',
      PASSERELLE_COUNTRY: 'BE',
      PASSERELLE_DATABASE_URL: home.fresh.url,
      PASSERELLE_BASE_URL: 'https://coop.example',
    };
    const notes: string[] = [];
    const run = (line: string) =>
      runCommand(commands, line.split(' '), { env, note: (note) => notes.push(note), input: async () => '' });
    const told = await run('rules compare --since 2026-01-01');
    expect([told.code, told.out]).toEqual([2, expect.stringContaining('4 compared, 1 differ, 0 cannot be made')]);
    expect(told.out).toContain(bad.id);
    expect(notes).toContain('4 of 4');
    const tried = await run('rules compare --since 2026-01-01 --law 2026-04-01 --json');
    expect([tried.code, JSON.parse(tried.out)]).toMatchObject([
      0,
      { lawFrom: '2026-04-01', compared: 4, differing: 4 },
    ]);
    expect(await run('rules compare --law soon')).toMatchObject({ code: 64, err: expect.stringContaining('--law') });
    const doctor = await run('doctor --only payslips');
    expect([doctor.code, doctor.out]).toEqual([2, expect.stringMatching(/FAIL +payslips +1 of the newest 4 .*→/)]);
  });
});
