import { Logger, Module, type OnModuleInit } from '@nestjs/common';
import { Database, Ids, Metrics, Readiness } from '@passerelle/doors';
import { NODE_CONFIG, type NodeConfig } from '../config/node-settings.js';
import { takesPart } from '../config/replica-role.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { ChannelStore } from './channel/channels.js';
import { ContractsController } from './contracts.controller.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceMessages } from './evidence/evidence.messages.js';
import { Proofs } from './evidence/evidence.service.js';
import { EvidenceStore } from './evidence/evidence.store.js';
import { Exchange } from './channel/exchange.service.js';
import { FederationPeers, NoPeers } from './federation-peers.service.js';
import { Links } from './links.service.js';
import { MailboxStrategy } from './channel/mailbox.strategy.js';
import type { MessageEvent } from './channel/message-traces.js';
import { MEMBERSHIP, type Membership, membershipOf } from './membership.service.js';
import { PausesStore } from './stuck/pauses.store.js';
import { PeersController } from './peers.controller.js';
import { PeersMetrics } from './peers.metrics.js';
import { Peers } from './peers.service.js';
import { PeersStore } from './peers.store.js';
import { RefuseMessages } from './refuse.messages.js';
import { RosterController } from './roster/roster.controller.js';
import { RosterMetrics } from './roster/roster.metrics.js';
import { RosterStore } from './roster/roster.store.js';
import { StuckController } from './stuck/stuck.controller.js';
import { StuckMessages } from './stuck/stuck-messages.service.js';
import { Stuck } from './stuck/stuck.service.js';
import { StuckStore } from './stuck/stuck.store.js';

const log = new Logger('Peers');

function exchangeOf(
  membership: Membership | null,
  database: Database,
  store: ChannelStore,
  ids: Ids,
  config: NodeConfig,
) {
  if (!membership || !takesPart(config, 'exchange')) return null;
  const onFailure = (about: string, error: unknown): void => log.warn(`${about}: ${String(error)}`);
  const onMessage = (event: MessageEvent): void => log.log(event);
  const pauses = new PausesStore();
  const natsReplicas = Number(config.natsReplicas);
  return new Exchange({
    ...membership,
    natsReplicas,
    database,
    databaseUrl: config.databaseUrl,
    store,
    pauses,
    ids,
    onFailure,
    onMessage,
  });
}

@Module({
  controllers: [
    PeersController,
    RosterController,
    StuckController,
    EvidenceController,
    EvidenceMessages,
    ContractsController,
    RefuseMessages,
  ],
  providers: [
    RosterStore,
    RosterMetrics,
    StuckStore,
    EvidenceStore,
    {
      provide: Proofs,
      useFactory: (store: EvidenceStore, peers: Peers) => new Proofs(store, peers),
      inject: [EvidenceStore, Peers],
    },
    {
      provide: Stuck,
      useFactory: (store: StuckStore, channels: ChannelStore, peers: Peers) => new Stuck(store, channels, peers),
      inject: [StuckStore, ChannelStore, Peers],
    },
    { provide: ChannelStore, useClass: PeersStore },
    { provide: MEMBERSHIP, useFactory: membershipOf, inject: [NODE_CONFIG, Database, RosterStore] },
    {
      provide: Peers,
      useFactory: (membership: Membership | null, store: ChannelStore, ids: Ids, { node }: NodeConfig) =>
        membership
          ? new FederationPeers(store, ids, membership.key, membership.roster, membership.versions)
          : new NoPeers(node),
      inject: [MEMBERSHIP, ChannelStore, Ids, NODE_CONFIG],
    },
    { provide: Exchange, useFactory: exchangeOf, inject: [MEMBERSHIP, Database, ChannelStore, Ids, NODE_CONFIG] },
    {
      provide: MailboxStrategy,
      useFactory: (exchange: Exchange | null) => new MailboxStrategy(exchange),
      inject: [Exchange],
    },
    {
      provide: Links,
      useFactory: (database: Database, store: ChannelStore, peers: Peers, exchange: Exchange | null) =>
        new Links(database, store, peers, exchange),
      inject: [Database, ChannelStore, Peers, Exchange],
    },
    {
      provide: PeersMetrics,
      useFactory: (metrics: Metrics, readiness: Readiness, links: Links, exchange: Exchange | null) =>
        new PeersMetrics(metrics, readiness, links, exchange),
      inject: [Metrics, Readiness, Links, Exchange],
    },
  ],
  exports: [Proofs, Stuck, ChannelStore, Exchange, Links, MEMBERSHIP, Peers],
})
export class PeersModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelStore,
    inbox: InboxSources,
    stuck: StuckStore,
  ) {
    inbox.add(new StuckMessages(stuck));
  }

  /** Before any room decides anything. */
  async onModuleInit(): Promise<void> {
    await this.database.transact((work) => this.channels.doubtAll(work));
  }
}
