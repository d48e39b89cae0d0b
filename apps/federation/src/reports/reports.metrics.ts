import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics, Readiness } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { ReportsMailbox } from './mailbox.js';
import { ReportsStore } from './reports.store.js';

/** How old each node's report is and what was refused, for Prometheus; whether the mailbox answers, for /readyz. */
@Injectable()
export class ReportsMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    private readonly database: Database,
    private readonly store: ReportsStore,
    private readonly mailbox: ReportsMailbox,
  ) {}

  onModuleInit(): void {
    const { database, store, mailbox } = this;
    const registers = [this.metrics.registry];
    new Gauge({
      name: 'passerelle_report_age_seconds',
      help: 'Time since the newest report of a node arrived.',
      labelNames: ['node'],
      registers,
      async collect(): Promise<void> {
        for (const { node, receivedAt } of await database.report((work) => store.newest(work)))
          this.set({ node }, Math.max(0, (Date.now() - receivedAt.getTime()) / 1000));
      },
    });
    new Gauge({
      name: 'passerelle_reports_refused_total',
      help: 'Reports that were refused, by the node on whose subject they came and the reason.',
      labelNames: ['node', 'reason'],
      registers,
      async collect(): Promise<void> {
        for (const { slot, reason, count } of await database.report((work) => store.refusedCounts(work)))
          this.set({ node: slot, reason }, count);
      },
    });
    // What is known already can be read while nothing new arrives.
    const run = (): Promise<string | undefined> => Promise.resolve(mailbox.isConnected ? undefined : 'not connected');
    this.readiness.add({ name: 'message bus', without: 'degraded', run });
  }
}
