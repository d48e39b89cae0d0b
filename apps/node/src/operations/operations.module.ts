import { type BeforeApplicationShutdown, Inject, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@passerelle/doors';
import type { Finding } from '../commands/doctor/finding.js';
import { NODE_CONFIG, type NodeConfig } from '../config/node-settings.js';
import { takesPart } from '../config/replica-role.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { Bell } from '../facts/bell.js';
import { DoctorFindingsStore } from './doctor-findings.store.js';
import { DoctorRounds } from './doctor-rounds.service.js';
import { FindingsToMend } from './findings-to-mend.service.js';
import { FindingsController } from './findings.controller.js';
import { OperationsMetrics } from './operations.metrics.js';
import { SystemController } from './system.controller.js';
import { SystemReadings } from './system-reading.service.js';

const log = new Logger('Doctor');

/** How often it is looked whether a round is due, and what was not well is looked at again. */
const everyMs = 15 * 60_000;

/** What the doctor finds while the node runs: for the pages, for Prometheus, and in the log. */
@Module({
  controllers: [FindingsController, SystemController],
  providers: [
    {
      provide: DoctorRounds,
      useFactory: (database: Database, config: NodeConfig) =>
        new DoctorRounds({
          database,
          config,
          env: process.env,
          store: new DoctorFindingsStore(),
          now: () => new Date(),
          onFinding: tell,
        }),
      inject: [Database, NODE_CONFIG],
    },
    SystemReadings,
    OperationsMetrics,
  ],
})
export class OperationsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly bells: Bell[] = [];
  private stopping = false;
  private readonly going: Promise<void>[] = [];

  constructor(
    private readonly rounds: DoctorRounds,
    inbox: InboxSources,
    @Inject(NODE_CONFIG) private readonly config: NodeConfig,
  ) {
    inbox.add(new FindingsToMend(rounds));
  }

  /** A doctor that cannot look keeps nobody from working. */
  async onApplicationBootstrap(): Promise<void> {
    await this.rounds.atStart().catch(complain);
    this.going.push(this.each(everyMs, () => this.rounds.here()));
    if (takesPart(this.config, 'worker')) this.going.push(this.each(everyMs, () => this.rounds.tick()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const bell of this.bells) bell.ring();
    await Promise.all(this.going);
  }

  private async each(pauseMs: number, act: () => Promise<void>): Promise<void> {
    const bell = new Bell();
    this.bells.push(bell);
    while (!this.stopping) {
      await bell.wait(pauseMs);
      if (!this.stopping) await act().catch(complain);
    }
  }
}

const complain = (error: unknown): void => log.error(error);

/** What a finding says may name people; which it is does not. */
function tell({ what, machine, result }: Finding): void {
  const text = `${what}${machine === undefined ? '' : ` at ${machine}`}: ${result}; passerelle doctor tells more`;
  if (result === 'fail') log.error(text);
  else log.warn(text);
}
