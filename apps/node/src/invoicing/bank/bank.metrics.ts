import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { BankStore } from './bank.store.js';

/** Lines of bank statements that nobody has explained yet: a debit among them is money that left for no known reason. */
@Injectable()
export class BankMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly lines: BankStore,
  ) {}

  onModuleInit(): void {
    const { metrics, database, lines } = this;
    new Gauge({
      name: 'passerelle_bank_unmatched_lines',
      help: 'Lines of bank statements that nobody has explained, by direction: in or out.',
      labelNames: ['direction'],
      registers: [metrics.registry],
      async collect(): Promise<void> {
        const open = await database.report((work) => lines.open(work));
        this.set({ direction: 'in' }, open.in);
        this.set({ direction: 'out' }, open.out);
      },
    });
  }
}
