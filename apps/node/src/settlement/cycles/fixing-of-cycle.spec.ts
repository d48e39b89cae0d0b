import type { RosterContent } from '@passerelle/protocol';
import { convert } from '@passerelle/settlement';
import { Money, day } from '@passerelle/values';
import { fixingOf } from './fixing-of-cycle.js';
import { SpecFederation, euros, federation } from '../testing/spec-federation.js';

/** As the European Central Bank writes it; the rates are examples. */
const history = `Date,USD,SEK,PLN,
2026-05-04,1.1700,10.9000,4.2500,
2026-04-30,1.1652,10.8320,4.2405,
2026-04-29,1.1600,10.8000,4.2300,
`;

const roster: RosterContent = {
  ...federation,
  currencies: { EUR: 2, SEK: 2 },
  computations: [
    {
      from: '2026-01',
      netting: 1,
      rounding: 1,
      waterfall: 1,
      mode: 'one-currency',
      currency: 'EUR',
      fixingSource: 'ECB euro foreign exchange reference rates',
    },
  ],
};

describe('the table of a cycle', () => {
  it('is that of the cut-off’s day, in the currencies of the roster only', () => {
    expect(fixingOf(roster, '2026-04', history)).toEqual({
      source: 'ECB euro foreign exchange reference rates',
      date: '2026-04-30',
      into: 'EUR',
      table: {
        EUR: { num: '1', den: '1', text: '1' },
        SEK: expect.objectContaining({ text: '10.8320' }),
      },
    });
    expect(convert(108_320n, 'SEK', fixingOf(roster, '2026-04', history)!)).toBe(10_000n);
  });

  it('is not there while the history does not reach the day, and where nothing is converted', () => {
    expect(fixingOf(roster, '2026-04', history.replace('2026-04-30', '2026-04-28'))).toBeNull();
    expect(fixingOf(roster, '2026-04', null)).toBeNull();
    expect(fixingOf(federation, '2026-04', history)).toBeNull();
  });
});

describe('a cycle in one currency', () => {
  const owed = (amount: Money, debtor: string, peer: string) => ({
    peer,
    debtor,
    amount,
    due: day('2026-04-30'),
    kind: 'shared.cost',
    text: 'A shared rehearsal room',
    reference: 'by-hand',
  });

  it('converts each pair’s net once by the table that every node reads, and pays in that currency', async () => {
    const world = new SpecFederation(0, {}, { roster, rates: history });
    await world.start();
    const { be, fr, se } = world;
    await se.act((work) => se.obligations.proposeByHand(work, owed(new Money(108_320n, 'SEK'), 'se', 'be')));
    await be.act((work) => be.obligations.proposeByHand(work, owed(euros(4_000n), 'be', 'fr')));
    await world.settleDown();
    for (const node of world.all) await node.dayBegins('2026-05-01');
    await world.settleDown();
    for (const node of world.all) await node.act((work) => node.cycles.timePasses(work));
    await world.settleDown();
    const { final } = (await fr.cycles.find(fr.database.reading, '2026-04'))!.state;
    expect(final!.proposal.fixing!.date).toBe('2026-04-30');
    const legs = (await be.cycles.legsOf(be.database.reading, '2026-04')).concat(
      await fr.cycles.legsOf(fr.database.reading, '2026-04'),
    );
    expect(
      legs.map(({ record }) => record.leg).map(({ from, to, currency, amount }) => [from, to, currency, amount]),
    ).toEqual([
      ['se', 'be', 'EUR', '6000'],
      ['se', 'fr', 'EUR', '4000'],
    ]);
    await world.banksWork();
    for (const node of world.all) {
      const open = await node.books.balances(node.database.reading, node.entity, 'clearing');
      expect(open).toEqual([]);
      expect(await node.books.check(node.database.reading)).toEqual([]);
    }
    const exchanged = await se.books.balances(se.database.reading, se.entity, 'fx.conversion');
    expect(exchanged.map(({ posted }) => `${posted}`)).toEqual(['100.00 EUR', '-1083.20 SEK']);
  });

  it('is not approved by a node that cannot read the table', async () => {
    const world = new SpecFederation(0, {}, { roster });
    await world.start();
    const { be, se } = world;
    await be.act((work) => be.obligations.proposeByHand(work, owed(euros(4_000n), 'be', 'fr')));
    await world.settleDown();
    for (const node of world.all) await node.dayBegins('2026-05-06');
    await world.settleDown();
    expect((await se.cycles.find(se.database.reading, '2026-04'))!.state.final).toBeNull();
  });
});
