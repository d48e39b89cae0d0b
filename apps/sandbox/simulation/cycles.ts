import { type Declaration, hashOf, signDeclaration } from '@passerelle/protocol';
import {
  type Application,
  type CycleContext,
  type CycleEffect,
  type CycleId,
  type CycleInput,
  type CycleMessage,
  type NodeId,
  peerIn,
} from '@passerelle/settlement';
import { convertedEntries } from './books.js';
import { cutAt, fixingOfTheDay, patience } from './calendar.js';
import type { Draft } from './disk.js';
import type { Comparing } from './comparing.js';
import { type Kept, type KeptCycle } from './kept.js';
import type { NodeParts } from './node-parts.js';
import type { Pairs } from './pairs.js';
import type { Payments } from './payments.js';

/** The cycles of one node: each step of the rules with all it makes true, in one transaction. */
export class Cycles {
  constructor(
    private readonly parts: NodeParts,
    private readonly pairs: Pairs,
    private readonly payments: Payments,
    private readonly comparing: Comparing,
  ) {}

  /** Time has passed by the own clock. */
  tick(draft: Draft): void {
    for (const cycle of this.parts.cycles) {
      const kept = draft.kept.cycles[cycle]!;
      if (kept.cutAt === null && this.parts.localNow() >= cutAt(cycle)) this.cut(draft, cycle);
      for (const input of this.deadlines(draft.kept.cycles[cycle]!)) {
        if (input.kind === 'due' && input.what === 'statements')
          this.put(draft, cycle, { statementsAt: this.parts.localNow() });
        this.step(draft, cycle, input);
      }
    }
    this.goOn(draft);
  }

  heard(draft: Draft, from: NodeId, message: CycleMessage): string | null {
    const { cycle } = message.body;
    if (draft.kept.cycles[cycle] === undefined) return 'too-far';
    const refusal = this.step(draft, cycle, { kind: 'message', from, message });
    // A set that one side has cut early is cut by the other too.
    if (message.type === 'cycle.cut' && this.parts.cycles.includes(cycle)) this.cut(draft, cycle);
    this.goOn(draft);
    return refusal;
  }

  /** The peer gave back what this node once said. */
  remembered(draft: Draft, peer: NodeId, message: CycleMessage): void {
    const { cycle } = message.body;
    if (draft.kept.cycles[cycle] === undefined) return;
    this.step(draft, cycle, { kind: 'remembered', peer, message });
    if (message.type === 'cycle.lock' || message.type === 'cycle.skip')
      this.rememberVote(draft, cycle, message.body.round);
    this.goOn(draft);
  }

  allRemembered(draft: Draft): void {
    for (const cycle of this.parts.cycles) this.step(draft, cycle, { kind: 'all-remembered' });
    this.goOn(draft);
  }

  /** The newest cycle of which this node has applied the result. */
  closed(kept: Kept): CycleId | null {
    return this.parts.cycles.filter((cycle) => kept.cycles[cycle]!.isApplied).at(-1) ?? null;
  }

  /** Earlier cycles first, so that a set is never taken from twice. */
  private cut(draft: Draft, upto: CycleId): void {
    for (const cycle of this.parts.cycles.filter((each) => each <= upto && draft.kept.cycles[each]!.cutAt === null)) {
      this.put(draft, cycle, { cutAt: this.parts.localNow() });
      this.parts.world.note(this.parts.me, `cuts ${cycle}`);
      if (this.parts.federationOf(draft.kept, cycle).netting.mode === 'one-currency')
        this.step(draft, cycle, { kind: 'fixing', fixing: fixingOfTheDay() });
      this.step(draft, cycle, { kind: 'due', what: 'cut-off' });
    }
  }

  private deadlines({ state, cutAt: at, statementsAt, roundAt }: KeptCycle): CycleInput[] {
    const now = this.parts.localNow();
    if (at === null) return [];
    if (statementsAt === null) return now - at >= patience.statements ? [{ kind: 'due', what: 'statements' }] : [];
    const inRound = now - (roundAt ?? statementsAt);
    const due: CycleInput[] = [];
    if (inRound >= patience.answers && state.proposeBy < state.round) due.push({ kind: 'due', what: 'proposal' });
    if (inRound >= patience.round * (state.round + 1) || (state.final !== null && inRound >= patience.round))
      due.push({ kind: 'round-over', round: state.round });
    return due;
  }

  private step(draft: Draft, cycle: CycleId, input: CycleInput): string | null {
    const { state, effects, refusal } = this.parts.core.stepCycle(
      draft.kept.cycles[cycle]!.state,
      input,
      this.contextOf(draft.kept, cycle),
    );
    this.put(draft, cycle, { state });
    for (const effect of effects) this.carryOut(draft, cycle, effect);
    return refusal?.code ?? null;
  }

