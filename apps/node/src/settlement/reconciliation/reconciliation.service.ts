import type { Work } from '@passerelle/doors';
import { type BodyOf, hashOf, newChannel } from '@passerelle/protocol';
import {
  type CycleId,
  type Difference,
  type Item,
  type RangeItems,
  answerRanges,
  differencesIn,
  hashRange,
  itemsOf,
  wholeRange,
} from '@passerelle/settlement';
import type { PlainDate } from '@passerelle/values';
import type { Facts } from '../../facts/facts.service.js';
import type { ChannelStore } from '../../peers/channel/channels.js';
import type { Peers } from '../../peers/peers.service.js';
import { type NodeId, type Received, type Verdict, applied, refused } from '../../peers/received.js';
import type { CyclesStore } from '../cycles/cycles-store.js';
import type { ObligationId } from '../obligations/obligation.js';
import type { ObligationsStore } from '../obligations/obligations-store.js';
import type { Obligations } from '../obligations/obligations.service.js';
import type { Agreed, ReconciliationStore } from './reconciliation-store.js';
import '../settlement.facts.js';

export interface ReconciliationParts {
  readonly store: ReconciliationStore;
  readonly pairs: ObligationsStore;
  readonly obligations: Obligations;
  readonly cycles: CyclesStore;
  readonly channels: Pick<ChannelStore, 'channel' | 'inbox' | 'outbox'>;
  readonly peers: Peers;
  readonly facts: Facts;
}

/** Ranges that one message has room for. */
const rangesMax = 50;

/** Whether two nodes hold the same: by the heads of both directions each day, and debt by debt where programs differ. */
export class Reconciliation {
  constructor(private readonly parts: ReconciliationParts) {}

  /** Tells each peer how far both directions are here, and what the two owe each other. */
  async tellAll(work: Work, day: PlainDate): Promise<void> {
    const { peers, channels, pairs } = this.parts;
    const { roster, me } = peers;
    for (const { id: peer } of roster?.members ?? []) {
      if (peer === me) continue;
      const { out, in: heard } = await channels.channel(work, newChannel({ net: roster!.net, me, peer }));
      const { taken } = await pairs.pair(work, peer);
      const balances: Record<string, { owed: string; owing: string }> = {};
      for (const { debtor, currency, agreed } of taken) {
        const so = balances[currency] ?? { owed: '0', owing: '0' };
        balances[currency] = debtor === me ? { ...so, owing: agreed } : { ...so, owed: agreed };
      }
      const position = ({ seq, head }: typeof out) => ({ seq: `${seq}`, head });
      await peers.send(work, peer, 'recon', { day, mine: position(out), yours: position(heard), balances });
    }
  }

  /** Equal heads are equal histories. Others are refused, so that the peer's people see it as ours do. */
  async told({ work, from }: Received, { day, mine, yours }: BodyOf<'recon'>): Promise<Verdict> {
    const isSame =
      (await this.headOf(work, from, 'inbox', BigInt(mine.seq))) === mine.head &&
      (await this.headOf(work, from, 'outbox', BigInt(yours.seq))) === yours.head;
    if (!isSame) return refused('another-head', `the two do not hold the same messages on ${day}`);
    const agreed: Agreed = { peer: from, day, ours: BigInt(yours.seq), theirs: BigInt(mine.seq) };
    await this.parts.store.saveAgreed(work, agreed);
    return applied;
  }

  /** Two statements differ although the histories agree: the first of the two by id asks what the other counts. */
  async find(work: Work, cycle: CycleId, peer: NodeId): Promise<void> {
    const { peers } = this.parts;
    if (peers.me > peer) return;
    const range = hashRange(await this.items(work, cycle, peer), wholeRange, hashOf);
    await peers.send(work, peer, 'recon.range', { cycle, ranges: [range] });
  }

  /** The other one names ranges by their hashes: those that differ here are split, or shown when they are small. */
  async compared({ work, from }: Received, { cycle, ranges }: BodyOf<'recon.range'>): Promise<Verdict> {
    if (!(await this.isDifferent(work, cycle, from))) return noDifference(cycle);
    const { split, show } = answerRanges(await this.items(work, cycle, from), ranges, hashOf);
    for (let at = 0; at < split.length; at += rangesMax)
      await this.parts.peers.send(work, from, 'recon.range', { cycle, ranges: split.slice(at, at + rangesMax) });
    for (const shown of show) await this.parts.peers.send(work, from, 'recon.items', { cycle, ...shown });
    return applied;
  }

  /** The other one shows what it counts in a range. What differs is named, held, and left to people; the rest rolls. */
  async shown({ work, from }: Received, { cycle, from: first, to, items }: BodyOf<'recon.items'>): Promise<Verdict> {
    if (!(await this.isDifferent(work, cycle, from))) return noDifference(cycle);
    await this.parts.pairs.turn(work);
    const range: RangeItems = { from: first, to, items };
    const mine = await this.items(work, cycle, from);
    const known = await this.differences(work, cycle, from);
    const fresh = differencesIn(mine, range).filter((one) => !known.some((each) => each.obligation === one.obligation));
    for (const difference of fresh) await this.hold(work, { cycle, peer: from }, difference);
    // Whoever learns something shows its side too, so that both know what to hold, whichever has shown first.
    if (fresh.length > 0) await this.show(work, from, cycle, { range, mine });
    return applied;
  }

  agreed(work: Work): Promise<readonly Agreed[]> {
    return this.parts.store.agreed(work);
  }

  differences(work: Work, cycle: CycleId, peer: NodeId): Promise<readonly Difference[]> {
    return this.parts.store.differences(work, cycle, peer);
  }

  private async show(
    work: Work,
    peer: NodeId,
    cycle: CycleId,
    { range, mine }: { readonly range: RangeItems; readonly mine: readonly Item[] },
  ): Promise<void> {
    const { from, to } = range;
    const items = mine.filter(({ obligation }) => obligation >= from && (to === '' || obligation < to));
    if (items.length <= itemsMax) await this.parts.peers.send(work, peer, 'recon.items', { cycle, from, to, items });
  }

  private async hold(
    work: Work,
    of: { readonly cycle: CycleId; readonly peer: NodeId },
    difference: Difference,
  ): Promise<void> {
    const { store, obligations, facts } = this.parts;
    await store.addDifference(work, of, difference);
    const obligation = difference.obligation as ObligationId;
    await facts.record(work, { kind: 'ObligationDiffers', subject: obligation, body: { ...of, obligation } });
    if (difference.mine?.state === 'agreed')
      await obligations.dispute(work, obligation, { code: 'differs', evidence: of.cycle });
  }

  private async items(work: Work, cycle: CycleId, peer: NodeId): Promise<readonly Item[]> {
    const kept = await this.parts.pairs.countable(work, peer, cycle);
    return itemsOf(kept.map(({ obligation }) => obligation));
  }

  private async isDifferent(work: Work, cycle: CycleId, peer: NodeId): Promise<boolean> {
    const record = await this.parts.cycles.find(work, cycle);
    return record?.state.pairs[peer]?.outcome === 'different';
  }

  private async headOf(work: Work, peer: NodeId, box: 'inbox' | 'outbox', seq: bigint): Promise<string | undefined> {
    if (seq === 0n) return '';
    return (await this.parts.channels[box](work, peer, seq, seq))[0]?.hash;
  }
}

/** Items that one message has room for. */
const itemsMax = 100;

const noDifference = (cycle: CycleId): Verdict => refused('no-difference', `the two state the same for ${cycle} here`);
