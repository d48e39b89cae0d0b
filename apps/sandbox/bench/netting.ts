import { randomBytes } from 'node:crypto';
import { hashOf, isSignatureOf, signBytes, signingKey } from '@passerelle/protocol';
import {
  type Obligation,
  coSign,
  isCoSigned,
  legsOf,
  netCycle,
  resultHash,
  signStatement,
  statementOf,
} from '@passerelle/settlement';
import { type Figures, rounded } from './figures.js';

const cycle = '2026-08';

const sizes = [
  { nodes: 3, obligations: 1_000 },
  { nodes: 10, obligations: 10_000 },
  { nodes: 27, obligations: 100_000 },
  { nodes: 100, obligations: 100_000 },
  { nodes: 100, obligations: 1_000_000 },
];

/** One node's share of a cycle: the statements it makes, and then all that it nets and verifies of everybody's. */
export function* measureNetting(): Generator<Figures> {
  for (const size of sizes) yield { what: 'a cycle is netted and verified by one node', ...size, ...measure(size) };
}

function measure({ nodes, obligations }: (typeof sizes)[number]) {
  const names = Array.from({ length: nodes }, (_, at) => `n${at + 100}`);
  const keys = new Map(names.map((node) => [node, signingKey({ node, kid: `${node}-1`, seed: randomBytes(32) })]));
  const owed = debts(names, obligations);
  const signOf = (node: string) => (payload: unknown) => signBytes(bytesOf(payload), keys.get(node)!);
  const check = (node: string, payload: unknown, sig: string) =>
    isSignatureOf(bytesOf(payload), sig, keys.get(node)!.publicKey);

  const stating = process.cpuUsage();
  const plain = owed.map(({ pair, list }) => statementOf(cycle, pair, list, hashOf));
  const statingMs = msSince(stating);
  const statements = plain.map((one) =>
    coSign(one, { [one.a]: signStatement(one, signOf(one.a)), [one.b]: signStatement(one, signOf(one.b)) }),
  );

  const netting = process.cpuUsage();
  const areSigned = statements.every((one) => isCoSigned(one, check));
  const question = { cycle, round: '0', statements, fixing: null, rules: { mode: 'per-currency' } as const };
  const result = netCycle(question);
  if (!areSigned || !result.ok) throw new Error('a sound cycle is netted');
  const legs = legsOf(result.value, resultHash(result.value, hashOf), hashOf);
  const nettingMs = msSince(netting);
  return {
    pairs: statements.length,
    payments: legs.length,
    /** Of all pairs of the federation; a node states only its own. */
    statingMs: rounded(statingMs),
    nettingAndVerifyingMs: rounded(nettingMs),
    memoryMb: Math.round(process.memoryUsage().rss / 1024 / 1024),
  };
}

/** Processor time of this program alone: the machine may be busy with other things. */
const msSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const bytesOf = (payload: unknown): Buffer => Buffer.from(hashOf(payload));

/** Debts among all pairs, by pair. */
function debts(names: readonly string[], count: number) {
  const pairs = new Map<string, { readonly pair: readonly [string, string]; readonly list: Obligation[] }>();
  for (let at = 0; at < count; at += 1) {
    const debtor = names[at % names.length]!;
    const step = 1 + ((at * 7 + Math.floor(at / names.length)) % (names.length - 1));
    const creditor = names[(at + step) % names.length]!;
    const pair = [debtor, creditor].sort() as [string, string];
    const known = pairs.get(pair.join()) ?? { pair, list: [] };
    known.list.push(debtOf(at, debtor, creditor));
    pairs.set(pair.join(), known);
  }
  return [...pairs.values()];
}

function debtOf(at: number, debtor: string, creditor: string): Obligation {
  const obligation = `0198f5c1-8f2a-7c3b-9a41-${String(at).padStart(12, '0')}`;
  const amount = String(100 + ((at * 7919) % 100_000));
  const terms = {
    obligation,
    mission: 'by-hand',
    debtor,
    creditor,
    currency: 'EUR',
    amount,
    due: '2026-08-31',
    kind: 'shared.cost',
    text: 'A share of the rent',
  };
  return {
    terms: terms,
    hash: `${at}`,
    proposer: debtor,
    state: 'agreed',
    proposeSeq: at + 1,
    withdrawSeq: null,
    answerSeq: at + 1,
    cycle,
    settledIn: null,
    holds: [],
    dispute: null,
    disputeEnded: null,
  };
}
