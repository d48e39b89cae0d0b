import { type Money, sum } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { BankLine } from './bank-line.js';
import type { Movement } from './movement.js';

export type AnnouncedId = string & { readonly __announced: true };

/** A movement that a notice of the bank told us. It moves nothing in the books: only a statement does. */
export interface Announced extends Omit<Movement, 'identity'> {
  readonly id: AnnouncedId;
  readonly entity: EntityId;
}

/** How an announced movement stands on a statement: as that very line, inside one, or as the sum of several. */
export type Recognised = 'whole' | 'part' | 'sum';

/** A line of a statement as recognition looks at it. */
export interface StatedLine extends BankLine, Pick<Movement, 'account' | 'entryReference'> {
  /** In which ways it was recognised before; once is enough for each. */
  readonly recognised: readonly Recognised[];
}

export interface Recognition<Line, Notice> {
  readonly as: Recognised;
  readonly lines: readonly Line[];
  readonly announced: readonly Notice[];
}

type Seen = Omit<StatedLine, 'id' | 'entity' | 'explainedBy'>;
type Told = Omit<Announced, 'id' | 'entity'>;

/**
 * Which announced movements are which lines of statements. Two are the same only on one account, one day, with one
 * amount, and when a reference or all the rest says so too; each is taken once, so that two equal payments stay two.
 * What is left over is simply still announced.
 */
export function recognise<Line extends Seen, Notice extends Told>(
  lines: readonly Line[],
  announced: readonly Notice[],
): readonly Recognition<Line, Notice>[] {
  const found = wholesOf(lines, announced);
  found.push(...partsOf(lines, without(announced, found)));
  found.push(...sumsOf(lines, without(announced, found)));
  return found;
}

/** Whether a notice knows more of a line than its statement: the payments inside, or a reference. */
export const saysMore = (line: Pick<BankLine, 'references'>, announced: readonly Told[]): boolean =>
  announced.length > 1 ||
  announced.some(({ references }) => references.some((reference) => !line.references.includes(reference)));

type Found<Line, Notice> = Recognition<Line, Notice>[];

function without<Line, Notice>(announced: readonly Notice[], found: Found<Line, Notice>): readonly Notice[] {
  const taken = new Set(found.flatMap((one) => one.announced));
  return announced.filter((one) => !taken.has(one));
}

/** One by one, the surest signs first. */
function wholesOf<Line extends Seen, Notice extends Told>(
  lines: readonly Line[],
  announced: readonly Notice[],
): Found<Line, Notice> {
  const found: Found<Line, Notice> = [];
  const open = byPlace(lines.filter(({ recognised }) => !recognised.includes('whole')));
  const left = new Set(announced);
  for (const isNamed of [hasSameBankReference, sharesReference, saysTheSame])
    for (const notice of left) {
      const alike = open.get(placeOf(notice, notice.amount)) ?? [];
      const at = alike.findIndex((line) => isNamed(line, notice));
      if (at < 0) continue;
      found.push({ as: 'whole', lines: alike.splice(at, 1), announced: [notice] });
      left.delete(notice);
    }
  return found;
}

const hasSameBankReference = (line: Seen, notice: Told): boolean =>
  line.bankReference !== null && line.bankReference === notice.bankReference;

const sharesReference = (line: Seen, notice: Told): boolean =>
  line.references.some((reference) => notice.references.includes(reference));

/** Where the bank gives no reference on one side, all that is said has to be equal. */
const saysTheSame = (line: Seen, notice: Told): boolean =>
  (line.bankReference === null || notice.bankReference === null) &&
  line.text === notice.text &&
  line.counterparty.name === notice.counterparty.name &&
  line.counterparty.iban === notice.counterparty.iban;

/** The statement has one sum, the notice the payments inside it. */
function partsOf<Line extends Seen, Notice extends Told>(
  lines: readonly Line[],
  announced: readonly Notice[],
): Found<Line, Notice> {
  const whole = byPlace(lines.filter(({ recognised, partOf }) => !recognised.includes('part') && partOf === null));
  return groupsOf(announced).flatMap((group) => {
    const alike = whole.get(placeOf(group[0]!, totalOf(group))) ?? [];
    const at = alike.findIndex(({ bankReference }) => bankReference === group[0]!.entryReference);
    return at < 0 ? [] : [{ as: 'part' as const, lines: alike.splice(at, 1), announced: group }];
  });
}

/** The notice has one sum, the statement the payments inside it. */
function sumsOf<Line extends Seen, Notice extends Told>(
  lines: readonly Line[],
  announced: readonly Notice[],
): Found<Line, Notice> {
  const groups = groupsOf(lines.filter(({ recognised }) => !recognised.includes('sum')));
  const sums = new Map(groups.map((group) => [placeOf(group[0]!, totalOf(group)), group]));
  return announced.flatMap((notice) => {
    const place = placeOf(notice, notice.amount);
    const group = sums.get(place);
    if (!group || group[0]!.entryReference !== notice.bankReference) return [];
    sums.delete(place);
    return [{ as: 'sum' as const, lines: group, announced: [notice] }];
  });
}

type Sided = Seen | Told;

/** What has to be equal before anything else is asked. */
const placeOf = ({ account, bookedOn, isReversal }: Sided, amount: Money): string =>
  JSON.stringify([account, bookedOn, isReversal, amount.toJSON()]);

const byPlace = <One extends Sided>(all: readonly One[]): Map<string, One[]> =>
  grouped(all, (one) => placeOf(one, one.amount));

/** Banks book many payments under one reference of their own: those of one account, day and reference. */
function groupsOf<One extends Sided>(all: readonly One[]): readonly (readonly One[])[] {
  const named = all.filter(({ entryReference }) => entryReference !== null);
  const groups = grouped(named, ({ account, bookedOn, isReversal, entryReference }) =>
    JSON.stringify([account, bookedOn, isReversal, entryReference]),
  );
  return [...groups.values()].filter(({ length }) => length > 1);
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const others = groups.get(key);
    if (others) others.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

const totalOf = (group: readonly Sided[]): Money =>
  sum(
    group.map(({ amount }) => amount),
    group[0]!.amount.currency,
  );
