import {
  type BeforeApplicationShutdown,
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, Database } from '@passerelle/doors';
import { NODE_CONFIG, type NodeConfig, zoneOf } from '../config/node-settings.js';
import { takesPart } from '../config/replica-role.js';
import { Calendar } from './calendar.service.js';
import { FactsHealth } from './facts.health.js';
import { FactsListener } from './facts.listener.js';
import { FactsRunner } from './facts.runner.js';
import { Facts, FactsStore } from './facts.service.js';
import { PostgresFactsStore } from './facts.store.js';

const log = new Logger('Facts');

/**
 * What happened, and who follows it. A room that follows says so in its module:
 * `constructor(runner: FactsRunner, follower: PayrollFollower) { runner.add(follower); }`
 */
@Global()
@Module({
  providers: [
    { provide: FactsStore, useClass: PostgresFactsStore },
    { provide: Facts, useFactory: (store: FactsStore) => new Facts(store), inject: [FactsStore] },
    {
      provide: FactsRunner,
      useFactory: (database: Database, store: FactsStore) =>
        new FactsRunner({ database, store, onFailure: tellFailure }),
      inject: [Database, FactsStore],
    },
    {
      provide: FactsListener,
      useFactory: ({ databaseUrl }: NodeConfig) => new FactsListener(databaseUrl),
      inject: [NODE_CONFIG],
    },
    {
      provide: Calendar,
      useFactory: (database: Database, store: FactsStore, facts: Facts, clock: Clock, config: NodeConfig) =>
        new Calendar({ database, store, facts, clock, zone: zoneOf(config), onFailure: (error) => log.error(error) }),
      inject: [Database, FactsStore, Facts, Clock, NODE_CONFIG],
    },
    FactsHealth,
  ],
  exports: [Facts, FactsRunner, Calendar],
})
export class FactsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly runner: FactsRunner,
    private readonly listener: FactsListener,
    private readonly calendar: Calendar,
    @Inject(NODE_CONFIG) private readonly config: NodeConfig,
  ) {}

  /** Only now has every room added its followers. */
  async onApplicationBootstrap(): Promise<void> {
    if (!takesPart(this.config, 'worker')) return;
    await this.runner.start();
    this.listener.start(() => this.runner.wake());
    this.calendar.start();
  }

  /** Before the database is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.calendar.stop(), this.listener.stop(), this.runner.stop()]);
  }
}

function tellFailure(follower: string, error: unknown, failures: number): void {
  log.error(`follower ${follower} failed ${failures} times in a row and will try again: ${String(error)}`);
}
