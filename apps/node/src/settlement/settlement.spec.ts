import { printPostings } from '@passerelle/ledger';
import { day } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';
import type { NodeId } from '../peers/received.js';
import { CycleReadings } from './cycles/cycle-readings.service.js';
import { NodeSettlementReport } from './node-settlement-report.service.js';
import type { ObligationForm } from './obligations/obligations.service.js';
import { causeOf } from './obligations/obligation.js';
import { SpecFederation, euros } from './testing/spec-federation.js';
import type { SpecNode } from './testing/spec-node.js';

const amina = '0198f5c1-8f2a-7c3b-9a41-0242ac120001' as MissionId;

/** Amina of Brussels played in Lille for a client of Paris: 1000.00, of which Paris keeps 2 %. */
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

const owes = (debtor: NodeId, peer: NodeId, cents: bigint): ObligationForm => ({
  peer,
  debtor,
  amount: euros(cents),
  due: day('2026-04-30'),
  kind: 'shared.cost',
  text: 'A shared rehearsal room',
  reference: 'by-hand',
});

async function opened(seed = 0): Promise<SpecFederation> {
  const world = new SpecFederation(seed);
  await world.start();
  return world;
}

/** What the federation hears from a node about its debts. */
function reportedBy(node: SpecNode) {
  const { obligations, cycles, partners, fundCalls, peers } = node;
  const readings = new CycleReadings(cycles, peers);
  const report = new NodeSettlementReport({ obligations, cycles, readings, partners, fundCalls, peers });
  return node.act(async (work) => (await report.obligations(work)).obligations);
}

const propose = (node: SpecNode, form: ObligationForm) =>
  node.act((work) => node.obligations.proposeByHand(work, form));

async function statesAt(node: SpecNode): Promise<string[]> {
  const page = { after: null, limit: 100, peer: null, state: null };
  const all = await node.obligations.page(node.database.reading, page);
  return all.map(({ obligation: { terms, state, cycle, settledIn } }) =>
    [terms.obligation, terms.debtor, terms.creditor, terms.amount, state, cycle, settledIn].join(' '),
  );
}

/** The lines of a pair, as either side keeps them. */
async function pairAt(node: SpecNode, peer: NodeId): Promise<unknown[]> {
  const all = await node.obligations.ofPair(node.database.reading, peer, null);
  return all.map(({ obligation: { terms, hash, state, cycle, settledIn } }) => ({
    terms,
    hash,
    state,
    cycle,
    settledIn,
  }));
}

async function clearingAt(node: SpecNode): Promise<string[]> {
  const balances = await node.books.balances(node.database.reading, node.entity);
  return balances
    .filter(({ account }) => /^(clearing|due|suspense|overpaid)/.test(account))
    .map(({ account, posted }) => `${account} ${posted}`);
}

const statusAt = async (node: SpecNode, cycle: string) =>
  (await node.cycles.find(node.database.reading, cycle))?.status ?? 'unknown';

const finalAt = async (node: SpecNode, cycle: string) =>
  (await node.cycles.find(node.database.reading, cycle))!.state.final!;

async function expectSame(world: SpecFederation): Promise<void> {
  const { be, fr, se } = world;
  for (const [one, other] of [
    [be, fr],
    [be, se],
    [fr, se],
  ] as const)
    expect(await pairAt(one, other.me)).toEqual(await pairAt(other, one.me));
  for (const node of world.all) expect(await node.books.check(node.database.reading)).toEqual([]);
}

