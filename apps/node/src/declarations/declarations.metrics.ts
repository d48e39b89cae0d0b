import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { DeclarationsStore } from './declarations.store.js';

/** What authorities have not accepted in time, as a number. */
@Injectable()
export class DeclarationsMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly store: DeclarationsStore,
  ) {}

  onModuleInit(): void {
    const { metrics, database, store } = this;
    new Gauge({
      name: 'passerelle_declarations_late',
      help: 'Declarations that no authority had accepted on their last day in time.',
      registers: [metrics.registry],
      async collect(): Promise<void> {
        this.set(await database.report((work) => store.late(work)));
      },
    });
  }
}
