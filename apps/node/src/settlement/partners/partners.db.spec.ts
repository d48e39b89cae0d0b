import { managerOf } from '@passerelle/doors';
import { day } from '@passerelle/values';
import { SpecFederation, euros, federation } from '../testing/spec-federation.js';
import { postgresGround } from '../testing/postgres-ground.js';
import type { SpecNode } from '../testing/spec-node.js';

type Grounds = Record<'be' | 'fr' | 'se', Awaited<ReturnType<typeof postgresGround>>>;

const shared = (debtor: string, peer: string, cents: bigint) => ({
  peer,
  debtor,
  amount: euros(cents),
  due: day('2026-04-30'),
  kind: 'shared.cost',
  text: 'A shared rehearsal room',
  reference: 'by-hand',
});

const stakes = ['be', 'fr', 'se'].map((node) => ({ node, currency: 'EUR' as const, amount: '3000' }));

describe('limits, pairs that settle by themselves and defaults, each node on a PostgreSQL of its own', () => {
  let grounds: Grounds;
  let world: SpecFederation;
  beforeAll(async () => {
    const [be, fr, se] = await Promise.all([postgresGround(), postgresGround(), postgresGround()]);
    grounds = { be, fr, se };
    const roster = { ...federation, emptyFromRound: 1, fund: { stakes, eventSharePercent: '50' } };
    world = new SpecFederation(0, grounds, { roster });
    await world.start();
  });
  afterAll(async () => {
    for (const { fresh } of Object.values(grounds)) await fresh.drop();
  });

  const ask = (node: SpecNode, sql: string) => managerOf(node.database.reading).query<Record<string, unknown>[]>(sql);

  it('keeps what creditors grant, and who is suspended', async () => {
    const { be, fr } = world;
    await be.act((work) => be.partners.grant(work, 'fr', euros(70_000n)));
    await be.act((work) => be.partners.suspend(work, 'fr', 'late twice'));
    await world.settleDown();
    expect(await ask(fr, 'select creditor, debtor, currency, max from cap_granted')).toEqual(
      ['EUR', 'SEK'].map((currency) => ({ creditor: 'be', debtor: 'fr', currency, max: '0' })),
    );
    await be.act((work) => be.partners.resume(work, 'fr'));
    await world.settleDown();
    const cap = await fr.partners.capFor(fr.database.reading, { creditor: 'be', debtor: 'fr', currency: 'EUR' });
    expect(`${cap.amount}`).toBe('700.00 EUR');
    const inOne = be.act(async (work) => {
      await be.partners.grant(work, 'fr', euros(60_000n));
      return `${(await be.partners.capFor(work, { creditor: 'be', debtor: 'fr', currency: 'EUR' })).amount}`;
    });
    expect(await inOne).toBe('600.00 EUR');
  });

  it('settles a pair that the cycle left out, and shares out what is not paid', async () => {
    const { be, fr, se } = world;
    await se.act((work) => se.obligations.proposeByHand(work, shared('se', 'fr', 20_000n)));
    await world.settleDown();
    be.isUp = false;
    for (const node of [fr, se]) await node.dayBegins('2026-05-06');
    await world.settleDown();
    for (let waits = 0; waits < 8; waits += 1) {
      world.nowMs += 61_000;
      for (const node of [fr, se]) await node.act((work) => node.cycles.timePasses(work));
      await world.settleDown();
    }
    be.isUp = true;
    await world.settleDown();
    for (const [node, peer] of [
      [fr, 'se'],
      [se, 'fr'],
    ] as const)
      await node.act((work) => node.pairSettlements.offer(work, peer));
    await world.settleDown();
    const [leg] = await fr.legs.open(fr.database.reading);
    expect(leg).toMatchObject({ cycle: '2026-04:fr:se', role: 'payee' });
    await world.banksWork();
    expect(await ask(fr, 'select status, label from pair_settlement')).toEqual([
      { status: 'closed', label: '2026-04:fr:se' },
    ]);
    await defaultOfParis();
  });

  async function defaultOfParis(): Promise<void> {
    const { be, fr } = world;
    await fr.act((work) => fr.obligations.proposeByHand(work, shared('fr', 'be', 10_000n)));
    await world.settleDown();
    for (const node of world.all) await node.dayBegins('2026-06-01');
    await world.settleDown();
    for (const node of world.all) await node.dayBegins('2026-06-16');
    await world.settleDown();
    const [leg] = await be.cycles.legsOf(be.database.reading, '2026-05');
    expect(await be.act((work) => be.cycles.declareDefault(work, leg!.id))).toMatchObject({ ok: true });
    await world.settleDown();
    for (const node of world.all) {
      expect(await ask(node, 'select cycle, status from fund_call')).toEqual([
        { cycle: '2026-05', status: 'standing' },
      ]);
      expect(await node.books.check(node.database.reading)).toEqual([]);
    }
    await world.banksWork();
    for (const node of world.all)
      expect(await ask(node, 'select status from fund_call')).toEqual([{ status: 'repaid' }]);
  }

  it('keeps what members computed of a default as it is', async () => {
    await expect(ask(world.se, 'delete from fund_call')).rejects.toThrow('is kept');
    await expect(ask(world.se, `update fund_call set event = '{}'`)).rejects.toThrow('is kept');
  });

  it('holds words of a default that is not known here, up to a limit, and counts payments nobody knows', async () => {
    const { store } = { store: grounds.se.fundCalls };
    const word = { by: 'fr', kind: 'call' as const, waitsFor: '2026-09', body: {} };
    await world.se.act((work) => store.addWord(work, word));
    expect(await store.countWords(world.se.database.reading, 'fr')).toBe(1);
    expect(await world.se.act((work) => store.takeWords(work, '2026-09'))).toEqual([word]);
    expect(await store.countWords(world.se.database.reading, 'fr')).toBe(0);
    expect(await grounds.se.legs.spokenOf(world.se.database.reading, 'be')).toBe(1);
  });
});
