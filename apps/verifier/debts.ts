import { hashOf } from '@passerelle/protocol';
import { type PairMessage, type PairRecord, type Said, applyToPair, emptyRecord } from '@passerelle/settlement';
import type { NodeExport } from './export-file.js';
import type { PairHistory, Told } from './histories.js';
import type { Finding } from './rules.js';

/** What the messages of one pair come to, before any cycle settles it. */
export interface Replayed {
  readonly record: PairRecord;
  readonly findings: readonly Finding[];
}

const words = /^(obligation\.(propose|accept|reject|withdraw)|dispute\.(open|close)|cycle\.cut)$/;

/** Applies the messages of both directions in causal order: none before what its sender had seen of the other. */
export function replay(exported: NodeExport, pair: PairHistory): Replayed {
  const refused = new Set([...refusedIn(pair.in), ...refusedIn(pair.out)]);
  const findings: Finding[] = [];
  let record = emptyRecord([exported.node, pair.peer].sort() as [string, string]);
  for (const { at, hash, message } of inCausalOrder(pair.out, pair.in)) {
    if (message === null || !words.test(message.content.type) || refused.has(hash)) continue;
    const { type, body, from, seq, ack } = message.content;
    const said = { type, body, from, seq: Number(seq), ack: Number(ack) } as unknown as Said<PairMessage>;
    const step = applyToPair(record, said, hashOf);
    if (step.ok) record = step.value.record;
    else findings.push(exported.finding('without-effect', at, `${type} of ${from}: ${step.refusal.detail}`));
  }
  return { record, findings };
}

/** The messages of the other direction that this one answers with a signed no. */
const refusedIn = (answers: readonly Told[]): string[] =>
  answers.flatMap(({ message }) =>
    message?.content.type === 'refuse' ? [message.content.body['message'] as string] : [],
  );

function inCausalOrder(out: readonly Told[], heard: readonly Told[]): Told[] {
  const order: Told[] = [];
  const sides = [
    { told: out, done: 0 },
    { told: heard, done: 0 },
  ];
  const ackOf = ({ message }: Told): bigint => BigInt(message?.content.ack ?? 0);
  for (;;) {
    const ready = sides.find(({ told, done }, one) => {
      const next = told[done];
      return next !== undefined && ackOf(next) <= BigInt(sides[1 - one]!.done);
    });
    // What claims to have seen more than there is was told of before; it must not keep the rest from being read.
    const next = ready ?? sides.find(({ told, done }) => done < told.length);
    if (next === undefined) return order;
    order.push(next.told[next.done]!);
    next.done += 1;
  }
}

/** What the node says of each debt against what follows from the messages and the results. */
export function debtFindings(exported: NodeExport, pair: PairHistory, record: PairRecord): Finding[] {
  const findings: Finding[] = [];
  const lines = exported.of('obligation').filter(({ is }) => is.peer === pair.peer);
  const rule = pair.isWaiting ? 'debt-waits' : 'debt-differs';
  for (const { at, is } of lines) {
    const known = record.obligations[is.obligation];
    const [said, follows] = [textOf(is), known ? textOf({ ...known, terms: known.hash }) : 'unknown to both histories'];
    if (said !== follows)
      findings.push(exported.finding(rule, at, `${is.obligation} is ${follows}, and it says ${said}`));
  }
  const told = new Map(lines.map(({ is, at }) => [is.obligation, at]));
  for (const id of Object.keys(record.obligations))
    if (!told.has(id)) findings.push(exported.finding(rule, pair.at, `${id} is not told of`));
  if (told.size < lines.length) findings.push(exported.finding('debt-differs', pair.at, 'a debt is told of twice'));
  return findings;
}

const textOf = (of: {
  readonly terms: string;
  readonly state: string;
  readonly cycle: string | null;
  readonly settledIn: string | null;
}): string => `${of.state} in ${of.cycle ?? 'no cycle'}, settled in ${of.settledIn ?? 'none'}, terms ${of.terms}`;
