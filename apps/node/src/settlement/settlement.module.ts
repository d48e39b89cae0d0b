import { type BeforeApplicationShutdown, Inject, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Database, Ids, type Work } from '@passerelle/doors';
import { newChannel } from '@passerelle/protocol';
import { Books } from '../books/books.service.js';
import { BooksModule } from '../books/books.module.js';
import { CooperativeModule } from '../cooperative/cooperative.module.js';
import { Cooperative } from '../cooperative/cooperative.service.js';
import { FactsRunner } from '../facts/facts.runner.js';
import { Facts } from '../facts/facts.service.js';
import { GuaranteeModule } from '../guarantee/guarantee.module.js';
import { Guarantee } from '../guarantee/guarantee.service.js';
import { Bank } from '../invoicing/bank/bank.service.js';
import { InvoicingModule } from '../invoicing/invoicing.module.js';
import { Invoices } from '../invoicing/invoices/invoices.service.js';
import { Transfers } from '../invoicing/bank/transfers.service.js';
import { MissionsModule } from '../missions/missions.module.js';
import { Missions } from '../missions/missions.service.js';
import { PayeeSources } from '../payouts/payee-source.js';
import { PayoutsModule } from '../payouts/payouts.module.js';
import { ChannelStore } from '../peers/channel/channels.js';
import { Proofs } from '../peers/evidence/evidence.service.js';
import { PeersModule } from '../peers/peers.module.js';
import { Peers } from '../peers/peers.service.js';
import type { NodeId } from '../peers/received.js';
import { BankLegPayments } from './legs/bank-leg-payments.service.js';
import { Branch } from './branch.service.js';
import { type NodeConfig, NODE_CONFIG } from '../config/node-settings.js';
import { InboxSources } from '../inbox/inbox-source.js';
import { takesPart } from '../config/replica-role.js';
import { CycleReadings } from './cycles/cycle-readings.service.js';
import { CycleSteps } from './cycles/cycle-steps.service.js';
import { CyclesController } from './cycles/cycles.controller.js';
import { CyclesMessages } from './cycles/cycles.messages.js';
import { Cycles } from './cycles/cycles.service.js';
import { CyclesStore } from './cycles/cycles-store.js';
import { PostgresCyclesStore } from './cycles/cycles.store.js';
import { usualPatience } from './cycles/deadlines.js';
import { FundCallsStore } from './fund/fund-calls-store.js';
import { FundCalls } from './fund/fund-calls.service.js';
import { PostgresFundCallsStore } from './fund/fund-calls.store.js';
import { FundRepayments } from './fund/fund-repayments.service.js';
import { LegPayments } from './legs/leg-payments.service.js';
import { LegsController } from './legs/legs.controller.js';
import { LegsToPay } from './legs/legs-to-pay.service.js';
import { Legs } from './legs/legs.service.js';
import { LegsStore } from './legs/legs-store.js';
import { PostgresLegsStore } from './legs/legs.store.js';
import { NodeBranch } from './node-branch.service.js';
import { NodeSettlementReport } from './node-settlement-report.service.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { ObligationsMessages } from './obligations/obligations.messages.js';
import { ObligationsToDecide } from './obligations/obligations-to-decide.service.js';
import { Obligations } from './obligations/obligations.service.js';
import { ObligationsStore } from './obligations/obligations-store.js';
import { PostgresObligationsStore } from './obligations/obligations.store.js';
import { OwnWords } from './reconciliation/own-words.js';
import { PairSettlementsStore } from './partners/pair-settlements-store.js';
import { PairsToSettle } from './partners/pairs-to-settle.service.js';
import { PairSettlements } from './partners/pair-settlements.service.js';
import { PostgresPairSettlementsStore } from './partners/pair-settlements.store.js';
import { Pairs, type PairsParts } from './obligations/pairs.service.js';
import { PartnersController } from './partners/partners.controller.js';
import { PartnersMessages } from './partners/partners.messages.js';
import { PartnersStore } from './partners/partners-store.js';
import { Partners } from './partners/partners.service.js';
import { PostgresPartnersStore } from './partners/partners.store.js';
import { PayeesOfLegs } from './legs/payees-of-legs.service.js';
import { PaymentsMessages } from './legs/payments.messages.js';
import { RatesFile } from './cycles/rates-file.service.js';
import { NoRates, Rates } from './cycles/rates.service.js';
import { RememberingMessages } from './reconciliation/remembering.messages.js';
import { Recollection } from './reconciliation/recollection.service.js';
import { ReconciliationStore } from './reconciliation/reconciliation-store.js';
import { ReconciliationFollower } from './reconciliation/reconciliation.follower.js';
import { ReconciliationMessages } from './reconciliation/reconciliation.messages.js';
import { Reconciliation } from './reconciliation/reconciliation.service.js';
import { PostgresReconciliationStore } from './reconciliation/reconciliation.store.js';
import { RepaymentFollower } from './fund/repayment.follower.js';
import { LossesFollower } from './fund/losses.follower.js';
import { SettlementFollower } from './settlement.follower.js';
import { SettlementMetrics } from './settlement.metrics.js';
import { SettlementReport } from './settlement-report.js';
import { Waiting } from './waiting.js';

