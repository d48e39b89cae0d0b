import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { managerOf } from '@passerelle/doors';
import { day, money, month } from '@passerelle/values';
import type { Member } from '../members/member.js';
import type { Mission } from '../missions/mission.js';
import { type Home, amina, completed, mission, openHome } from '../payroll/testing/home.js';
import { WagePlansStore } from '../wage-plans/wage-plans.store.js';
import { type Declaration, type DeclarationStep, fileOf, stateOf } from './declaration.js';
import { DeclarationsFollower } from './declarations.follower.js';
import { Declarations } from './declarations.service.js';
import { DeclarationsStore } from './declarations.store.js';
import { OfficialSchemas } from './official-schemas.js';
import { Preparations } from './preparations.service.js';
import { SandboxAuthorityFollower } from './sandbox-authority.follower.js';
import { isAnsweredLate } from './sandbox-authority.js';

describe('declarations', () => {
  let home: Home;
  let worker: Member;
  const store = new DeclarationsStore();
  let declarations: Declarations;
  beforeAll(async () => {
    home = await openHome();
    declarations = new Declarations({ ...home, store, schemas: new OfficialSchemas(undefined) });
    home.runner.add(new DeclarationsFollower(new Preparations({ ...home, store, declarations })));
  });
  beforeEach(async () => {
    home.clock.at = '2026-03-27';
    worker = await home.database.transact((work) => amina(home, work));
  });
  afterAll(() => home.fresh.drop());

  const hers = (): Promise<Declaration[]> => store.ofMember(home.database.reading, worker.id);
  const dawn = async (date: string): Promise<void> => {
    await home.database.transact((work) =>
      home.facts.record(work, { kind: 'DayBegan', subject: date, body: { date: day(date) } }),
    );
    await home.runner.drain();
  };
  const told = async (kind: 'MissionStarted' | 'MissionCancelled', { id }: Mission): Promise<void> => {
    await home.database.transact((work) => home.facts.record(work, { kind, subject: id, body: { mission: id } }));
    await home.runner.drain();
  };
  const started = async (): Promise<Mission> => {
    const made = await home.database.transact((work) => mission(home, work, { member: worker, state: 'active' }));
    await told('MissionStarted', made);
    return made;
  };
  const step = ({ id }: Declaration, taken: DeclarationStep) =>
    home.database.transact((work) =>
      taken.kind === 'sent' ? declarations.send(work, id, 'payroll') : declarations.step(work, id, taken, 'payroll'),
    );
  const states = async () => (await hers()).map((each) => `${each.form.id} ${stateOf(each)}`);
  const handIn = { kind: 'sent', schema: null } as const;
  const whole = { 'worker.nationalNumber': '90051700053', 'worker.kind': 'OTH' };

  it('announces work that may begin, due on its first day, and names what a person has to say', async () => {
    const { id } = await started();
    const [dimona] = await hers();
    expect(dimona).toMatchObject({ mission: id, first: '2026-03-23', last: '2026-03-27', dueOn: '2026-03-23' });
    expect(fileOf(dimona!).missing).toEqual(['worker.nationalNumber', 'worker.kind']);
  });

  const plan = async (from: string, amount: string | null): Promise<void> => {
    await home.database.transact(async (work) => {
      const gross = amount === null ? null : money(amount, 'EUR');
      const decided = { member: worker.id, entity: worker.entity, from: month(from), isPaid: true };
      await new WagePlansStore().add(work, { ...decided, gross, decidedAt: home.clock.now() }, 'EUR');
      const body = { member: worker.id, from: month(from), gross: gross?.toJSON() ?? null };
      await home.facts.record(work, { kind: 'WagePlanned', subject: worker.id, body });
    });
    await home.runner.drain();
  };

  it('announces a monthly wage once as an employment without a last day, and none of its missions', async () => {
    await plan('2026-03', '2800.00');
    await plan('2026-03', '2900.00');
    await plan('2026-05', '3000.00');
    await started();
    const [dimona, ...others] = await hers();
    expect(others).toEqual([]);
    expect(dimona).toMatchObject({ mission: null, first: '2026-03-01', dueOn: '2026-03-01' });
    const { fields, missing } = fileOf(dimona!);
    expect(fields.find(({ name }) => name === 'work.last')!.value).toBeNull();
    expect(missing).toEqual(['worker.nationalNumber', 'worker.kind']);
  });

  it('announces the end of a monthly wage, and withdraws what a later plan makes untrue', async () => {
    await plan('2026-05', '2800.00');
    await plan('2026-08', null);
    const [, out] = await hers();
    expect(out).toMatchObject({ mission: null, first: '2026-07-31', last: '2026-07-31', dueOn: '2026-08-03' });
    expect(fileOf(out!).fields.map(({ value }) => value)).toEqual(expect.arrayContaining(['2026-05-01', '2026-07-31']));
    expect(await states()).toEqual(['be.dimona prepared', 'be.dimona-out prepared']);
    await plan('2026-07', null);
    expect(await states()).toEqual(['be.dimona prepared', 'be.dimona-out withdrawn', 'be.dimona-out prepared']);
    await plan('2026-07', '2800.00');
    await plan('2026-08', '2900.00');
    expect((await states()).slice(1)).toEqual(Array(3).fill('be.dimona-out withdrawn'));
    await plan('2026-05', null);
    expect((await hers()).filter((each) => stateOf(each) === 'prepared').map(({ first }) => first)).toEqual([
      '2026-07-01',
    ]);
  });

  it('goes from said to sent, refused, corrected and accepted, and keeps each step with who took it', async () => {
    await started();
    const [dimona] = await hers();
    expect(await step(dimona!, handIn)).toMatchObject({ ok: false, refusal: { kind: 'not-ready' } });
    const taken: DeclarationStep[] = [
      { kind: 'said', fields: whole },
      handIn,
      { kind: 'refused', field: 'worker.nationalNumber', reason: 'unknown' },
      { kind: 'said', fields: { 'worker.nationalNumber': '90051700154' } },
      handIn,
      { kind: 'accepted', reference: '42' },
    ];
    for (const each of taken) expect((await step(dimona!, each)).ok).toBe(true);
    const [kept] = await hers();
    expect(kept!.steps.map(({ step: { kind }, who }) => `${kind} ${who}`)).toEqual([
      'prepared declarations',
      ...taken.map(({ kind }) => `${kind} payroll`),
    ]);
    expect(stateOf(kept!)).toBe('accepted');
  });

  it('does not ask again for the number of a worker that somebody wrote before', async () => {
    await started();
    const [first] = await hers();
    await step(first!, { kind: 'said', fields: whole });
    await started();
    expect(fileOf((await hers())[1]!).missing).toEqual([]);
  });

  it('stays here while the official schema has something against it, and says with which one it was sent', async () => {
    await started();
    const [dimona] = await hers();
    await step(dimona!, { kind: 'said', fields: whole });
    const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
    const lay = (root: string) =>
      writeFileSync(
        join(folder, 'be.dimona.xsd'),
        `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="${root}"/></xs:schema>`,
      );
    const strict = new Declarations({ ...home, store, schemas: new OfficialSchemas(folder) });
    const send = () => home.database.transact((work) => strict.send(work, dimona!.id, 'payroll'));
    lay('Another');
    const mistakes = [{ line: 2, reason: expect.stringContaining('Dimona') }];
    expect(await send()).toMatchObject({ ok: false, refusal: { kind: 'breaks-schema', mistakes } });
    expect(await states()).toEqual(['be.dimona prepared']);
    lay('Dimona');
    expect(await send()).toMatchObject({ ok: true });
    expect((await hers())[0]!.steps.at(-1)!.step).toEqual({
      kind: 'sent',
      schema: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    rmSync(folder, { recursive: true });
  });

  it('withdraws what is not sent when the work is cancelled, and announces anew what is agreed anew', async () => {
    const made = await started();
    await told('MissionStarted', made);
    expect(await states()).toEqual(['be.dimona withdrawn', 'be.dimona prepared']);
    await told('MissionCancelled', made);
    expect(await states()).toEqual(['be.dimona withdrawn', 'be.dimona withdrawn']);
  });

  it('cancels at the authority what it accepted of work that is called off before it begins, and nothing that is true', async () => {
    home.clock.at = '2026-03-20';
    const made = await started();
    const [dimona] = await hers();
    const take = async (...steps: DeclarationStep[]) => {
      for (const each of steps) await step(dimona!, each);
      await home.runner.drain();
    };
    await take({ kind: 'said', fields: whole }, handIn);
    await told('MissionStarted', made);
    expect(await states()).toEqual(['be.dimona sent']);
    await told('MissionCancelled', made);
    expect(await states()).toEqual(['be.dimona sent']);
    await take({ kind: 'accepted', reference: '0042' });
    await told('MissionCancelled', made);
    expect(await states()).toEqual(['be.dimona accepted', 'be.dimona-cancel prepared']);
    const [, cancel] = await hers();
    expect(cancel).toMatchObject({ mission: made.id, dueOn: '2026-03-23' });
    expect(fileOf(cancel!)).toMatchObject({ missing: [], wrong: [] });
    expect(fileOf(cancel!).fields.map(({ value }) => value)).toContain('0042');
  });

  it('withdraws what is refused of work that was called off, and leaves work that may have begun to a person', async () => {
    home.clock.at = '2026-03-20';
    const off = await started();
    const begun = await started();
    const [refused, accepted] = await hers();
    for (const each of [refused!, accepted!])
      for (const taken of [{ kind: 'said', fields: whole }, handIn] as const) await step(each, taken);
    await told('MissionCancelled', off);
    await step(refused!, { kind: 'refused', field: null, reason: 'unknown' });
    await step(accepted!, { kind: 'accepted', reference: '0043' });
    home.clock.at = '2026-03-24';
    await told('MissionCancelled', begun);
    expect(await states()).toEqual(['be.dimona withdrawn', 'be.dimona accepted']);
  });

  it('declares all pay of a quarter once, on the first day after it', async () => {
    await completed(home, { member: worker, first: '2026-03-19', last: '2026-03-25' });
    await completed(home, { member: worker });
    await dawn('2026-06-30');
    expect(await states()).toEqual([]);
    await dawn('2026-07-01');
    await dawn('2026-07-02');
    const [dmfa, ...more] = await hers();
    expect(more).toEqual([]);
    expect(dmfa).toMatchObject({ form: { id: 'be.dmfa' }, first: '2026-04-01', dueOn: '2026-07-31' });
    const values = Object.fromEntries(fileOf(dmfa!).fields.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ 'work.first': '2026-03-19', 'work.last': '2026-03-27', 'work.days': '10' });
    expect(fileOf(dmfa!).wrong).toEqual([]);
  });

  it('is late on the day after the last one in time, unless the authority accepted it', async () => {
    for (const _ of [1, 2, 3]) await started();
    const [accepted, sent] = await hers();
    for (const each of [accepted!, sent!]) {
      await step(each, { kind: 'said', fields: whole });
      await step(each, handIn);
    }
    await step(accepted!, { kind: 'accepted', reference: '42' });
    await dawn('2026-03-23');
    expect(await states()).toEqual(['be.dimona accepted', 'be.dimona sent', 'be.dimona prepared']);
    const before = await store.late(home.database.reading);
    await dawn('2026-03-24');
    expect(await states()).toEqual(['be.dimona accepted', 'be.dimona late', 'be.dimona late']);
    expect(await store.late(home.database.reading)).toBe(before + 2);
  });

  it('is answered at once by the authority of a demonstration, or two days after the last one in time', async () => {
    home.runner.add(new SandboxAuthorityFollower(store, declarations));
    for (const _ of [1, 2, 3, 4, 5]) await started();
    const sent = await hers();
    await step(sent[0]!, { kind: 'said', fields: { ...whole, 'worker.nationalNumber': '90051700000' } });
    for (const each of sent) {
      if (each !== sent[0]) await step(each, { kind: 'said', fields: whole });
      await step(each, handIn);
    }
    const becomes = async (date: string) => {
      await dawn(date);
      return (await hers()).map((each) => (isAnsweredLate(each) ? `slow ${stateOf(each)}` : stateOf(each)));
    };
    const rest = (slow: string) =>
      sent.map((each) => (isAnsweredLate(each) ? `slow ${slow}` : each === sent[0] ? 'refused' : 'accepted'));
    expect(await becomes('2026-03-20')).toEqual(rest('sent'));
    expect((await becomes('2026-03-24')).slice(1)).toEqual(rest('late').slice(1));
    expect((await becomes('2026-03-25')).slice(1)).toEqual(rest('accepted').slice(1));
  });

  it('are listed by the day they are due, page by page', async () => {
    const page = (after: Declaration['id'] | null) =>
      declarations.page(home.database.reading, { after, limit: 3, states: ['prepared', 'sent', 'late'] });
    const first = await page(null);
    const second = await page(first.at(-1)!.id);
    const days = [...first, ...second].map(({ dueOn }) => dueOn);
    expect(days).toEqual([...days].sort());
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(first.length + second.length);
    expect(second.length).toBeGreaterThan(0);
  });

  it.each(['declaration', 'declaration_step', 'declared_pay'])('never lets go of a row of %s', async (table) => {
    const remove = home.database.transact((work) => managerOf(work).query(`delete from ${table}`));
    await expect(remove).rejects.toThrow('never edited');
  });
});
