import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics } from '@passerelle/doors';
import { partiesOf, phaseOf } from '@passerelle/settlement';
import { Gauge } from 'prom-client';
import { type CycleRecord, isCut } from './cycles/cycle-record.js';
import { CyclesStore } from './cycles/cycles-store.js';
import { Partners } from './partners/partners.service.js';
import { LegsStore } from './legs/legs-store.js';

/** Cycles, payments and limits as numbers. */
@Injectable()
export class SettlementMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly cycles: CyclesStore,
    private readonly legs: LegsStore,
    private readonly partners: Partners,
  ) {}

  onModuleInit(): void {
    this.watchCycles();
    this.watchLegs();
    this.watchLimits();
  }

  private watchCycles(): void {
    const { metrics, database, cycles } = this;
    const registers = [metrics.registry];
    new Gauge({
      name: 'passerelle_settlement_cycle_age_seconds',
      help: 'Time since this node cut a cycle that is not closed.',
      labelNames: ['cycle', 'state'],
      registers,
      async collect(): Promise<void> {
        this.reset();
        for (const { id, state, cutAtMs } of await database.report((work) => cycles.open(work)))
          if (cutAtMs !== null) this.set({ cycle: id, state: phaseOf(state) }, (Date.now() - cutAtMs) / 1000);
      },
    });
    new Gauge({
      name: 'passerelle_settlement_unconfirmed_nodes',
      help: 'Nodes whose approval of a running cycle is missing here.',
      registers,
      async collect(): Promise<void> {
        const open = await database.report((work) => cycles.open(work));
        this.set(open.reduce((so, record) => so + unconfirmed(record), 0));
      },
    });
  }

  private watchLegs(): void {
    const { metrics, database, legs } = this;
    new Gauge({
      name: 'passerelle_settlement_legs_open',
      help: 'Payments of cycles that are not received in full.',
      labelNames: ['role', 'standing'],
      registers: [metrics.registry],
      async collect(): Promise<void> {
        this.reset();
        for (const { role, record } of await database.report((work) => legs.open(work)))
          this.inc({ role, standing: record.standing });
      },
    });
  }

  private watchLimits(): void {
    const { metrics, database, partners } = this;
    new Gauge({
      name: 'passerelle_exposure_ratio',
      help: 'How much of a limit is used by what is agreed and proposed; 1 is all of it.',
      labelNames: ['creditor', 'debtor', 'currency'],
      registers: [metrics.registry],
      async collect(): Promise<void> {
        this.reset();
        for (const { caps } of await database.report((work) => partners.all(work)))
          for (const { creditor, debtor, cap, agreed, reserved } of caps) {
            const taken = Number(agreed.minor + reserved.minor);
            const ratio = cap.isZero() ? Number(taken > 0) : taken / Number(cap.minor);
            this.set({ creditor, debtor, currency: cap.currency }, ratio);
          }
      },
    });
  }
}

/** Of the newest proposal, whoever has to approve it and has not. */
function unconfirmed(record: CycleRecord): number {
  const { state } = record;
  const proposal = state.proposals[state.proposed[`${state.round}`] ?? ''];
  if (!isCut(record) || state.final !== null || proposal === undefined) return 0;
  const approved = new Set(state.approvals.filter(({ result }) => result === proposal.result).map(({ node }) => node));
  return partiesOf(proposal).filter((node) => !approved.has(node)).length;
}
