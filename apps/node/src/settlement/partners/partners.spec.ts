import { type RosterContent, memberOf } from '@passerelle/protocol';
import { Money, day } from '@passerelle/values';
import type { NodeId } from '../../peers/received.js';
import type { ObligationForm } from '../obligations/obligations.service.js';
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

async function opened(roster?: RosterContent): Promise<SpecFederation> {
  const world = new SpecFederation(0, {}, roster ? { roster } : {});
  await world.start();
  return world;
}

const propose = (node: SpecNode, form: ObligationForm) =>
  node.act((work) => node.obligations.proposeByHand(work, form));

const capAt = async (node: SpecNode, creditor: NodeId, debtor: NodeId): Promise<string> =>
  String((await node.partners.capFor(node.database.reading, { creditor, debtor, currency: 'EUR' })).amount);

describe('a limit', () => {
  it('is the roster’s until the creditor says a lower one, and then the same on both sides', async () => {
    const { be, fr, ...world } = await openedWith();
    expect(await capAt(fr, 'be', 'fr')).toBe('50000.00 EUR');
    expect(await be.act((work) => be.partners.grant(work, 'fr', euros(100_000n)))).toMatchObject({ ok: true });
    await world.settleDown();
    expect(await capAt(be, 'be', 'fr')).toBe('1000.00 EUR');
    expect(await capAt(fr, 'be', 'fr')).toBe('1000.00 EUR');
    expect(await capAt(fr, 'fr', 'be')).toBe('50000.00 EUR');
    expect(await propose(fr, owes('fr', 'be', 100_001n))).toMatchObject({ ok: false, refusal: { kind: 'limit' } });
    expect(await propose(fr, owes('fr', 'be', 100_000n))).toMatchObject({ ok: true });
  });

  it('counts for new debts only: what is owed already is not touched', async () => {
    const { be, fr, ...world } = await openedWith();
    await propose(fr, owes('fr', 'be', 90_000n));
    await world.settleDown();
    await be.act((work) => be.partners.grant(work, 'fr', euros(10_000n)));
    await world.settleDown();
    const [kept] = await be.obligations.ofPair(be.database.reading, 'fr', null);
    expect(kept!.obligation.state).toBe('agreed');
    expect(await propose(fr, owes('fr', 'be', 1n))).toMatchObject({ ok: false, refusal: { kind: 'limit' } });
  });

  it('is refused above the roster’s, in a currency nobody has limits in, and for a stranger', async () => {
    const { be } = await openedWith();
    const grant = (node: NodeId, cap: Money) => be.act((work) => be.partners.grant(work, node, cap));
    expect(await grant('fr', euros(5_000_001n))).toMatchObject({ refusal: { kind: 'above-the-roster' } });
    expect(await grant('fr', new Money(1n, 'PLN'))).toMatchObject({ refusal: { kind: 'above-the-roster' } });
    expect(await grant('pl', euros(1n))).toMatchObject({ refusal: { kind: 'unknown-partner' } });
  });

  it('warns from 70 and from 90 percent, for what is agreed and what is proposed', async () => {
    const { be, fr, ...world } = await openedWith();
    const warning = async () => {
      const partner = await be.partners.find(be.database.reading, 'fr');
      return partner!.caps.find(({ debtor, cap }) => debtor === 'fr' && cap.currency === 'EUR')!.warning;
    };
    expect(await warning()).toBe('none');
    await propose(fr, owes('fr', 'be', 3_500_000n));
    await world.settleDown();
    expect(await warning()).toBe('above-70');
    await propose(be, owes('fr', 'fr', 1_000_000n));
    expect(await warning()).toBe('above-90');
  });
});

