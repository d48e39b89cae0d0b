import type { CycleId, NodeId } from './federation.js';
import type { Fixing } from './fixing.js';
import type { CoSigned, Line } from './statement.js';

/** Signatures of several nodes over one kind of declaration, by node. */
export type Signatures = Readonly<Record<NodeId, string>>;

/** What nodes say about a cycle. Numbers are decimal text, parts are counted from 1. */
export type CycleMessage =
  | { readonly type: 'cycle.cut'; readonly body: { readonly cycle: CycleId } }
  | { readonly type: 'cycle.state'; readonly body: StateBody }
  | { readonly type: 'cycle.submit'; readonly body: Part }
  | { readonly type: 'cycle.propose'; readonly body: ProposeBody }
  | { readonly type: 'cycle.approve'; readonly body: VoteBody }
  | { readonly type: 'cycle.ask'; readonly body: AskBody }
  | { readonly type: 'cycle.lock'; readonly body: VoteBody }
  | { readonly type: 'cycle.skip'; readonly body: SkipBody }
  | { readonly type: 'cycle.abort'; readonly body: AbortBody }
  | { readonly type: 'cycle.final'; readonly body: FinalBody };

export interface StateBody {
  readonly cycle: CycleId;
  readonly n: string;
  readonly lines: Readonly<Partial<Record<string, Line>>>;
  readonly root: string;
  readonly signature: string;
}

export interface Part {
  readonly cycle: CycleId;
  readonly part: string;
  readonly parts: string;
  readonly statements: readonly CoSigned[];
}

export interface ProposeBody extends Part {
  readonly round: string;
  readonly fixing?: Fixing;
  readonly result: string;
}

export interface VoteBody {
  readonly cycle: CycleId;
  readonly round: string;
  readonly result: string;
  readonly signature: string;
}

export interface SkipBody extends Omit<VoteBody, 'result'> {
  /** The newest lock that the sender has given; none when it has given none. */
  readonly held?: HeldBody;
}

export interface HeldBody {
  readonly round: string;
  readonly result: string;
}

export interface AskBody {
  readonly cycle: CycleId;
  readonly round: string;
  readonly result: string;
  readonly approvals: Signatures;
}

/** How members have voted in a round that is left. */
export interface AbortBody {
  readonly cycle: CycleId;
  readonly round: string;
  /** Skips of those who have locked nothing. */
  readonly skips: Signatures;
  /** Of those who have: their lock, where it is one of this round, or their skip and the newest lock it names. */
  readonly bound?: Readonly<Record<NodeId, HeldBody & { readonly signature: string }>>;
}

export interface FinalBody extends AskBody {
  readonly locks: Signatures;
}

/** Why a message about a cycle entered the chain but changed nothing. */
export interface CycleRefusal {
  readonly code:
    | 'not-this-cycle'
    | 'not-a-member'
    | 'bad-signature'
    | 'already-stated'
    | 'not-coordinator'
    | 'unknown-result'
    | 'not-approved-by-all'
    | 'not-a-quorum'
    | 'unsound'
    | 'too-far';
  readonly detail: string;
}
