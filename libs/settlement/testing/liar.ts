import type { CycleEffect, CycleInput } from '../cycle-effects.js';
import type { CycleMessage } from '../cycle-messages.js';
import { type CycleContext, type CycleState, openCycle } from '../cycle.js';
import { type Vote, signApproval, signVote } from '../declarations.js';
import type { Federation, NodeId } from '../federation.js';
import { type Proposal, partiesOf, proposalOf, proposeParts } from '../proposal.js';
import { quorumOf } from '../quorum.js';
import { type CoSigned, peerIn } from '../statement.js';
import { stepCycle } from '../step.js';
import { check, digest, signerOf } from './canonical.js';
import type { Chance } from './chance.js';
import { owes, signedByBoth, statementsOf } from './debts.js';

const cycle = '2026-08';

/** A federation in which one member coordinates every round and does whatever it likes with what it hears. */
export const underLiar = (members: readonly NodeId[]): Federation => ({
  members,
  coordinators: [members[0]!],
  quorum: quorumOf(members.length),
  netting: { mode: 'per-currency' },
  emptyFromRound: 50,
});

/** Everybody owes everybody something, and all statements are co-signed. */
export const statementsAmongAll = (members: readonly NodeId[]): CoSigned[] =>
  statementsOf(
    members.flatMap((debtor, index) =>
      members.slice(index + 1).map((creditor) => owes(debtor, creditor, `${index + 1}00`)),
    ),
  ).map(signedByBoth);

/** A member that has co-signed all its statements and waits for a proposal. */
export function readyState(me: NodeId, members: readonly NodeId[], statements: readonly CoSigned[]): CycleState {
  const state = openCycle({ cycle, me, members, earlierClosed: true });
  const pairs = { ...state.pairs };
  for (const statement of statements) {
    const peer = peerIn(statement, me);
    if (peer === null) continue;
    const [mine, theirs] = statement.a === me ? [statement.sigA, statement.sigB] : [statement.sigB, statement.sigA];
    const signed = (sig: string) => ({ statement, sig });
    pairs[peer] = { cutMine: true, cutTheirs: true, mine: signed(mine), theirs: signed(theirs), outcome: 'equal' };
  }
  return { ...state, pairs, done: ['submitted:0'] };
}

export const contextFor = (me: NodeId, federation: Federation): CycleContext => ({
  me,
  federation,
  digest,
  sign: signerOf(me),
  check,
  checkNow: check,
  isFixingRight: () => true,
});

/**
 * A coordinator that lies in every way the protocol leaves it: other proposals to everyone, questions about any round,
 * votes shown to some and kept from others, and its own vote both ways. It cannot sign for anybody else.
 */
export class LyingCoordinator {
  readonly states = new Map<NodeId, CycleState>();
  /** Every vote that an honest member has cast. */
  readonly cast: Vote[] = [];
  private readonly proposals: Proposal[] = [];
  private readonly approvals = new Map<string, Record<NodeId, string>>();
  private readonly statements: readonly CoSigned[];
  private readonly me: NodeId;

  constructor(
    readonly federation: Federation,
    private readonly chance: Chance,
  ) {
    const { members } = federation;
    this.me = members[0]!;
    this.statements = statementsAmongAll(members);
    for (const node of members.slice(1)) this.states.set(node, readyState(node, members, this.statements));
  }

  /** Results that have, or with the liar's own lock could have, enough locks in some round to be final. */
  finals(): Set<string> {
    const enough = this.proposals.filter(({ result }) =>
      this.rounds().some(
        (round) =>
          this.count((vote) => vote.round === round && vote.result === result) + 1 >= this.federation.quorum.lock,
      ),
    );
    return new Set(enough.map(({ result }) => result));
  }

  act(): void {
    const node = this.chance.one([...this.states.keys()]);
    const does = this.chance.below(5);
    if (does === 0) this.propose(node);
    else if (does === 1) this.ask(node);
    else if (does === 2) this.showVotes(node);
    else if (does === 3) this.step(node, { kind: 'round-over', round: this.states.get(node)!.round });
    else this.showAbort(node);
  }

