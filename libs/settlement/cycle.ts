import type { Final } from './certificates.js';
import type { Approval, Vote } from './declarations.js';
import type { CycleId, Digest, Federation, NodeId, Sign, SignatureCheck } from './federation.js';
import type { Fixing } from './fixing.js';
import { type Collected, type Proposal, partiesOf } from './proposal.js';
import type { CoSigned, Statement } from './statement.js';

export type CyclePhase =
  'open' | 'stated' | 'proposed' | 'locking' | 'aborted' | 'final' | 'empty' | 'settled' | 'defaulted' | 'resolved';

/** From each phase, the phases that may follow on one node. A node that was away may find itself several ahead. */
export const cycleMoves: Readonly<Record<CyclePhase, readonly CyclePhase[]>> = {
  open: ['stated', 'proposed', 'locking', 'aborted', 'final', 'empty'],
  stated: ['proposed', 'locking', 'aborted', 'final', 'empty'],
  proposed: ['locking', 'aborted', 'final', 'empty'],
  locking: ['aborted', 'final', 'empty'],
  aborted: ['proposed', 'locking', 'final', 'empty'],
  final: ['settled', 'defaulted'],
  // Nothing to pay: everything rolls into the next cycle.
  empty: [],
  settled: [],
  defaulted: ['resolved'],
  resolved: [],
};

/** How far this node and one peer are with their statement. */
export interface PairProgress {
  readonly cutMine: boolean;
  readonly cutTheirs: boolean;
  readonly mine: SignedStatement | null;
  readonly theirs: SignedStatement | null;
  readonly outcome: 'waiting' | 'equal' | 'different';
}

export interface SignedStatement {
  readonly statement: Statement;
  readonly sig: string;
}

/** A cycle as one node sees it. Plain JSON, so that it can be stored as it is. */
export interface CycleState {
  readonly cycle: CycleId;
  readonly round: number;
  /** A restored node may have voted in a round it no longer remembers, so it gives no approval and no vote. */
  readonly abstains: boolean;
  readonly earlierClosed: boolean;
  readonly statementsDue: boolean;
  /** The newest round that does not wait any longer for those who have not answered, −1 for none. */
  readonly proposeBy: number;
  readonly fixing: Fixing | null;
  readonly pairs: Readonly<Record<NodeId, PairProgress>>;
  /** What members have submitted to this node as coordinator. */
  readonly submissions: Readonly<Record<NodeId, Collected>>;
  /** Proposals of which parts are still missing, by sender. */
  readonly incoming: Readonly<Record<NodeId, Collected>>;
  /** Sound proposals by result. */
  readonly proposals: Readonly<Record<string, Proposal>>;
  /** The result that each round's own coordinator proposed first. */
  readonly proposed: Readonly<Record<string, string>>;
  readonly approvals: readonly Approval[];
  readonly votes: readonly Vote[];
  /** Rounds in which this node was asked to lock a result that all its nodes have approved. */
  readonly asks: readonly { readonly round: number; readonly result: string }[];
  /** What this node has done and does once only. */
  readonly done: readonly string[];
  readonly final: Final | null;
  readonly legs: 'open' | 'closed' | 'defaulted' | 'resolved';
}

/** What a step needs besides the state: who this node is, the roster's rules, hashes and signatures. */
export interface CycleContext {
  readonly me: NodeId;
  readonly federation: Federation;
  readonly digest: Digest;
  readonly sign: Sign;
  /** By any key of the node, also one that was revoked since: for what others have decided. */
  readonly check: SignatureCheck;
  /** By a key that was not revoked: for what this node decides anew. */
  readonly checkNow: SignatureCheck;
  /** True when the fixing says what this node reads in the source it names. */
  readonly isFixingRight: (fixing: Fixing) => boolean;
}

export interface OpenCycle {
  readonly cycle: CycleId;
  readonly me: NodeId;
  readonly members: readonly NodeId[];
  readonly earlierClosed: boolean;
  readonly abstains?: boolean;
}

export const openCycle = ({ cycle, me, members, earlierClosed, abstains = false }: OpenCycle): CycleState => ({
  cycle,
  round: 0,
  abstains,
  earlierClosed,
  statementsDue: false,
  proposeBy: -1,
  fixing: null,
  pairs: pairsAmong(members, me),
  submissions: {},
  incoming: {},
  proposals: {},
  proposed: {},
  approvals: [],
  votes: [],
  asks: [],
  done: [],
  final: null,
  legs: 'open',
});

/**
 * The pairs of a cycle are those of its members. Who they are may be heard of after the cycle was opened: a pair that is
 * new begins, and one of somebody who is no member is dropped unless something was said in it.
 */
export function pairsAmong(
  members: readonly NodeId[],
  me: NodeId,
  before: CycleState['pairs'] = {},
): CycleState['pairs'] {
  const begun = Object.entries(before).filter(([peer, pair]) => members.includes(peer) || pair.cutMine || pair.mine);
  const fresh = members.filter((node) => node !== me && before[node] === undefined);
  return Object.fromEntries([...begun, ...fresh.map((peer): [NodeId, PairProgress] => [peer, newPair])]);
}

const newPair: PairProgress = { cutMine: false, cutTheirs: false, mine: null, theirs: null, outcome: 'waiting' };

export function phaseOf(state: CycleState): CyclePhase {
  if (state.final !== null) {
    if (state.final.proposal.statements.length === 0) return 'empty';
    return state.legs === 'open' ? 'final' : state.legs === 'closed' ? 'settled' : state.legs;
  }
  if (state.asks.some(({ round }) => round >= state.round)) return 'locking';
  if (state.proposed[`${state.round}`] !== undefined) return 'proposed';
  if (state.round > 0) return 'aborted';
  return state.done.includes('submitted:0') ? 'stated' : 'open';
}

/** The statements of this node that both sides have signed and that owe anything, by peer. */
export function coSignedOf(state: CycleState): Readonly<Record<NodeId, CoSigned>> {
  const equal = Object.entries(state.pairs).flatMap(([peer, { mine, theirs, outcome }]): [NodeId, CoSigned][] => {
    if (outcome !== 'equal' || mine === null || theirs === null || mine.statement.n === '0') return [];
    const { statement } = mine;
    const [sigA, sigB] = statement.a === peer ? [theirs.sig, mine.sig] : [mine.sig, theirs.sig];
    return [[peer, { ...statement, sigA, sigB }]];
  });
  return Object.fromEntries(equal);
}

/** The approvals of a proposal that this node holds. */
export const approvalsOf = ({ approvals }: CycleState, { round, result }: Proposal): Record<NodeId, string> =>
  Object.fromEntries(
    approvals.filter((one) => one.round === round && one.result === result).map(({ node, sig }) => [node, sig]),
  );

/** True when this node holds the approval of every node in the proposal. */
export function isApprovedByAll(state: CycleState, proposal: Proposal): boolean {
  const approvals = approvalsOf(state, proposal);
  return partiesOf(proposal).every((node) => approvals[node] !== undefined);
}

export const locksOn = ({ votes }: CycleState, result: string): Vote[] =>
  votes.filter((one) => one.vote === 'lock' && one.result === result);

/** True when somebody has locked the result, or says so. */
export const isLocked = ({ votes }: CycleState, result: string): boolean =>
  votes.some((one) => (one.vote === 'lock' ? one.result : one.held?.result) === result);
