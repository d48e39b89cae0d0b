import { type BodyOf, hashOf } from '@passerelle/protocol';
import { type CycleId, type Item, type NodeId, itemsOf, wholeRange } from '@passerelle/settlement';
import type { Draft } from './disk.js';
import type { Kept } from './kept.js';
import type { NodeParts } from './node-parts.js';

/** What one side says to find out which debts the two programs count differently. */
type Asked =
  | { readonly type: 'recon.range'; readonly body: BodyOf<'recon.range'> }
  | { readonly type: 'recon.items'; readonly body: BodyOf<'recon.items'> };

/** Items that one message has room for. */
const itemsMost = 100;

/** Two programs count differently although they hold the same messages: the debts that do are named and held. */
export class Comparing {
  constructor(private readonly parts: NodeParts) {}

  /** Two statements differ: the first of the two by id asks what the other counts. */
  find(draft: Draft, peer: NodeId, cycle: CycleId): void {
    const { me, core } = this.parts;
    if (me > peer) return;
    const ranges = [core.hashRange(itemsIn(draft.kept, peer, cycle), wholeRange, hashOf)];
    this.parts.say(draft, peer, 'recon.range', { cycle, ranges });
  }

  heard(draft: Draft, from: NodeId, { type, body }: Asked): string | null {
    if (draft.kept.cycles[body.cycle]?.state.pairs[from]?.outcome !== 'different') return 'no-difference';
    if (type === 'recon.range') this.compare(draft, from, body);
    else this.see(draft, from, body);
    return null;
  }

  private compare(draft: Draft, from: NodeId, { cycle, ranges }: BodyOf<'recon.range'>): void {
    const { parts } = this;
    const { split, show } = parts.core.answerRanges(itemsIn(draft.kept, from, cycle), ranges, hashOf);
    if (split.length > 0) parts.say(draft, from, 'recon.range', { cycle, ranges: split });
    for (const shown of show) parts.say(draft, from, 'recon.items', { cycle, ...shown });
  }

  private see(draft: Draft, from: NodeId, { cycle, ...range }: BodyOf<'recon.items'>): void {
    const { me, core, world } = this.parts;
    const mine = itemsIn(draft.kept, from, cycle);
    const found = core.differencesIn(mine, range);
    const key = differencesKey(cycle, from);
    const known = draft.kept.differences[key] ?? [];
    const fresh = found.filter(({ obligation }) => !known.includes(obligation));
    const named = [...known, ...fresh.map(({ obligation }) => obligation)];
    draft.put({ differences: { ...draft.kept.differences, [key]: named } });
    for (const { obligation, mine: own } of fresh) {
      world.note(me, `counts ${obligation} otherwise than ${from}`);
      if (own?.state === 'agreed')
        this.parts.say(draft, from, 'dispute.open', { obligation, code: 'differs', evidence: '' });
    }
    if (fresh.length > 0) this.showBack(draft, from, cycle, { range, mine });
  }

  /** Whoever learns something shows its side too, so that both know what to hold, whichever has shown first. */
  private showBack(
    draft: Draft,
    peer: NodeId,
    cycle: CycleId,
    { range: { from, to }, mine }: { readonly range: { from: string; to: string }; readonly mine: readonly Item[] },
  ): void {
    const items = mine.filter(({ obligation }) => obligation >= from && (to === '' || obligation < to));
    if (items.length <= itemsMost) this.parts.say(draft, peer, 'recon.items', { cycle, from, to, items });
  }
}

export const differencesKey = (cycle: CycleId, peer: NodeId): string => `${cycle} ${peer}`;

/** What this node counted for the cycle, of a pair that the cycle left out. */
const itemsIn = (kept: Kept, peer: NodeId, cycle: CycleId): Item[] =>
  itemsOf(
    Object.values(kept.pairs[peer]!.record.obligations).filter(
      ({ cycle: first, settledIn }) => first !== null && first <= cycle && (settledIn === null || settledIn > cycle),
    ),
  );
