import { type Result, ok, refuse } from '@passerelle/values';
import { type CycleId, type Digest, type NettingRules, type NodeId, byText } from './federation.js';
import { type Fixing, convert } from './fixing.js';
import { type Debt, setOff } from './set-off.js';
import { type Statement, contentOf } from './statement.js';

/** One payment of a result, in minor units. */
export interface Payment {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly currency: string;
  readonly amount: string;
}

/** A payment with its name, which is the reference on the bank statement. */
export interface Leg extends Payment {
  readonly leg: string;
  readonly cycle: CycleId;
}

/** What a cycle comes to: the hash of its canonical form names it everywhere. Numbers are decimal text. */
export interface NettingResult {
  readonly cycle: CycleId;
  readonly round: string;
  readonly statements: readonly Statement[];
  readonly fixing: Fixing | null;
  /** Minor units per currency and node: positive receives, negative pays. */
  readonly positions: Readonly<Record<string, Readonly<Record<NodeId, string>>>>;
  readonly legs: readonly Payment[];
}

export interface NettingQuestion {
  readonly cycle: CycleId;
  readonly round: string;
  readonly statements: readonly Statement[];
  readonly fixing: Fixing | null;
  readonly rules: NettingRules;
}

export interface NettingRefusal {
  readonly kind: 'no-fixing' | 'no-rate';
  readonly detail: string;
}

/** Nets the pairs of a cycle. Pure, in whole numbers, and the same for every order of the statements. */
export function netCycle(question: NettingQuestion): Result<NettingResult, NettingRefusal> {
  const { cycle, round, fixing, rules } = question;
  const into = rules.mode === 'one-currency' ? (rules.currency ?? null) : null;
  if (into !== (fixing?.into ?? null))
    return refuse({
      kind: 'no-fixing',
      detail: `the roster nets ${into ?? 'each currency'}, the fixing is into ${fixing?.into ?? 'none'}`,
    });
  const statements = question.statements.map(contentOf).sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b));
  const debts = debtsOf(statements, fixing);
  if (!debts.ok) return debts;
  const positions = positionsOf(debts.value);
  const pay = rules.mode === 'set-off' ? setOff(debts.value) : paymentsOf(positions);
  return ok({
    cycle,
    round,
    statements,
    fixing,
    positions: inText(positions),
    legs: pay.map(({ from, to, currency, amount }) => ({ from, to, currency, amount: `${amount}` })),
  });
}

export const resultHash = (result: NettingResult, digest: Digest): string => digest(result);

/** The payments with their names, which nobody else's payment of any cycle can have. */
export const legsOf = (result: NettingResult, hash: string, digest: Digest): Leg[] =>
  result.legs.map((payment) => ({ leg: legId(hash, payment, digest), cycle: result.cycle, ...payment }));

/** 26 characters of base32 of the hash: short enough for SEPA's 35, and letters and digits only. */
export const legId = (result: string, { from, to, currency }: Omit<Payment, 'amount'>, digest: Digest): string =>
  base32(digest([result, from, to, currency])).slice(0, 26);

/** Each pair's net, positive amounts from who owes to who is owed; with a fixing, converted once. */
function debtsOf(statements: readonly Statement[], fixing: Fixing | null): Result<Debt[], NettingRefusal> {
  const nets = new Map<string, { a: NodeId; b: NodeId; currency: string; net: bigint }>();
  for (const { a, b, lines } of statements)
    for (const [from, { ab, ba }] of Object.entries(lines)) {
      const owed = BigInt(ab) - BigInt(ba);
      const net = fixing === null ? owed : convert(owed, from, fixing);
      if (net === undefined) return refuse({ kind: 'no-rate', detail: `the fixing has no rate of ${from}` });
      const currency = fixing?.into ?? from;
      const key = `${currency} ${a} ${b}`;
      nets.set(key, { a, b, currency, net: net + (nets.get(key)?.net ?? 0n) });
    }
  const debts = [...nets.values()].map(({ a, b, currency, net }) =>
    net < 0n ? { from: b, to: a, currency, amount: -net } : { from: a, to: b, currency, amount: net },
  );
  return ok(debts);
}

type Positions = ReadonlyMap<string, ReadonlyMap<NodeId, bigint>>;

/** A node's position is the sum of its pairs; what one side adds the other takes away, so each currency is zero. */
function positionsOf(debts: readonly Debt[]): Positions {
  const all = new Map<string, Map<NodeId, bigint>>();
  for (const { from, to, currency, amount } of debts) {
    const positions = all.get(currency) ?? new Map<NodeId, bigint>();
    positions.set(from, (positions.get(from) ?? 0n) - amount);
    positions.set(to, (positions.get(to) ?? 0n) + amount);
    all.set(currency, positions);
  }
  return all;
}

/** The largest debtor pays the largest creditor until all are at zero: at most n − 1 payments in each currency. */
function paymentsOf(positions: Positions): Debt[] {
  return [...positions.keys()].sort(byText).flatMap((currency) => {
    const open = [...positions.get(currency)!].map(([node, minor]) => ({ node, minor }));
    const payments: Debt[] = [];
    for (;;) {
      const [debtor, creditor] = [extreme(open, -1n), extreme(open, 1n)];
      if (debtor === undefined || creditor === undefined) return payments;
      const amount = -debtor.minor < creditor.minor ? -debtor.minor : creditor.minor;
      debtor.minor += amount;
      creditor.minor -= amount;
      payments.push({ from: debtor.node, to: creditor.node, currency, amount });
    }
  });
}

interface Open {
  readonly node: NodeId;
  minor: bigint;
}

/** Who is furthest from zero on one side; of equals, the one with the smaller node id. */
function extreme(open: readonly Open[], sign: 1n | -1n): Open | undefined {
  let furthest: Open | undefined;
  for (const one of open) {
    const [size, most] = [one.minor * sign, furthest === undefined ? 0n : furthest.minor * sign];
    if (size > most || (size === most && furthest !== undefined && one.node < furthest.node)) furthest = one;
  }
  return furthest;
}

const inText = (positions: Positions): NettingResult['positions'] =>
  Object.fromEntries(
    [...positions].map(([currency, nodes]) => [
      currency,
      Object.fromEntries([...nodes].map(([node, minor]) => [node, `${minor}`])),
    ]),
  );

/** RFC 4648 base32 of a base64url text, without its last incomplete character. */
function base32(base64url: string): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const character of base64url) {
    held = (held << 6) | sixBits.indexOf(character);
    for (bits += 6; bits >= 5; bits -= 5) text += fiveBits[(held >> (bits - 5)) & 31]!;
    held &= (1 << bits) - 1;
  }
  return text;
}

const sixBits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const fiveBits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
