import { randomUUID } from 'node:crypto';
import { type Ids, type Work, uuidV7 } from '@passerelle/doors';
import {
  type BodyOf,
  type Evidence,
  type JsonObject,
  type MessageTypeName,
  type Roster,
  type RosterContent,
  type SigningKey,
  keyringOf,
  writeFrame,
} from '@passerelle/protocol';
import type { CycleMessage, ObligationMessage } from '@passerelle/settlement';
import { Money, type PlainDate, day } from '@passerelle/values';
import { MemoryBooksStore } from '../../books/books.memory.js';
import { Books, type BooksStore } from '../../books/books.service.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import { MemoryDatabase } from '../../database/memory.js';
import type { Transactions } from '../../database/transactions.js';
import { MemoryFactsStore } from '../../facts/facts.memory.js';
import { FactsRunner } from '../../facts/facts.runner.js';
import { Facts, type FactsStore } from '../../facts/facts.service.js';
import type { MissionId } from '../../missions/mission.js';
import { Channel, Dispatch } from '../../peers/channel/channel.service.js';
import { MemoryChannelStore } from '../../peers/channel/channels.memory.js';
import type { ChannelStore } from '../../peers/channel/channels.js';
import { FederationPeers } from '../../peers/federation-peers.service.js';
import { type NodeId, type Received, type Returned, type Verdict, applied } from '../../peers/received.js';
import { Branch, type MissionFee, type SettlingEntity } from '../branch.service.js';
import { CycleSteps } from '../cycles/cycle-steps.service.js';
import { MemoryCyclesStore } from '../cycles/cycles.memory.js';
import type { CyclesStore } from '../cycles/cycles-store.js';
import { Cycles } from '../cycles/cycles.service.js';
import type { Patience } from '../cycles/deadlines.js';
import { MemoryFundCallsStore } from '../fund/fund-calls.memory.js';
import type { FundCallsStore } from '../fund/fund-calls-store.js';
import { FundCalls } from '../fund/fund-calls.service.js';
import { FundRepayments } from '../fund/fund-repayments.service.js';
import { MemoryLegsStore } from '../legs/legs.memory.js';
import type { LegsStore } from '../legs/legs-store.js';
import { Legs } from '../legs/legs.service.js';
import { MemoryObligationsStore } from '../obligations/obligations.memory.js';
import type { ObligationsStore } from '../obligations/obligations-store.js';
import { Obligations } from '../obligations/obligations.service.js';
import { OwnWords } from '../reconciliation/own-words.js';
import { MemoryPairSettlementsStore } from '../partners/pair-settlements.memory.js';
import type { PairSettlementsStore } from '../partners/pair-settlements-store.js';
import { PairSettlements } from '../partners/pair-settlements.service.js';
import { pairWords } from '../obligations/pair.js';
import { Pairs } from '../obligations/pairs.service.js';
import { MemoryPartnersStore } from '../partners/partners.memory.js';
import type { PartnersStore } from '../partners/partners-store.js';
import { Partners } from '../partners/partners.service.js';
import { MemoryReconciliationStore } from '../reconciliation/reconciliation.memory.js';
import type { ReconciliationStore } from '../reconciliation/reconciliation-store.js';
import { ReconciliationFollower } from '../reconciliation/reconciliation.follower.js';
import { Reconciliation } from '../reconciliation/reconciliation.service.js';
import { Recollection } from '../reconciliation/recollection.service.js';
import { RepaymentFollower } from '../fund/repayment.follower.js';
import { SettlementFollower } from '../settlement.follower.js';
import { MemoryBank } from './memory-bank.js';

/** What a spec decides about a node. */
export interface Surroundings {
  readonly roster: RosterContent;
  /** All versions of it, the newest last. */
  readonly versions?: readonly Roster[];
  readonly nowMs: () => number;
  readonly carry: (from: NodeId, to: NodeId, bytes: Uint8Array) => void;
  readonly patience: Patience;
  /** The file of the European Central Bank, where the federation converts. */
  readonly rates?: string | null;
}

/** Ids that sort by the order in which they were made. */
class CountedIds implements Ids {
  private count = 0;

  constructor(private readonly startMs: number) {}

  newId(): string {
    const chance = new Uint8Array(10);
    crypto.getRandomValues(chance);
    return uuidV7(this.startMs + (this.count += 1), chance);
  }
}

