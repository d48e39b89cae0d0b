import { isCurrencyCode } from '@passerelle/values';
import { type Digest, type CycleId, type NodeId, type Sign, type SignatureCheck, byText } from './federation.js';
import { type Obligation, countsIn } from './obligation.js';
import { isMinorText } from './terms.js';

/** Gross debts of a pair in one currency, minor units as decimal text: `ab` is what a owes b. */
export interface Line {
  readonly ab: string;
  readonly ba: string;
}

/** What a pair owes each other in a cycle. `a` is the smaller node id; `root` stands for the list of obligations. */
export interface Statement {
  readonly cycle: CycleId;
  readonly a: NodeId;
  readonly b: NodeId;
  readonly n: string;
  readonly lines: Readonly<Record<string, Line>>;
  readonly root: string;
}

/** A statement with both signatures: it binds both. */
export interface CoSigned extends Statement {
  readonly sigA: string;
  readonly sigB: string;
}

/** The pair's statement for a cycle. Both sides get the same one from the same set, in whatever order it comes. */
export function statementOf(
  cycle: CycleId,
  pair: readonly [NodeId, NodeId],
  obligations: Iterable<Obligation>,
  digest: Digest,
): Statement {
  const [a, b] = [...pair].sort(byText) as [NodeId, NodeId];
  const counted = [...obligations].filter((one) => countsIn(one, cycle));
  return { cycle, a, b, n: `${counted.length}`, lines: linesOf(counted, a), root: rootOf(counted, digest) };
}

/** The hash over the sorted list of obligation ids and terms hashes. */
export const rootOf = (obligations: readonly Obligation[], digest: Digest): string =>
  digest(
    obligations.map(({ terms, hash }): [string, string] => [terms.obligation, hash]).sort(([x], [y]) => byText(x, y)),
  );

/** True for a statement of this cycle whose amounts are whole numbers in currencies we know: fit to be netted. */
export const isSound = ({ cycle, a, b, n, lines }: Statement, of: CycleId): boolean =>
  cycle === of &&
  a < b &&
  isMinorText(n) &&
  Object.entries(lines).every(([code, { ab, ba }]) => isCurrencyCode(code) && isMinorText(ab) && isMinorText(ba));

export const isSameStatement = (one: Statement, other: Statement, digest: Digest): boolean =>
  digest(contentOf(one)) === digest(contentOf(other));

export const signStatement = (statement: Statement, sign: Sign): string => sign(statementPayload(statement));

export const isSignedBy = (node: NodeId, statement: Statement, sig: string, check: SignatureCheck): boolean =>
  (node === statement.a || node === statement.b) && check(node, statementPayload(statement), sig);

/** Joins two signatures over one statement. */
export const coSign = (statement: Statement, sigs: Readonly<Record<NodeId, string>>): CoSigned => ({
  ...contentOf(statement),
  sigA: sigs[statement.a] ?? '',
  sigB: sigs[statement.b] ?? '',
});

export const isCoSigned = (statement: CoSigned, check: SignatureCheck): boolean =>
  statement.a < statement.b &&
  isSignedBy(statement.a, statement, statement.sigA, check) &&
  isSignedBy(statement.b, statement, statement.sigB, check);

/** The statement without its signatures. */
export const contentOf = ({ cycle, a, b, n, lines, root }: Statement): Statement => ({ cycle, a, b, n, lines, root });

export const peerIn = ({ a, b }: Pick<Statement, 'a' | 'b'>, me: NodeId): NodeId | null =>
  me === a ? b : me === b ? a : null;

/** Named for what it is, so that a signature over it can never be shown as one over something else. */
const statementPayload = (statement: Statement) => ({ what: 'cycle.statement', ...contentOf(statement) });

function linesOf(obligations: readonly Obligation[], a: NodeId): Record<string, Line> {
  const totals = new Map<string, { ab: bigint; ba: bigint }>();
  for (const { terms } of obligations) {
    const total = totals.get(terms.currency) ?? { ab: 0n, ba: 0n };
    if (terms.debtor === a) total.ab += BigInt(terms.amount);
    else total.ba += BigInt(terms.amount);
    totals.set(terms.currency, total);
  }
  return Object.fromEntries([...totals].map(([currency, { ab, ba }]) => [currency, { ab: `${ab}`, ba: `${ba}` }]));
}
