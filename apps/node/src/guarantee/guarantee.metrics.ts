import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { FundReading } from './fund-reading.service.js';
import { GuaranteeStore } from './guarantee.store.js';

/** How long the fund of each legal entity lasts, and what it carries. No worker and no client is named. */
@Injectable()
export class GuaranteeMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly reading: FundReading,
    private readonly store: GuaranteeStore,
  ) {}

  onModuleInit(): void {
    const { database, reading, store } = this;
    const registers = [this.metrics.registry];
    new Gauge({
      name: 'passerelle_guarantee_coverage_weeks',
      help: 'Weeks of wages that the money of the fund would pay, by legal entity; absent where no wage was paid lately.',
      labelNames: ['entity'],
      registers,
      async collect(): Promise<void> {
        this.reset();
        for (const { entity, coverageWeeks } of await database.report((work) => reading.accounts(work)))
          if (coverageWeeks !== null) this.set({ entity: entity.name }, Number(coverageWeeks));
      },
    });
    new Gauge({
      name: 'passerelle_guarantee_advances_open',
      help: 'Missions whose wages the fund has advanced and whose money has not come.',
      registers,
      async collect(): Promise<void> {
        this.set(await database.report((work) => store.advancesOpen(work)));
      },
    });
  }
}