describe('a debt for a mission', () => {
  it('is proposed by the host, accepted because it equals what both signed, and booked on both sides', async () => {
    const world = await opened();
    await world.be.knows(concert);
    await world.fr.knows(concert);
    await world.settleDown();
    const [kept] = await world.fr.obligations.ofMission(world.fr.database.reading, amina);
    expect(kept!.obligation).toMatchObject({ state: 'agreed', cycle: '2026-04' });
    await expectSame(world);
    const at = (node: SpecNode) => node.books.postingsOf(node.database.reading, causeOf(kept!.id));
    expect(`\n${printPostings(await at(world.fr))}\n${printPostings(await at(world.be))}\n`).toBe(`
2026-04-10  obligation-agreed · be-2026-0001
  mission.cost  980.00 EUR
  due.to:be                 980.00 EUR
2026-04-10  obligation-agreed · be-2026-0001
  due.from:fr     980.00 EUR
  mission.income              980.00 EUR
`);
  });

  it.each([
    ['another-amount', { amount: euros(97_999n) }],
    ['another-due', { due: day('2026-05-13') }],
    ['not-agreed', { isAgreed: false }],
    ['not-reported', { isDone: false }],
    ['not-the-host', { host: 'se' }],
  ])('is rejected as %s when the home has it otherwise', async (code, otherwise) => {
    const world = await opened();
    await world.be.knows({ ...concert, ...otherwise });
    await world.fr.knows(concert);
    await world.settleDown();
    const [kept] = await world.fr.obligations.ofMission(world.fr.database.reading, amina);
    expect(kept).toMatchObject({ code, obligation: { state: 'rejected' } });
    await expectSame(world);
    expect(await clearingAt(world.fr)).toEqual([]);
  });

  it('is rejected when the home knows no such mission, and when it was proposed before', async () => {
    const world = await opened();
    await world.fr.knows(concert);
    await world.settleDown();
    const [unknown] = await world.fr.obligations.ofMission(world.fr.database.reading, amina);
    expect(unknown).toMatchObject({ code: 'unknown-mission', obligation: { state: 'rejected' } });
    await world.be.knows(concert);
    await world.fr.knows(concert);
    await world.settleDown();
    await world.fr.knows(concert);
    await world.settleDown();
    const states = (await world.fr.obligations.ofMission(world.fr.database.reading, amina)).map(
      ({ obligation }) => obligation.state,
    );
    expect(states).toEqual(['rejected', 'agreed']);
  });

  it('waits visibly while the cap of the creditor has no room for it', async () => {
    const world = await opened();
    expect(await propose(world.fr, owes('fr', 'be', 4_950_000n))).toMatchObject({ ok: true });
    await world.settleDown();
    await world.be.knows(concert);
    await world.fr.knows(concert);
    await world.settleDown();
    expect(await world.fr.obligations.blocked(world.fr.database.reading)).toMatchObject([
      { mission: amina, code: 'limit' },
    ]);
    await world.fr.act((work) => world.fr.cycles.cutNow(work, '2026-04'));
    await world.settleDown();
    await world.banksWork();
    expect(await world.fr.obligations.blocked(world.fr.database.reading)).toEqual([]);
    const [kept] = await world.fr.obligations.ofMission(world.fr.database.reading, amina);
    expect(kept!.obligation).toMatchObject({ state: 'agreed', cycle: '2026-05' });
  });
});

