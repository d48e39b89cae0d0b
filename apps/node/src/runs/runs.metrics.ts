import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { itemStates } from './run.js';
import { RunsStore } from './runs.store.js';

/** How far the payroll runs are, as numbers. */
@Injectable()
export class RunsMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly store: RunsStore,
  ) {}

  onModuleInit(): void {
    const { metrics, database, store } = this;
    new Gauge({
      name: 'passerelle_payroll_run_items',
      help: 'Wages in payroll runs that are not finished.',
      labelNames: ['state'],
      registers: [metrics.registry],
      async collect(): Promise<void> {
        for (const state of itemStates) this.set({ state }, 0);
        for (const { state, n } of await database.report((work) => store.open(work))) this.set({ state }, n);
      },
    });
  }
}
