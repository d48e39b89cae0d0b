import { type Result, ok, refuse } from '@passerelle/values';
import { decide } from './decide.js';
import { type CycleId, type Digest, type NodeId, isCycleId } from './federation.js';
import {
  type Obligation,
  type ObligationEffect,
  type ObligationMessage,
  type ObligationRefusal,
  type PairContext,
  type Said,
  countsIn,
} from './obligation.js';

/** All that two nodes have agreed between them: a fold of the messages of both directions, in causal order. */
export interface PairRecord {
  readonly parties: readonly [NodeId, NodeId];
  readonly cuts: Readonly<Record<NodeId, CycleId>>;
  readonly obligations: Readonly<Record<string, Obligation>>;
}

export type PairMessage =
  ObligationMessage | { readonly type: 'cycle.cut'; readonly body: { readonly cycle: CycleId } };

export interface PairStep {
  readonly record: PairRecord;
  readonly effects: readonly ObligationEffect[];
}

export type PairRefusal = ObligationRefusal | { readonly code: 'old-cut'; readonly detail: string };

export const emptyRecord = (parties: readonly [NodeId, NodeId]): PairRecord => ({
  parties,
  cuts: {},
  obligations: {},
});

/** Applies one message of either side. A refused message leaves the record as it was. */
export function applyToPair(
  record: PairRecord,
  said: Said<PairMessage>,
  digest: Digest,
): Result<PairStep, PairRefusal> {
  if (said.type === 'cycle.cut') return cut(record, said);
  const id = said.body.obligation;
  const decision = decide(record.obligations[id], said, contextOf(record, digest));
  if (!decision.ok) return decision;
  const { next, effects } = decision.value;
  return ok({ record: { ...record, obligations: { ...record.obligations, [id]: next } }, effects });
}

export const contextOf = ({ parties, cuts, obligations }: PairRecord, digest: Digest): PairContext => ({
  parties,
  lastCut: (node) => cuts[node] ?? null,
  obligation: (id) => obligations[id],
  digest,
});

/** True when both have cut the cycle, so that its set can no longer change. */
export const isFrozen = ({ parties, cuts }: PairRecord, cycle: CycleId): boolean =>
  parties.every((node) => (cuts[node] ?? '') >= cycle);

/** The pair's set for a cycle; binding once it is frozen. */
export const setOf = ({ obligations }: Pick<PairRecord, 'obligations'>, cycle: CycleId): Obligation[] =>
  Object.values(obligations).filter((obligation) => countsIn(obligation, cycle));

function cut(
  record: PairRecord,
  { from, body }: { readonly from: NodeId; readonly body: { readonly cycle: CycleId } },
): Result<PairStep, PairRefusal> {
  const last = record.cuts[from] ?? '';
  if (!record.parties.includes(from) || !isCycleId(body.cycle))
    return refuse({ code: 'nonsense', detail: `${from} cannot cut "${body.cycle}" here` });
  if (body.cycle <= last) return refuse({ code: 'old-cut', detail: `${from} has cut ${last} before` });
  return ok({ record: { ...record, cuts: { ...record.cuts, [from]: body.cycle } }, effects: [] });
}
