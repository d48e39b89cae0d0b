import { type DynamicModule, Module } from '@nestjs/common';
import type { NestMicroservice } from '@nestjs/microservices';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type Clock,
  Database,
  DoorsModule,
  openHttp,
  type Pages,
  providerIn,
  replicaIn,
  RealClock,
  SandboxClock,
  type ServicesOf,
  startTraces,
  StatusModule,
} from '@passerelle/doors';
import { nodeRoles } from './access/node-roles.js';
import { ConfigModule } from './config/config.module.js';
import { type NodeConfig, zoneOf } from './config/node-settings.js';
import { takesPart } from './config/replica-role.js';
import { entities } from './database/entities.js';
import { migrations } from './database/migrations.js';
import { letterAddress } from './mail/letter-address.js';
import { HandlerFailures } from './peers/stuck/handler-failures.js';
import { MailboxStrategy } from './peers/channel/mailbox.strategy.js';
import { membershipOf } from './peers/membership.service.js';
import { RosterStore } from './peers/roster/roster.store.js';
import { largeBodies, rooms } from './rooms.js';

export interface Ground {
  readonly config: NodeConfig;
  readonly database: Database;
  readonly clock: Clock;
}

/** What workers and staff open in a browser; the page for clients is made by the missions themselves. */
const screens = [
  'missions',
  'payslips',
  'expenses',
  'budget',
  'documents',
  'notifications',
  'me',
  'password',
  'staff',
  'system',
];
const pages: Pages = {
  document: 'node',
  addresses: ['/', '/login', '/simulate', '/status', '/accessibility', ...screens.map((screen) => `/${screen}`)],
};

/** What the public is told of, and the checks behind it. */
const services: ServicesOf = [
  ['pages', ['database', 'migrations']],
  ['work', ['followers', 'keeping']],
  ['exchange', ['message bus']],
  ['reports', ['replica']],
];

@Module({})
class NodeModule {}

/** A whole node: its outside, its configuration and its rooms. */
export function nodeModule({ config, database, clock }: Ground): DynamicModule {
  const { baseUrl, firstEmail, firstPassword, logLevel, metricsHost, metricsPort, secondFactor } = config;
  const doors = DoorsModule.for({
    program: 'node',
    roles: nodeRoles,
    database,
    clock,
    zone: zoneOf(config),
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
        : { email: firstEmail, password: firstPassword, roles: ['sysadmin'], language: 'en' },
  });
  const status = StatusModule.for({
    services,
    contact: letterAddress(config),
    keepsIncidents: takesPart(config, 'web'),
  });
  return { module: NodeModule, imports: [doors, status, ConfigModule.for(config), ...rooms] };
}

/** Opens the database and starts the node; it listens when the promise resolves. */
export async function startNode(config: NodeConfig): Promise<NestExpressApplication> {
  const { databaseUrl, databasePool, trustedProxy, port, host } = config;
  const traces = await startTraces(`node ${config.node}`, config.tracesUrl);
  const database = await Database.open({
    url: databaseUrl,
    entities,
    migrations,
    poolSize: databasePool,
    replica: replicaIn(config),
  });
  try {
    const onlyHealth = config.role === 'worker' || config.role === 'exchange';
    // Settings that do not fit the roster are told before anything starts.
    await membershipOf(config, database, new RosterStore());
    const clock = await clockOf(config, database);
    const app = await openHttp(nodeModule({ config, database, clock }), {
      trustedProxy,
      largeBodies,
      pages,
      onlyHealth,
    });
    connectMailbox(app);
    await app.startAllMicroservices();
    await app.listen(port, host);
    app.getHttpServer().once('close', () => void traces.stop());
    return app;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Messages of other nodes reach the rooms through the same modules, whose hooks the application has run already. */
function connectMailbox(app: NestExpressApplication): void {
  const options = { deferInitialization: true };
  const mailbox = app.connectMicroservice({ strategy: app.get(MailboxStrategy) }, options) as NestMicroservice;
  mailbox.useGlobalFilters(new HandlerFailures());
  mailbox.setIsInitHookCalled(true);
}

const clockOf = async ({ clock }: NodeConfig, database: Database): Promise<Clock> =>
  clock === undefined ? new RealClock() : SandboxClock.open(database, clock);
