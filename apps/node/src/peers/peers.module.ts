import { readFile } from 'node:fs/promises';
import { Logger, Module, type OnModuleInit } from '@nestjs/common';
import { Database, Ids, Metrics, Readiness } from '@passerelle/doors';
import { type Roster, type RosterContent, type SigningKey, memberOf, signingKey } from '@passerelle/protocol';
import { NODE_CONFIG, type NodeConfig } from '../config/node-settings.js';
import { takesPart } from '../config/replica-role.js';
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
import { PausesStore } from './stuck/pauses.store.js';
import { PeersController } from './peers.controller.js';
import { PeersMetrics } from './peers.metrics.js';
import { Peers } from './peers.service.js';
import { PeersStore } from './peers.store.js';
import { RefuseMessages } from './refuse.messages.js';
import { RosterController } from './roster/roster.controller.js';
import { RosterMetrics } from './roster/roster.metrics.js';
import { keptChain, rosterInForce } from './roster/roster.service.js';
import { RosterStore } from './roster/roster.store.js';
import { StuckController } from './stuck/stuck.controller.js';
import { Stuck } from './stuck/stuck.service.js';
import { StuckStore } from './stuck/stuck.store.js';

const log = new Logger('Peers');

/** What this node needs to speak to others; null when it works alone. */
export interface Membership {
  readonly roster: RosterContent;
  /** All versions up to the one in force. */
  readonly versions: readonly Roster[];
  /** Signs what is read without a channel's history: a key that the roster names. */
  readonly key: SigningKey;
  /** All the keys this node holds, the one in use first. */
  readonly keys: readonly SigningKey[];
  readonly natsUrl: string;
  readonly natsSeed: string;
}

export const MEMBERSHIP = Symbol('membership');

async function membershipOf(config: NodeConfig, database: Database, store: RosterStore): Promise<Membership | null> {
  const { node, natsUrl, natsSeed, rosterFile, signingKey: seed, nextSigningKey: next } = config;
  if (!natsUrl || !natsSeed || !rosterFile || !seed) return null;
  const file = await readFile(rosterFile, 'utf8');
  const { content } = await database.transact((work) => rosterInForce(work, store, file));
  const versions = await database.transact((work) => keptChain(work, store));
  const keys = [seed, ...(next ? [next] : [])].map((each) => signingKey({ node, kid: '', seed: each }));
  const key = documentKey(keys, content);
  if (!key)
    throw new Error(`the roster does not list this key for ${node}: check PASSERELLE_NODE and PASSERELLE_SIGNING_KEY`);
  return { roster: content, versions, key, keys, natsUrl, natsSeed };
}

/** The first key in the roster that is not revoked: while old and new are good, the one that everybody knows already. */
function documentKey(keys: readonly SigningKey[], roster: RosterContent): SigningKey | undefined {
  const listed = keys.flatMap((key) => {
    const found = memberOf(roster, key.node)?.signingKeys.find(({ publicKey }) => publicKey === key.publicKey);
    return found ? [{ key: { ...key, kid: found.kid }, isGood: found.revoked === undefined }] : [];
  });
  return (listed.find(({ isGood }) => isGood) ?? listed[0])?.key;
}

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
  ) {}

  /** Before any room decides anything. */
  async onModuleInit(): Promise<void> {
    await this.database.transact((work) => this.channels.doubtAll(work));
  }
}