/** The own branch of a node in a spec: one entity, a day that the spec sets, and the missions it was told of. */
class SpecBranch extends Branch {
  date: PlainDate = day('2026-04-10');
  readonly fees = new Map<MissionId, MissionFee>();

  constructor(readonly own: SettlingEntity) {
    super();
  }

  async isFounded(): Promise<boolean> {
    return true;
  }

  async entity(): Promise<SettlingEntity> {
    return this.own;
  }

  async accounts(): Promise<Readonly<Record<string, string>>> {
    return { EUR: this.own.iban };
  }

  async today(): Promise<PlainDate> {
    return this.date;
  }

  async fee(_work: Work, mission: MissionId): Promise<MissionFee | null> {
    return this.fees.get(mission) ?? null;
  }
}

const ibans: Readonly<Record<NodeId, string>> = {
  be: 'BE71096123456769',
  fr: 'FR7630006000011234567890189',
  se: 'SE3550000000054910000003',
};

/** Where a node of a spec keeps its things: memory, or a PostgreSQL of its own. */
export interface Ground {
  readonly database: Transactions;
  readonly entity: EntityId;
  readonly channels: ChannelStore;
  readonly books: BooksStore;
  readonly facts: FactsStore;
  readonly obligations: ObligationsStore;
  readonly cycles: CyclesStore;
  readonly legs: LegsStore;
  readonly partners: PartnersStore;
  readonly pairSettlements: PairSettlementsStore;
  readonly fundCalls: FundCallsStore;
  readonly reconciliation: ReconciliationStore;
}

export const memoryGround = (now: () => Date): Ground => ({
  database: new MemoryDatabase(),
  entity: randomUUID() as EntityId,
  channels: new MemoryChannelStore(now),
  books: new MemoryBooksStore(),
  facts: new MemoryFactsStore(now),
  obligations: new MemoryObligationsStore(),
  cycles: new MemoryCyclesStore(),
  legs: new MemoryLegsStore(),
  partners: new MemoryPartnersStore(),
  pairSettlements: new MemoryPairSettlementsStore(),
  fundCalls: new MemoryFundCallsStore(),
  reconciliation: new MemoryReconciliationStore(),
});

/** A node without NATS, HTTP and bank: channels, books, facts and the room of settlement as they are. */
export class SpecNode {
  readonly database: Transactions;
  readonly books: Books;
  readonly facts: Facts;
  readonly runner: FactsRunner;
  readonly branch: SpecBranch;
  readonly bank: MemoryBank;
  readonly obligations: Obligations;
  readonly cycles: Cycles;
  readonly legs: Legs;
  readonly partners: Partners;
  readonly pairSettlements: PairSettlements;
  readonly fundCalls: FundCalls;
  readonly reconciliation: Reconciliation;
  readonly obligationsStore: ObligationsStore;
  readonly peers: FederationPeers;
  /** What the guarantee fund was told. */
  readonly repaid: string[] = [];
  /** Proofs that it has shown to the others. */
  readonly shown: Evidence[] = [];
  readonly links = new Map<NodeId, Channel>();
  isUp = true;
  private readonly ids: Ids;
  private starts = 0;

