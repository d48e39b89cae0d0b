import { type DynamicModule, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type Clock,
  Database,
  doorsEntities,
  DoorsModule,
  openHttp,
  type Pages,
  providerIn,
  replicaIn,
  RealClock,
  type Role,
  SandboxClock,
  type ServicesOf,
  startTraces,
  StatusModule,
} from '@passerelle/doors';
import { ConfigModule } from './config/config.module.js';
import type { FederationConfig } from './config/federation-settings.js';
import { migrations } from './database/migrations.js';
import { DirectoryModule } from './directory/directory.module.js';
import { LiveModule } from './live/live.module.js';
import { MonitoringModule } from './monitoring/monitoring.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { ReportsModule } from './reports/reports.module.js';

/** The rooms from the ground up: who belongs to the federation, what they report, what that means, what is new, a page. */
const rooms = [DirectoryModule, ReportsModule, MonitoringModule, LiveModule, OverviewModule];

const federationRoles = ['fedadmin'] as const satisfies readonly Role[];

/** The console of federation staff; what everybody may see is made by the overview itself. */
const pages: Pages = {
  document: 'federation',
  addresses: ['/login', '/me', '/federation', '/status', '/accessibility'],
};

/** What the public is told of, and the checks behind it. What a node reports is kept here, or it comes again. */
const services: ServicesOf = [
  ['console', ['database', 'migrations']],
  ['nodes', ['message bus', 'keeping']],
  ['reports', ['replica']],
];

export interface Ground {
  readonly config: FederationConfig;
  readonly database: Database;
  readonly clock: Clock;
}

@Module({})
class FederationModule {}

/** The federation's outside without its rooms: what its accounts need. */
export function doorsOf({ config, database, clock }: Ground): DynamicModule {
  const { baseUrl, firstEmail, firstPassword, logLevel, metricsHost, metricsPort, secondFactor } = config;
  return DoorsModule.for({
    program: 'federation',
    roles: federationRoles,
    database,
    clock,
    baseUrl,
    secondFactor,
    secretsKey: config.secretsKey,
    secretsKeyBefore: config.secretsKeyBefore,
    provider: providerIn(config),
    log: { level: logLevel },
    metrics: metricsPort === undefined ? undefined : { host: metricsHost, port: metricsPort },
    firstAccount:
      firstEmail === undefined || firstPassword === undefined
        ? undefined
        : { email: firstEmail, password: firstPassword, roles: federationRoles, language: 'en' },
  });
}

export const federationModule = (ground: Ground): DynamicModule => ({
  module: FederationModule,
  imports: [
    doorsOf(ground),
    StatusModule.for({ services, contact: null, keepsIncidents: true }),
    ConfigModule.for(ground.config),
    ...rooms,
  ],
});

export const openDatabase = (config: FederationConfig): Promise<Database> =>
  Database.open({
    url: config.databaseUrl,
    entities: doorsEntities,
    migrations,
    poolSize: config.databasePool,
    replica: replicaIn(config),
  });

/** Opens the database and starts the program; it listens when the promise resolves. */
export async function startFederation(config: FederationConfig): Promise<NestExpressApplication> {
  const traces = await startTraces('federation', config.tracesUrl);
  const database = await openDatabase(config);
  try {
    const clock = config.clock === undefined ? new RealClock() : await SandboxClock.open(database, config.clock);
    const { trustedProxy, port, host } = config;
    const app = await openHttp(federationModule({ config, database, clock }), { trustedProxy, pages });
    await app.listen(port, host);
    app.getHttpServer().once('close', () => void traces.stop());
    return app;
  } catch (error) {
    await database.close();
    throw error;
  }
}
