import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { Books } from './books.service.js';

/** The whole ledger is read for it, and what is found stays found: nothing is edited. */
const freshMs = 15 * 60_000;

/** What the books say about themselves that must never be so, as a number: always zero. */
@Injectable()
export class BooksMetrics implements OnModuleInit {
  private checkedAtMs = -Infinity;
  private found: Promise<number> = Promise.resolve(0);

  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly books: Books,
  ) {}

  onModuleInit(): void {
    const read = (): Promise<number> => this.read();
    new Gauge({
      name: 'passerelle_ledger_imbalance_total',
      help: 'Books and transactions that do not sum to zero, or that lack what they declare, at the last check.',
      registers: [this.metrics.registry],
      async collect(): Promise<void> {
        this.set(await read());
      },
    });
  }

  private read(): Promise<number> {
    const now = performance.now();
    if (now - this.checkedAtMs > freshMs) {
      this.checkedAtMs = now;
      this.found = this.database
        .report((work) => this.books.check(work))
        .then(
          (findings) => findings.length,
          (error: unknown) => {
            this.checkedAtMs = -Infinity;
            throw error;
          },
        );
    }
    return this.found;
  }
}