  constructor(
    readonly key: SigningKey,
    private readonly surroundings: Surroundings,
    readonly ground: Ground,
  ) {
    const { roster, nowMs, patience } = surroundings;
    const ids = (this.ids = new CountedIds(nowMs()));
    const clock = { now: () => new Date(nowMs()) };
    const { database, channels, obligations: store } = ground;
    this.database = database;
    this.peers = new FederationPeers(channels, ids, key, roster, surroundings.versions);
    this.books = new Books(ground.books);
    this.bank = new MemoryBank(this.books);
    this.facts = new Facts(ground.facts);
    this.runner = new FactsRunner({ database, store: ground.facts });
    const own = { id: ground.entity, name: `Cooperative of ${key.node}`, iban: ibans[key.node]!, bic: 'XXXXXXXX' };
    this.branch = new SpecBranch(own);
    const { branch, books, facts, peers, bank: payments } = this;
    this.partners = new Partners({
      store: ground.partners,
      obligations: store,
      legs: ground.legs,
      channels,
      peers,
      facts,
      clock,
    });
    const { partners } = this;
    const parts = { store, words: new OwnWords(store, channels), partners, peers, books, facts, branch, ids, clock };
    const pairs = new Pairs(parts);
    this.obligations = new Obligations(parts, pairs);
    const { words } = parts;
    const recollection = new Recollection({ cycles: ground.cycles, words, peers, realNowMs: nowMs, patience });
    this.legs = new Legs({ store: ground.legs, pairs: store, payments, peers, facts, branch, ids, recollection });
    const { legs } = this;
    this.pairSettlements = new PairSettlements({
      store: ground.pairSettlements,
      cycles: ground.cycles,
      obligations: store,
      pairs,
      legs,
      peers,
      facts,
    });
    const { obligations } = this;
    const repayments = new FundRepayments({
      store: ground.fundCalls,
      legs,
      obligations,
      debts: store,
      partners,
      recollection,
      peers,
      books,
      branch,
      ids,
    });
    this.fundCalls = new FundCalls({
      store: ground.fundCalls,
      cycles: ground.cycles,
      legsStore: ground.legs,
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
    });
    const { pairSettlements, fundCalls } = this;
    const cycleParts = { store: ground.cycles, obligations: store, pairs, legs, fundCalls, peers, facts, branch };
    const isFrozenByProof = async () => false;
    const rates = { history: async () => surroundings.rates ?? null };
    const proofs = { share: async (_work: Work, evidence: Evidence) => void this.shown.push(evidence) };
    const further = { pairSettlements, rates, proofs, books, ids, clock, realNowMs: nowMs, isFrozenByProof };
    const steps = new CycleSteps({ ...cycleParts, ...further });
    this.cycles = new Cycles({ ...cycleParts, steps, repayments, recollection, realNowMs: nowMs, patience });
    this.obligationsStore = store;
    this.reconciliation = new Reconciliation({
      store: ground.reconciliation,
      pairs: store,
      obligations: this.obligations,
      cycles: ground.cycles,
      channels,
      peers,
      facts,
    });
    this.runner.add(new ReconciliationFollower(this.reconciliation));
    this.runner.add(new SettlementFollower(this.obligations, this.cycles));
    this.runner.add(
      new RepaymentFollower(this.obligations, {
        repay: async (_work, { mission, amount }) => {
          this.repaid.push(`${mission} ${amount}`);
          return { repaid: amount };
        },
      }),
    );
  }

  get me(): NodeId {
    return this.key.node;
  }

  get entity(): EntityId {
    return this.branch.own.id;
  }

  /** Starts the channels, or starts them again with what is kept. */
  async start(): Promise<void> {
    const { roster, nowMs, carry } = this.surroundings;
    this.starts += 1;
    await this.database.transact((work) => this.ground.channels.doubtAll(work));
    for (const { id: peer } of roster.members.filter(({ id }) => id !== this.me)) {
      const parts = {
        database: this.database,
        store: this.ground.channels,
        dispatch: new Rooms(this),
        key: this.key,
        keys: [this.key],
        keyring: (node: NodeId) => keyringOf(roster, node),
        carry: async (frame: Parameters<typeof writeFrame>[0]) => carry(this.me, peer, writeFrame(frame)),
        note: () => undefined,
        newId: () => this.ids.newId(),
        now: () => new Date(nowMs()),
      };
      const session = `${this.me}-start-${this.starts}`;
      this.links.set(peer, await Channel.begin(parts, { net: roster.net, me: this.me, peer, session }));
    }
  }

  /** Does what a person or a follower of another room would do, in a transaction. */
  act<T>(use: (work: Work) => Promise<T>): Promise<T> {
    return this.database.transact(use);
  }

  async dayBegins(date: string): Promise<void> {
    this.branch.date = day(date);
    await this.act((work) => this.facts.record(work, { kind: 'DayBegan', subject: date, body: { date: day(date) } }));
    await this.runner.drain();
  }

  /** A mission between two nodes, done and agreed, as both know it; at the host its report is approved. */
  async knows(fee: Omit<MissionFee, 'entity'>): Promise<void> {
    this.branch.fees.set(fee.mission, { ...fee, entity: this.entity });
    if (fee.host !== this.me) return;
    const { mission } = fee;
    await this.act((work) => this.facts.record(work, { kind: 'MissionApproved', subject: mission, body: { mission } }));
    await this.runner.drain();
  }

