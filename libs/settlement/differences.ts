import { type Digest, byText } from './federation.js';
import type { Obligation } from './obligation.js';

/** What is compared when two statements differ although the channels' heads agree. */
export interface Item {
  readonly obligation: string;
  readonly terms: string;
  readonly state: string;
}

/** A run of obligation ids, the first included and the last not; `''` means without end. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** One side's word on a range: how many items it has there, and their hash. */
export interface RangeHash extends Range {
  readonly n: string;
  readonly hash: string;
}

/** One side's items in a range, shown when there are few. */
export interface RangeItems extends Range {
  readonly items: readonly Item[];
}

/** What a side answers to range hashes: nothing where they agree, hashes of halves, or items. */
export interface RangeAnswer {
  readonly split: readonly RangeHash[];
  readonly show: readonly RangeItems[];
}

export interface Difference {
  readonly obligation: string;
  readonly mine: Item | null;
  readonly theirs: Item | null;
}

/** A side with at most so many items in a range shows them instead of splitting the range again. */
const fewItems = 8;

export const wholeRange: Range = { from: '', to: '' };

/** Sorted by id, as both sides must have them before they compare. */
export const itemsOf = (obligations: Iterable<Obligation>): Item[] =>
  [...obligations]
    .map(({ terms, hash, state }) => ({ obligation: terms.obligation, terms: hash, state }))
    .sort((x, y) => byText(x.obligation, y.obligation));

export function hashRange(items: readonly Item[], range: Range, digest: Digest): RangeHash {
  const inside = itemsIn(items, range);
  return {
    ...range,
    n: `${inside.length}`,
    hash: digest(inside.map(({ obligation, terms, state }) => [obligation, terms, state])),
  };
}

/** Compares the other side's hashes with the own items: equal ranges drop out, the rest is halved or shown. */
export function answerRanges(items: readonly Item[], theirs: readonly RangeHash[], digest: Digest): RangeAnswer {
  const split: RangeHash[] = [];
  const show: RangeItems[] = [];
  for (const { from, to, hash } of theirs) {
    const mine = hashRange(items, { from, to }, digest);
    if (mine.hash === hash) continue;
    const inside = itemsIn(items, { from, to });
    if (inside.length <= fewItems) show.push({ from, to, items: inside });
    else split.push(...halves(inside, { from, to }).map((half) => hashRange(items, half, digest)));
  }
  return { split, show };
}

/** What differs in a range of which the other side has shown its items. */
export function differencesIn(items: readonly Item[], shown: RangeItems): Difference[] {
  const mine = new Map(itemsIn(items, shown).map((item) => [item.obligation, item]));
  const theirs = new Map(shown.items.map((item) => [item.obligation, item]));
  return [...new Set([...mine.keys(), ...theirs.keys()])]
    .sort(byText)
    .map((obligation) => ({
      obligation,
      mine: mine.get(obligation) ?? null,
      theirs: theirs.get(obligation) ?? null,
    }))
    .filter((pair) => pair.mine?.terms !== pair.theirs?.terms || pair.mine?.state !== pair.theirs?.state);
}

/** The whole exchange in one place: what two sides find out by asking each other in turn until nothing is open. */
export function differences(mine: readonly Item[], theirs: readonly Item[], digest: Digest): Difference[] {
  const found: Difference[] = [];
  let asked: readonly RangeHash[] = [hashRange(mine, wholeRange, digest)];
  for (let isTheirTurn = true; asked.length > 0; isTheirTurn = !isTheirTurn) {
    const { split, show } = answerRanges(isTheirTurn ? theirs : mine, asked, digest);
    for (const shown of show) found.push(...(isTheirTurn ? differencesIn(mine, shown) : seenFromHere(theirs, shown)));
    asked = split;
  }
  return found.sort((x, y) => byText(x.obligation, y.obligation));
}

/** When we showed our items it was the other side that compared. */
const seenFromHere = (theirs: readonly Item[], shown: RangeItems): Difference[] =>
  differencesIn(theirs, shown).map(({ obligation, mine, theirs: ours }) => ({ obligation, mine: ours, theirs: mine }));

const itemsIn = (items: readonly Item[], { from, to }: Range): Item[] =>
  items.filter(({ obligation }) => obligation >= from && (to === '' || obligation < to));

function halves(inside: readonly Item[], { from, to }: Range): Range[] {
  const middle = inside[inside.length >> 1]!.obligation;
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}
