import type { BodyOf, RosterContent } from '@passerelle/protocol';
import { hashOf } from '@passerelle/protocol';
import { callOn, fundCallHash, payoutReference } from '@passerelle/settlement';
import { day } from '@passerelle/values';
import type { NodeId } from '../../peers/received.js';
import { fundRules } from './fund-call.js';
import { SpecFederation, euros, federation } from '../testing/spec-federation.js';
import type { SpecNode } from '../testing/spec-node.js';

const roster: RosterContent = {
  ...federation,
  fund: {
    stakes: (
      [
        ['be', '3000'],
        ['fr', '4000'],
        ['se', '5000'],
      ] as const
    ).map(([node, amount]) => ({ node, currency: 'EUR', amount })),
    eventSharePercent: '50',
  },
};

/** Paris owes Brussels 100.00 by the cycle of April and has not paid yet. */
async function inGrace(): Promise<{ readonly world: SpecFederation; readonly leg: string }> {
  const world = new SpecFederation(0, {}, { roster });
  await world.start();
  const { be, fr } = world;
  await fr.act((work) =>
    fr.obligations.proposeByHand(work, {
      peer: 'be',
      debtor: 'fr',
      amount: euros(10_000n),
      due: day('2026-04-30'),
      kind: 'shared.cost',
      text: 'A shared rehearsal room',
      reference: 'by-hand',
    }),
  );
  await world.settleDown();
  await be.act((work) => be.cycles.cutNow(work, '2026-04'));
  await world.settleDown();
  const [leg] = await be.cycles.legsOf(be.database.reading, '2026-04');
  return { world, leg: leg!.id };
}

async function graceEnds(world: SpecFederation): Promise<void> {
  for (const node of world.all) await node.dayBegins('2026-05-19');
  await world.settleDown();
}

/** It does not pay, and the days of grace are over. */
async function unpaid(): ReturnType<typeof inGrace> {
  const begun = await inGrace();
  await graceEnds(begun.world);
  return begun;
}

const declare = (node: SpecNode, leg: string) => node.act((work) => node.cycles.declareDefault(work, leg));

async function fundAt(node: SpecNode): Promise<string[]> {
  const balances = await node.books.balances(node.database.reading, node.entity);
  return balances
    .filter(({ account }) => /^(clearing|due|suspense|overpaid|fund)/.test(account))
    .map(({ account, posted }) => `${account.replace(/:[A-Z2-7]{26}$/, ':…')} ${posted}`)
    .sort();
}

/** What the payee says when it approves the call for its whole leg. */
async function bodyOfCall(node: SpecNode, leg: string): Promise<BodyOf<'fund.call'>> {
  const [kept] = await node.cycles.legsOf(node.database.reading, '2026-04');
  const event = { cycle: '2026-04', currency: 'EUR' as const, claims: { be: '10000' } };
  const call = callOn({ ...event, defaulter: 'fr' }, [kept!.record.leg], fundRules(roster, 'EUR'));
  if (!call.ok) throw new Error(call.refusal.detail);
  const result = fundCallHash(call.value, hashOf);
  const signature = node.peers.declare({ what: 'fund.call', result });
  return { ...event, call: '0198f5c1-8f2a-7c3b-9a41-0242ac120003', leg, shortfall: '10000', result, signature };
}

const partnerBar = (node: SpecNode) => node.partners.bar(node.database.reading, 'fr');

const callAt = async (node: SpecNode) => (await node.fundCalls.all(node.database.reading, 10))[0];