  /** The bank's statement shows money that came in. */
  async receives(reference: string, amount: Money): Promise<void> {
    await this.act(async (work) => {
      const line = await this.bank.shows(work, { entity: this.entity, day: this.branch.date, reference, amount });
      await this.facts.record(work, {
        kind: 'BankCreditBooked',
        subject: line,
        body: {
          line: line as never,
          entity: this.entity,
          reference,
          references: [reference],
          amount: amount.toJSON(),
        },
      });
    });
    await this.runner.drain();
  }

  async ours(type: string, body: JsonObject, returned: Returned): Promise<void> {
    const { obligations, cycles } = this;
    if (pairWordsWithoutCuts.includes(type))
      return obligations.saidBefore(returned, { type, body } as unknown as ObligationMessage);
    if (type.startsWith('cycle.')) return cycles.saidBefore(returned, { type, body } as unknown as CycleMessage);
    const of = <T extends MessageTypeName>(_type: T) => body as unknown as BodyOf<T>;
    if (type === 'payment.sent')
      return cycles.rememberSent(returned.work, of('payment.sent').leg, BigInt(of('payment.sent').amount));
    if (type === 'leg.unpaid')
      return cycles.rememberUnpaid(returned.work, of('leg.unpaid').leg, BigInt(of('leg.unpaid').missing));
    if (type === 'fund.call') return cycles.fundCalledBefore(returned.work, of('fund.call'));
    if (type === 'fund.repay') return cycles.fundRepaidBefore(returned.work, returned.to, of('fund.repay'));
  }

  theirs(type: string, body: JsonObject, received: Received): Promise<Verdict> {
    const { obligations, cycles } = this;
    const of = <T extends MessageTypeName>(_type: T) => body as unknown as BodyOf<T>;
    switch (type) {
      case 'obligation.propose':
        return obligations.proposed(received, of('obligation.propose'));
      case 'obligation.accept':
        return obligations.accepted(received, of('obligation.accept'));
      case 'obligation.reject':
        return obligations.rejected(received, of('obligation.reject'));
      case 'obligation.withdraw':
        return obligations.withdrawn(received, of('obligation.withdraw'));
      case 'dispute.open':
        return obligations.disputed(received, of('dispute.open'));
      case 'dispute.close':
        return obligations.disputeClosed(received, of('dispute.close'));
      case 'payment.sent':
        return cycles.told(received, 'sent', of('payment.sent'));
      case 'payment.received':
        return cycles.told(received, 'received', of('payment.received'));
      case 'leg.unpaid': {
        const { leg, missing } = of('leg.unpaid');
        return cycles.told(received, 'unpaid', { leg, amount: missing });
      }
      case 'fund.call':
        return cycles.fundCalled(received, of('fund.call'));
      case 'fund.repay':
        return cycles.fundRepaid(received, of('fund.repay'));
      case 'recon':
        return this.reconciliation.told(received, of('recon'));
      case 'recon.range':
        return this.reconciliation.compared(received, of('recon.range'));
      case 'recon.items':
        return this.reconciliation.shown(received, of('recon.items'));
      case 'limit.set':
        return this.partners.limited(received, of('limit.set'));
      case 'channel.close':
        return this.partners.closed(received, of('channel.close'));
      case 'settle.pair':
        return this.pairSettlements.heard(received, of('settle.pair'));
      default:
        if (type.startsWith('cycle.')) return cycles.heard(received, { type, body } as unknown as CycleMessage);
        return Promise.resolve(applied);
    }
  }
}

const pairWordsWithoutCuts = pairWords.filter((type) => type !== 'cycle.cut');

class Rooms extends Dispatch {
  constructor(private readonly node: SpecNode) {
    super();
  }

  theirs(type: string, body: JsonObject, received: Received): Promise<Verdict> {
    return this.node.theirs(type, body, received);
  }

  ours(type: string, body: JsonObject, returned: Returned): Promise<void> {
    return this.node.ours(type, body, returned);
  }

  override restored(work: Work): Promise<void> {
    return this.node.cycles.restored(work);
  }

  override async givenBack(work: Work, peer: NodeId): Promise<void> {
    await this.node.obligations.answerWaiting(work, peer);
    await this.node.cycles.givenBack(work, peer);
  }
}
