import { type Rate, type Result, allocate, mulDiv, ok, refuse } from '@passerelle/values';
import { type NodeId, byText } from './federation.js';

/** Amounts of one currency in minor units, by node. */
export type Shares = Readonly<Record<NodeId, bigint>>;

/** What a default leaves open and who stands for it, all in one currency. */
export interface Shortfall {
  readonly amount: bigint;
  readonly defaulter: NodeId;
  /** What each member has put into the guarantee fund. */
  readonly stakes: Shares;
  /** How much of the others' stakes one event may use. */
  readonly usable: Rate;
  /** By what the rest is shared: the creditors' claims or, as a variant, the caps each had granted to the defaulter. */
  readonly claims: Shares;
}

/** Who bears a shortfall. The three add up to it exactly. */
export interface Waterfall {
  /** Out of the defaulter's own stake. */
  readonly own: bigint;
  /** Out of the others' stakes. */
  readonly mutual: Shares;
  /** What the creditors lose. */
  readonly loss: Shares;
}

export interface WaterfallRefusal {
  readonly kind: 'not-a-shortfall' | 'nobody-bears-it';
  readonly detail: string;
}

/** First the own stake, then the others' stakes up to the usable share, then the creditors, each in proportion. */
export function waterfall(shortfall: Shortfall): Result<Waterfall, WaterfallRefusal> {
  const { amount, defaulter, stakes, usable, claims } = shortfall;
  if (amount <= 0n) return refuse({ kind: 'not-a-shortfall', detail: `${amount} is missing` });
  const own = smaller(amount, stakes[defaulter] ?? 0n);
  const others = without(stakes, defaulter);
  const mutualMost = mulDiv(sum(others), usable.num, usable.den, 'down');
  const mutual = smaller(amount - own, mutualMost);
  const rest = amount - own - mutual;
  const creditors = without(claims, defaulter);
  if (rest > 0n && sum(creditors) === 0n)
    return refuse({ kind: 'nobody-bears-it', detail: `${rest} is left and no creditor has a claim` });
  return ok({ own, mutual: share(mutual, others), loss: share(rest, creditors) });
}

/** Who gets money of a default that came in after all. */
export interface Recovery {
  readonly loss: Shares;
  readonly mutual: Shares;
  readonly own: bigint;
  /** More than was ever missing: it belongs to who paid it. */
  readonly surplus: bigint;
}

/** The reverse order: the creditors first, then the others' stakes, then the defaulter's own. */
export function recover(amount: bigint, borne: Waterfall): Recovery {
  const loss = smaller(amount, sum(borne.loss));
  const mutual = smaller(amount - loss, sum(borne.mutual));
  const own = smaller(amount - loss - mutual, borne.own);
  return {
    loss: share(loss, borne.loss),
    mutual: share(mutual, borne.mutual),
    own,
    surplus: amount - loss - mutual - own,
  };
}

/** What is still borne after a recovery, so that the next one goes on from there. */
export const lessen = (borne: Waterfall, { loss, mutual, own }: Recovery): Waterfall => ({
  own: borne.own - own,
  mutual: minus(borne.mutual, mutual),
  loss: minus(borne.loss, loss),
});

/** In proportion, to the last minor unit: largest remainders first, ties by node id. */
function share(amount: bigint, weights: Shares): Shares {
  const nodes = Object.keys(weights).sort(byText);
  if (amount === 0n) return Object.fromEntries(nodes.map((node) => [node, 0n]));
  const parts = allocate(
    amount,
    nodes.map((node) => weights[node] ?? 0n),
  );
  return Object.fromEntries(nodes.map((node, index) => [node, parts[index] ?? 0n]));
}

const minus = (from: Shares, less: Shares): Shares =>
  Object.fromEntries(Object.entries(from).map(([node, amount]) => [node, amount - (less[node] ?? 0n)]));

const without = (shares: Shares, node: NodeId): Shares =>
  Object.fromEntries(Object.entries(shares).filter(([one]) => one !== node));

const sum = (shares: Shares): bigint => Object.values(shares).reduce((so, amount) => so + amount, 0n);

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
