import { type CycleId, type Digest, type Federation, type NodeId, type SignatureCheck, byText } from './federation.js';
import type { Fixing } from './fixing.js';
import type { Part, ProposeBody } from './cycle-messages.js';
import { type NettingResult, netCycle, resultHash } from './netting.js';
import { type CoSigned, isCoSigned, isSound } from './statement.js';

/** A coordinator's proposal: the statements and the fixing; everything else follows from them. */
export interface Proposal {
  readonly cycle: CycleId;
  /** The round in which it was first proposed. It may be carried into later ones without becoming another result. */
  readonly round: number;
  readonly fixing: Fixing | null;
  readonly statements: readonly CoSigned[];
  /** The hash of the netting result, by which everybody means this proposal. */
  readonly result: string;
}

/** A statement is well below a kilobyte, and a body has room for sixteen. */
const statementsPerPart = 12;

/** The proposal with its result hash, or null when the rules cannot net it. */
export function proposalOf(
  of: Omit<Proposal, 'result'>,
  federation: Pick<Federation, 'netting'>,
  digest: Digest,
): Proposal | null {
  const statements = [...of.statements].sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b));
  const result = resultOf({ ...of, statements }, federation);
  return result === null ? null : { ...of, statements, result: resultHash(result, digest) };
}

/** What the proposal comes to, computed anew; null when the rules cannot net it. */
export function resultOf(
  { cycle, round, statements, fixing }: Omit<Proposal, 'result'>,
  { netting }: Pick<Federation, 'netting'>,
): NettingResult | null {
  const result = netCycle({ cycle, round: `${round}`, statements, fixing, rules: netting });
  return result.ok ? result.value : null;
}

export const partiesOf = ({ statements }: Pick<Proposal, 'statements'>): NodeId[] =>
  [...new Set(statements.flatMap(({ a, b }) => [a, b]))].sort(byText);

/**
 * Null when a proposal is sound by itself, otherwise what is wrong: each pair once, with both signatures, in whole
 * numbers, between members, and the own computation gives the same hash.
 */
export function faultOf(
  proposal: Proposal,
  federation: Federation,
  { digest, check }: { readonly digest: Digest; readonly check: SignatureCheck },
): string | null {
  const { statements, cycle } = proposal;
  if (new Set(statements.map(({ a, b }) => `${a} ${b}`)).size !== statements.length) return 'a pair stands twice';
  for (const statement of statements) {
    const pair = `${statement.a} and ${statement.b}`;
    if (!isSound(statement, cycle) || statement.n === '0') return `the statement of ${pair} is not one of ${cycle}`;
    if (!federation.members.includes(statement.a) || !federation.members.includes(statement.b))
      return `${pair} are not both members`;
    if (!isCoSigned(statement, check)) return `the statement of ${pair} lacks a good signature`;
  }
  const own = proposalOf(proposal, federation, digest);
  return own?.result === proposal.result ? null : 'the own computation gives another hash';
}

/** Statements in messages that each fit one body; one empty part when there are none. */
export function inParts(cycle: CycleId, statements: readonly CoSigned[]): Part[] {
  const count = Math.max(1, Math.ceil(statements.length / statementsPerPart));
  return [...Array(count).keys()].map((index) => ({
    cycle,
    part: `${index + 1}`,
    parts: `${count}`,
    statements: statements.slice(index * statementsPerPart, (index + 1) * statementsPerPart),
  }));
}

export const proposeParts = ({ cycle, round, fixing, statements, result }: Proposal): ProposeBody[] =>
  inParts(cycle, statements).map((part) => ({
    ...part,
    round: `${round}`,
    ...(fixing === null ? {} : { fixing }),
    result,
  }));

/** Parts that came in so far, by their number. Repeats change nothing; a part of another whole starts anew. */
export interface Collected {
  /** What tells one whole from another. */
  readonly key: string;
  readonly parts: string;
  readonly got: Readonly<Record<string, readonly CoSigned[]>>;
}

export function collect(before: Collected | undefined, key: string, { part, parts, statements }: Part): Collected {
  const isSame = before?.key === key && before.parts === parts;
  if (isSame && Number(part) > Math.min(Number(parts), maxParts)) return before;
  return { key, parts, got: { ...(isSame ? before.got : {}), [part]: statements } };
}

/** All statements once every part is there, otherwise null. */
export function wholeOf({ parts, got }: Collected): CoSigned[] | null {
  const count = Number(parts);
  const all = [...Array(Math.min(count, maxParts)).keys()].map((index) => got[`${index + 1}`]);
  return count > maxParts || all.includes(undefined) ? null : all.flatMap((part) => part ?? []);
}

/** 64 members have 2016 pairs, which is 168 parts. */
const maxParts = 200;
