import { hashOf } from '@passerelle/protocol';
import {
  type CycleDates,
  type CyclePhase,
  type Federation,
  type Leg,
  type Proposal,
  type Statement,
  allLegs,
  approvalsOf,
  coSignedOf,
  legState,
  phaseOf,
  resultOf,
} from '@passerelle/settlement';
import type { NodeId } from '../../peers/received.js';
import { type CycleEvent, type CycleRecord } from './cycle-record.js';
import type { KeptLeg } from '../legs/kept-leg.js';

/** A pair of this node in a cycle: what each of the two has signed. */
export interface PairReading {
  readonly peer: NodeId;
  readonly cutMine: boolean;
  readonly cutTheirs: boolean;
  readonly outcome: 'waiting' | 'equal' | 'different';
  readonly mine: Statement | null;
  readonly theirs: Statement | null;
  /** False for a pair that is even or signed and yet not in the result: its debts roll. */
  readonly isInResult: boolean | null;
}

export interface LegReading extends Leg {
  /** How far it is; `not-ours` where this node neither pays nor receives it. */
  readonly state: string;
  readonly received: string | null;
}

/** A cycle as people read it. Amounts are minor units as decimal text. */
export interface CycleReading {
  readonly id: string;
  readonly dates: CycleDates;
  readonly phase: CyclePhase;
  readonly status: CycleRecord['status'];
  readonly round: number;
  readonly result: string | null;
  readonly pairs: readonly PairReading[];
  /** The statements of the result or, while there is none, of the running proposal. */
  readonly statements: readonly Statement[];
  /** By currency and node: positive receives, negative pays. */
  readonly positions: Readonly<Record<string, Readonly<Record<NodeId, string>>>>;
  readonly approved: readonly NodeId[];
  readonly locked: readonly NodeId[];
  readonly legs: readonly LegReading[];
  readonly events: readonly CycleEvent[];
}

/** Puts together what this node knows of a cycle, with its own legs as they stand. */
export function readCycle(
  record: CycleRecord,
  of: { readonly dates: CycleDates; readonly federation: Federation; readonly legs: readonly KeptLeg[] },
): CycleReading {
  const { id, state, status, events } = record;
  const proposal = proposalIn(record);
  const result = proposal && resultOf(proposal, of.federation);
  return {
    id,
    dates: of.dates,
    phase: phaseOf(state),
    status,
    round: state.round,
    result: proposal?.result ?? null,
    pairs: pairsIn(record),
    statements: proposal?.statements ?? [],
    positions: result?.positions ?? {},
    approved: proposal ? Object.keys(approvalsOf(state, proposal)).sort() : [],
    locked: state.final ? Object.keys(state.final.locks).sort() : [],
    legs: state.final ? allLegs(state.final, of.federation, hashOf).map((leg) => legReading(leg, of.legs)) : [],
    events,
  };
}

/** The nodes that have a part in these statements. */
export const partiesIn = (statements: readonly Statement[]): NodeId[] =>
  [...new Set(statements.flatMap(({ a, b }) => [a, b]))].sort();

/** The final, or the proposal of the running round while there is none. */
function proposalIn({ state }: CycleRecord): Proposal | null {
  return state.final?.proposal ?? state.proposals[state.proposed[`${state.round}`] ?? ''] ?? null;
}

function pairsIn({ state }: CycleRecord): PairReading[] {
  const coSigned = Object.keys(coSignedOf(state));
  const named = state.final?.proposal.statements;
  return Object.entries(state.pairs).map(([peer, { cutMine, cutTheirs, outcome, mine, theirs }]) => ({
    peer,
    cutMine,
    cutTheirs,
    outcome,
    mine: mine?.statement ?? null,
    theirs: theirs?.statement ?? null,
    isInResult: named ? coSigned.includes(peer) && named.some(({ root }) => root === mine?.statement.root) : null,
  }));
}

function legReading(leg: Leg, own: readonly KeptLeg[]): LegReading {
  const kept = own.find(({ id }) => id === leg.leg);
  return { ...leg, state: kept ? legState(kept.record) : 'not-ours', received: kept?.record.received ?? null };
}
