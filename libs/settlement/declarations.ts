import type { CycleId, NodeId, Sign, SignatureCheck } from './federation.js';

/** A node's yes to a result it has computed itself. */
export interface Approval {
  readonly round: number;
  readonly node: NodeId;
  readonly result: string;
  readonly sig: string;
}

/** A member's one vote of a round. A skip has no result of its own, but says which lock its node holds from before. */
export interface Vote {
  readonly round: number;
  readonly node: NodeId;
  readonly vote: 'lock' | 'skip';
  readonly result: string;
  /** Of a skip: the newest lock its node has ever given in this cycle; none when it has given none. */
  readonly held?: Lock;
  readonly sig: string;
}

/** A result, and a round in which it was locked. */
export interface Lock {
  readonly round: number;
  readonly result: string;
}

/** A declaration as it was signed. `what` names its kind, so that none can be shown as one of another kind. */
export interface Declared {
  readonly payload: DeclarationPayload;
  readonly sig: string;
}

export interface DeclarationPayload {
  readonly [name: string]: string;
  readonly what: 'cycle.approve' | 'cycle.lock' | 'cycle.skip';
  readonly cycle: CycleId;
  readonly round: string;
}

export const approvalPayload = (cycle: CycleId, round: number, result: string): DeclarationPayload => ({
  what: 'cycle.approve',
  cycle,
  round: `${round}`,
  result,
});

export function votePayload(cycle: CycleId, vote: Omit<Vote, 'sig' | 'node'>): DeclarationPayload {
  const { result, held } = vote;
  const round = `${vote.round}`;
  if (vote.vote === 'lock') return { what: 'cycle.lock', cycle, round, result };
  const skip = { what: 'cycle.skip', cycle, round } as const;
  return held ? { ...skip, heldRound: `${held.round}`, heldResult: held.result } : skip;
}

export const signApproval = (cycle: CycleId, approval: Omit<Approval, 'sig'>, sign: Sign): Approval => ({
  ...approval,
  sig: sign(approvalPayload(cycle, approval.round, approval.result)),
});

export const signVote = (cycle: CycleId, vote: Omit<Vote, 'sig'>, sign: Sign): Vote => ({
  ...vote,
  sig: sign(votePayload(cycle, vote)),
});

export const isApproval = (cycle: CycleId, { node, round, result, sig }: Approval, check: SignatureCheck): boolean =>
  check(node, approvalPayload(cycle, round, result), sig);

export const isVote = (cycle: CycleId, vote: Vote, check: SignatureCheck): boolean =>
  check(vote.node, votePayload(cycle, vote), vote.sig);
