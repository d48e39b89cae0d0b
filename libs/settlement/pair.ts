import { type Result, ok, refuse } from '@passerelle/values';
import { type CycleId, type Digest, type NodeId, type Sign, type SignatureCheck, byText } from './federation.js';
import { type Leg, legId } from './netting.js';
import { type Obligation, countsIn } from './obligation.js';
import { type CoSigned, type Statement, contentOf } from './statement.js';

/** The body of `settle.pair`: one side's word to settle the co-signed statement of a cycle between the two. */
export interface SettlePairBody {
  readonly cycle: CycleId;
  readonly root: string;
  readonly signature: string;
}

/** Who of the two has said so. It counts when both have. */
export interface PairSettlement {
  readonly statement: CoSigned;
  readonly signatures: Readonly<Record<NodeId, string>>;
}

export interface PairSettlementRefusal {
  readonly code: 'wrong-party' | 'other-statement' | 'next-cycle-cut' | 'bad-signature';
  readonly detail: string;
}

/** What a node must know before it offers to settle a pair: that no cycle can still settle the same debts. */
export interface PairView {
  /** The newest cycle that is closed here. */
  readonly closed: CycleId | null;
  /** True when that cycle's final named the pair. */
  readonly isInFinal: boolean;
  readonly lastCut: CycleId | null;
  readonly set: readonly Obligation[];
}

export const newPairSettlement = (statement: CoSigned): PairSettlement => ({ statement, signatures: {} });

/**
 * Whether this node may say it: the cycle is closed here without the pair, the next one is not cut, and nothing in the
 * set is disputed or settled by now.
 */
export const mayOffer = ({ cycle }: Statement, { closed, isInFinal, lastCut, set }: PairView): boolean =>
  closed !== null &&
  closed >= cycle &&
  !isInFinal &&
  lastCut === cycle &&
  set.every((one) => one.state === 'agreed' && countsIn(one, cycle));

export const offerOf = (statement: CoSigned, sign: Sign): SettlePairBody => ({
  cycle: statement.cycle,
  root: statement.root,
  signature: sign(payloadOf(statement)),
});

/**
 * Takes in one side's word. A word after its sender's next cut comes too late, because then the same debts may already
 * stand in another statement; both sides see that alike, whatever crosses.
 */
export function hearPair(
  current: PairSettlement,
  from: NodeId,
  body: SettlePairBody,
  { lastCut, check }: { readonly lastCut: CycleId | null; readonly check: SignatureCheck },
): Result<PairSettlement, PairSettlementRefusal> {
  const { statement, signatures } = current;
  if (from !== statement.a && from !== statement.b)
    return refuse({ code: 'wrong-party', detail: `${from} is not of this pair` });
  if (body.cycle !== statement.cycle || body.root !== statement.root)
    return refuse({ code: 'other-statement', detail: `the co-signed statement has the root ${statement.root}` });
  if (lastCut !== statement.cycle)
    return refuse({ code: 'next-cycle-cut', detail: `${from} has cut ${lastCut ?? 'nothing'}` });
  if (!check(from, payloadOf(statement), body.signature))
    return refuse({ code: 'bad-signature', detail: `the word is not signed by ${from}` });
  return ok({ statement, signatures: { ...signatures, [from]: body.signature } });
}

export const isSettledByPair = ({ statement, signatures }: PairSettlement): boolean =>
  signatures[statement.a] !== undefined && signatures[statement.b] !== undefined;

/** What stands in an obligation's `settledIn`. */
export const pairLabel = ({ cycle, a, b }: Statement): string => `${cycle}:${a}:${b}`;

/** The pair's net in each currency, paid directly, without anybody else. */
export function pairLegs(statement: Statement, digest: Digest): Leg[] {
  const result = digest(payloadOf(statement));
  const { cycle, a, b, lines } = statement;
  return Object.keys(lines)
    .sort(byText)
    .flatMap((currency) => {
      const net = BigInt(lines[currency]!.ab) - BigInt(lines[currency]!.ba);
      if (net === 0n) return [];
      const [from, to] = net > 0n ? [a, b] : [b, a];
      const leg = legId(result, { from, to, currency }, digest);
      return [{ leg, cycle, from, to, currency, amount: `${net > 0n ? net : -net}` }];
    });
}

const payloadOf = (statement: Statement) => ({ what: 'settle.pair', ...contentOf(statement) });
