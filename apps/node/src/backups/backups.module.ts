import { Module } from '@nestjs/common';
import { BackupRunsStore } from './backup-runs.store.js';
import { BackupsMetrics } from './backups.metrics.js';

@Module({ providers: [BackupRunsStore, BackupsMetrics] })
export class BackupsModule {}
