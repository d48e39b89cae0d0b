import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessModule, type AccessOptions } from './access/access.module.js';
import { ClockController, ProgramZone } from './clock.controller.js';
import { Clock } from './clock.js';
import { DatabaseClosing } from './database/database-closing.js';
import { Database } from './database/database.js';
import { DatabaseChecks } from './health/database-checks.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { type MetricsAddress, MetricsPort } from './health/metrics-port.js';
import { Build, Metrics } from './health/metrics.js';
import { Keeping } from './health/keeping.js';
import { Readiness } from './health/readiness.js';
import { ReplicaWatch } from './health/replica-watch.js';
import { DoorPipe } from './http/door.pipe.js';
import { type LogOptions, ProgramLog } from './http/log.js';
import { Routes } from './http/routes.js';
import { AnswerStore, Idempotency } from './idempotency/idempotency.service.js';
import { PostgresAnswers } from './idempotency/idempotency.store.js';
import { MovesMoneyInterceptor } from './idempotency/moves-money.interceptor.js';
import { Ids, RandomIds } from './ids.js';
import { PlainStyleController } from './pages/plain-style.controller.js';
import { ProblemPageController } from './problems/problem-page.controller.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { SandboxClockController } from './sandbox/sandbox-clock.controller.js';
import { SandboxClock } from './sandbox/sandbox-clock.store.js';
import { Sealing, type SecretsKeys } from './sealing/sealing.js';
import { productVersion } from './version.js';
import { VersionInterceptor } from './versions/versioned.js';
import { Versions } from './versions/versions.service.js';

export interface DoorsOptions extends AccessOptions, SecretsKeys {
  /** What the program is called in its documents and metrics: `node`, `federation`. */
  readonly program: string;
  readonly database: Database;
  readonly clock: Clock;
  /** The time zone of the IANA list in which its days begin; nothing where it serves several countries. */
  readonly zone?: string | undefined;
  readonly log: LogOptions;
  /** A port of its own for /metrics; without it /metrics is answered at the main door. */
  readonly metrics?: MetricsAddress | undefined;
}

/** What every program's outside looks like. Rooms find Database, Clock, Ids, Accounts, Idempotency, Readiness, Sealing, Versions and Metrics. */
@Module({})
export class DoorsModule {
  static for({ program, database, clock, zone, log, metrics, ...options }: DoorsOptions): DynamicModule {
    const isSandbox = clock instanceof SandboxClock;
    return {
      module: DoorsModule,
      global: true,
      imports: [AccessModule.for(options)],
      controllers: [
        PlainStyleController,
        ProblemPageController,
        HealthController,
        ClockController,
        ...(metrics ? [] : [MetricsController]),
        ...(isSandbox ? [SandboxClockController] : []),
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: Clock, useValue: clock },
        { provide: ProgramZone, useValue: new ProgramZone(zone ?? null) },
        ...(isSandbox ? [{ provide: SandboxClock, useValue: clock }] : []),
        { provide: ProgramLog, useValue: new ProgramLog(log) },
        { provide: Ids, useClass: RandomIds },
        { provide: Sealing, useValue: new Sealing(options) },
        { provide: Build, useValue: new Build(program, productVersion()) },
        { provide: AnswerStore, useClass: PostgresAnswers },
        Metrics,
        ...(metrics ? [metricsPort(metrics)] : []),
        DatabaseClosing,
        DatabaseChecks,
        Idempotency,
        Keeping,
        Readiness,
        ReplicaWatch,
        Routes,
        Versions,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: DoorPipe },
        { provide: APP_INTERCEPTOR, useClass: MovesMoneyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: VersionInterceptor },
      ],
      exports: [AccessModule, Build, Clock, Database, Idempotency, Ids, Metrics, Readiness, Sealing, Versions],
    };
  }
}

const metricsPort = (address: MetricsAddress) => ({
  provide: MetricsPort,
  useFactory: (metrics: Metrics) => new MetricsPort(metrics, address),
  inject: [Metrics],
});
