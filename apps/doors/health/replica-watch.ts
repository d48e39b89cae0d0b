import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Database } from '../database/database.js';
import { Metrics } from './metrics.js';
import type { ReplicaFault, ReplicaState } from '../database/replica.js';
import { Readiness } from './readiness.js';

const log = new Logger('Replica');

/** For the log and for whoever asks whether the program is ready: operators of every country read those in English. */
const reasons: Readonly<Record<ReplicaFault, string>> = {
  'no-answer': 'it does not answer',
  'no-standby': 'it is no standby',
  'other-database': 'it is a standby of another database',
  'not-caught-up': 'it has not caught up yet',
  behind: 'it is too far behind',
};

function reasonIn({ unusedBecause, lagSeconds }: ReplicaState): string | undefined {
  if (unusedBecause === null) return undefined;
  return unusedBecause === 'behind' ? `it is ${Math.round(lagSeconds!)} seconds behind` : reasons[unusedBecause];
}

/** Tells how the replica that answers reports does: to whoever asks, to Prometheus, and in the log when it changes. */
@Injectable()
export class ReplicaWatch implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.measure();
    const { replica } = this.database;
    if (!replica) return;
    replica.onChange = (state) =>
      state.unusedBecause === null
        ? log.log('reports are read from the replica')
        : log.warn(`reports are read from the database itself, not from the replica: ${reasonIn(state)}`);
    this.readiness.add({
      name: 'replica',
      without: 'degraded',
      run: async () => reasonIn(replica.state),
    });
  }

  /** Where there is no replica the figures have names, and nothing is told under them. */
  private measure(): void {
    const { replica } = this.database;
    const tell = (gauge: Gauge, value: number | null): void => {
      if (value === null) gauge.remove();
      else gauge.set(value);
    };
    const registers = [this.metrics.registry];
    new Gauge({
      name: 'passerelle_replica_lag_seconds',
      help: 'How old what the replica answers is at most; absent before it was seen to follow.',
      registers,
      collect(): void {
        tell(this, replica?.state.lagSeconds ?? null);
      },
    });
    new Gauge({
      name: 'passerelle_replica_used',
      help: 'Whether reports are read from the replica: 1, or 0 while the database itself answers them.',
      registers,
      collect(): void {
        tell(this, replica ? Number(replica.usable !== null) : null);
      },
    });
  }
}
