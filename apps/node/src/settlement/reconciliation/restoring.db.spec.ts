import { newChannel } from '@passerelle/protocol';
import { day } from '@passerelle/values';
import type { NodeId } from '../../peers/received.js';
import { exposureIn } from '../obligations/pair-exposure.js';
import { backUp, restore } from '../testing/backup.js';
import { postgresGround } from '../testing/postgres-ground.js';
import { SpecFederation, euros, federation } from '../testing/spec-federation.js';
import type { SpecNode } from '../testing/spec-node.js';

type Grounds = Record<'be' | 'fr' | 'se', Awaited<ReturnType<typeof postgresGround>>>;

const roster = {
  ...federation,
  fund: {
    stakes: Object.entries({ be: '3000', fr: '4000', se: '5000' }).map(([node, amount]) => ({
      node,
      currency: 'EUR' as const,
      amount,
    })),
    eventSharePercent: '50',
  },
};

const owes = (debtor: NodeId, peer: NodeId, cents: bigint) => ({
  peer,
  debtor,
  amount: euros(cents),
  due: day('2026-04-30'),
  kind: 'shared.cost',
  text: 'A shared rehearsal room',
  reference: 'by-hand',
});

describe('a node restored from an old backup', () => {
  let grounds: Grounds;
  let world: SpecFederation;
  beforeEach(async () => {
    const [be, fr, se] = await Promise.all([postgresGround(), postgresGround(), postgresGround()]);
    grounds = { be, fr, se };
    world = new SpecFederation(0, grounds, { roster });
    await world.start();
  });
  afterEach(async () => {
    for (const { fresh } of Object.values(grounds)) await fresh.drop();
  });

  const propose = (node: SpecNode, peer: NodeId, cents: bigint) =>
    node.act((work) => node.obligations.proposeByHand(work, owes(node.me, peer, cents)));
  const lines = async (node: SpecNode, peer: NodeId) =>
    (await node.obligations.ofPair(node.database.reading, peer, null)).map(({ obligation }) => {
      const { terms, state, cycle, settledIn } = obligation;
      return [terms.obligation, terms.amount, state, cycle, settledIn].join(' ');
    });
  const heads = async (node: SpecNode, peer: NodeId) => {
    const fresh = newChannel({ net: roster.net, me: node.me, peer });
    const { out, in: heard } = await grounds[node.me as 'fr'].channels.channel(node.database.reading, fresh);
    return { out, heard };
  };
  const areEqual = async (one: SpecNode, other: SpecNode) => {
    expect(await lines(one, other.me)).toEqual(await lines(other, one.me));
    const [ours, theirs] = [await heads(one, other.me), await heads(other, one.me)];
    expect([ours.out, ours.heard]).toEqual([theirs.heard, theirs.out]);
  };
  const comesBack = async (node: SpecNode) => {
    await restore(grounds[node.me as 'fr'].fresh.database);
    node.bank.forget();
    await node.start();
    await world.settleDown();
    await node.runner.drain();
    await world.settleDown();
  };
  const refusals = async (node: SpecNode, peer: NodeId) =>
    (await grounds[node.me as 'fr'].channels.counts(node.database.reading, peer)).refused;

  it('gets back what it proposed, accepted and disputed, in the cycles in which it did', async () => {
    const { be, fr, se } = world;
    await propose(fr, 'be', 10_000n);
    await world.settleDown();
    await backUp(grounds.fr.fresh.database);
    await propose(fr, 'be', 20_000n);
    await propose(be, 'fr', 5_000n);
    await propose(se, 'fr', 7_000n);
    await world.settleDown();
    const reason = 'Two days were agreed, not three.';
    const [held] = await fr.obligations.ofPair(fr.database.reading, 'se', null);
    await fr.act((work) => fr.obligations.dispute(work, held!.id, { code: 'wrong-amount', evidence: reason }));
    await world.settleDown();
    const reasonAt = async ({ obligations, database }: SpecNode) =>
      (await obligations.find(database.reading, held!.id))?.evidence;
    expect([await reasonAt(fr), await reasonAt(se)]).toEqual([reason, reason]);
    // In the next month another cycle would be chosen for the same accept.
    for (const node of world.all) node.branch.date = day('2026-05-02');

    await comesBack(fr);
    expect(await reasonAt(fr)).toBe(reason);
    for (const node of [be, se]) await areEqual(fr, node);
    expect((await lines(fr, 'be')).filter((line) => line.includes('agreed 2026-04'))).toHaveLength(3);
    expect(await lines(fr, 'se')).toEqual([expect.stringContaining('7000 held')]);
    expect(await fr.books.check(fr.database.reading)).toEqual([]);
    expect([await refusals(be, 'fr'), await refusals(fr, 'be'), await refusals(se, 'fr')]).toEqual([0, 0, 0]);
  });

  it('puts behind its old words what it proposes before its peers have answered', async () => {
    const { be, fr } = world;
    await backUp(grounds.fr.fresh.database);
    for (const cents of [1_000n, 2_000n, 3_000n]) await propose(fr, 'be', cents);
    await world.settleDown();
    await restore(grounds.fr.fresh.database);
    await fr.start();
    await propose(fr, 'be', 4_000n);
    await world.settleDown();
    await areEqual(fr, be);
    expect(await lines(fr, 'be')).toHaveLength(4);
    const sequence = (await fr.obligations.ofPair(fr.database.reading, 'be', null)).map(({ obligation }) => [
      obligation.terms.amount,
      obligation.proposeSeq,
    ]);
    expect(Object.fromEntries(sequence)).toEqual({ 1000: 1, 2000: 2, 3000: 3, 4000: 4 });
  });

  it('pays nothing a second time and abstains until all have given back its words', async () => {
    const { be, fr, se } = world;
    await propose(fr, 'be', 98_000n);
    await propose(be, 'se', 50_000n);
    await world.settleDown();
    await backUp(grounds.fr.fresh.database);
    for (const node of world.all) await node.dayBegins('2026-05-01');
    await world.settleDown();
    const ordered = fr.bank.onTheWay.map(({ reference }) => reference);
    expect(ordered).toHaveLength(2);

    se.isUp = false;
    await comesBack(fr);
    expect(fr.bank.onTheWay.map(({ reference }) => reference)).toEqual(ordered);
    expect(await grounds.fr.cycles.abstention(fr.database.reading)).toEqual({ upto: '2026-05', missing: ['se'] });
    se.isUp = true;
    await world.settleDown();
    for (const node of world.all) await node.dayBegins('2026-05-06');
    await world.settleDown();
    expect(await grounds.fr.cycles.abstention(fr.database.reading)).toBeNull();
    await world.banksWork();
    expect(fr.bank.onTheWay).toEqual([]);
    for (const node of world.all) {
      expect((await node.cycles.find(node.database.reading, '2026-04'))!.status).toBe('closed');
      expect(await node.books.check(node.database.reading)).toEqual([]);
    }
    await areEqual(fr, be);
    await areEqual(fr, se);
    // The payer books what it had forgotten when its own statement shows it; the payees have their money.
    const clearing = (node: SpecNode) => node.books.balances(node.database.reading, node.entity, 'clearing');
    expect([await clearing(be), await clearing(se)]).toEqual([[], []]);
    expect((await clearing(fr)).map(({ posted }) => `${posted}`)).toEqual(['-980.00 EUR']);
  });

  it('knows again what the pair owes', async () => {
    const { fr, be } = world;
    await backUp(grounds.fr.fresh.database);
    await propose(fr, 'be', 12_000n);
    await propose(be, 'fr', 3_000n);
    await world.settleDown();
    await comesBack(fr);
    for (const node of [fr, be]) {
      const pair = await grounds[node.me as 'fr'].obligations.pair(
        node.database.reading,
        node.me === 'fr' ? 'be' : 'fr',
      );
      const owed = (creditor: NodeId, debtor: NodeId) =>
        exposureIn(pair, { creditor, debtor, amount: euros(1_000_000n) }).agreed.minor;
      expect([owed('be', 'fr'), owed('fr', 'be')]).toEqual([12_000n, 3_000n]);
    }
  });

  describe('after a default', () => {
    const fundAt = async (node: SpecNode) =>
      (await node.books.balances(node.database.reading, node.entity))
        .filter(({ account }) => /^(clearing|due|fund)/.test(account))
        .map(({ account, posted }) => `${account.replace(/:[A-Z2-7]{26}$/, ':…')} ${posted}`)
        .sort();
    const callAt = async (node: SpecNode) => (await node.fundCalls.all(node.database.reading, 10))[0]!;
    const shared = {
      be: ['due.to:se -12.50 EUR', 'fund.due:… 80.00 EUR', 'fund.loss 7.50 EUR', 'fund.stake -15.00 EUR'],
      fr: ['fund.loss 40.00 EUR', 'fund.stake -40.00 EUR'],
      se: ['due.from:be 12.50 EUR', 'fund.loss 12.50 EUR', 'fund.stake -25.00 EUR'],
    };

    /** Paris does not pay Brussels 100.00, all bear it, 40.00 come in after all; Brussels forgets everything since. */
    async function recoveredAndForgotten(): Promise<string> {
      const { be, fr } = world;
      await propose(fr, 'be', 10_000n);
      await world.settleDown();
      await be.act((work) => be.cycles.cutNow(work, '2026-04'));
      await world.settleDown();
      await backUp(grounds.be.fresh.database);
      for (const node of world.all) await node.dayBegins('2026-05-19');
      await world.settleDown();
      const [leg] = await be.cycles.legsOf(be.database.reading, '2026-04');
      await be.act((work) => be.cycles.declareDefault(work, leg!.id));
      await world.settleDown();
      await be.receives(leg!.id, euros(4_000n));
      await world.settleDown();
      for (const node of world.all) expect(await fundAt(node)).toEqual(shared[node.me as 'be']);
      return leg!.id;
    }

    const expectSharedOnce = async () => {
      for (const node of world.all) {
        expect(await fundAt(node)).toEqual(shared[node.me as 'be']);
        expect(await node.books.check(node.database.reading)).toEqual([]);
        expect(await callAt(node)).toMatchObject({ status: 'standing', event: { claims: { be: '10000' } } });
      }
      expect(
        await grounds.be.obligations.repaying(world.be.database.reading, 'se', (await callAt(world.be)).call.leg),
      ).toHaveLength(1);
      for (const node of [world.fr, world.se]) await areEqual(world.be, node);
    };

    it('keeps its claim, its call and what it shared out, and shares the money of its statement once', async () => {
      const { be } = world;
      const leg = await recoveredAndForgotten();
      await comesBack(be);
      await be.receives(leg, euros(4_000n));
      await world.settleDown();
      await expectSharedOnce();
      await be.receives(leg, euros(6_000n));
      await world.settleDown();
      for (const node of world.all) expect((await callAt(node)).status).toBe('repaid');
      expect(await fundAt(be)).toEqual([
        'due.to:fr -40.00 EUR',
        'due.to:se -25.00 EUR',
        'fund.due:… 80.00 EUR',
        'fund.stake -15.00 EUR',
      ]);
    });

    it('does so also when its statement comes before its words are back, and the last member after both', async () => {
      const { be, se } = world;
      const leg = await recoveredAndForgotten();
      se.isUp = false;
      await restore(grounds.be.fresh.database);
      be.bank.forget();
      await be.start();
      await be.receives(leg, euros(4_000n));
      await be.dayBegins('2026-05-20');
      await world.settleDown();
      expect(await grounds.be.cycles.abstention(be.database.reading)).toMatchObject({ missing: ['se'] });
      await be.dayBegins('2026-05-21');
      se.isUp = true;
      await world.settleDown();
      await be.runner.drain();
      await world.settleDown();
      await expectSharedOnce();
    });
  });
});
