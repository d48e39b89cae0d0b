import type { Work } from '@passerelle/doors';
import { type BodyOf, type Declaration, hashOf } from '@passerelle/protocol';
import {
  type CoSigned,
  type CycleId,
  type PairSettlement,
  type SettlePairBody,
  coSignedOf,
  countsIn,
  hearPair,
  isSettledByPair,
  mayOffer,
  newPairSettlement,
  offerOf,
  pairLabel,
  pairLegs,
  peerIn,
  rootOf,
} from '@passerelle/settlement';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Facts } from '../../facts/facts.service.js';
import type { Peers } from '../../peers/peers.service.js';
import { type NodeId, type Received, type Verdict, applied, refused } from '../../peers/received.js';
import type { CyclesStore } from '../cycles/cycles-store.js';
import { isDone } from '../legs/kept-leg.js';
import type { Legs } from '../legs/legs.service.js';
import type { ObligationsStore } from '../obligations/obligations-store.js';
import type { KeptPairSettlement, PairWord } from './pair-settlement.js';
import type { PairSettlementsStore } from './pair-settlements-store.js';
import type { Pairs } from '../obligations/pairs.service.js';
import '../settlement.facts.js';

export interface PairSettlementsParts {
  readonly store: PairSettlementsStore;
  readonly cycles: CyclesStore;
  readonly obligations: ObligationsStore;
  readonly pairs: Pairs;
  readonly legs: Legs;
  readonly peers: Peers;
  readonly facts: Facts;
}

export type PairOfferRefused =
  | { readonly kind: 'unknown-partner' }
  /** No closed cycle holds a statement that both have signed and that it left out. */
  | { readonly kind: 'nothing-to-settle' }
  /** The next cycle is cut, something is disputed, or the result names the pair. */
  | { readonly kind: 'not-settleable'; readonly cycle: CycleId };

export interface PairOutlook {
  readonly cycle: CycleId | null;
  readonly isPossible: boolean;
  readonly kept: KeptPairSettlement | null;
}

/** What a cycle left out, two nodes may settle between themselves: their co-signed net, when both say so. */
export class PairSettlements {
  constructor(private readonly parts: PairSettlementsParts) {}

  /** Finance offers to settle the newest closed cycle with a partner, or answers its offer. */
  async offer(work: Work, peer: NodeId): Promise<Result<KeptPairSettlement, PairOfferRefused>> {
    const { cycles, obligations, peers } = this.parts;
    if (!peers.knows(peer)) return refuse({ kind: 'unknown-partner' });
    await obligations.turn(work);
    const cycle = await cycles.lastApplied(work);
    const statement = cycle === null ? null : await this.statementWith(work, cycle, peer);
    if (cycle === null || statement === null) return refuse({ kind: 'nothing-to-settle' });
    const known = await this.parts.store.find(work, cycle, peer);
    if (known?.words[peers.me]) return ok(known);
    if (!(await this.isSettleable(work, statement, peer))) return refuse({ kind: 'not-settleable', cycle });
    const body = offerOf(statement, (payload) => peers.declare(payload as Declaration));
    await peers.send(work, peer, 'settle.pair', body);
    return ok(await this.take(work, { cycle, peer, by: peers.me, body }));
  }

  /** What the newest closed cycle left between the two: whether this branch may say so now, and who has. */
  async outlook(work: Work, peer: NodeId): Promise<PairOutlook | null> {
    const { store, cycles, peers } = this.parts;
    if (!peers.knows(peer)) return null;
    const cycle = await cycles.lastApplied(work);
    const statement = cycle === null ? null : await this.statementWith(work, cycle, peer);
    if (cycle === null || statement === null) return { cycle, isPossible: false, kept: null };
    const kept = await store.find(work, cycle, peer);
    const hasSaid = kept?.words[peers.me] !== undefined;
    return { cycle, isPossible: !hasSaid && (await this.isSettleable(work, statement, peer)), kept };
  }

  /** The other one of the two says so. It may be ahead of us: then its word waits until the cycle is closed here too. */
  async heard({ work, from }: Received, body: BodyOf<'settle.pair'>): Promise<Verdict> {
    const { cycles, obligations, peers } = this.parts;
    await obligations.turn(work);
    const { cycle } = body;
    const record = await cycles.find(work, cycle);
    if (!record) return refused('unknown-cycle', `${cycle} is not known here`);
    const statement = await this.statementWith(work, cycle, from);
    if (statement !== null) {
      const { cuts } = await obligations.pair(work, from);
      const heard = hearPair(newPairSettlement(statement), from, body, {
        lastCut: cuts[from] ?? null,
        check: (node, payload, sig) => peers.wasDeclaredBy(node, payload as Declaration, sig),
      });
      if (!heard.ok) return refused(heard.refusal.code, heard.refusal.detail);
    } else if (record.status !== 'running') {
      return refused('no-statement', `the two have no statement of ${cycle} that both signed`);
    }
    await this.take(work, { cycle, peer: from, by: from, body });
    return applied;
  }

  /** The cycle is closed here: words of partners that were ahead of us count now. */
  async cycleClosed(work: Work, cycle: CycleId): Promise<void> {
    for (const kept of await this.parts.store.open(work)) if (kept.cycle === cycle) await this.settleIfBoth(work, kept);
  }

