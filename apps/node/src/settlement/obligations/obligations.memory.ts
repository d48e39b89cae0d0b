import type { Work } from '@passerelle/doors';
import type { CycleId, ObligationState } from '@passerelle/settlement';
import { memoryOf } from '../../database/memory.js';
import type { MissionId } from '../../missions/mission.js';
import type { NodeId } from '../../peers/received.js';
import type { KeptObligation, ObligationId } from './obligation.js';
import { type Blocked, type Learned, type ObligationsPage, ObligationsStore } from './obligations-store.js';
import { type Pair, newPair } from './pair.js';

/** Obligations in memory, for a simulation. Transactions there follow each other anyway. */
export class MemoryObligationsStore extends ObligationsStore {
  private readonly pairs = new Map<NodeId, Pair>();
  private readonly kept = new Map<ObligationId, KeptObligation>();
  private readonly waiting = new Map<MissionId, Blocked>();
  private readonly words = new Map<NodeId, readonly bigint[]>();
  private readonly numbered = new Map<NodeId, bigint>();

  async turn(): Promise<void> {
    return undefined;
  }

  async pair(_work: Work, peer: NodeId): Promise<Pair> {
    return this.pairs.get(peer) ?? newPair(peer);
  }

  async savePair(work: Work, pair: Pair): Promise<void> {
    put(work, this.pairs, pair.peer, pair);
  }

  async expect(): Promise<void> {
    return undefined;
  }

  async find(_work: Work, id: ObligationId): Promise<KeptObligation | null> {
    return this.kept.get(id) ?? null;
  }

  async save(work: Work, kept: KeptObligation): Promise<void> {
    put(work, this.kept, kept.id, kept);
  }

  async ofMission(_work: Work, mission: MissionId): Promise<readonly KeptObligation[]> {
    return this.all().filter((each) => each.mission === mission);
  }

  async unanswered(_work: Work, peer: NodeId): Promise<readonly KeptObligation[]> {
    return this.all().filter(
      ({ peer: with_, obligation: { state, proposer } }) => with_ === peer && state === 'proposed' && proposer === peer,
    );
  }

  async countable(_work: Work, peer: NodeId, cycle: CycleId): Promise<readonly KeptObligation[]> {
    return this.all().filter((each) => each.peer === peer && isCountable(each, cycle));
  }

  async settledIn(_work: Work, cycle: CycleId): Promise<readonly KeptObligation[]> {
    return this.all().filter(({ obligation }) => obligation.settledIn === cycle);
  }

  async ofPair(_work: Work, peer: NodeId, cycle: CycleId | null): Promise<readonly KeptObligation[]> {
    return this.all().filter(
      (each) =>
        each.peer === peer && (cycle === null || each.obligation.settledIn === cycle || isCountable(each, cycle)),
    );
  }

  async repaying(_work: Work, peer: NodeId, reference: string): Promise<readonly KeptObligation[]> {
    return this.all().filter(
      ({ peer: with_, obligation: { terms } }) =>
        with_ === peer && terms.kind === 'fund.repay' && terms.mission === reference,
    );
  }

  async count(_work: Work, states: readonly ObligationState[]): Promise<number> {
    return this.all().filter(({ obligation }) => states.includes(obligation.state)).length;
  }

  async page(_work: Work, { after, limit, peer, state }: ObligationsPage): Promise<readonly KeptObligation[]> {
    return this.all()
      .reverse()
      .filter((each) => (after === null || each.id < after) && (peer === null || each.peer === peer))
      .filter(({ obligation }) => state === null || obligation.state === state)
      .slice(0, limit ?? undefined);
  }

  async block(work: Work, blocked: Blocked): Promise<void> {
    put(work, this.waiting, blocked.mission, blocked);
  }

  async unblock(work: Work, mission: MissionId): Promise<void> {
    const before = this.waiting.get(mission);
    if (!before) return;
    this.waiting.delete(mission);
    memoryOf(work).onRollback(() => this.waiting.set(mission, before));
  }

  async blocked(): Promise<readonly Blocked[]> {
    return [...this.waiting.values()];
  }

  async learned(_work: Work, peer: NodeId): Promise<Learned> {
    return { upto: this.numbered.get(peer) ?? 0n, words: (this.words.get(peer) ?? []).length };
  }

  async learn(work: Work, peer: NodeId, words: readonly bigint[], upto: bigint): Promise<void> {
    put(work, this.words, peer, [...(this.words.get(peer) ?? []), ...words]);
    put(work, this.numbered, peer, upto);
  }

  async wordsUpto(_work: Work, peer: NodeId, seq: bigint): Promise<number> {
    return (this.words.get(peer) ?? []).filter((word) => word <= seq).length;
  }

  private all(): KeptObligation[] {
    return [...this.kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

const isCountable = ({ obligation: { cycle: first, settledIn } }: KeptObligation, cycle: CycleId): boolean =>
  first !== null && first <= cycle && settledIn === null;

/** Sets an entry, and how to take that back. */
function put<K, V>(work: Work, map: Map<K, V>, key: K, value: V): void {
  const had = map.has(key);
  const before = map.get(key);
  map.set(key, value);
  memoryOf(work).onRollback(() => {
    if (had) map.set(key, before as V);
    else map.delete(key);
  });
}
