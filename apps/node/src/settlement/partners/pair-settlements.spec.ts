import { day } from '@passerelle/values';
import type { NodeId } from '../../peers/received.js';
import type { ObligationForm } from '../obligations/obligations.service.js';
import { PairsToSettle } from './pairs-to-settle.service.js';
import { SpecFederation, euros, federation } from '../testing/spec-federation.js';
import type { SpecNode } from '../testing/spec-node.js';

const owes = (debtor: NodeId, peer: NodeId, cents: bigint): ObligationForm => ({
  peer,
  debtor,
  amount: euros(cents),
  due: day('2026-04-30'),
  kind: 'shared.cost',
  text: 'A shared rehearsal room',
  reference: 'by-hand',
});

/** Brussels is away, so that the cycle closes empty; Paris and Malmö have signed what they owe each other. */
async function leftOut(): Promise<SpecFederation> {
  const world = new SpecFederation(0, {}, { roster: { ...federation, emptyFromRound: 1 } });
  await world.start();
  const { be, fr, se } = world;
  await se.act((work) => se.obligations.proposeByHand(work, owes('se', 'fr', 20_000n)));
  await fr.act((work) => fr.obligations.proposeByHand(work, owes('fr', 'se', 5_000n)));
  await world.settleDown();
  be.isUp = false;
  for (const node of [fr, se]) await node.dayBegins('2026-05-06');
  await world.settleDown();
  for (let waits = 0; waits < 8; waits += 1) {
    world.nowMs += 61_000;
    for (const node of [fr, se]) await node.act((work) => node.cycles.timePasses(work));
    await world.settleDown();
  }
  return world;
}

const offer = (node: SpecNode, peer: NodeId) => node.act((work) => node.pairSettlements.offer(work, peer));

async function statesAt(node: SpecNode, peer: NodeId): Promise<string[]> {
  const all = await node.obligations.ofPair(node.database.reading, peer, null);
  return all.map(({ obligation: { state, settledIn } }) => `${state} ${settledIn}`);
}

async function clearingAt(node: SpecNode): Promise<string[]> {
  const balances = await node.books.balances(node.database.reading, node.entity);
  return balances
    .filter(({ account }) => /^(clearing|due|suspense)/.test(account))
    .map(({ account, posted }) => `${account} ${posted}`);
}

