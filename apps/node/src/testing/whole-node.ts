import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Accounts, type Clock, type Database, openHttp, type Role, SandboxClock } from '@passerelle/doors';
import { rosterText, signingKey, type SigningKey, signText } from '@passerelle/protocol';
import { freshDatabase } from '../../../doors/testing/database.js';
import { nodeModule } from '../app.module.js';
import type { NodeConfig } from '../config/node-settings.js';
import { entities } from '../database/entities.js';
import { migrations } from '../database/migrations.js';
import { HandlerFailures } from '../peers/stuck/handler-failures.js';
import { MailboxStrategy } from '../peers/channel/mailbox.strategy.js';
import { largeBodies } from '../rooms.js';
import { exampleRoster, type NodeName } from './example-roster.js';

/** From 32 times the same byte, which is what everybody can repeat and nobody should use. */
const keyOfByte = (node: NodeName, byte: number): SigningKey =>
  signingKey({ node, kid: `${node}-1`, seed: new Uint8Array(32).fill(byte) });

export const keys: Readonly<Record<NodeName, SigningKey>> = {
  be: keyOfByte('be', 1),
  fr: keyOfByte('fr', 2),
  se: keyOfByte('se', 3),
};

export interface WholeNode {
  readonly app: NestExpressApplication;
  readonly database: Database;
  readonly clock: Clock;
  readonly url: string;
  /** Where messages of other nodes come in. Nothing carries them: specs hand them in. */
  readonly mailbox: MailboxStrategy;
  letIn(email: string, roles: readonly Role[], subject?: string): Promise<void>;
  close(): Promise<void>;
}

/** One sentence for everybody: these accounts live as long as a spec. */
export const password = 'a sentence to remember';

/** The node of Brussels with all its rooms and its place in a federation, on a database of its own, without NATS. */
export async function openWholeNode(): Promise<WholeNode> {
  const dir = await mkdtemp(join(tmpdir(), 'passerelle-node-'));
  const fresh = await freshDatabase({ entities, migrations, poolSize: 8 });
  const { database } = fresh;
  const config = await configIn(dir, fresh.url);
  const clock = await SandboxClock.open(database, config.clock!);
  const app = await openHttp(nodeModule({ config, database, clock }), { largeBodies });
  const mailbox = new MailboxStrategy(null);
  app.connectMicroservice({ strategy: mailbox }).useGlobalFilters(new HandlerFailures());
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  return {
    app,
    database,
    clock,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    mailbox,
    letIn: async (email, roles, subject) => {
      const made = await app.get(Accounts).create({ email, password, roles, subject, language: 'en' });
      if (!made.ok) throw new Error(made.refusal.kind);
    },
    close: async () => {
      await app.close();
      await fresh.drop();
      await rm(dir, { recursive: true });
    },
  };
}

/** As `main.ts` reads it from its settings; nobody listens at the address of the mailbox. */
async function configIn(dir: string, databaseUrl: string): Promise<NodeConfig> {
  const rosterFile = join(dir, 'roster.json');
  const m = rosterText(exampleRoster(keys));
  await writeFile(rosterFile, JSON.stringify({ m, sigs: Object.values(keys).map((key) => signText(m, key)) }));
  return {
    node: 'be',
    country: 'BE',
    role: 'all',
    databaseUrl,
    baseUrl: 'http://127.0.0.1:8080',
    logLevel: 'silent',
    mailDir: join(dir, 'mail'),
    clock: '2026-03-16T08:00:00Z',
    rosterFile,
    signingKey: new Uint8Array(32).fill(1),
    natsUrl: 'nats://127.0.0.1:1',
    natsSeed: `SU${'A'.repeat(56)}`,
    secretsKey: password,
  } as unknown as NodeConfig;
}