  private propose(node: NodeId): void {
    const round = this.chance.percent(80) ? this.states.get(node)!.round : this.chance.below(4);
    const known = this.proposals.filter((one) => one.round === round);
    const proposal = known.length > 1 ? this.chance.one(known) : this.invent(round);
    for (const body of proposeParts(proposal)) this.tell(node, { type: 'cycle.propose', body });
  }

  private invent(round: number): Proposal {
    const statements = this.statements.filter(() => this.chance.percent(35));
    const proposal = proposalOf({ cycle, round, fixing: null, statements }, this.federation, digest)!;
    this.proposals.push(proposal);
    const own = signApproval(cycle, { node: this.me, round, result: proposal.result }, signerOf(this.me));
    this.approvals.set(proposal.result, { [this.me]: own.sig, ...this.approvals.get(proposal.result) });
    return proposal;
  }

  private ask(node: NodeId): void {
    const complete = this.proposals.filter((one) =>
      partiesOf(one).every((party) => this.approvals.get(one.result)?.[party]),
    );
    if (complete.length === 0) return;
    const { result, round } = this.chance.one(complete);
    const at = this.chance.percent(60) ? round : round + this.chance.below(3);
    // The proposal itself is of use to the member only if it knows that somebody has locked it.
    this.tell(
      node,
      this.voteMessage(signVote(cycle, { round: at, node: this.me, vote: 'lock', result }, signerOf(this.me))),
    );
    for (const body of proposeParts(complete.find((one) => one.result === result)!))
      this.tell(node, { type: 'cycle.propose', body });
    const approvals = this.approvals.get(result)!;
    this.tell(node, { type: 'cycle.ask', body: { cycle, round: `${at}`, result, approvals } });
  }

  /** Votes of honest members reach the others only as the liar pleases. */
  private showVotes(node: NodeId): void {
    for (const vote of this.cast.filter((one) => one.node !== node && this.chance.percent(50)))
      this.step(node, { kind: 'message', from: vote.node, message: this.voteMessage(vote) });
  }

  /** Every skip there is of a round, and the liar's own. */
  private showAbort(node: NodeId): void {
    const round = this.states.get(node)!.round;
    const own = signVote(
      cycle,
      { round, node: this.me, vote: 'skip', result: '', ...this.anyLock() },
      signerOf(this.me),
    );
    for (const vote of [...this.cast.filter((one) => one.vote === 'skip' && one.round === round), own])
      if (vote.node !== node) this.step(node, { kind: 'message', from: vote.node, message: this.voteMessage(vote) });
  }

  /** A liar's skip may claim any lock, or none. */
  private anyLock(): Pick<Vote, 'held'> {
    if (this.proposals.length === 0 || this.chance.percent(40)) return {};
    return { held: { round: this.chance.below(6), result: this.chance.one(this.proposals).result } };
  }

  private tell(node: NodeId, message: CycleMessage): void {
    this.step(node, { kind: 'message', from: this.me, message });
  }

  private step(node: NodeId, input: CycleInput): void {
    const { state, effects } = stepCycle(this.states.get(node)!, input, contextFor(node, this.federation));
    this.states.set(node, state);
    for (const effect of effects) this.note(node, effect);
  }

  private note(node: NodeId, effect: CycleEffect): void {
    if (effect.kind === 'store-vote') this.cast.push(effect.vote);
    if (effect.kind !== 'send' || effect.message.type !== 'cycle.approve') return;
    const { result, signature } = effect.message.body;
    this.approvals.set(result, { ...this.approvals.get(result), [node]: signature });
  }

  private voteMessage({ vote, round, result, held, sig }: Vote): CycleMessage {
    const body = { cycle, round: `${round}`, signature: sig };
    if (vote === 'lock') return { type: 'cycle.lock', body: { ...body, result } };
    const holds = held ? { held: { round: `${held.round}`, result: held.result } } : {};
    return { type: 'cycle.skip', body: { ...body, ...holds } };
  }

  rounds(): number[] {
    return [...new Set(this.cast.map(({ round }) => round))];
  }

  count(which: (vote: Vote) => boolean): number {
    return this.cast.filter(which).length;
  }
}
