import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { BackupRunsStore, type RunKind } from './backup-runs.store.js';

/** When the node was last backed up, and when a backup was last proven, as numbers. */
@Injectable()
export class BackupsMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly runs: BackupRunsStore,
  ) {}

  onModuleInit(): void {
    this.watch(
      'made',
      'backup_last_success_timestamp',
      'When a backup was last made, in seconds since 1970; 0: never.',
    );
    this.watch(
      'drilled',
      'backup_last_verified_timestamp',
      'When a backup was last restored and proven, in seconds since 1970; 0: never.',
    );
  }

  private watch(kind: RunKind, name: string, help: string): void {
    const { metrics, database, runs } = this;
    new Gauge({
      name: `passerelle_${name}`,
      help,
      registers: [metrics.registry],
      async collect(): Promise<void> {
        this.set(((await runs.lastOf(database.reading, kind))?.getTime() ?? 0) / 1000);
      },
    });
  }
}