  /** Settlements whose payments have all arrived are over. */
  async closePaid(work: Work): Promise<void> {
    const { store, legs, facts } = this.parts;
    for (const kept of await store.open(work)) {
      const { label, peer, cycle } = kept;
      if (label === null || !(await legs.ofCycle(work, label)).every(isDone)) continue;
      await store.save(work, { ...kept, status: 'closed' });
      await facts.record(work, { kind: 'PairClosed', subject: label, body: { cycle, peer, label } });
    }
  }

  /**
   * The newest cycle that can no longer take anything from the pair; null while an own offer is open, because the
   * partner may still answer it.
   */
  async closedFor(work: Work, peer: NodeId): Promise<CycleId | null> {
    const { store, cycles, peers } = this.parts;
    const closed = await cycles.lastApplied(work);
    const kept = closed === null ? null : await store.find(work, closed, peer);
    return kept?.status === 'offered' && kept.words[peers.me] ? null : closed;
  }

  /** Offers of partners for the newest closed cycle that this branch may still answer. Only they are looked at closely. */
  async unanswered(work: Work): Promise<readonly KeptPairSettlement[]> {
    const { store, peers } = this.parts;
    const offered = (await store.open(work)).filter(
      ({ status, peer, words }) => status === 'offered' && words[peer] && !words[peers.me],
    );
    const unanswered: KeptPairSettlement[] = [];
    for (const kept of offered) {
      const outlook = await this.outlook(work, kept.peer);
      if (outlook?.isPossible && outlook.cycle === kept.cycle) unanswered.push(kept);
    }
    return unanswered;
  }

  find(work: Work, cycle: CycleId, peer: NodeId): Promise<KeptPairSettlement | null> {
    return this.parts.store.find(work, cycle, peer);
  }

  private async take(
    work: Work,
    {
      cycle,
      peer,
      by,
      body,
    }: { readonly cycle: CycleId; readonly peer: NodeId; readonly by: NodeId; readonly body: SettlePairBody },
  ): Promise<KeptPairSettlement> {
    const { store, obligations } = this.parts;
    const { cuts } = await obligations.pair(work, peer);
    const word: PairWord = { body, lastCut: cuts[by] ?? null };
    const fresh: KeptPairSettlement = { cycle, peer, words: {}, status: 'offered', label: null };
    const known = (await store.find(work, cycle, peer)) ?? fresh;
    if (known.words[by]) return known;
    const kept = { ...known, words: { ...known.words, [by]: word } };
    await store.save(work, kept);
    return this.settleIfBoth(work, kept);
  }

  private async settleIfBoth(work: Work, kept: KeptPairSettlement): Promise<KeptPairSettlement> {
    const { store, legs, obligations, pairs, facts } = this.parts;
    const { cycle, peer } = kept;
    const statement = await this.statementWith(work, cycle, peer);
    if (kept.status !== 'offered' || statement === null || !isSettledByPair(this.heardSoFar(statement, kept)))
      return kept;
    const label = pairLabel(statement);
    for (const one of await obligations.countable(work, peer, cycle))
      if (countsIn(one.obligation, cycle)) await pairs.settle(work, one, label);
    const settled = { ...kept, status: 'settled' as const, label };
    await store.save(work, settled);
    await facts.record(work, { kind: 'PairSettled', subject: label, body: { cycle, peer, label } });
    await legs.begin(work, pairLegs(statement, hashOf), label);
    await this.closePaid(work);
    return (await store.find(work, cycle, peer))!;
  }

  private heardSoFar(statement: CoSigned, { words }: KeptPairSettlement): PairSettlement {
    const { peers } = this.parts;
    let settlement = newPairSettlement(statement);
    for (const [node, { body, lastCut }] of Object.entries(words)) {
      const heard = hearPair(settlement, node, body, {
        lastCut,
        check: (by, payload, sig) => peers.wasDeclaredBy(by, payload as Declaration, sig),
      });
      if (heard.ok) settlement = heard.value;
    }
    return settlement;
  }

  /** The statement that both have signed, once the cycle is closed here. */
  private async statementWith(work: Work, cycle: CycleId, peer: NodeId): Promise<CoSigned | null> {
    const record = await this.parts.cycles.find(work, cycle);
    if (!record || record.status === 'running') return null;
    return coSignedOf(record.state)[peer] ?? null;
  }

  private async isSettleable(work: Work, statement: CoSigned, peer: NodeId): Promise<boolean> {
    const { cycles, obligations, peers } = this.parts;
    const { cycle } = statement;
    const named = (await cycles.find(work, cycle))!.state.final!.proposal.statements;
    const isInFinal = named.some((one) => peerIn(one, peers.me) === peer);
    const lastCut = (await obligations.pair(work, peer)).cuts[peers.me] ?? null;
    const kept = await obligations.countable(work, peer, cycle);
    const set = kept.map(({ obligation }) => obligation).filter((one) => countsIn(one, cycle));
    return mayOffer(statement, { closed: cycle, isInFinal, lastCut, set }) && rootOf(set, hashOf) === statement.root;
  }
}
