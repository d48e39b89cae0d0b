import type { AuditLineOf } from '@passerelle/protocol';
import type { PairRecord } from '@passerelle/settlement';
import type { NodeExport, Placed } from './export-file.js';
import type { Finding } from './rules.js';

type Booked = Placed<AuditLineOf<'transaction'>>;

/** Balances in minor units by `account currency`. */
type Sums = Map<string, bigint>;

const add = (sums: Sums, key: string, amount: bigint): void => void sums.set(key, (sums.get(key) ?? 0n) + amount);

/** Each transaction sums to zero, and the accounts of debts and cleared cycles are what the signed record makes them. */
export function bookFindings(exported: NodeExport, records: ReadonlyMap<string, PairRecord>): Finding[] {
  const lines = exported.of('transaction');
  const findings = lines.flatMap((line) => unbalanced(exported, line));
  const at = lines.at(-1)?.at ?? 1;
  const [booked, owed] = [balancesOf(lines), owedBy(exported.node, records)];
  for (const key of new Set([...booked.keys(), ...owed.keys()])) {
    const [stands, follows] = [booked.get(key) ?? 0n, owed.get(key) ?? 0n];
    if (/^due\./.test(key) && stands !== follows)
      findings.push(exported.finding('books-differ', at, `${key}: ${stands} in the books, ${follows} signed`));
    if (isCleared(exported, key) && stands !== 0n)
      findings.push(exported.finding('books-differ', at, `${key}: ${stands} is left although everything is paid`));
  }
  return [...findings, ...twice(exported, lines)];
}

function unbalanced(exported: NodeExport, { at, is }: Booked): Finding[] {
  const sums: Sums = new Map();
  for (const { currency, amount } of is.postings) add(sums, currency, BigInt(amount));
  return [...sums]
    .filter(([, sum]) => sum !== 0n)
    .map(([currency, sum]) => exported.finding('unbalanced', at, `${is.id}: ${sum} ${currency} too much`));
}

/** An event is booked once for each kind of transaction. */
function twice(exported: NodeExport, lines: readonly Booked[]): Finding[] {
  const seen = new Set<string>();
  return lines.flatMap(({ at, is }) => {
    const key = `${is.entity} ${is.kind} ${is.cause}`;
    if (seen.has(key)) return [exported.finding('books-differ', at, `${is.kind} of ${is.cause} is booked twice`)];
    seen.add(key);
    return [];
  });
}

function balancesOf(lines: readonly Booked[]): Sums {
  const sums: Sums = new Map();
  for (const { is } of lines)
    if (is.phase === 'posted' || is.phase === 'post')
      for (const { account, currency, amount } of is.postings) add(sums, `${account} ${currency}`, BigInt(amount));
  return sums;
}

/** What is agreed and not settled: a claim is a debit, a debt a credit. */
function owedBy(node: string, records: ReadonlyMap<string, PairRecord>): Sums {
  const sums: Sums = new Map();
  for (const [peer, { obligations }] of records)
    for (const { terms, state } of Object.values(obligations)) {
      if (state !== 'agreed' && state !== 'held') continue;
      const amount = BigInt(terms.amount);
      if (terms.debtor === node) add(sums, `due.to:${peer} ${terms.currency}`, -amount);
      else add(sums, `due.from:${peer} ${terms.currency}`, amount);
    }
  return sums;
}

/** True for the account of a cycle whose payments have all arrived. */
function isCleared(exported: NodeExport, key: string): boolean {
  const cycle = /^clearing:(\S+) /.exec(key)?.[1];
  if (cycle === undefined) return false;
  const legs = exported.of('leg').filter(({ is }) => is.settledIn.split(':')[0] === cycle);
  return legs.every(({ is }) => is.received === is.amount);
}
