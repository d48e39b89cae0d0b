import { createHash } from 'node:crypto';
import { type Account, managerOf } from '@passerelle/doors';
import { day, month, money } from '@passerelle/values';
import type { Member } from '../members/member.js';
import { Situations } from '../members/situations.service.js';
import { SituationsStore } from '../members/situations.store.js';
import type { Mission } from '../missions/mission.js';
import { readPdf } from '../papers/testing/pdf-text.js';
import { type Home, amina, mission, openHome } from '../payroll/testing/home.js';
import { WagePlansStore } from '../wage-plans/wage-plans.store.js';
import type { Contract } from './contract.js';
import { ContractsFollower } from './contracts.follower.js';
import { Contracts } from './contracts.service.js';
import { ContractsStore } from './contracts.store.js';
import { MonthlyContracts } from './monthly-contracts.service.js';

const evidence = { address: '203.0.113.7', userAgent: 'Firefox' };

describe('contracts of workers', () => {
  let home: Home;
  let contracts: Contracts;
  let situations: Situations;
  let worker: Member;
  beforeAll(async () => {
    home = await openHome('2026-03-20');
    situations = new Situations(new SituationsStore(), home.members, home.facts, home.clock);
    contracts = new Contracts({ ...home, store: new ContractsStore(), situations });
    const monthly = new MonthlyContracts({ ...home, store: new ContractsStore(), contracts, situations });
    home.runner.add(new ContractsFollower(contracts, monthly));
  });
  beforeEach(async () => {
    worker = await home.database.transact((work) => amina(home, work));
  });
  afterAll(() => home.fresh.drop());

  const confirmed = async (state: Mission['state'] = 'formalities'): Promise<Mission> => {
    const made = await home.database.transact(async (work) => {
      const agreed = await mission(home, work, { member: worker, role: 'both', place: 'BE', state });
      await home.facts.record(work, { kind: 'ClientConfirmed', subject: agreed.id, body: { mission: agreed.id } });
      return agreed;
    });
    await home.runner.drain();
    return made;
  };
  const hers = (): Promise<readonly Contract[]> =>
    contracts.page(home.database.reading, { after: null, limit: 10, member: worker.id, state: null });
  const account = (subject: string): Account => ({
    id: home.ids.newId(),
    email: worker.email,
    roles: ['worker'],
    subject,
    language: 'fr',
  });
  const sign = ({ id }: Contract, sha256: string, subject: string = worker.id) =>
    home.database.transact((work) => contracts.sign(work, id, { account: account(subject), sha256, evidence }));
  const fileOf = ({ id }: Contract) => contracts.file(home.database.reading, id) as Promise<Buffer>;

  it('are written once when the client has said yes, with what is known of her, by the first day of work', async () => {
    const identity = { address: 'Rue Haute 1, 1000 Bruxelles', bornOn: day('1990-05-17') };
    await home.database.transact((work) =>
      situations.state(work, worker.id, { from: day('2026-01-01'), identity, employers: [] }, 'amina'),
    );
    const { id } = await confirmed();
    const [contract, ...others] = await hers();
    expect(others).toEqual([]);
    expect(contract).toMatchObject({ mission: id, state: 'open', due: '2026-03-23', signedAt: null });
    const again = await home.database.transact((work) => contracts.offer(work, id));
    expect(again).toEqual({ ok: true, value: contract });
    const file = await fileOf(contract!);
    expect(createHash('sha256').update(file).digest('hex')).toBe(contract!.sha256);
    const text = readPdf(file).pages.flat().join(' ');
    for (const said of ['Two concerts', 'Rue Haute 1', '17 mai 1990', 'Sur scène ou en création'])
      expect(text).toContain(said);
  });

  it('are signed by the worker herself, for what she read, once; both sides then have the same proof', async () => {
    await confirmed();
    const [contract] = await hers();
    const offered = await fileOf(contract!);
    expect(await sign(contract!, contract!.sha256, home.ids.newId())).toMatchObject({
      refusal: { kind: 'only-herself' },
    });
    expect(await sign(contract!, '0'.repeat(64))).toMatchObject({ refusal: { kind: 'another-paper' } });
    const signed = await sign(contract!, contract!.sha256);
    expect(signed).toMatchObject({ ok: true, value: { state: 'signed', signedAt: home.clock.now() } });
    const file = await fileOf(contract!);
    const { pages, attachments } = readPdf(file);
    expect(Buffer.from(attachments[0]!).equals(offered)).toBe(true);
    expect(pages.at(-1)!.join(' ')).toContain(evidence.address);
    expect(await sign(contract!, contract!.sha256)).toEqual(signed);
    expect((await fileOf(contract!)).equals(file)).toBe(true);
    const count = 'select count(*)::int as n from fact where kind = $1 and body @> $2';
    const [row] = await managerOf(home.database.reading).query<[{ n: number }]>(count, [
      'ContractSigned',
      { contract: contract!.id },
    ]);
    expect(row.n).toBe(1);
  });

  it('are late from the first day of work on', async () => {
    await confirmed();
    const [contract] = await hers();
    const asked = ['2026-03-22', '2026-03-23'].map((today) => {
      home.clock.at = today;
      return contracts.isLate(contract!);
    });
    home.clock.at = '2026-03-20';
    expect(asked).toEqual([false, true]);
    await sign(contract!, contract!.sha256);
    expect(contracts.isLate((await hers())[0]!)).toBe(false);
  });

  it('lapse when the mission ends before they are signed, and are not signed any more', async () => {
    const { id } = await confirmed('active');
    const [contract] = await hers();
    const end = "update mission set state = 'cancelled' where id = $1";
    await home.database.transact((work) => managerOf(work).query(end, [id]));
    expect((await hers())[0]).toMatchObject({ state: 'lapsed' });
    expect(await sign(contract!, contract!.sha256)).toMatchObject({ refusal: { kind: 'lapsed' } });
    const anew = await home.database.transact((work) => contracts.offer(work, id));
    expect(anew).toMatchObject({ refusal: { kind: 'not-the-time', state: 'cancelled' } });
  });

  it('are written anew for new terms, and the old ones lapse', async () => {
    const { id } = await confirmed();
    const terms = "update mission set terms_hash = 'another' where id = $1";
    await home.database.transact((work) => managerOf(work).query(terms, [id]));
    await home.database.transact((work) => contracts.offer(work, id));
    expect((await hers()).map(({ state }) => state)).toEqual(['open', 'lapsed']);
  });

  it('are not written for work within a monthly wage, nor where no wage can be computed', async () => {
    const poor = await home.database.transact((work) =>
      mission(home, work, { member: worker, role: 'both', state: 'active', price: '1.00' }),
    );
    const refused = await home.database.transact((work) => contracts.offer(work, poor.id));
    expect(refused).toMatchObject({ refusal: { kind: 'not-to-be-written', why: { kind: 'cannot-be-paid' } } });
    await home.database.transact(async (work) => {
      const from = { member: worker.id, entity: worker.entity, from: month('2026-03'), isPaid: true };
      const gross = money('2800.00', 'EUR');
      await new WagePlansStore().add(work, { ...from, gross, decidedAt: home.clock.now() }, 'EUR');
    });
    const { id } = await confirmed();
    const within = await home.database.transact((work) => contracts.offer(work, id));
    expect(within).toMatchObject({ refusal: { kind: 'paid-by-the-month' } });
    expect(await hers()).toEqual([]);
  });

  it('are neither changed nor taken away by anybody', async () => {
    await confirmed();
    const [contract] = await hers();
    await sign(contract!, contract!.sha256);
    for (const table of ['contract', 'contract_signature']) {
      const change = managerOf(home.database.reading).query(`delete from ${table}`);
      await expect(change).rejects.toThrow('kept as they were offered and signed');
    }
  });
});
