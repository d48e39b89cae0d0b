import { day } from '@passerelle/values';
import { SpecFederation, euros } from '../testing/spec-federation.js';
import type { SpecNode } from '../testing/spec-node.js';

const debt = (cents: bigint) => ({
  peer: 'be',
  debtor: 'fr',
  amount: euros(cents),
  due: day('2026-04-30'),
  kind: 'shared.cost',
  text: 'A shared rehearsal room',
  reference: 'by-hand',
});

async function owing(...cents: readonly bigint[]): Promise<SpecFederation> {
  const world = new SpecFederation();
  await world.start();
  const { fr } = world;
  for (const each of cents) await fr.act((work) => fr.obligations.proposeByHand(work, debt(each)));
  await world.settleDown();
  return world;
}

const pairAt = (node: SpecNode, peer: string) => node.obligations.ofPair(node.database.reading, peer, null);

describe('each day', () => {
  it('both sides name the heads of both directions, and find them equal', async () => {
    const world = await owing(10_000n);
    for (const node of world.all) await node.dayBegins('2026-04-11');
    await world.settleDown();
    for (const node of world.all) {
      const agreed = await node.reconciliation.agreed(node.database.reading);
      expect(agreed.map(({ day: on }) => on)).toEqual(['2026-04-11', '2026-04-11']);
    }
  });

  it('a peer that names another head is refused', async () => {
    const { be } = await owing(10_000n);
    const head = 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4';
    const said = { day: day('2026-04-11'), mine: { seq: '1', head }, yours: { seq: '0', head: '' }, balances: {} };
    const verdict = be.act((work) => be.reconciliation.told({ work, from: 'fr', seq: 9n, ack: 0n, hash: head }, said));
    expect(await verdict).toMatchObject({ verdict: 'refused', code: 'another-head' });
  });
});

describe('two programs that count differently', () => {
  it('find the debt that differs, hold it on both sides, and settle the rest in the next cycle', async () => {
    const world = await owing(10_000n, 20_000n, 30_000n);
    const { be, fr } = world;
    const wrong = (await pairAt(be, 'fr'))[1]!;
    // As if a bug of Brussels had let one debt count a month later.
    await be.act((work) =>
      be.obligationsStore.save(work, { ...wrong, obligation: { ...wrong.obligation, cycle: '2026-09' } }),
    );
    for (const node of world.all) await node.dayBegins('2026-05-01');
    await world.settleDown();
    for (const [node, peer] of [
      [be, 'fr'],
      [fr, 'be'],
    ] as const) {
      const found = await node.reconciliation.differences(node.database.reading, '2026-04', peer);
      expect(found.map(({ obligation }) => obligation)).toEqual([wrong.id]);
      expect((await pairAt(node, peer)).map(({ obligation }) => obligation.state)).toEqual([
        'agreed',
        'held',
        'agreed',
      ]);
    }
    for (const node of world.all) await node.dayBegins('2026-06-01');
    await world.settleDown();
    await world.banksWork();
    expect((await pairAt(fr, 'be')).map(({ obligation }) => obligation.state)).toEqual(['settled', 'held', 'settled']);
  });

  it.each([
    ['Brussels', 'be', 'fr'],
    ['Paris', 'fr', 'be'],
  ] as const)('find one among many, also when %s never counts it', async (_city, mistaken, other) => {
    const world = await owing(...Array.from({ length: 20 }, (_, at) => 10_000n + BigInt(at)));
    const node = world[mistaken];
    const wrong = (await pairAt(node, other))[7]!;
    await node.act((work) =>
      node.obligationsStore.save(work, { ...wrong, obligation: { ...wrong.obligation, cycle: '2026-09' } }),
    );
    for (const each of world.all) await each.dayBegins('2026-05-01');
    await world.settleDown();
    for (const [each, peer] of [
      [world[mistaken], other],
      [world[other], mistaken],
    ] as const) {
      const found = await each.reconciliation.differences(each.database.reading, '2026-04', peer);
      expect(found.map(({ obligation }) => obligation)).toEqual([wrong.id]);
      const held = (await pairAt(each, peer)).filter(({ obligation: { state } }) => state === 'held');
      expect(held.map(({ id }) => id)).toEqual([wrong.id]);
    }
  });

  it('are not searched where both state the same', async () => {
    const { be } = await owing(10_000n);
    const hash = 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4';
    const received = { from: 'fr', seq: 9n, ack: 0n, hash };
    const ranges = [{ from: '' as const, to: '' as const, n: '1', hash }];
    const asked = be.act((work) => be.reconciliation.compared({ ...received, work }, { cycle: '2026-04', ranges }));
    expect(await asked).toMatchObject({ code: 'no-difference' });
    const shown = { cycle: '2026-04', from: '' as const, to: '' as const, items: [] };
    const items = be.act((work) => be.reconciliation.shown({ ...received, work }, shown));
    expect(await items).toMatchObject({ code: 'no-difference' });
  });
});