describe('a debt made by hand', () => {
  it('is believed when it is owed to us, and waits for a person when it is claimed from us', async () => {
    const world = await opened();
    await propose(world.fr, owes('fr', 'be', 10_000n));
    await propose(world.fr, owes('be', 'be', 3_000n));
    await world.settleDown();
    expect((await statesAt(world.be)).map((line) => line.split(' ').slice(1, 5).join(' '))).toEqual([
      'be fr 3000 proposed',
      'fr be 10000 agreed',
    ]);
    const [claim] = await world.be.obligations.page(world.be.database.reading, {
      after: null,
      limit: 1,
      peer: null,
      state: 'proposed',
    });
    await world.be.act((work) => world.be.obligations.accept(work, claim!.id));
    await world.settleDown();
    await expectSame(world);
    expect(await clearingAt(world.be)).toEqual(['due.from:fr 100.00 EUR', 'due.to:fr -30.00 EUR']);
  });

  it('has one outcome on both sides when an accept and a withdrawal cross', async () => {
    const world = await opened();
    const claimed = await propose(world.fr, owes('be', 'be', 3_000n));
    if (!claimed.ok) throw new Error('it is proposed');
    await world.settleDown();
    const { id } = claimed.value;
    await world.be.act((work) => world.be.obligations.accept(work, id));
    await world.fr.act((work) => world.fr.obligations.withdraw(work, id));
    await world.settleDown();
    await expectSame(world);
    expect((await statesAt(world.fr))[0]).toContain('agreed');
    expect(await clearingAt(world.fr)).toEqual(['due.from:be 30.00 EUR']);
    expect(await clearingAt(world.be)).toEqual(['due.to:fr -30.00 EUR']);
  });

  it('is held by a dispute and taken back from both books when both say that it is void', async () => {
    const world = await opened();
    const owed = await propose(world.fr, owes('fr', 'be', 10_000n));
    if (!owed.ok) throw new Error('it is proposed');
    await world.settleDown();
    const { id } = owed.value;
    await world.fr.act((work) => world.fr.obligations.dispute(work, id, { code: 'paid-twice', evidence: '' }));
    await world.settleDown();
    for (const node of [world.fr, world.be])
      await node.act((work) => node.obligations.closeDispute(work, id, 'void', null));
    await world.settleDown();
    await expectSame(world);
    expect((await statesAt(world.be))[0]).toContain('void');
    expect(await clearingAt(world.be)).toEqual([]);
    expect(await clearingAt(world.fr)).toEqual([]);
  });

  it.each([
    ['amount', 'amount'],
    ['amina-worked-three-days-only', 'other'],
  ])(
    'is told to the federation as held because of "%s": %s, and no word of what people wrote',
    async (code, dispute) => {
      const world = await opened();
      const owed = await propose(world.fr, owes('fr', 'be', 10_000n));
      if (!owed.ok) throw new Error('it is proposed');
      await world.settleDown();
      expect(await reportedBy(world.be)).toMatchObject([{ state: 'agreed' }]);
      const why = { code, evidence: 'Amina was there on three days' };
      await world.fr.act((work) => world.fr.obligations.dispute(work, owed.value.id, why));
      await world.settleDown();
      for (const node of [world.fr, world.be]) {
        const reported = await reportedBy(node);
        expect(reported).toMatchObject([{ id: owed.value.id, state: 'held', dispute }]);
        expect(JSON.stringify(reported)).not.toMatch(/amina/i);
      }
      for (const node of [world.fr, world.be])
        await node.act((work) => node.obligations.closeDispute(work, owed.value.id, 'upheld', null));
      await world.settleDown();
      expect((await reportedBy(world.be))[0]).not.toHaveProperty('dispute');
    },
  );

  it('is refused above the cap, to nobody, and to an unknown node', async () => {
    const { fr } = await opened();
    expect(await propose(fr, owes('fr', 'be', 5_000_001n))).toMatchObject({ ok: false, refusal: { kind: 'limit' } });
    expect(await propose(fr, owes('fr', 'pl', 1n))).toMatchObject({ ok: false, refusal: { kind: 'unknown-peer' } });
    const nowhere = fr.act((work) => fr.obligations.accept(work, amina as never));
    expect(await nowhere).toMatchObject({ ok: false, refusal: { kind: 'no-such-obligation' } });
  });
});

/** Three debts in a circle, one of them for Amina's concert. */
async function circle(world: SpecFederation): Promise<void> {
  await world.be.knows(concert);
  await world.fr.knows(concert);
  await propose(world.be, owes('be', 'se', 50_000n));
  await propose(world.se, owes('se', 'fr', 20_000n));
  await propose(world.be, owes('be', 'fr', 8_000n));
  await world.settleDown();
}

async function expectPaid(world: SpecFederation): Promise<void> {
  for (const node of world.all) {
    expect(await statusAt(node, '2026-04')).toBe('closed');
    expect(await clearingAt(node)).toEqual([]);
  }
  await expectSame(world);
  const results = await Promise.all(world.all.map(async (node) => (await finalAt(node, '2026-04')).proposal.result));
  expect(new Set(results).size).toBe(1);
}