describe('a member that does not pay', () => {
  it('is late, then unpaid, and everybody hears so', async () => {
    const { world, leg } = await unpaid();
    const at = async (node: SpecNode) =>
      (await node.cycles.legsOf(node.database.reading, '2026-04'))[0]?.record.standing;
    expect([await at(world.be), await at(world.fr), await at(world.se)]).toEqual(['unpaid', 'unpaid', undefined]);
    expect(await declare(world.fr, leg)).toMatchObject({ refusal: { kind: 'no-such-leg' } });
    expect(await declare(world.be, 'A'.repeat(26))).toMatchObject({ refusal: { kind: 'no-such-leg' } });
  });

  it('is in default when a quorum computes the same: its stake, the others’ stakes, then the creditor bear it', async () => {
    const { world, leg } = await unpaid();
    await declare(world.be, leg);
    await world.settleDown();
    for (const node of world.all) {
      const call = await callAt(node);
      expect(call).toMatchObject({
        status: 'standing',
        call: {
          defaulter: 'fr',
          shortfall: '10000',
          own: '4000',
          mutual: { be: '1500', se: '2500' },
          loss: { be: '2000' },
        },
      });
      expect(Object.keys(call!.approvals).sort()).toEqual(['be', 'se']);
      expect(await node.books.check(node.database.reading)).toEqual([]);
    }
    expect(await fundAt(world.be)).toEqual(['fund.due:… 80.00 EUR', 'fund.loss 35.00 EUR', 'fund.stake -15.00 EUR']);
    expect(await fundAt(world.se)).toEqual(['fund.loss 25.00 EUR', 'fund.stake -25.00 EUR']);
    expect(await fundAt(world.fr)).toEqual(['fund.loss 40.00 EUR', 'fund.stake -40.00 EUR']);
    expect((await world.be.cycles.find(world.be.database.reading, '2026-04'))!).toMatchObject({
      status: 'closed',
      state: { legs: 'resolved' },
    });
  });

  it('is granted nothing any more, by anybody', async () => {
    const { world, leg } = await unpaid();
    await declare(world.be, leg);
    await world.settleDown();
    for (const node of world.all) {
      const of = { creditor: 'se', debtor: 'fr', currency: 'EUR' };
      expect(String((await node.partners.capFor(node.database.reading, of)).amount)).toBe('0.00 EUR');
    }
    expect((await world.se.partners.find(world.se.database.reading, 'fr'))!.bar).toBe('defaulted');
  });

  it('is covered by the fund, as the payee’s own statement shows', async () => {
    const { world, leg } = await unpaid();
    await declare(world.be, leg);
    await world.settleDown();
    const { result } = (await callAt(world.be))!;
    await world.be.receives(payoutReference(result, 'be', 'EUR', hashOf), euros(8_000n));
    expect(await fundAt(world.be)).toEqual(['fund.loss 35.00 EUR', 'fund.stake -15.00 EUR']);
  });

  it('pays after all: the creditor first, then the stakes, then its own, by ordinary debts', async () => {
    const { world, leg } = await unpaid();
    await declare(world.be, leg);
    await world.settleDown();
    await world.banksWork();
    expect(await fundAt(world.be)).toEqual([
      'due.to:fr -40.00 EUR',
      'due.to:se -25.00 EUR',
      'fund.due:… 80.00 EUR',
      'fund.stake -15.00 EUR',
    ]);
    expect(await fundAt(world.se)).toEqual(['due.from:be 25.00 EUR', 'fund.stake -25.00 EUR']);
    expect(await fundAt(world.fr)).toEqual(['due.from:be 40.00 EUR', 'fund.stake -40.00 EUR']);
    for (const node of world.all) {
      expect((await callAt(node))!.status).toBe('repaid');
      expect((await node.partners.bar(node.database.reading, 'fr')) ?? 'none').toBe('none');
      expect(await node.books.check(node.database.reading)).toEqual([]);
    }
    const closed = await world.fr.cycles.find(world.fr.database.reading, '2026-04');
    expect(closed).toMatchObject({ status: 'closed', state: { legs: 'resolved' } });
  });

  it.each([
    ['some of it', 4_000n, '12.50'],
    ['all of it', 10_000n, '25.00'],
  ])('pays %s after the claim, before the call stands: that is shared out at once', async (_what, came, back) => {
    const { world, leg } = await unpaid();
    const { be, se, fr } = world;
    se.isUp = false;
    await declare(be, leg);
    await world.settleDown();
    expect((await callAt(be))!.status).toBe('open');
    await be.receives(leg, euros(came));
    se.isUp = true;
    await world.settleDown();
    const isAll = came === 10_000n;
    for (const node of world.all) {
      expect(await callAt(node)).toMatchObject({ status: isAll ? 'repaid' : 'standing' });
      expect(await node.books.check(node.database.reading)).toEqual([]);
      expect((await fundAt(node)).filter((line) => line.startsWith('fund.recovered'))).toEqual([]);
    }
    expect(await fundAt(se)).toContain(`due.from:be ${back} EUR`);
    expect((await fundAt(fr)).filter((line) => line.startsWith('due.from'))).toEqual(
      isAll ? ['due.from:be 40.00 EUR'] : [],
    );
    expect((await partnerBar(se)) ?? 'none').toBe(isAll ? 'none' : 'defaulted');
  });

  it('has paid after all before everybody knew of the default: its stake was used and comes back', async () => {
    const { world, leg } = await unpaid();
    const { be, se, fr } = world;
    // Paris hears Brussels, and Malmö not: for Paris no quorum has signed yet.
    world.isCut = ({ from, to }) => from === 'se' && to === 'fr';
    await declare(be, leg);
    await world.settleDown();
    await world.banksWork();
    expect((await callAt(fr))!.status).toBe('open');
    world.isCut = () => false;
    await world.settleDown();
    expect((await callAt(fr))!.status).toBe('repaid');
    expect(await fundAt(fr)).toEqual(['due.from:be 40.00 EUR', 'fund.stake -40.00 EUR']);
    expect(await fundAt(se)).toEqual(['due.from:be 25.00 EUR', 'fund.stake -25.00 EUR']);
  });

  it('is owed what is its own, although nothing was to be promised to it while it was barred', async () => {
    const { world, leg } = await unpaid();
    const { be, fr, se } = world;
    await declare(be, leg);
    await world.settleDown();
    // The creditor's loss and the others' stakes are whole again with 60.00.
    for (const cents of [7_000n, 3_000n]) {
      await be.receives(leg, euros(cents));
      await world.settleDown();
    }
    expect(await fundAt(fr)).toEqual(['due.from:be 40.00 EUR', 'fund.stake -40.00 EUR']);
    expect(await fundAt(se)).toEqual(['due.from:be 25.00 EUR', 'fund.stake -25.00 EUR']);
  });

  it('is not called in default before the days of grace are over, nor once it has paid', async () => {
    const { world, leg } = await unpaid();
    await world.banksWork();
    expect(await declare(world.be, leg)).toMatchObject({ refusal: { kind: 'not-unpaid' } });
    const early = new SpecFederation(0, {}, { roster });
    await early.start();
    expect(await declare(early.be, leg)).toMatchObject({ refusal: { kind: 'no-such-leg' } });
  });
});

