import { type BeforeApplicationShutdown, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@passerelle/doors';
import { FEDERATION_CONFIG, type FederationConfig } from '../config/federation-settings.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { Directory } from '../directory/directory.service.js';
import { ReportsMailbox } from './mailbox.js';
import { RefusalsController } from './refusals.controller.js';
import { ReportsMetrics } from './reports.metrics.js';
import { Reports } from './reports.service.js';
import { ReportsStore } from './reports.store.js';

const log = new Logger('Reports');

const mailboxOf = ({ natsUrl, natsSeed }: FederationConfig, { content }: Directory, reports: Reports): ReportsMailbox =>
  new ReportsMailbox({
    net: content.net,
    nodes: content.members.map(({ id }) => id),
    url: natsUrl,
    seed: natsSeed,
    take: async (slot, message) => {
      const taken = await reports.take({ slot, bytes: message.data, isRedelivered: message.redelivered });
      if (taken.kind === 'refused') log.warn(`a report on the subject of ${slot} is refused: ${taken.reason}`);
    },
    onFailure: (about, error) => log.warn(`${about}: ${String(error)}`),
  });

/** The signed reports of the nodes: taken in from the broker, verified, kept. */
@Module({
  imports: [DirectoryModule],
  controllers: [RefusalsController],
  providers: [
    ReportsStore,
    ReportsMetrics,
    {
      provide: Reports,
      useFactory: (database: Database, store: ReportsStore, directory: Directory) =>
        new Reports(database, store, directory),
      inject: [Database, ReportsStore, Directory],
    },
    { provide: ReportsMailbox, useFactory: mailboxOf, inject: [FEDERATION_CONFIG, Directory, Reports] },
  ],
  exports: [Reports, ReportsMailbox, ReportsStore],
})
export class ReportsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly mailbox: ReportsMailbox) {}

  onApplicationBootstrap(): void {
    this.mailbox.start();
  }

  /** Before the database is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.mailbox.stop();
  }
}
