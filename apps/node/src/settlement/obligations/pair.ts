import type { CycleId, Obligation, PairRecord } from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';

/** Where transfers to a branch go, as it says so itself with each cut. */
export interface PayeeAccount {
  readonly name: string;
  readonly iban: string;
  /** Further accounts of it, by currency. */
  readonly ibans?: Readonly<Record<string, string>>;
}

/** What one of the two owes the other in one currency, in minor units: the running sum of the pair's obligations. */
export interface Taken {
  readonly debtor: NodeId;
  readonly currency: string;
  /** Agreed or held. */
  readonly agreed: string;
  /** Of our own proposals that are not answered yet. */
  readonly reserved: string;
}

/** An own proposal taken back, which keeps its room until the peer has shown that it saw that: an accept may cross it. */
export interface Withdrawing {
  readonly obligation: string;
  readonly debtor: NodeId;
  readonly currency: string;
  readonly amount: string;
  /** The number of our word that takes it back. */
  readonly seq: number;
}

/**
 * What this node keeps of a pair besides its obligations. A message of ours is decided before the channel numbers it,
 * so our own words are counted 1, 2, 3 … in the order in which they are decided, which is also the order in which they
 * are numbered. Words of the peer bear their message numbers.
 */
export interface Pair {
  readonly peer: NodeId;
  /** How many words about the pair this node has said. */
  readonly said: number;
  /** The number of the last word heard from the peer. */
  readonly heard: number;
  /** How many of our words the peer is known to have taken in. */
  readonly seen: number;
  readonly cuts: Readonly<Record<NodeId, CycleId>>;
  readonly account: PayeeAccount | null;
  /** What each of the two owes, kept as a running sum so that a limit is checked without reading the obligations. */
  readonly taken: readonly Taken[];
  readonly withdrawing: readonly Withdrawing[];
}

export const newPair = (peer: NodeId): Pair => ({
  peer,
  said: 0,
  heard: 0,
  seen: 0,
  cuts: {},
  account: null,
  taken: [],
  withdrawing: [],
});

/** The types of messages whose order decides what a pair has agreed. */
export const pairWords: readonly string[] = [
  'obligation.propose',
  'obligation.accept',
  'obligation.reject',
  'obligation.withdraw',
  'dispute.open',
  'dispute.close',
  'cycle.cut',
];

/** The pair as `libs/settlement` sees it, with the obligations that a word is about. */
export const recordOf = ({ peer, cuts }: Pair, me: NodeId, obligations: readonly Obligation[]): PairRecord => ({
  parties: [me, peer].sort() as [NodeId, NodeId],
  cuts,
  obligations: Object.fromEntries(obligations.map((one) => [one.terms.obligation, one])),
});

/** The account that a cut names in its extension; null when it names none that could be paid to. */
export function accountIn(body: object): PayeeAccount | null {
  const { ext } = body as { readonly ext?: { readonly account?: Partial<PayeeAccount> } };
  const { name, iban, ibans } = ext?.account ?? {};
  if (typeof name !== 'string' || name === '' || !isIban(iban)) return null;
  if (typeof ibans !== 'object' || ibans === null) return { name, iban };
  const others = Object.entries(ibans).filter(([code, one]) => /^[A-Z]{3}$/.test(code) && isIban(one));
  return { name, iban, ibans: Object.fromEntries(others) };
}

/** The account that takes a currency: one of its own, or else the first one, whose bank then converts. */
export const accountFor = ({ name, iban, ibans }: PayeeAccount, currency: string): PayeeAccount => ({
  name,
  iban: ibans?.[currency] ?? iban,
});

const isIban = (text: unknown): text is string =>
  typeof text === 'string' && /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text);