const log = new Logger('Settlement');

/** What obligations and pairs are made of: one list for both. */
const PAIRS_PARTS = Symbol('parts of a pair');

function pairsParts(
  store: ObligationsStore,
  channels: ChannelStore,
  partners: Partners,
  peers: Peers,
  books: Books,
  facts: Facts,
  branch: Branch,
  ids: Ids,
  clock: Clock,
): PairsParts {
  return { store, words: new OwnWords(store, channels), partners, peers, books, facts, branch, ids, clock };
}

/** A channel that a proof has frozen waits for people; the cycle does not wait for it. */
const frozenByProof =
  (channels: ChannelStore, { me, roster }: Peers) =>
  async (work: Work, peer: NodeId): Promise<boolean> =>
    roster !== null && (await channels.channel(work, newChannel({ net: roster.net, me, peer }))).status === 'frozen';

function ratesOf({ ratesFile }: NodeConfig): Rates {
  if (ratesFile === undefined) return new NoRates();
  return new RatesFile(ratesFile, (error) => log.warn(`the file of rates cannot be read: ${String(error)}`));
}

@Module({
  imports: [
    CooperativeModule,
    BooksModule,
    PeersModule,
    MissionsModule,
    InvoicingModule,
    PayoutsModule,
    GuaranteeModule,
  ],
  controllers: [
    ObligationsController,
    CyclesController,
    LegsController,
    PartnersController,
    ObligationsMessages,
    CyclesMessages,
    RememberingMessages,
    PaymentsMessages,
    PartnersMessages,
    ReconciliationMessages,
  ],
  providers: [
    { provide: ObligationsStore, useClass: PostgresObligationsStore },
    { provide: CyclesStore, useClass: PostgresCyclesStore },
    { provide: LegsStore, useClass: PostgresLegsStore },
    { provide: PartnersStore, useClass: PostgresPartnersStore },
    { provide: PairSettlementsStore, useClass: PostgresPairSettlementsStore },
    { provide: FundCallsStore, useClass: PostgresFundCallsStore },
    { provide: ReconciliationStore, useClass: PostgresReconciliationStore },
    SettlementMetrics,
    { provide: Rates, useFactory: ratesOf, inject: [NODE_CONFIG] },
    {
      provide: Partners,
      useFactory: (
        store: PartnersStore,
        obligations: ObligationsStore,
        legs: LegsStore,
        channels: ChannelStore,
        peers: Peers,
        facts: Facts,
        clock: Clock,
      ) => new Partners({ store, obligations, legs, channels, peers, facts, clock }),
      inject: [PartnersStore, ObligationsStore, LegsStore, ChannelStore, Peers, Facts, Clock],
    },
    {
      provide: Branch,
      useFactory: (cooperative: Cooperative, missions: Missions, peers: Peers) =>
        new NodeBranch(cooperative, missions, peers),
      inject: [Cooperative, Missions, Peers],
    },
    {
      provide: LegPayments,
      useFactory: (bank: Bank, transfers: Transfers) => new BankLegPayments(bank, transfers),
      inject: [Bank, Transfers],
    },
    {
      provide: PAIRS_PARTS,
      useFactory: pairsParts,
      inject: [ObligationsStore, ChannelStore, Partners, Peers, Books, Facts, Branch, Ids, Clock],
    },
    { provide: Pairs, useFactory: (parts: PairsParts) => new Pairs(parts), inject: [PAIRS_PARTS] },
    {
      provide: Obligations,
      useFactory: (parts: PairsParts, pairs: Pairs) => new Obligations(parts, pairs),
      inject: [PAIRS_PARTS, Pairs],
    },
    {
      provide: Recollection,
      useFactory: (cycles: CyclesStore, peers: Peers, { words }: PairsParts) =>
        new Recollection({ cycles, words, peers, realNowMs: () => Date.now(), patience: usualPatience }),
      inject: [CyclesStore, Peers, PAIRS_PARTS],
    },
    {
      provide: Legs,
      useFactory: (
        store: LegsStore,
        pairs: ObligationsStore,
        payments: LegPayments,
        peers: Peers,
        facts: Facts,
        branch: Branch,
        ids: Ids,
        recollection: Recollection,
      ) => new Legs({ store, pairs, payments, peers, facts, branch, ids, recollection }),
      inject: [LegsStore, ObligationsStore, LegPayments, Peers, Facts, Branch, Ids, Recollection],
    },
    {
      provide: PairSettlements,
      useFactory: (
        store: PairSettlementsStore,
        cycles: CyclesStore,
        obligations: ObligationsStore,
        pairs: Pairs,
        legs: Legs,
        peers: Peers,
        facts: Facts,
      ) => new PairSettlements({ store, cycles, obligations, pairs, legs, peers, facts }),
      inject: [PairSettlementsStore, CyclesStore, ObligationsStore, Pairs, Legs, Peers, Facts],
    },
    {
      provide: FundRepayments,
      useFactory: (
        store: FundCallsStore,
        legs: Legs,
        obligations: Obligations,
        debts: ObligationsStore,
        partners: Partners,
        recollection: Recollection,
        peers: Peers,
        books: Books,
        branch: Branch,
        ids: Ids,
      ) =>
        new FundRepayments({
          store,
          legs,
          obligations,
          debts,
          partners,
          recollection,
          peers,
          books,
          branch,
          ids,
        }),
      inject: [FundCallsStore, Legs, Obligations, ObligationsStore, Partners, Recollection, Peers, Books, Branch, Ids],
    },
    {
      provide: FundCalls,
      useFactory: (
        store: FundCallsStore,
        cycles: CyclesStore,
        legsStore: LegsStore,
        legs: Legs,
        payments: LegPayments,
        repayments: FundRepayments,
        recollection: Recollection,
        partners: Partners,
        peers: Peers,
        books: Books,
        facts: Facts,
        branch: Branch,
        ids: Ids,
      ) =>
        new FundCalls({
          store,
          cycles,
          legsStore,
          legs,
          payments,
          repayments,
          recollection,
          partners,
          peers,
          books,
          facts,
          branch,
          ids,
        }),
      inject: [
        FundCallsStore,
        CyclesStore,
        LegsStore,
        Legs,
        LegPayments,
        FundRepayments,
        Recollection,
        Partners,
        Peers,
        Books,
        Facts,
        Branch,
        Ids,
      ],
    },
    {
      provide: CycleSteps,
      useFactory: (
        store: CyclesStore,
        obligations: ObligationsStore,
        pairs: Pairs,
        legs: Legs,
        fundCalls: FundCalls,
        pairSettlements: PairSettlements,
        rates: Rates,
        proofs: Proofs,
        books: Books,
        ids: Ids,
        peers: Peers,
        facts: Facts,
        branch: Branch,
        clock: Clock,
        channels: ChannelStore,
      ) => {
        const isFrozenByProof = frozenByProof(channels, peers);
        const realNowMs = (): number => Date.now();
        return new CycleSteps({
          store,
          obligations,
          pairs,
          legs,
          fundCalls,
          pairSettlements,
          rates,
          proofs,
          books,
          ids,
          peers,
          facts,
          branch,
          clock,
          realNowMs,
          isFrozenByProof,
        });
      },
      inject: [
        CyclesStore,
        ObligationsStore,
        Pairs,
        Legs,
        FundCalls,
        PairSettlements,
        Rates,
        Proofs,
        Books,
        Ids,
        Peers,
        Facts,
        Branch,
        Clock,
        ChannelStore,
      ],
    },
    {
      provide: Cycles,
      useFactory: (
        steps: CycleSteps,
        store: CyclesStore,
        obligations: ObligationsStore,
        pairs: Pairs,
        legs: Legs,
        fundCalls: FundCalls,
        repayments: FundRepayments,
        recollection: Recollection,
        peers: Peers,
        facts: Facts,
        branch: Branch,
      ) =>
        new Cycles({
          steps,
          store,
          obligations,
          pairs,
          legs,
          fundCalls,
          repayments,
          recollection,
          peers,
          facts,
          branch,
          realNowMs: () => Date.now(),
          patience: usualPatience,
        }),
      inject: [
        CycleSteps,
        CyclesStore,
        ObligationsStore,
        Pairs,
        Legs,
        FundCalls,
        FundRepayments,
        Recollection,
        Peers,
        Facts,
        Branch,
      ],
    },
    {
      provide: Reconciliation,
      useFactory: (
        store: ReconciliationStore,
        pairs: ObligationsStore,
        obligations: Obligations,
        cycles: CyclesStore,
        channels: ChannelStore,
        peers: Peers,
        facts: Facts,
      ) => new Reconciliation({ store, pairs, obligations, cycles, channels, peers, facts }),
      inject: [ReconciliationStore, ObligationsStore, Obligations, CyclesStore, ChannelStore, Peers, Facts],
    },
    {
      provide: ReconciliationFollower,
      useFactory: (reconciliation: Reconciliation) => new ReconciliationFollower(reconciliation),
      inject: [Reconciliation],
    },
    {
      provide: CycleReadings,
      useFactory: (cycles: Cycles, peers: Peers) => new CycleReadings(cycles, peers),
      inject: [Cycles, Peers],
    },
    {
      provide: SettlementReport,
      useFactory: (
        obligations: Obligations,
        cycles: Cycles,
        readings: CycleReadings,
        partners: Partners,
        fundCalls: FundCalls,
        peers: Peers,
      ) => new NodeSettlementReport({ obligations, cycles, readings, partners, fundCalls, peers }),
      inject: [Obligations, Cycles, CycleReadings, Partners, FundCalls, Peers],
    },
    {
      provide: SettlementFollower,
      useFactory: (obligations: Obligations, cycles: Cycles) => new SettlementFollower(obligations, cycles),
      inject: [Obligations, Cycles],
    },
    {
      provide: LossesFollower,
      useFactory: (obligations: Obligations, missions: Missions, invoices: Invoices, cooperative: Cooperative) =>
        new LossesFollower(obligations, missions, invoices, cooperative),
      inject: [Obligations, Missions, Invoices, Cooperative],
    },
    {
      provide: RepaymentFollower,
      useFactory: (obligations: Obligations, guarantee: Guarantee) => new RepaymentFollower(obligations, guarantee),
      inject: [Obligations, Guarantee],
    },
    {
      provide: Waiting,
      useFactory: (database: Database, cycles: Cycles, proofs: Proofs) =>
        new Waiting(
          database,
          async (work) => {
            await proofs.shareFound(work);
            await cycles.timePasses(work);
          },
          (error) => log.error(error),
        ),
      inject: [Database, Cycles, Proofs],
    },
  ],
  exports: [Obligations, Cycles, CycleReadings, Partners, FundCalls, SettlementReport],
})
export class SettlementModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    runner: FactsRunner,
    settlement: SettlementFollower,
    losses: LossesFollower,
    repayment: RepaymentFollower,
    reconciliation: ReconciliationFollower,
    payees: PayeeSources,
    legs: LegsStore,
    obligations: ObligationsStore,
    inbox: InboxSources,
    debts: Obligations,
    payments: Legs,
    cycles: Cycles,
    pairs: PairSettlements,
    missions: Missions,
    private readonly waiting: Waiting,
    @Inject(NODE_CONFIG) private readonly config: NodeConfig,
  ) {
    runner.add(settlement);
    runner.add(losses);
    runner.add(repayment);
    runner.add(reconciliation);
    payees.add(new PayeesOfLegs(legs, obligations));
    inbox.add(new ObligationsToDecide(debts, missions));
    inbox.add(new LegsToPay(payments, cycles));
    inbox.add(new PairsToSettle(pairs));
  }

  onApplicationBootstrap(): void {
    if (takesPart(this.config, 'worker')) this.waiting.start();
  }

  /** Before the database is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.waiting.stop();
  }
}