  private carryOut(draft: Draft, cycle: CycleId, effect: CycleEffect): void {
    const { parts } = this;
    switch (effect.kind) {
      case 'send':
        return parts.say(draft, effect.to, effect.message.type, effect.message.body);
      case 'store-vote':
        return draft.put({ votes: { ...draft.kept.votes, [`${cycle} ${effect.vote.round}`]: effect.vote } });
      case 'state-pair':
        return this.put(draft, cycle, { toState: [...draft.kept.cycles[cycle]!.toState, effect.peer] });
      case 'round-began':
        parts.world.note(parts.me, `round ${effect.round} of ${cycle}`);
        return this.put(draft, cycle, { roundAt: parts.localNow() });
      case 'final':
        parts.world.note(parts.me, `holds ${cycle} final ${effect.final.proposal.result.slice(0, 8)}`);
        return;
      case 'evidence':
        return parts.audit.accused(parts.me, effect.evidence);
      case 'pair-differs':
        parts.world.note(parts.me, `counts otherwise than ${effect.peer} in ${cycle}`);
        return this.comparing.find(draft, effect.peer, cycle);
      case 'not-approved':
        parts.world.note(parts.me, `does not approve round ${effect.round} of ${cycle}: ${effect.why}`);
        return;
      case 'left-out':
        return;
    }
  }

  private rememberVote(draft: Draft, cycle: CycleId, round: string): void {
    const { me } = this.parts;
    const mine = draft.kept.cycles[cycle]!.state.votes.find((vote) => vote.node === me && `${vote.round}` === round);
    if (mine) draft.put({ votes: { ...draft.kept.votes, [`${cycle} ${round}`]: mine } });
  }

  /** Whatever the channels have made possible: statements of sets that are frozen now, results that can be applied. */
  goOn(draft: Draft): void {
    for (const cycle of this.parts.cycles) this.stateFrozen(draft, cycle);
    for (let cycle = this.running(draft.kept); cycle !== null; cycle = this.running(draft.kept)) {
      const { final } = draft.kept.cycles[cycle]!.state;
      if (final === null) return;
      const application = this.applicationOf(draft.kept, cycle);
      if (application.kind === 'wait') return;
      this.apply(draft, cycle, application);
      const next = this.running(draft.kept);
      if (next !== null) this.step(draft, next, { kind: 'earlier-closed' });
      if (next !== null) this.stateFrozen(draft, next);
    }
  }

  private running(kept: Kept): CycleId | null {
    return this.parts.cycles.find((cycle) => !kept.cycles[cycle]!.isApplied) ?? null;
  }

  private stateFrozen(draft: Draft, cycle: CycleId): void {
    for (const peer of draft.kept.cycles[cycle]!.toState) {
      const isOpen = draft.kept.channels[peer]!.stored.status === 'open';
      if (!isOpen || !this.pairs.isFrozen(draft.kept, peer, cycle)) continue;
      const toState = draft.kept.cycles[cycle]!.toState.filter((each) => each !== peer);
      this.put(draft, cycle, { toState });
      const statement = this.pairs.statement(draft.kept, peer, cycle);
      this.step(draft, cycle, { kind: 'statement', peer, statement });
    }
  }

  private applicationOf(kept: Kept, cycle: CycleId): Application {
    const { me } = this.parts;
    const view = {
      me,
      isEarlierClosed: true,
      statementWith: (peer: NodeId) =>
        this.pairs.isFrozen(kept, peer, cycle) ? this.pairs.statement(kept, peer, cycle) : null,
      isFrozenByProof: (peer: NodeId) => kept.channels[peer]!.stored.status === 'frozen',
    };
    const final = kept.cycles[cycle]!.state.final!;
    return this.parts.core.applyFinal(final, view, {
      federation: this.parts.federationOf(kept, cycle),
      digest: hashOf,
    });
  }

  private apply(draft: Draft, cycle: CycleId, { pairs, legs }: Extract<Application, { kind: 'apply' }>): void {
    const { me } = this.parts;
    const { proposal } = draft.kept.cycles[cycle]!.state.final!;
    for (const { peer } of pairs) this.pairs.settle(draft, peer, cycle, cycle);
    const named = proposal.statements.filter((one) => peerIn(one, me) !== null);
    const { fixing } = proposal;
    if (fixing !== null)
      draft.put({ books: [...draft.kept.books, ...named.flatMap((one) => convertedEntries(me, one, fixing))] });
    this.put(draft, cycle, { isApplied: true });
    this.parts.world.note(me, `applies ${cycle}`);
    this.payments.begin(draft, legs);
  }

  private contextOf(kept: Kept, cycle: CycleId): CycleContext {
    const { parts } = this;
    return {
      me: parts.me,
      federation: parts.federationOf(kept, cycle),
      digest: hashOf,
      sign: (payload) => signDeclaration(payload as Declaration, kept.roster.content.net, parts.declarationKey(kept)),
      check: (node, payload, sig) => parts.wasDeclared(kept, node, payload as Declaration, sig),
      checkNow: (node, payload, sig) => parts.isDeclared(kept, node, payload as Declaration, sig),
      isFixingRight: (fixing) => parts.isFixingRight(fixing),
    };
  }

  private put(draft: Draft, cycle: CycleId, change: Partial<KeptCycle>): void {
    const { cycles } = draft.kept;
    draft.put({ cycles: { ...cycles, [cycle]: { ...cycles[cycle]!, ...change } } });
  }
}
