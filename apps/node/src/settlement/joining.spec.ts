import { type RosterContent, withMember, withoutMember } from '@passerelle/protocol';
import { day } from '@passerelle/values';
import type { NodeId } from '../peers/received.js';
import { SpecFederation, euros, federation } from './testing/spec-federation.js';
import type { SpecNode } from './testing/spec-node.js';

const stake = (node: NodeId, amount: string) => ({ node, currency: 'EUR' as const, amount });

/** Brussels and Paris alone, with little in the fund. */
const before: RosterContent = {
  ...withoutMember('se')(federation),
  members: federation.members.filter(({ id }) => id !== 'se'),
  fund: { stakes: [stake('be', '3000'), stake('fr', '4000')], eventSharePercent: '50' },
};

/** Malmö is a member as soon as the roster is in place, and takes part from the cycle of May on. */
const joined: RosterContent = {
  ...withMember(
    federation.members.find(({ id }) => id === 'se')!,
    {
      caps: { EUR: '5000000' },
      stake: stake('se', '5000'),
    },
  )(before),
  version: 2,
  from: day('2026-05-01'),
};

/** Malmö leaves again at the end of April. */
const left: RosterContent = { ...withoutMember('se')(joined), version: 3, from: day('2026-05-01') };

async function opened(...versions: readonly RosterContent[]): Promise<SpecFederation> {
  const world = new SpecFederation(0, {}, { versions });
  await world.start();
  return world;
}

async function owes(world: SpecFederation, of: { debtor: SpecNode; creditor: NodeId; cents: bigint }): Promise<void> {
  const { debtor, creditor, cents } = of;
  const terms = { amount: euros(cents), due: day('2026-04-30'), kind: 'shared.cost', reference: 'by-hand' };
  const form = { ...terms, peer: creditor, debtor: debtor.me, text: 'A shared rehearsal room' };
  expect(await debtor.act((work) => debtor.obligations.proposeByHand(work, form))).toMatchObject({ ok: true });
  await world.settleDown();
}

const cut = async (world: SpecFederation, node: SpecNode, cycle: string): Promise<void> => {
  expect(await node.act((work) => node.cycles.cutNow(work, cycle))).toMatchObject({ ok: true });
  await world.settleDown();
};

const daysBegin = async (world: SpecFederation, date: string): Promise<void> => {
  for (const node of world.all) await node.dayBegins(date);
  await world.settleDown();
};

const statusAt = async (node: SpecNode, cycle: string) =>
  (await node.cycles.find(node.database.reading, cycle))?.status ?? 'unknown';

const callsAt = (node: SpecNode) => node.fundCalls.all(node.database.reading, 10);

describe('a cooperative that joins in the middle of a month', () => {
  it('trades at once and is netted from the next cycle on, which nothing holds up', async () => {
    const world = await opened(before, joined);
    const { be, fr, se } = world;
    await owes(world, { debtor: fr, creditor: 'be', cents: 10_000n });
    await owes(world, { debtor: se, creditor: 'be', cents: 20_000n });
    await cut(world, be, '2026-04');
    await world.banksWork();
    expect(await Promise.all([be, fr, se].map((node) => statusAt(node, '2026-04')))).toEqual([
      'closed',
      'closed',
      'unknown',
    ]);
    expect((await be.obligations.settledIn(be.database.reading, '2026-04')).length).toBe(1);
    await daysBegin(world, '2026-05-20');
    await cut(world, se, '2026-05');
    await world.banksWork();
    expect(await Promise.all(world.all.map((node) => statusAt(node, '2026-05')))).toEqual(Array(3).fill('closed'));
    const [debt] = await se.obligations.settledIn(se.database.reading, '2026-05');
    expect(debt!.obligation).toMatchObject({ state: 'settled', cycle: '2026-04' });
  });

  it('bears nothing of a default in a cycle that it took no part in, and does not vote on it', async () => {
    const world = await opened(before, joined);
    const { be, fr, se } = world;
    await owes(world, { debtor: fr, creditor: 'be', cents: 10_000n });
    await cut(world, be, '2026-04');
    await daysBegin(world, '2026-05-19');
    const [leg] = await be.cycles.legsOf(be.database.reading, '2026-04');
    await be.act((work) => be.cycles.declareDefault(work, leg!.id));
    await world.settleDown();
    const [call] = await callsAt(be);
    expect(call!.call).toMatchObject({ defaulter: 'fr', own: '4000', mutual: { be: '1500' }, loss: { be: '4500' } });
    expect(await callsAt(se)).toEqual([]);
    const body = {
      call: call!.ids[0]!,
      cycle: '2026-04',
      leg: call!.call.leg,
      currency: 'EUR' as const,
      claims: call!.event.claims,
      shortfall: call!.call.shortfall,
      result: call!.result,
      signature: call!.approvals['be']!,
    };
    const told = { from: 'be', seq: 1n, ack: 0n, hash: '' };
    expect(await se.act((work) => se.cycles.fundCalled({ work, ...told }, body))).toMatchObject({
      verdict: 'refused',
      code: 'not-a-member',
    });
    expect(await fr.partners.find(fr.database.reading, 'be')).toMatchObject({ bar: null });
  });
});

describe('a cooperative that has left', () => {
  it('opens no cycle any more, and nobody waits for it', async () => {
    const world = await opened(federation, left);
    const { be, fr, se } = world;
    await cut(world, be, '2026-04');
    expect(await statusAt(se, '2026-04')).toBe('closed');
    await daysBegin(world, '2026-05-20');
    se.isUp = false;
    await cut(world, be, '2026-05');
    expect(await Promise.all([be, fr].map((node) => statusAt(node, '2026-05')))).toEqual(['closed', 'closed']);
    se.isUp = true;
    await world.settleDown();
    expect(await se.act((work) => se.cycles.cutNow(work, '2026-05'))).toMatchObject({
      refusal: { kind: 'no-federation' },
    });
    expect(await be.partners.find(be.database.reading, 'se')).toMatchObject({ bar: 'left' });
  });
});
