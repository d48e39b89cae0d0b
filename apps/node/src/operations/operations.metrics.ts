import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import type { KeptFinding } from './doctor-findings.store.js';
import { DoctorRounds } from './doctor-rounds.service.js';

const results = ['ok', 'warn', 'fail', 'known'] as const;
const certificate = 'certificate ';

/** What the doctor found last, as numbers. */
@Injectable()
export class OperationsMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly rounds: DoctorRounds,
  ) {}

  onModuleInit(): void {
    const found = async (): Promise<readonly KeptFinding[]> =>
      (await this.rounds.health(this.database.reading)).findings;
    const registers = [this.metrics.registry];
    new Gauge({
      name: 'passerelle_doctor_check',
      help: 'What the last look found: 1 for its result, 0 for the others. Known: somebody has acknowledged it.',
      labelNames: ['check', 'machine', 'result'],
      registers,
      async collect(): Promise<void> {
        this.reset();
        for (const { what, machine = '', result, known } of await found())
          for (const each of results)
            this.set({ check: what, machine, result: each }, Number(each === (known ? 'known' : result)));
      },
    });
    new Gauge({
      name: 'passerelle_cert_expiry_seconds',
      help: 'How long the certificates that the last look saw still count; below 0: ended.',
      labelNames: ['name'],
      registers,
      async collect(): Promise<void> {
        this.reset();
        for (const { what, endsAt } of await found())
          if (endsAt) this.set({ name: what.replace(certificate, '') }, (endsAt.getTime() - Date.now()) / 1000);
      },
    });
  }
}
