import { managerOf } from '@passerelle/doors';
import { day } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';
import { SpecFederation, euros } from './testing/spec-federation.js';
import { postgresGround } from './testing/postgres-ground.js';
import type { SpecNode } from './testing/spec-node.js';

type Grounds = Record<'be' | 'fr' | 'se', Awaited<ReturnType<typeof postgresGround>>>;

const amina = '0198f5c1-8f2a-7c3b-9a41-0242ac120001' as MissionId;

const concert = {
  mission: amina,
  reference: 'be-2026-0001',
  home: 'be',
  host: 'fr',
  amount: euros(98_000n),
  due: day('2026-05-12'),
  isAgreed: true,
  isDone: true,
};

const shared = (debtor: string, peer: string, cents: bigint) => ({
  peer,
  debtor,
  amount: euros(cents),
  due: day('2026-04-30'),
  kind: 'shared.cost',
  text: 'A shared rehearsal room',
  reference: 'by-hand',
});

describe('a cycle of three nodes, each on a PostgreSQL of its own', () => {
  let grounds: Grounds;
  let world: SpecFederation;
  beforeAll(async () => {
    const [be, fr, se] = await Promise.all([postgresGround(), postgresGround(), postgresGround()]);
    grounds = { be, fr, se };
    world = new SpecFederation(0, grounds);
    await world.start();
  });
  afterAll(async () => {
    for (const { fresh } of Object.values(grounds)) await fresh.drop();
  });

  const ask = (node: SpecNode, sql: string) => managerOf(node.database.reading).query<Record<string, string>[]>(sql);
  const lines = async (node: SpecNode, peer: string) =>
    (await node.obligations.ofPair(node.database.reading, peer, '2026-04')).map(({ obligation }) => ({
      terms: obligation.terms,
      hash: obligation.hash,
      state: obligation.state,
      settledIn: obligation.settledIn,
    }));

  it('settles every debt once, with equal statements on both sides and books that sum to zero', async () => {
    await world.be.knows(concert);
    await world.fr.knows(concert);
    await world.be.act((work) => world.be.obligations.proposeByHand(work, shared('be', 'se', 50_000n)));
    await world.se.act((work) => world.se.obligations.proposeByHand(work, shared('se', 'fr', 20_000n)));
    await world.settleDown();
    for (const node of world.all) await node.dayBegins('2026-05-01');
    await world.settleDown();
    await world.banksWork();
    for (const node of world.all) {
      expect((await node.cycles.find(node.database.reading, '2026-04'))!.status).toBe('closed');
      expect(await node.books.check(node.database.reading)).toEqual([]);
      const open = await node.books.balances(node.database.reading, node.entity, 'clearing');
      expect(open).toEqual([]);
    }
    expect(await lines(world.be, 'fr')).toEqual(await lines(world.fr, 'be'));
    expect(await lines(world.be, 'fr')).toMatchObject([{ state: 'settled', settledIn: '2026-04' }]);
    expect(world.be.repaid).toEqual([`${amina} 980.00 EUR`]);
  });

  it('keeps votes, finals and agreed terms as they are', async () => {
    await expect(ask(world.fr, `update cycle_vote set result = ''`)).rejects.toThrow('are only added');
    await expect(ask(world.fr, 'delete from cycle_final')).rejects.toThrow('are only added');
    await expect(
      ask(world.fr, `update obligation set record = jsonb_set(record, '{terms,amount}', '"1"')`),
    ).rejects.toThrow('propose a correction');
    const votes = await ask(world.fr, 'select cycle, round from cycle_vote');
    expect(votes).toEqual([{ cycle: '2026-04', round: 0 }]);
  });

  it('gives pages and lists by state and peer', async () => {
    const { obligations, database } = world.be;
    const page = { after: null, limit: 10, peer: null, state: null };
    const all = await obligations.page(database.reading, page);
    expect(all).toHaveLength(2);
    const next = await obligations.page(database.reading, { ...page, after: all[0]!.id });
    expect(next.map(({ id }) => id)).toEqual([all[1]!.id]);
    expect(await obligations.page(database.reading, { ...page, peer: 'se', state: 'agreed' })).toEqual([]);
    expect(await obligations.ofMission(database.reading, amina)).toHaveLength(1);
  });
});
