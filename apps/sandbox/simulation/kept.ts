import {
  type BodyOf,
  type Evidence,
  type Intent,
  type Message,
  type Roster,
  type Rotation,
  type StoredChannel,
  newChannel,
} from '@passerelle/protocol';
import type { Transaction } from '@passerelle/ledger';
import {
  type CycleId,
  type CycleState,
  type FundCall,
  type LegRecord,
  type NodeId,
  type PairRecord,
  type PairSettlement,
  type Vote,
  type Waterfall,
  emptyRecord,
  openCycle,
} from '@passerelle/settlement';

/** Everything a node has committed, as values that are never changed: what its database would hold. */
export interface Kept {
  /** The newest version followed; it says who may sign what. */
  readonly roster: Roster;
  /** All versions followed; a cycle is computed with the one that counts on its first day. */
  readonly rosters: readonly Roster[];
  readonly channels: ByNode<KeptChannel>;
  readonly pairs: ByNode<KeptPair>;
  readonly cycles: Readonly<Record<CycleId, KeptCycle>>;
  /** One for each round, ever; the key is `cycle round`. */
  readonly votes: Readonly<Record<string, Vote>>;
  readonly legs: Readonly<Record<string, KeptLeg>>;
  /** What others said about legs that are not known here yet. */
  readonly facts: readonly PaymentFact[];
  /** By the leg that was not paid. */
  readonly calls: Readonly<Record<string, KeptCall>>;
  /** Calls of the fund that came before the result they are about. */
  readonly early: readonly FundWord[];
  /** Debts that this program counts otherwise than a peer's; the key is `cycle peer`. */
  readonly differences: Readonly<Record<string, readonly string[]>>;
  readonly books: readonly Transaction[];
  /** How many lines of the own bank statement have been taken in. */
  readonly creditsSeen: number;
  /** After a restore: the peers that have not yet given back what they hold of ours. */
  readonly missing: readonly NodeId[];
}

export type ByNode<T> = Readonly<Record<NodeId, T>>;

export interface KeptChannel {
  readonly stored: StoredChannel;
  readonly intents: readonly Intent[];
  readonly outbox: readonly Message[];
  readonly inbox: readonly Message[];
  readonly evidence: readonly Evidence[];
  /** Keys that were changed on this channel, by whose messages they sign. */
  readonly rotations: ByNode<Rotation>;
  /** Messages of the peer that were refused here, and how often one of ours was refused there. */
  readonly refused: number;
}

export interface KeptPair {
  readonly record: PairRecord;
  /** The highest `ack` in the peer's messages. */
  readonly seenByPeer: number;
  /** What the creditor lets the debtor owe it; the key is `creditor currency`. Where it is silent, the roster says it. */
  readonly caps: Readonly<Record<string, string>>;
  /** A co-signed statement that no cycle has settled, and who of the two wants to settle it directly. */
  readonly direct: PairSettlement | null;
}

export interface KeptCycle {
  readonly state: CycleState;
  readonly cutAt: number | null;
  readonly statementsAt: number | null;
  readonly roundAt: number | null;
  readonly isApplied: boolean;
  /** Pairs of which the own statement was asked for and cannot be given yet. */
  readonly toState: readonly NodeId[];
}

export interface KeptLeg {
  readonly record: LegRecord;
  readonly role: 'payer' | 'payee';
  readonly peer: NodeId;
  /** The tick of the own clock at which the result was applied. */
  readonly since: number;
}

export interface PaymentFact {
  readonly leg: string;
  readonly by: NodeId;
  readonly kind: 'sent' | 'received' | 'unpaid';
  readonly amount: bigint;
}

/** What was said about a default: a call of the fund, or so much of it that came in after all. */
export interface FundWord {
  readonly from: NodeId;
  readonly leg: string;
  readonly call: BodyOf<'fund.call'> | null;
  readonly repaid: bigint;
}

/** A default as this node computed it; `borne` becomes less when money is recovered. */
export interface KeptCall {
  readonly call: FundCall;
  readonly borne: Waterfall;
  readonly repaid: bigint;
}

/** `first` is the first of the cycles in which the node takes part. */
export function emptyKept(
  me: NodeId,
  rosters: readonly Roster[],
  { cycles, first }: { readonly cycles: readonly CycleId[]; readonly first: CycleId | undefined },
): Kept {
  const roster = rosters.at(-1)!;
  const all = roster.content.members.map(({ id }) => id);
  const empty: Kept = {
    roster,
    rosters,
    channels: {},
    pairs: {},
    cycles: Object.fromEntries(cycles.map((cycle) => [cycle, newKeptCycle(cycle, me, all, cycle === first)])),
    votes: {},
    legs: {},
    facts: [],
    calls: {},
    early: [],
    differences: {},
    books: [],
    creditsSeen: 0,
    missing: [],
  };
  return { ...empty, ...withPeers(empty, me) };
}

/** What is kept of each member of the newest roster, with nothing in it for those that are new. */
export function withPeers({ roster, channels, pairs }: Kept, me: NodeId): Pick<Kept, 'channels' | 'pairs'> {
  const { net, members } = roster.content;
  const fresh = members.map(({ id }) => id).filter((peer) => peer !== me && channels[peer] === undefined);
  return {
    channels: { ...channels, ...Object.fromEntries(fresh.map((peer) => [peer, emptyChannel({ net, me, peer })])) },
    pairs: { ...pairs, ...Object.fromEntries(fresh.map((peer) => [peer, emptyPair(me, peer)])) },
  };
}

const emptyChannel = (of: Parameters<typeof newChannel>[0]): KeptChannel => ({
  stored: newChannel(of),
  intents: [],
  outbox: [],
  inbox: [],
  evidence: [],
  rotations: {},
  refused: 0,
});

const emptyPair = (me: NodeId, peer: NodeId): KeptPair => ({
  record: emptyRecord([me, peer].sort() as [NodeId, NodeId]),
  seenByPeer: 0,
  caps: {},
  direct: null,
});

const newKeptCycle = (cycle: CycleId, me: NodeId, members: readonly NodeId[], earlierClosed: boolean): KeptCycle => ({
  state: openCycle({ cycle, me, members, earlierClosed }),
  cutAt: null,
  statementsAt: null,
  roundAt: null,
  isApplied: false,
  toState: [],
});