describe('a cycle of three nodes', () => {
  it('is cut by one and by all, netted to zero, paid once and closed; the fund gets back what the mission brought', async () => {
    const world = await opened();
    await circle(world);
    await world.be.act((work) => world.be.cycles.cutNow(work, '2026-04'));
    await world.settleDown();
    for (const node of world.all) expect(await statusAt(node, '2026-04')).not.toBe('running');
    await world.banksWork();
    await expectPaid(world);
    expect(world.be.repaid).toEqual([`${amina} 980.00 EUR`]);
    expect(world.fr.repaid).toEqual([]);
  });

  it('comes to the same over a network that loses, repeats and delays', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const world = await opened(seed);
      await circle(world);
      await world.be.dayBegins('2026-05-01');
      await world.settleDown();
      await world.banksWork();
      await expectPaid(world);
    }
  });

  it('settles each debt in exactly one cycle: what is agreed after the cut waits for the next', async () => {
    const world = await opened();
    await circle(world);
    for (const node of world.all) await node.dayBegins('2026-05-01');
    await propose(world.fr, owes('fr', 'se', 1_000n));
    await world.settleDown();
    await world.banksWork();
    for (const node of world.all) await node.dayBegins('2026-06-01');
    await world.settleDown();
    await world.banksWork();
    const settled = (await statesAt(world.fr)).map((line) => line.split(' ').at(-1));
    expect(settled).toEqual(['2026-05', '2026-04', '2026-04', '2026-04']);
    await expectSame(world);
    for (const node of world.all) expect(await clearingAt(node)).toEqual([]);
  });

  it('is waited for by the others until its days are over, then goes on without a node that is away', async () => {
    const world = await opened();
    await circle(world);
    world.se.isUp = false;
    for (const node of [world.be, world.fr]) await node.dayBegins('2026-05-06');
    await world.settleDown();
    expect(await statusAt(world.be, '2026-04')).toBe('running');
    for (let waits = 0; waits < 3; waits += 1) {
      world.nowMs += 31_000;
      for (const node of [world.be, world.fr]) await node.act((work) => node.cycles.timePasses(work));
      await world.settleDown();
    }
    await world.banksWork();
    expect(await statusAt(world.be, '2026-04')).toBe('closed');
    expect(await clearingAt(world.be)).toEqual(['due.to:se -500.00 EUR']);
    world.se.isUp = true;
    await world.settleDown();
    expect(await statusAt(world.se, '2026-04')).toBe('closed');
    await expectSame(world);
    for (const node of world.all) await node.dayBegins('2026-06-01');
    await world.settleDown();
    await world.banksWork();
    for (const node of world.all) expect(await clearingAt(node)).toEqual([]);
    await expectSame(world);
  });

  it('goes on under the next coordinator when the first is away', async () => {
    const world = await opened();
    await circle(world);
    world.be.isUp = false;
    for (const node of [world.fr, world.se]) await node.dayBegins('2026-05-06');
    await world.settleDown();
    for (let waits = 0; waits < 8; waits += 1) {
      world.nowMs += 61_000;
      for (const node of [world.fr, world.se]) await node.act((work) => node.cycles.timePasses(work));
      await world.settleDown();
    }
    await world.banksWork();
    expect(await statusAt(world.fr, '2026-04')).toBe('closed');
    expect((await finalAt(world.fr, '2026-04')).round).toBeGreaterThan(0);
    world.be.isUp = true;
    await world.settleDown();
    expect(await statusAt(world.be, '2026-04')).toBe('closed');
    await expectSame(world);
  });

  it('closes a leg only when all of it is on the statement of the payee, and gives more back to a person', async () => {
    const world = await opened();
    await propose(world.fr, owes('fr', 'be', 10_000n));
    await world.settleDown();
    await world.fr.act((work) => world.fr.cycles.cutNow(work, '2026-04'));
    await world.settleDown();
    const [leg] = await world.be.cycles.legsOf(world.be.database.reading, '2026-04');
    await world.be.receives(leg!.id, euros(4_000n));
    await world.settleDown();
    expect(await statusAt(world.fr, '2026-04')).toBe('applied');
    expect(await clearingAt(world.be)).toEqual(['clearing:2026-04 60.00 EUR']);
    await world.be.receives(leg!.id, euros(7_000n));
    await world.settleDown();
    expect(await statusAt(world.fr, '2026-04')).toBe('closed');
    expect(await clearingAt(world.be)).toEqual(['overpaid:fr -10.00 EUR']);
    expect(await clearingAt(world.fr)).toEqual([]);
  });

  it('is refused a cut that is not its turn, and takes a second cut as the first', async () => {
    const { be } = await opened();
    const cut = (cycle: string) => be.act((work) => be.cycles.cutNow(work, cycle));
    expect(await cut('2026-05')).toMatchObject({ ok: false, refusal: { kind: 'not-the-open-cycle', open: '2026-04' } });
    expect(await cut('2026-04')).toMatchObject({ ok: true });
    expect(await cut('2026-04')).toMatchObject({ ok: true });
    expect(await cut('2026-05')).toMatchObject({ ok: false, refusal: { kind: 'month-not-begun' } });
  });
});
