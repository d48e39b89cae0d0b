import { type BeforeApplicationShutdown, Inject, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Build, Database } from '@passerelle/doors';
import { countryOf } from '@passerelle/rules';
import { NODE_CONFIG, type NodeConfig } from '../config/node-settings.js';
import { FactsListener } from '../facts/facts.listener.js';
import { ChannelStore } from '../peers/channel/channels.js';
import { Exchange } from '../peers/channel/exchange.service.js';
import { IntentListener } from '../peers/channel/intent-listener.js';
import { type Membership, MEMBERSHIP } from '../peers/membership.service.js';
import { PeersModule } from '../peers/peers.module.js';
import { SettlementModule } from '../settlement/settlement.module.js';
import { Stuck } from '../peers/stuck/stuck.service.js';
import { SettlementReport } from '../settlement/settlement-report.js';
import { RefusalCounter } from './refusal-counter.service.js';
import { ReportCourier } from './report-courier.js';
import { NodeReports } from './report.service.js';
import { ReportStore } from './report.store.js';

const log = new Logger('Reports');

/** The report and what it needs while it runs. */
class Reporting {
  private readonly facts: FactsListener;
  private readonly intents: IntentListener;

  constructor(
    private readonly reports: NodeReports,
    private readonly courier: ReportCourier,
    databaseUrl: string,
  ) {
    this.facts = new FactsListener(databaseUrl);
    this.intents = new IntentListener(databaseUrl);
  }

  start(): void {
    this.reports.start();
    this.facts.start(() => this.reports.ring());
    this.intents.start(() => this.reports.ring());
  }

  async stop(): Promise<void> {
    await Promise.all([this.facts.stop(), this.intents.stop(), this.reports.stop()]);
    await this.courier.close();
  }
}

/** Null for a node that works alone or whose federation takes no reports. */
function reportingOf(
  config: NodeConfig,
  membership: Membership | null,
  exchange: Exchange | null,
  database: Database,
  channels: ChannelStore,
  settlement: SettlementReport,
  stuck: Stuck,
  build: Build,
): Reporting | null {
  const { federationNatsUrl: url, databaseUrl, node, country } = config;
  if (url === undefined || !membership || !exchange) return null;
  const { roster, key, natsSeed: seed } = membership;
  const courier = new ReportCourier({ net: roster.net, node, url, seed });
  const reports = new NodeReports({
    database,
    store: new ReportStore(),
    channels,
    settlement,
    refusals: new RefusalCounter(channels),
    stuck,
    roster,
    key,
    software: build.version,
    rules: countryOf(country)?.version,
    heardAt: (peer) => exchange.link(peer)?.lastHeardAt ?? null,
    now: () => new Date(),
    carry: (bytes) => courier.carry(bytes),
    isActive: () => exchange.isActive,
    onFailure: (error) => log.warn(`the federation cannot be told how this node is doing: ${String(error)}`),
  });
  return new Reporting(reports, courier, databaseUrl);
}

/** Tells the federation how this node is doing. */
@Module({
  imports: [PeersModule, SettlementModule],
  providers: [
    {
      provide: Reporting,
      useFactory: reportingOf,
      inject: [NODE_CONFIG, MEMBERSHIP, Exchange, Database, ChannelStore, SettlementReport, Stuck, Build],
    },
  ],
})
export class ReportModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(Reporting) private readonly reporting: Reporting | null) {}

  onApplicationBootstrap(): void {
    this.reporting?.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.reporting?.stop();
  }
}
