import { type Account, type Work, managerOf } from '@passerelle/doors';
import { type Money, money, month } from '@passerelle/values';
import { Mail } from '../mail/mail.service.js';
import { MailStore } from '../mail/mail.store.js';
import type { Member } from '../members/member.js';
import { Situations } from '../members/situations.service.js';
import { SituationsStore } from '../members/situations.store.js';
import { readPdf } from '../papers/testing/pdf-text.js';
import { type Home, amina, mission, openHome } from '../payroll/testing/home.js';
import { WagePlans } from '../wage-plans/wage-plans.service.js';
import { WagePlansStore } from '../wage-plans/wage-plans.store.js';
import type { Contract } from './contract.js';
import { ContractsFollower } from './contracts.follower.js';
import { Contracts } from './contracts.service.js';
import { ContractsStore } from './contracts.store.js';
import { MonthlyContracts } from './monthly-contracts.service.js';

const evidence = { address: '203.0.113.7', userAgent: 'Firefox' };
const wage = money('2800.00', 'EUR');
const more = money('3000.00', 'EUR');

describe('the contract of a wage by the month', () => {
  let home: Home;
  let contracts: Contracts;
  let monthly: MonthlyContracts;
  let plans: WagePlans;
  let worker: Member;
  beforeAll(async () => {
    home = await openHome('2026-04-10');
    const parts = { ...home, store: new ContractsStore() };
    const situations = new Situations(new SituationsStore(), home.members, home.facts, home.clock);
    contracts = new Contracts({ ...parts, situations });
    monthly = new MonthlyContracts({ ...parts, contracts, situations });
    const mail = new Mail(new MailStore(), home.facts, home.ids);
    plans = new WagePlans({ ...home, store: new WagePlansStore(), mail });
    home.runner.add(new ContractsFollower(contracts, monthly));
  });
  beforeEach(async () => {
    home.clock.at = '2026-04-10';
    worker = await transact((work) => amina(home, work));
  });
  afterAll(() => home.fresh.drop());

  const transact = <T>(use: (work: Work) => Promise<T>): Promise<T> => home.database.transact(use);
  const plan = async (from: string, gross: Money | null): Promise<void> => {
    const decided = await transact((work) => plans.decide(work, worker.id, { from: month(from), gross }));
    if (!decided.ok) throw new Error(decided.refusal.kind);
    await home.runner.drain();
  };
  const hers = async (): Promise<readonly Contract[]> =>
    contracts.page(home.database.reading, { after: null, limit: 20, member: worker.id, state: null });
  const states = async () => (await hers()).map(({ months, version, state }) => [months!.month, version, state]);
  const newest = async (): Promise<Contract> => (await hers())[0]!;
  const account = (): Account => ({
    id: home.ids.newId(),
    email: worker.email,
    roles: ['worker'],
    subject: worker.id,
    language: 'fr',
  });
  const sign = ({ id, sha256 }: Contract) =>
    transact((work) => contracts.sign(work, id, { account: account(), sha256, evidence }));
  const fileOf = ({ id }: Contract) => contracts.file(home.database.reading, id) as Promise<Buffer>;
  const textOf = async (contract: Contract): Promise<string> =>
    readPdf(await fileOf(contract))
      .pages.flat()
      .join(' ')
      .replace(/\s+/g, ' ');

  it('is written once when the wage is planned, with her work, by the first day of its first month', async () => {
    await transact((work) => mission(home, work, { member: worker, role: 'both', place: 'BE', state: 'active' }));
    await plan('2026-05', wage);
    await plan('2026-05', wage);
    const [contract, ...others] = await hers();
    expect(others).toEqual([]);
    expect(contract).toMatchObject({
      mission: null,
      months: { since: '2026-05', month: '2026-05' },
      version: 1,
      state: 'open',
      due: '2026-05-01',
      worker: 'Amina',
    });
    const text = await textOf(contract!);
    for (const said of ['2 800,00 €', '1 mai 2026', 'Lille, Belgique', 'durée indéterminée'])
      expect(text).toContain(said);
    const again = await transact((work) => monthly.offer(work, worker.id));
    expect(again).toEqual({ ok: true, value: [contract] });
    const told = await home.facts.since(home.database.reading, 0n, ['ContractOffered']);
    expect(told.filter(({ subject }) => subject === worker.id).map(({ body }) => body)).toEqual([
      { contract: contract!.id, mission: null, member: worker.id, month: '2026-05' },
    ]);
  });

  it('is signed by what she read, and both sides then have the same bytes', async () => {
    await plan('2026-05', wage);
    const contract = await newest();
    const offered = await fileOf(contract);
    const other = await transact((work) =>
      contracts.sign(work, contract.id, { account: account(), sha256: '0'.repeat(64), evidence }),
    );
    expect(other).toMatchObject({ refusal: { kind: 'another-paper' } });
    expect(await sign(contract)).toMatchObject({ ok: true, value: { state: 'signed', signedAt: home.clock.now() } });
    const { pages, attachments } = readPdf(await fileOf(contract));
    expect(Buffer.from(attachments[0]!).equals(offered)).toBe(true);
    expect(pages.at(-1)!.join(' ')).toContain(evidence.address);
  });

  it('stays as it was signed when the wage changes: a new version names it', async () => {
    await plan('2026-05', wage);
    const first = await newest();
    await sign(first);
    const signed = await fileOf(first);
    await plan('2026-07', more);
    expect(await states()).toEqual([
      ['2026-07', 2, 'open'],
      ['2026-05', 1, 'signed'],
    ]);
    expect((await fileOf(first)).equals(signed)).toBe(true);
    const text = await textOf(await newest());
    expect(text).toContain('3 000,00 €');
    expect(text.replaceAll(' ', '')).toContain(`SHA-256${first.sha256}`);
  });

  it('is written anew where another wage is decided for the same month, and what was not signed lapses', async () => {
    await plan('2026-05', wage);
    await plan('2026-05', more);
    await plan('2026-05', wage);
    expect(await states()).toEqual([
      ['2026-05', 3, 'open'],
      ['2026-05', 2, 'lapsed'],
      ['2026-05', 1, 'lapsed'],
    ]);
    expect(await sign((await hers())[1]!)).toMatchObject({ refusal: { kind: 'lapsed' } });
  });

  it('ends by a version with a last day, and is not to be signed when the employment is over', async () => {
    await plan('2026-05', wage);
    await plan('2026-07', null);
    expect(await states()).toEqual([
      ['2026-07', 2, 'open'],
      ['2026-05', 1, 'open'],
    ]);
    expect(await textOf(await newest())).toContain('le dernier jour de l’emploi est le 30 juin 2026');
    home.clock.at = '2026-06-30';
    expect((await states()).map(([, , state]) => state)).toEqual(['open', 'open']);
    expect(contracts.isLate((await hers())[1]!)).toBe(true);
    home.clock.at = '2026-07-01';
    expect((await states()).map(([, , state]) => state)).toEqual(['lapsed', 'lapsed']);
  });

  it('lapses when the wage stops before its first month, and nothing is written for that', async () => {
    await plan('2026-05', wage);
    await plan('2026-05', null);
    expect(await states()).toEqual([['2026-05', 1, 'lapsed']]);
    const asked = await transact((work) => monthly.offer(work, worker.id));
    expect(asked).toMatchObject({ refusal: { kind: 'no-monthly-wage' } });
  });

  it('cannot stand half by the month and half for a mission', async () => {
    await plan('2026-05', wage);
    const half = `insert into contract (id, mission, terms_hash, member, paper, offered_at, sha256, content, since)
      select gen_random_uuid(), null, 'x', member, paper, offered_at, sha256, content, since from contract`;
    await expect(managerOf(home.database.reading).query(half)).rejects.toThrow('of_a_mission_or_by_the_month');
  });
});