describe('a call of the fund', () => {
  async function heard(change: object, from: NodeId = 'be') {
    const { world, leg } = await unpaid();
    const { se } = world;
    await declare(world.be, leg);
    const { result, call, event, approvals } = (await callAt(world.be))!;
    const body = {
      call: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
      cycle: event.cycle,
      leg: call.leg,
      currency: 'EUR' as const,
      claims: event.claims,
      shortfall: call.shortfall,
      result,
      signature: approvals['be']!,
      ...change,
    };
    return se.act((work) => se.fundCalls.called({ work, from, seq: 1n, ack: 0n, hash: result }, body));
  }

  it('is taken as it is computed here', async () => {
    expect(await heard({})).toEqual({ verdict: 'applied' });
  });

  it.each([
    ['another-result', { claims: { be: '9000' } }],
    ['another-result', { shortfall: '1' }],
    ['more-than-the-leg', { claims: { be: '10001' } }],
    ['no-such-leg', { claims: { se: '1' } }],
    ['no-such-leg', { leg: 'A'.repeat(26) }],
    ['no-such-leg', { currency: 'SEK' as const }],
  ])('is refused as %s when it says %j', async (code, change) => {
    expect(await heard(change)).toMatchObject({ verdict: 'refused', code });
  });

  it('is refused without the sender’s own signature', async () => {
    expect(await heard({}, 'fr')).toMatchObject({ verdict: 'refused', code: 'bad-signature' });
  });

  it('is remembered by a restored node that gets it back, and told to those that had not heard of it', async () => {
    const { world, leg } = await unpaid();
    const { be, se, fr } = world;
    const body = await bodyOfCall(be, leg);
    for (const _peer of ['fr', 'se']) await be.act((work) => be.cycles.fundCalledBefore(work, body));
    await world.settleDown();
    for (const node of [be, se, fr]) {
      const call = await callAt(node);
      expect(call).toMatchObject({ status: 'standing', result: body.result, approvals: { be: body.signature } });
      expect(Object.keys(call!.approvals).sort()).toEqual(['be', 'se']);
    }
    expect(await declare(be, leg)).toMatchObject({ refusal: { kind: 'not-unpaid' } });
  });

  it('is for what was said to be missing before a restore, although some of it came in since', async () => {
    const { world, leg } = await inGrace();
    const { be, se } = world;
    await be.act((work) => be.cycles.rememberUnpaid(work, leg, 10_000n));
    await be.receives(leg, euros(4_000n));
    await graceEnds(world);
    await declare(be, leg);
    await world.settleDown();
    for (const node of [be, se])
      expect(await callAt(node)).toMatchObject({ status: 'standing', event: { claims: { be: '10000' } } });
  });

  it('is not signed before the others have given back what it may have signed already', async () => {
    const { world, leg } = await unpaid();
    const { be, se } = world;
    await se.start();
    await se.act((work) => se.cycles.restored(work));
    await declare(be, leg);
    for (const node of [be, world.fr]) node.isUp = false;
    const { result, call, event, approvals } = (await callAt(be))!;
    const named = { call: '0198f5c1-8f2a-7c3b-9a41-0242ac120003', cycle: event.cycle, leg: call.leg };
    const more = { currency: 'EUR' as const, claims: event.claims, shortfall: call.shortfall, result };
    const body = { ...named, ...more, signature: approvals['be']! };
    await se.act((work) => se.fundCalls.called({ work, from: 'be', seq: 1n, ack: 0n, hash: result }, body));
    expect(Object.keys((await callAt(se))!.approvals)).toEqual(['be']);
    for (const node of [be, world.fr]) node.isUp = true;
    await world.settleDown();
    expect(Object.keys((await callAt(se))!.approvals).sort()).toEqual(['be', 'se']);
    expect((await callAt(be))!.status).toBe('standing');
  });

  it('waits when its cycle is not known here yet', async () => {
    expect(await heard({ cycle: '2026-05' })).toEqual({ verdict: 'applied' });
  });
});

