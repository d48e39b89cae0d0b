import { day } from '@passerelle/values';
import { Registry } from 'prom-client';
import { SettlementMetrics } from './settlement.metrics.js';
import { SpecFederation, euros } from './testing/spec-federation.js';

describe('the numbers of settlement', () => {
  it('tell of cycles, payments and limits', async () => {
    const world = new SpecFederation();
    await world.start();
    const { be, fr } = world;
    await fr.act((work) =>
      fr.obligations.proposeByHand(work, {
        peer: 'be',
        debtor: 'fr',
        amount: euros(1_250_000n),
        due: day('2026-04-30'),
        kind: 'shared.cost',
        text: 'A shared rehearsal room',
        reference: 'by-hand',
      }),
    );
    await world.settleDown();
    const registry = new Registry();
    const { cycles, legs } = be.ground;
    const database = { report: (read: (work: object) => unknown) => read(be.database.reading) };
    new SettlementMetrics({ registry } as never, database as never, cycles, legs, be.partners).onModuleInit();
    const lines = async () => (await registry.metrics()).split('\n').filter((line) => line.startsWith('passerelle_'));
    expect(await lines()).toContain('passerelle_exposure_ratio{creditor="be",debtor="fr",currency="EUR"} 0.25');
    world.se.isUp = false;
    await be.act((work) => be.cycles.cutNow(work, '2026-04'));
    await world.settleDown();
    expect((await lines()).some((line) => line.includes('cycle_age_seconds{cycle="2026-04",state="'))).toBe(true);
    world.se.isUp = true;
    await world.settleDown();
    expect(await lines()).toContain('passerelle_settlement_legs_open{role="payee",standing="on-time"} 1');
    expect(await lines()).toContain('passerelle_settlement_unconfirmed_nodes 0');
  });
});
