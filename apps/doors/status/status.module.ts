import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Logger,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '../database/database.js';
import { Readiness } from '../health/readiness.js';
import { IncidentsStore } from './incidents.store.js';
import { STATUS_OPTIONS, type StatusOptions } from './status-options.js';
import { StatusController } from './status.controller.js';
import { StatusWatch } from './status-watch.service.js';

const log = new Logger('Status');

/** How often it is looked how the program serves. */
const everyMs = 60_000;

const watchOf = (database: Database, readiness: Readiness, { services }: StatusOptions): StatusWatch =>
  new StatusWatch({ database, readiness, services, incidents: new IncidentsStore(), now: () => new Date() });

/** "Is everything working?" For anybody; and when it did not. The program keeps the tables of `incidents.migration.ts`. */
@Module({})
export class StatusModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ending = new AbortController();
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly watch: StatusWatch,
    @Inject(STATUS_OPTIONS) private readonly options: StatusOptions,
  ) {}

  static for(options: StatusOptions): DynamicModule {
    return {
      module: StatusModule,
      controllers: [StatusController],
      providers: [
        { provide: STATUS_OPTIONS, useValue: options },
        { provide: StatusWatch, useFactory: watchOf, inject: [Database, Readiness, STATUS_OPTIONS] },
      ],
    };
  }

  onApplicationBootstrap(): void {
    if (this.options.keepsIncidents) this.looking = this.keepLooking();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.looking;
  }

  private async keepLooking(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      await pause(everyMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.watch.tick().catch((error: unknown) => log.error(error));
    }
  }
}