describe('a claim', () => {
  it('is not made before the others have given back what was claimed already', async () => {
    const { world, leg } = await inGrace();
    const { be } = world;
    await be.start();
    await be.act((work) => be.cycles.restored(work));
    await be.dayBegins('2026-05-19');
    const standing = async () => (await be.legs.find(be.database.reading, leg))!.record.standing;
    expect(await standing()).toBe('late');
    await world.settleDown();
    expect(await standing()).toBe('unpaid');
  });

  it('waits for no word that only the payer could give back', async () => {
    const { world, leg } = await inGrace();
    const { be, fr } = world;
    fr.isUp = false;
    await be.start();
    await be.act((work) => be.cycles.restored(work));
    await world.settleDown();
    world.nowMs += 30_000;
    await be.dayBegins('2026-05-19');
    expect((await be.legs.find(be.database.reading, leg))!.record.standing).toBe('unpaid');
  });
});

describe('money of a default that came back before a restore', () => {
  /** Brussels is told again what it had told a member, as if that member gave it back. */
  const givesBack = async (node: SpecNode, to: NodeId, amount: string) => {
    const call = (await callAt(node))!.ids[0]!;
    await node.act((work) => node.cycles.fundRepaidBefore(work, to, { call, currency: 'EUR', amount }));
  };

  async function standing() {
    const begun = await unpaid();
    await declare(begun.world.be, begun.leg);
    await begun.world.settleDown();
    return begun;
  }

  it('is known again, once, whoever gives it back, and is not shared out a second time', async () => {
    const { world, leg } = await standing();
    const { be } = world;
    for (const to of ['fr', 'se']) for (const amount of ['2000', '2000']) await givesBack(be, to, amount);
    expect((await callAt(be))!.back).toEqual({
      shared: '4000',
      told: { fr: '4000', se: '4000' },
      owed: { se: '1250' },
    });
    expect(await fundAt(be)).toEqual([
      'fund.due:… 80.00 EUR',
      'fund.loss 7.50 EUR',
      'fund.recovered 27.50 EUR',
      'fund.stake -15.00 EUR',
    ]);
    await be.receives(leg, euros(4_000n));
    await world.settleDown();
    expect((await callAt(be))!.back).toMatchObject({ shared: '4000', owed: { se: '1250' } });
    expect(await fundAt(be)).toEqual([
      'due.to:se -12.50 EUR',
      'fund.due:… 80.00 EUR',
      'fund.loss 7.50 EUR',
      'fund.stake -15.00 EUR',
    ]);
  });

  it('is told to the member that had not heard of it', async () => {
    const { world } = await standing();
    const { be, se, fr } = world;
    await givesBack(be, 'fr', '2000');
    await be.dayBegins('2026-05-20');
    await world.settleDown();
    expect((await callAt(se))!.rest).toMatchObject({ own: '4000', loss: { be: '0' } });
    expect((await callAt(fr))!.rest).toMatchObject({ loss: { be: '2000' } });
  });

  it('waits with its call when that is not known yet', async () => {
    const { world, leg } = await unpaid();
    const { be } = world;
    const body = await bodyOfCall(be, leg);
    const repay = { call: body.call, currency: 'EUR' as const };
    for (const amount of ['1500', '1500'])
      await be.act((work) => be.cycles.fundRepaidBefore(work, 'se', { ...repay, amount }));
    await be.act((work) => be.cycles.fundCalledBefore(work, body));
    expect((await callAt(be))!.back).toMatchObject({ shared: '3000', told: { se: '3000' } });
  });
});