describe('a pair that a cycle left out', () => {
  it('settles its co-signed net by one payment when both say so', async () => {
    const world = await leftOut();
    const { fr, se } = world;
    expect(await statesAt(fr, 'se')).toEqual(['agreed null', 'agreed null']);
    expect(await offer(fr, 'se')).toMatchObject({ ok: true, value: { status: 'offered' } });
    await world.settleDown();
    expect(await statesAt(se, 'fr')).toEqual(['agreed null', 'agreed null']);
    expect(await offer(se, 'fr')).toMatchObject({ ok: true, value: { status: 'settled' } });
    await world.settleDown();
    for (const [node, peer] of [
      [fr, 'se'],
      [se, 'fr'],
    ] as const)
      expect(await statesAt(node, peer)).toEqual(['settled 2026-04:fr:se', 'settled 2026-04:fr:se']);
    await world.banksWork();
    for (const node of [fr, se]) {
      expect(await clearingAt(node)).toEqual([]);
      expect(await node.books.check(node.database.reading)).toEqual([]);
    }
    const kept = await fr.pairSettlements.find(fr.database.reading, '2026-04', 'se');
    expect(kept!.status).toBe('closed');
  });

  it('waits for the answer of the one who was asked, until she has given it or cannot any more', async () => {
    const world = await leftOut();
    const { fr, se } = world;
    const waiting = async (node: SpecNode) =>
      (await new PairsToSettle(node.pairSettlements).waiting(node.database.reading)).map(({ about }) => about);
    expect([await waiting(fr), await waiting(se)]).toEqual([[], []]);
    await offer(fr, 'se');
    await world.settleDown();
    expect([await waiting(fr), await waiting(se)]).toEqual([[], ['fr · 2026-04']]);
    await offer(se, 'fr');
    expect(await waiting(se)).toEqual([]);
    const rolled = await leftOut();
    await offer(rolled.fr, 'se');
    await rolled.settleDown();
    await rolled.se.dayBegins('2026-06-01');
    expect(await waiting(rolled.se)).toEqual([]);
  });

  it('settles once when both say it at the same moment, and the next cycle has nothing left of it', async () => {
    const world = await leftOut();
    const { be, fr, se } = world;
    await offer(fr, 'se');
    await offer(se, 'fr');
    await world.settleDown();
    await world.banksWork();
    be.isUp = true;
    await world.settleDown();
    for (const node of world.all) await node.dayBegins('2026-06-01');
    await world.settleDown();
    await world.banksWork();
    for (const node of world.all) {
      expect(await clearingAt(node)).toEqual([]);
      expect(await node.books.check(node.database.reading)).toEqual([]);
    }
    expect(await statesAt(fr, 'se')).toEqual(['settled 2026-04:fr:se', 'settled 2026-04:fr:se']);
  });

  it('rolls into the next cycle when only one says so before the next cut', async () => {
    const world = await leftOut();
    const { be, fr, se } = world;
    await offer(fr, 'se');
    be.isUp = true;
    await world.settleDown();
    for (const node of world.all) await node.dayBegins('2026-06-01');
    expect(await offer(se, 'fr')).toMatchObject({ ok: false, refusal: { kind: 'not-settleable' } });
    await world.settleDown();
    await world.banksWork();
    expect(await statesAt(fr, 'se')).toEqual(['settled 2026-05', 'settled 2026-05']);
    for (const node of world.all) expect(await clearingAt(node)).toEqual([]);
  });

  it('is not settled while something in it is disputed, nor taken back as void while an offer is open', async () => {
    const world = await leftOut();
    const { fr, se } = world;
    const [kept] = await fr.obligations.ofPair(fr.database.reading, 'se', null);
    await offer(fr, 'se');
    expect(await fr.pairSettlements.closedFor(fr.database.reading, 'se')).toBeNull();
    await se.act((work) => se.obligations.dispute(work, kept!.id, { code: 'amount', evidence: '' }));
    expect(await offer(se, 'fr')).toMatchObject({ ok: false, refusal: { kind: 'not-settleable' } });
  });

  it('is refused to a stranger, before any cycle, and for a pair without a signed statement', async () => {
    const world = new SpecFederation();
    await world.start();
    expect(await offer(world.fr, 'pl')).toMatchObject({ refusal: { kind: 'unknown-partner' } });
    expect(await offer(world.fr, 'se')).toMatchObject({ refusal: { kind: 'nothing-to-settle' } });
    const later = await leftOut();
    expect(await offer(later.fr, 'be')).toMatchObject({ refusal: { kind: 'nothing-to-settle' } });
  });

  it('does not believe a word about another statement or with another signature', async () => {
    const world = await leftOut();
    const { fr, se } = world;
    const root = 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4';
    const signature = '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw';
    const hear = (from: NodeId, body: { cycle: string; root: string }) =>
      fr.act((work) => fr.pairSettlements.heard({ work, from, seq: 1n, ack: 0n, hash: root }, { ...body, signature }));
    expect(await hear('se', { cycle: '2026-04', root })).toMatchObject({ code: 'other-statement' });
    expect(await hear('be', { cycle: '2026-04', root })).toMatchObject({ code: 'no-statement' });
    expect(await hear('se', { cycle: '2031-01', root })).toMatchObject({ code: 'unknown-cycle' });
    const right = (await se.cycles.find(se.database.reading, '2026-04'))!.state.pairs['fr']!.mine!.statement.root;
    expect(await hear('se', { cycle: '2026-04', root: right })).toMatchObject({ code: 'bad-signature' });
  });
});
