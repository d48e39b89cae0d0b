import { type BeforeApplicationShutdown, Inject, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@passerelle/doors';
import type { Finding } from '../commands/doctor-check.js';
import { NODE_CONFIG, type NodeConfig } from '../config/node-settings.js';
import { takesPart } from '../config/replica-role.js';
import { Bell } from '../facts/bell.js';
import { DoctorFindingsStore } from './doctor-findings.store.js';
import { DoctorRounds } from './doctor-rounds.service.js';
import { FindingsController } from './findings.controller.js';
import { OperationsMetrics } from './operations.metrics.js';

const log = new Logger('Doctor');

/** How often it is looked whether a round is due, and what was not well is looked at again. */
const everyMs = 15 * 60_000;

/** What the doctor finds while the node runs: for the page, for Prometheus, and in the log. */
@Module({
  controllers: [FindingsController],
  providers: [
    {
      provide: DoctorRounds,
      useFactory: (database: Database, config: NodeConfig) =>
        new DoctorRounds({
          database,
          config,
          store: new DoctorFindingsStore(),
          now: () => new Date(),
          onFinding: tell,
        }),
      inject: [Database, NODE_CONFIG],
    },
    OperationsMetrics,
  ],
})
export class OperationsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly bell = new Bell();
  private stopping = false;
  private going: Promise<void> | null = null;

  constructor(
    private readonly rounds: DoctorRounds,
    @Inject(NODE_CONFIG) private readonly config: NodeConfig,
  ) {}

  /** A doctor that cannot look keeps nobody from working. */
  async onApplicationBootstrap(): Promise<void> {
    await this.rounds.atStart().catch(complain);
    if (takesPart(this.config, 'worker')) this.going = this.keepGoing();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await this.going;
  }

  private async keepGoing(): Promise<void> {
    while (!this.stopping) {
      await this.bell.wait(everyMs);
      if (!this.stopping) await this.rounds.tick().catch(complain);
    }
  }
}

const complain = (error: unknown): void => log.error(error);

/** What a finding says may name people; which it is does not. */
function tell({ what, result }: Finding): void {
  const text = `${what}: ${result}; passerelle doctor tells more`;
  if (result === 'fail') log.error(text);
  else log.warn(text);
}
