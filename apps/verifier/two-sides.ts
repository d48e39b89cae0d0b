import type { NodeExport } from './export-file.js';
import type { PairHistory, Told } from './histories.js';
import type { Finding } from './rules.js';

/** A record that was checked by itself. */
export interface OneSide {
  readonly exported: NodeExport;
  readonly pairs: readonly PairHistory[];
}

/** What two nodes hold of each other, and of the same cycles, is equal as far as both have come. */
export function sidesFindings(one: OneSide, other: OneSide): Finding[] {
  const ours = one.pairs.find(({ peer }) => peer === other.exported.node);
  const theirs = other.pairs.find(({ peer }) => peer === one.exported.node);
  const cycles = cycleFindings(one.exported, other.exported);
  if (!ours || !theirs) return cycles;
  const messages = [
    ...directionFindings(other.exported, ours.out, theirs.in),
    ...directionFindings(one.exported, theirs.out, ours.in),
  ];
  return messages.length > 0 ? [...cycles, ...messages] : [...cycles, ...debtFindings(one.exported, other.exported)];
}

/** `sent` by one node and `heard` by the other, whose file the findings name. */
function directionFindings(file: NodeExport, sent: readonly Told[], heard: readonly Told[]): Finding[] {
  const bySeq = new Map(sent.map((each) => [each.seq, each]));
  const findings: Finding[] = [];
  for (const { at, seq, hash, type, message } of heard) {
    const own = bySeq.get(seq);
    if (own === undefined) findings.push(file.finding('sides-differ', at, `its sender does not know message ${seq}`));
    else if (own.hash !== hash && own.message && message)
      findings.push(file.finding('equivocation', at, `message ${seq} has two signed texts`));
    else if (own.hash !== hash || own.type !== type)
      findings.push(file.finding('sides-differ', at, `message ${seq} is ${own.type} ${own.hash} at its sender`));
  }
  const [last, end] = [sent.at(-1)?.seq ?? 0n, heard.at(-1)?.seq ?? 0n];
  if (end < last) findings.push(file.finding('one-behind', heard.at(-1)?.at ?? 1, `${end} of ${last} messages`));
  return findings;
}

function cycleFindings(one: NodeExport, other: NodeExport): Finding[] {
  const results = new Map(one.of('cycle').map(({ is }) => [is.cycle, is.final.proposal.result]));
  return other
    .of('cycle')
    .filter(({ is }) => (results.get(is.cycle) ?? is.final.proposal.result) !== is.final.proposal.result)
    .map(({ at, is }) => other.finding('two-results', at, `${one.node} holds another result of ${is.cycle}`));
}

/** Asked only when both hold the same messages: then both must have drawn the same from them. */
function debtFindings(one: NodeExport, other: NodeExport): Finding[] {
  const of = (exported: NodeExport, peer: string) => exported.of('obligation').filter(({ is }) => is.peer === peer);
  const known = new Map(of(one, other.node).map(({ is }) => [is.obligation, textOf(is)]));
  return of(other, one.node)
    .filter(({ is }) => known.get(is.obligation) !== textOf(is))
    .map(({ at, is }) => other.finding('sides-differ', at, `${is.obligation} is not the same at ${one.node}`));
}

const textOf = ({ terms, state, cycle, settledIn }: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([terms, state, cycle, settledIn]);