describe('a partner', () => {
  it('that is suspended may owe nothing new, hears so, and settles what is open', async () => {
    const { be, fr, ...world } = await openedWith();
    await propose(fr, owes('fr', 'be', 10_000n));
    await world.settleDown();
    await be.act((work) => be.partners.suspend(work, 'fr', 'late twice'));
    await world.settleDown();
    expect(await capAt(fr, 'be', 'fr')).toBe('0.00 EUR');
    expect(await propose(fr, owes('fr', 'be', 1n))).toMatchObject({ refusal: { kind: 'limit' } });
    expect(await propose(be, owes('be', 'fr', 1n))).toMatchObject({ refusal: { kind: 'barred', bar: 'suspended' } });
    await propose(fr, owes('be', 'be', 500n));
    await world.settleDown();
    const rejected = (await fr.obligations.ofPair(fr.database.reading, 'be', null)).at(-1);
    expect(rejected).toMatchObject({ code: 'suspended', obligation: { state: 'rejected' } });
    await be.act((work) => be.cycles.cutNow(work, '2026-04'));
    await world.settleDown();
    await world.banksWork();
    expect((await be.obligations.settledIn(be.database.reading, '2026-04')).length).toBe(1);
  });

  it('may again owe what it could before, once the suspension ends', async () => {
    const { be, fr, ...world } = await openedWith();
    const act = (use: (work: never) => Promise<unknown>) => be.act((work) => use(work as never));
    await act((work) => be.partners.grant(work, 'fr', euros(70_000n)));
    await act((work) => be.partners.suspend(work, 'fr', 'late twice'));
    expect(await act((work) => be.partners.suspend(work, 'fr', 'again'))).toMatchObject({
      refusal: { kind: 'already-suspended' },
    });
    await act((work) => be.partners.resume(work, 'fr'));
    expect(await act((work) => be.partners.resume(work, 'fr'))).toMatchObject({ refusal: { kind: 'not-suspended' } });
    await world.settleDown();
    expect(await capAt(be, 'be', 'fr')).toBe('700.00 EUR');
    expect(await capAt(fr, 'be', 'fr')).toBe('700.00 EUR');
  });

  it.each([
    ['suspended', 'suspended-by-roster'],
    ['leaving', 'leaving'],
  ] as const)('that is %s in the roster starts nothing new with anybody', async (status, bar) => {
    const members = federation.members.map((member) => (member.id === 'fr' ? { ...member, status } : member));
    const { be, fr } = await openedWith({ ...federation, members });
    expect(memberOf(be.peers.roster, 'fr')!.status).toBe(status);
    expect(await propose(be, owes('fr', 'fr', 1n))).toMatchObject({ refusal: { kind: 'barred', bar } });
    expect(await propose(fr, owes('fr', 'be', 1n))).toMatchObject({ refusal: { kind: 'barred', bar } });
  });

  it('leaves when nothing is open, and both agree where their messages end', async () => {
    const { be, fr, ...world } = await openedWith();
    const leave = (node: SpecNode, peer: NodeId) => node.act((work) => node.partners.leave(work, peer, 'The end'));
    await propose(fr, owes('fr', 'be', 10_000n));
    expect(await leave(fr, 'be')).toMatchObject({ refusal: { kind: 'still-open' } });
    await world.settleDown();
    await be.act((work) => be.cycles.cutNow(work, '2026-04'));
    await world.settleDown();
    await world.banksWork();
    expect(await leave(fr, 'be')).toMatchObject({ ok: true });
    await world.settleDown();
    const seen = await be.partners.find(be.database.reading, 'fr');
    expect(seen).toMatchObject({ bar: 'left', partner: { left: { us: false, them: true } } });
    expect(await leave(be, 'fr')).toMatchObject({ ok: true });
    await world.settleDown();
    expect(await fr.partners.find(fr.database.reading, 'be')).toMatchObject({
      partner: { left: { us: true, them: true } },
    });
    expect(await propose(fr, owes('fr', 'be', 1n))).toMatchObject({ refusal: { kind: 'barred', bar: 'left' } });
    expect([be.links.get('fr')!.state.status, fr.links.get('be')!.state.status]).toEqual(['closed', 'closed']);
    // The day's comparison of heads is no longer said to who has left.
    const said = fr.links.get('be')!.state.out;
    await fr.dayBegins('2026-05-20');
    await world.settleDown();
    expect(fr.links.get('be')!.state.out).toEqual(said);
    expect(await fr.peers.bar(fr.database.reading, 'be')).toBe('left');
  });

  it('keeps the channel open while only one has left', async () => {
    const { be, fr, ...world } = await openedWith();
    await fr.act((work) => fr.partners.leave(work, 'be', 'The end'));
    await world.settleDown();
    expect([be.links.get('fr')!.state.status, fr.links.get('be')!.state.status]).toEqual(['open', 'open']);
  });

  it('knows again, after a restore, what it had granted and that it had left', async () => {
    const { be } = await openedWith();
    const returned = { to: 'fr', seq: 1n, ack: 0n, hash: '' };
    await be.act((work) => be.partners.limitedBefore({ work, ...returned }, { currency: 'EUR', cap: '70000' }));
    const of = { creditor: 'be', debtor: 'fr', currency: 'EUR' };
    expect(`${(await be.partners.capFor(be.database.reading, of)).amount}`).toBe('700.00 EUR');
    await be.act((work) => be.partners.leftBefore({ work, ...returned }));
    expect(await be.partners.find(be.database.reading, 'fr')).toMatchObject({
      bar: 'left',
      partner: { left: { us: true, them: false } },
    });
  });

  it('is not believed when it names another end than ours, or when something is open here', async () => {
    const { be, fr, ...world } = await openedWith();
    await propose(fr, owes('fr', 'be', 10_000n));
    await world.settleDown();
    const nowhere = { seq: '7', head: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4' };
    const close = (mine: typeof nowhere, seq: bigint) =>
      be.act((work) =>
        be.partners.closed(
          { work, from: 'fr', seq, ack: 0n, hash: nowhere.head },
          { mine, yours: { seq: '0', head: '' }, reason: '' },
        ),
      );
    expect(await close(nowhere, 8n)).toMatchObject({ verdict: 'refused', code: 'another-head' });
    expect(await close({ seq: '0', head: '' }, 1n)).toMatchObject({ verdict: 'refused', code: 'still-open' });
  });
});

async function openedWith(roster?: RosterContent) {
  const world = await opened(roster);
  const { be, fr, se } = world;
  return { be, fr, se, settleDown: () => world.settleDown(), banksWork: () => world.banksWork() };
}
