import {
  type Roster,
  type SignedRoster,
  followRoster,
  hashText,
  judge,
  memberOf,
  readRosterFile,
} from '@passerelle/protocol';
import type { PairRecord } from '@passerelle/settlement';
import { bookFindings } from './books.js';
import { debtFindings, replay } from './debts.js';
import { type NodeExport, readExport } from './export-file.js';
import { historiesOf } from './histories.js';
import { paymentFindings } from './payments.js';
import { Results } from './results.js';
import { type Finding, isWrong } from './rules.js';
import { type OneSide, sidesFindings } from './two-sides.js';

/** A file by its name. */
export interface File {
  readonly name: string;
  readonly text: string;
}

/** What was asked and what was found. */
export interface Verified {
  readonly findings: readonly Finding[];
  /** What was read of each file, in numbers. */
  readonly read: readonly Read[];
}

export interface Read {
  readonly file: string;
  readonly node: string;
  readonly messages: number;
  readonly withheld: number;
  readonly debts: number;
  readonly cycles: number;
  readonly payments: number;
  readonly transactions: number;
}

/**
 * Proves the records of nodes with nothing but the roster. `genesis` is the hash of its first version, told from person to
 * person; without it the roster file itself is trusted.
 */
export function verify(files: readonly File[], roster: File, genesis?: string): Verified {
  const chain = chainOf(roster, genesis);
  if ('rule' in chain) return { findings: [chain], read: [] };
  const findings: Finding[] = [];
  const sides: OneSide[] = [];
  for (const { name, text } of files) {
    const { exported, findings: unreadable } = readExport(name, text);
    const one = verifyOne(exported, chain);
    findings.push(...unreadable, ...one.findings);
    sides.push(one);
  }
  for (const [index, one] of sides.entries())
    for (const other of sides.slice(index + 1)) findings.push(...sidesFindings(one, other));
  return { findings: findings.sort(byPlace), read: sides.map(({ exported }) => readOf(exported)) };
}

function chainOf({ name, text }: File, genesis: string | undefined): readonly Roster[] | Finding {
  const refused = (rule: Finding['rule'], detail: string): Finding => ({ file: name, line: 1, rule, detail });
  const versions = readRosterFile(text);
  if (!versions.ok) return refused('roster-refused', versions.refusal.kind);
  if (genesis !== undefined && hashText(versions.value[0]!.m) !== genesis)
    return refused('another-genesis', hashText(versions.value[0]!.m));
  const followed = followRoster([], versions.value);
  return followed.ok ? followed.value.added : refused('roster-refused', JSON.stringify(followed.refusal));
}

function verifyOne(exported: NodeExport, known: readonly Roster[]): OneSide & { readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const chain = followedBy(exported, known, findings);
  const roster = chain.at(-1)!.content;
  if (exported.net !== roster.net || !memberOf(roster, exported.node))
    return {
      exported,
      pairs: [],
      findings: [exported.finding('not-a-member', 1, `${exported.node} of ${exported.net}`)],
    };
  findings.push(...exported.sealFindings(roster));
  const { pairs, findings: broken } = historiesOf(exported, roster);
  findings.push(...broken);
  const records = new Map<string, PairRecord>();
  for (const pair of pairs) {
    const { record, findings: odd } = replay(exported, pair);
    records.set(pair.peer, record);
    findings.push(...odd);
  }
  const results = new Results(exported, chain, pairs, records);
  results.read();
  findings.push(...results.findings, ...pairs.flatMap((pair) => debtFindings(exported, pair, records.get(pair.peer)!)));
  findings.push(...paymentFindings(exported, results.owed, pairs), ...bookFindings(exported, records));
  findings.push(...proofFindings(exported, chain.at(-1)!));
  return { exported, pairs, findings };
}

/** The roster that the node follows begins with the one that is trusted, or is followed by it. */
function followedBy(exported: NodeExport, known: readonly Roster[], findings: Finding[]): readonly Roster[] {
  const lines = exported.of('roster');
  const offered = lines.map(({ is }): SignedRoster => ({ m: is.m, sigs: is.sigs }));
  const followed = followRoster(known, offered);
  const at = lines[0]?.at ?? 1;
  if (!followed.ok) findings.push(exported.finding('another-roster', at, JSON.stringify(followed.refusal)));
  if (offered[0]?.m !== known[0]!.signed.m)
    findings.push(exported.finding('another-roster', at, 'the first version is not the trusted one'));
  return followed.ok ? [...known, ...followed.value.added] : known;
}

const proofFindings = (exported: NodeExport, { content }: Roster): Finding[] =>
  exported.of('proof').map(({ at, is }) => {
    const detail = `${is.kind} against ${is.against}, shown by ${is.by}`;
    if (is.proof === null) return exported.finding('proof-withheld', at, detail);
    const judged = judge(is.proof, content);
    return judged.ok && judged.value.against === is.against
      ? exported.finding('proven', at, detail)
      : exported.finding('wrong-label', at, `${detail} proves nothing`);
  });

function readOf(exported: NodeExport): Read {
  const messages = exported.of('message');
  return {
    file: exported.file,
    node: exported.node,
    messages: messages.length,
    withheld: messages.filter(({ is }) => is.signed === null).length,
    debts: exported.of('obligation').length,
    cycles: exported.of('cycle').length,
    payments: exported.of('leg').length,
    transactions: exported.of('transaction').length,
  };
}

const byPlace = (x: Finding, y: Finding): number =>
  Number(isWrong(y)) - Number(isWrong(x)) || (x.file < y.file ? -1 : x.file > y.file ? 1 : x.line - y.line);
